# Texts of the newsroom's own pages in English, the language every other falls back to. All languages have the same
# keys; the newsroom's words in each stand in GLOSSARY.md.

## The frame
newsroom = Newsroom
skip = Skip to content
nav = Newsroom
nav_start = My day
nav_board = Board
nav_media = Pictures
nav_people = People
nav_desks = Desks
nav_audit = Record
notices = Notices
account = My account
page_language = Language of these pages
set = Set
save = Save
make = Make
cancel = Cancel
close = Close
confirm = Confirm
remove = Remove
move = Move
end = End
all = All
show = Show
search = Search
name = Name
nobody = Nobody
from = From
to = To
at = Time
date = Date
person = Person
upload = Upload
nothing_here = Nothing here.
to_start = To the start page

## Signing in
sign_in = Sign in
sign_out = Sign out
sign_in_first = Please sign in first.
sign_in_wrong = Address and password do not fit.
sign_in_paused = Too many tries. Please wait a while and try again.
email = E-mail address
password = Password
old_password = Present password
new_password = New password
password_again = New password again
set_password = Set a password
passwords_differ_text = The two passwords differ.
password_short_text = A password has at least 8 characters.
wrong_password_text = The present password is not right.
forgotten = Forgotten the password?
send_letter = Send a letter
letter_sent = If somebody here has this address, a letter is on its way. Its link holds for an hour.
letter_old_text = This link is too old or was used already. Ask for another.
welcome = Welcome, { $name }
code_title = Second step
code = Code
code_hint = Six digits from your authenticator, or one of your recovery codes.
wrong_code_text = This code is not right, or was used already.
authenticator = Authenticator
authenticator_hint = With an authenticator app on your telephone, a stolen password alone opens nothing.
authenticator_scan = Scan this picture with your authenticator app, or type the letters below it. Then give the code it shows.
authenticator_on =
    { $count ->
        [one] Codes are asked for when you sign in. { $count } recovery code is left.
       *[other] Codes are asked for when you sign in. { $count } recovery codes are left.
    }
set_up = Set up
recovery_codes = Recovery codes
recovery_hint = Keep these where you find them without your telephone. Each works once. They are shown only now.
sessions = Where you are signed in
this_session = this browser
end_others = End all others

## People and desks
invite = Invite somebody
roles_everywhere = Roles at every desk
role_reporter = Reporter
role_editor = Editor
role_chief = Chief
role_photo = Photo desk
role_translator = Translator
role_correspondent = Correspondent
role_administrator = Administrator
disabled = May not come in
disable = Keep out
forget_authenticator = Take the authenticator away
key = Key
new_desk = New desk
languages_hint = Languages (none stands for all)
sections_hint = Sections (none stands for all)
steps_hint = Own steps while copy is written, one a line
approval = Approval before release
approval_nobody = Not needed
approval_another_person = By another person
approval_chief = By the chief
act = Act
subject = Subject
detail = Detail
network = From

## Board and start page
mine = Mine
whose = Whose
waiting = Waiting for me
to_confirm = A second person is asked for
just_released = Just released
new_story = New story
stage_draft = Being written
stage_submitted = Handed in
stage_approved = Approved
stage_released = Released
stage_spiked = Spiked
held_by = { $name } is writing
held_by_nobody = Nobody is writing
asked_by = { $name } asks for it
due_at = due { $time }
waits_for_second = waits for a second person
line_lost = The line is lost. What changes meanwhile is shown when it is back.
keys = Keys
key_move = Next and previous story
key_open = Open
key_release = Release…
claim = Claim
submit = Hand in
approve = Approve

