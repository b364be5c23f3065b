notice_reported = A reader reports an error of fact
told_reported = A reader reports an error of fact
right_reports_answer = Answer readers’ reports
nav_reports = Mistakes
report_figures = Figures
report_kind = Kind
report_this_story = This story alone
report_key_move = next and previous
reports_waiting = Waiting
reports_later = Put off
reports_answered = Answered
reports_spam = Put aside
mistake_slip = Slip
mistake_fact = Fact
mistake_translation = Translation
mistake_picture = Picture
mistake_link = Link
report_fixed = put right
report_fixed_itself = put right by a version
report_not_a_mistake_state = no mistake
report_rejected = refused
words_moved = The words stand elsewhere now:
words_changed = Other words stand there now. Marked was:
words_deleted = The words are gone. Marked was:
words_unanchored = Nobody can say where the words are now. Marked was:
report_captions = Captions
report_until = until { $time }
report_public_page = Public page
report_history = History
report_what_readers_say = What readers say
report_told = is told by letter
report_spam_score = { $count } % like spam
report_use = Take this up
report_put_right = Put it right
report_instead = In place of the marked words
report_as = As
report_apply = Apply
report_by_hand = By hand
report_answer = Answer
report_not_a_mistake = Not a mistake
report_spam = Spam
report_later = Later
report_put_off = Put off
report_reason = Why it is refused; readers are told
report_reject = Refuse
report_reopen = Take the answer back
report_other_languages = Other languages
report_same = Put the same right ({ $language })
report_no_counterpart = The passage has no certain counterpart here. A correction leaves this translation a task.
report_as_it_stands = As it stands
report_held_text = { $name } is writing this story. Ask for it, or take it over by right.
report_ask = Ask for it
report_take_over = Take it over
report_answered_text = Somebody has answered this meanwhile.
report_reason_text = Say why in 1 to 1,000 characters.
report_changed_text = The words have changed since this page was made. Look at the paragraph as it stands and apply again.
report_nothing_text = Nothing would change: write what is to stand there.
report_by_hand_text = This cannot be put in by the program: it goes over several lines or stands in a caption. Do it by hand in the story.
said_report_applied = Put right. Those who reported it are thanked.
said_report_answered = Answered.
report_count = Reports
report_matters = Matters
report_right = Right
report_wrong = Wrong or refused
report_median = Median time to put right
report_took = { $hours } h { $minutes } min
report_readers =
    { $count ->
        [one] { $count } reader
       *[other] { $count } readers
    }
report_hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }
report_days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
report_waiting =
    { $count ->
        [one] Readers report { $count } mistake here
       *[other] Readers report { $count } mistakes here
    }
