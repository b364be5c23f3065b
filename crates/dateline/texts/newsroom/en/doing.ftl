# Acts being done

note_headline = Headline
note_summary = Summary
note_paragraph = Paragraph { $number }
note_heading = Subheading { $number }
note_list = List { $number }
note_table = Table { $number }
note_picture = Caption { $number }
note_cell = Table { $table }, row { $row }
note_line = { $place }: { $change }
note_swap = { $right }, not { $wrong }
note_added = “{ $right }” added
note_removed = “{ $wrong }” removed
note_and = { $first }; { $second }
takedown_template =
    Removed for legal or rights reasons. Delete it from all systems and archives, pictures included.
    Demanded by:
    Ground and reference:
subscribers_get = What subscribers get
no_wire_hint = Nothing goes out on the wire.
delivery_hint = As the wire will say it. Subscribers who read the API have it at once.
look = Show what comes of it
lifting = It comes back
lifting_as_it_was = as it was
lifting_corrected = corrected, with a note
redact_with = What stands in their place
early_hint = This ends the embargo before its time: everybody gets the story now.
ends_schedules_hint = What is set for this story is cancelled with it.
mends_title = Does this mend an error?
mends_hint = Words that are out were changed. Where something wrong was published, make it a correction: errors are not buried in an update.
make_correction = Make it a correction
which_time = Where clocks show the time twice
which_first = the first time
which_second = the second time
held_meanwhile = The story is on hold meanwhile.
alone_from = From { $time } on you may confirm alone; this is marked and reported.
take_request_back = Take the request back
take_back_hint = What the request held comes back as it was.
said_set = Set. It stands in the calendar.
said_taken_back = The request was taken back.
notice_may_alone = Nobody has answered; you may confirm alone
notice_confirmed_alone = { $name } confirmed alone
notice_taken_back = { $name } took the request back
mail_remind_subject = Still to confirm: { $headline }
mail_remind_text =
    { $name } still waits for a second person: { $act }.
    
    The story and what changes:
    
    { $link }
mail_alone_subject = Nobody has confirmed: { $headline }
mail_alone_text =
    { $name }, nobody has answered your request: { $act }. You may confirm alone now; this is marked and reported.
    
    { $link }
never_time_text = Clocks skip this time: it does not exist on that day.
twice_time_text = Clocks show this time twice on that day: say which is meant.
past_time_text = This time has passed.