## A story
desk = Desk
language = Language
languages = Languages
section = Section
urgency = Urgency
headline = Headline
slugline = Slugline
summary = Summary
body = Body
byline = Byline
authors = Authors
topics = Topics
keywords = Keywords
commas_hint = Several with commas between.
also_in = Also in these sections
kind = Kind
kind_news = News
kind_official = Official statement
kind_interview = Interview
kind_factbox = Factbox
kind_photo_story = Photo story
kind_press_release = Press release
dateline = Dateline
place = Place
source = Source
follows = Number of the story it goes on from
usage_terms = Terms of use
embargo = Embargo
embargo_until = Until
zone = Time zone
pictures = Pictures
alt = What it shows, for those who do not see it
caption = Caption
credit = Credit
add_picture = Add a picture
version = Version
versions = Versions
revision = Revision
revisions = Revisions and versions
preview = Preview
public_page = Public page
counts = { $words } words, { $characters } characters, { $minutes } min
checks = Before release
check_long_headline = The headline is longer than 110 characters.
check_empty_body = The body is empty.
check_no_dateline = There is no place in the dateline.
check_no_alt = A picture has no description.
check_no_credit = A picture has no credit.
check_not_in_edition = The section is not in this edition.
check_quotes = Quotation marks do not come in pairs.
let_go = Let go
ask_for = Ask for it
take_over = Take over
hand_over = Hand over
hand_over_to = To
send_back = Send back
spike = Spike
spike_reason = Why it is dropped
unspike = Take back
step = Step
assigned_to = Assigned to
due = Due
translate_into = Translate into
remarks = Remarks
remark = Remark
remark_hint = @name tells a colleague.
say = Say
made_by = Made by { $name }, { $time }
changed_at = changed { $time }
published_at = published { $time }
saved_elsewhere = Saved by somebody else. Load the page again to see it.
taken_over = { $name } has taken the story over. What you had not saved is kept as a revision.
said_saved = Saved.
said_done = Done.
said_asked = Asked for. A second person must confirm; the story is held meanwhile.
said_made = Made. You hold it now.
said_restored = Restored as a new revision.

## Revisions
difference = Difference
compare = Compare
as_it_stands = as it stands
restore = Restore
reason_work = while writing
reason_submit = handed in
reason_approve = approved
reason_send_back = sent back
reason_hand_over = changed hands
reason_spike = spiked or taken back
reason_restore = before a restore
reason_release = released
reason_set_aside = set aside: somebody else was faster

## Acts
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
alone_hint = Nobody has answered for half an hour. You may confirm alone; this is marked and reported.

## Notices and letters
all_seen = All seen
notice_asked = { $name } asks you for
notice_handed = { $name } hands you
notice_taken = { $name } has taken over
notice_assigned = { $name } assigns you
notice_sent_back = { $name } sends back
notice_approved = { $name } has approved
notice_remark = { $name } remarks on
notice_confirm = { $name } asks for your confirmation of
notice_confirmed = { $name } has confirmed
mail_invite_subject = { $agency }: welcome to the newsroom
mail_invite_text =
    Hello { $name },
    
    you are invited to the newsroom of { $agency }. Set your password here within a week:
    
    { $link }
mail_reset_subject = { $agency }: a new password
mail_reset_text =
    Hello { $name },
    
    somebody, probably you, asked for a new password at { $agency }. Set it here within an hour:
    
    { $link }
    
    If it was not you, do nothing.
mail_confirm_subject = To confirm: { $headline }
mail_confirm_text =
    { $name } asks a second person for: { $act }.
    
    The story and what changes:
    
    { $link }

## What cannot be done
refused_title = Not allowed
refused_text = Your roles do not allow this.
foreign_text = This request came from another site and was not carried out.
missing_title = Nothing here
missing_text = There is nothing at this address, or nothing you may see.
bad_title = Not taken
bad_text = Something in this form cannot be read.
too_large_text = This is larger than what can be taken.
too_long_text = This is too long.
conflict_title = Not possible now
error_title = Something went wrong
error_text = This is our fault. It has been written down; please try again.
busy_text = Somebody else did something to it in the same moment. Please try again.
not_now_text = As the story stands, this is not possible.
not_approved_text = The desk must approve this revision first.
not_submitted_text = The story must be handed in first.
spiked_text = The story was spiked. Take it back first.
behind_text = A newer version is out than the one this copy is based on.
changed_text = Somebody else was faster. Load the story again.
held_text = Somebody else is writing this story.
same_person_text = You asked for it yourself. A second person must confirm.
nothing_pending_text = Nothing waits for confirmation here.
already_out_text = This story was published. It can be withdrawn, but not spiked.
note_missing_text = What is marked with * must be said.
set_aside_text = Somebody else holds the story or was faster. What you sent is kept as a revision of its own.
headline_text = A story needs a headline.
section_text = There is no such section.
follows_text = There is no story of this number.
unknown_field_text = A story has no such field.
bad_time_text = This is no date or time.
bad_zone_text = There is no such time zone.
ambiguous_time_text = Clocks change then: this time does not exist, or comes twice.
bad_language_text = The agency has no edition in this language, or the story is there already.
bad_email_text = This is no e-mail address.
person_text = This person is not here, or may not write at this desk.
person_known_text = Somebody with this address is here already.
last_administrator_text = Somebody must remain an administrator.
desk_known_text = A desk with this key is there already.
desk_key_text = A key has 1 to 64 of a-z, 0-9, - and _.
remark_text = Say something first.
file_text = Choose a file first.
