# Acts

acts = Acts
act_release = Release
act_update = Update
act_correction = Correct
act_refile = Refile
act_hold = Hold
act_lift = Lift the hold
act_kill = Kill
act_takedown = Take down
act_restore = Restore
act_redact = Redact
act_unpublish = Unpublish
about_release = First publication.
about_update = Newer, fuller text. The note says what is new.
about_correction = An error was published. The note says where, what it said, and what is right.
about_refile = A slip is put right: a letter, a weekday, nothing of substance. Readers get no note.
about_hold = Stop using it while we check. Readers and subscribers are told.
about_lift = The hold ends.
about_kill = So wrong that it must not be used. Readers see a notice with the reason.
about_takedown = Removed for legal or rights reasons. Nothing of it stays on the site.
about_restore = The takedown was wrong: the story comes back.
about_redact = Words are replaced in every version, caption and note. They cannot be brought back.
about_unpublish = Off the site without a notice on the wire.
release_never = not published
release_advanced = with trusted readers
release_public = public
release_held = on hold
release_killed = killed
release_taken_down = taken down
release_unpublished = unpublished
editor_note = Note to editors
public_note = Note to readers
reason = Reason
substitute = Number of a story to read instead
covered = Covers
this_language = This language
all_languages =
    { $count ->
        [one] { $count } language
       *[other] All { $count } languages
    }
later = At a set time
redact_words = Words to be replaced, one a line
readers_get = What readers get
second_hint = A second person must confirm this. A kill or takedown holds the story at once.
pending = { $act }: asked for by { $name }, { $time }
look_and_confirm = Look and confirm
confirm_title = Confirm: { $act }
confirm_act = Confirm: { $act }
covers_count =
    { $count ->
        [one] Covers { $count } story
       *[other] Covers { $count } stories
    }
alone_hint = Nobody has answered in time. You may confirm alone; this is marked and reported.
