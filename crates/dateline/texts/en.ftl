# Texts of the public site in English, the language every other falls back to. All languages have the same keys;
# the newsroom's words in each stand in GLOSSARY.md.

## The frame of every page
homepage = Home
breadcrumb = Breadcrumb
skip_to_content = Skip to content
sections = Sections
languages = Languages
use_notice = Any use of this material must include a hyperlink to the source.

## The front
latest_news = Latest news
days_news = The day’s news
breaking = Breaking news
flash = Flash
urgent = Urgent
list_empty = There are no stories here yet.

## Kinds of stories
kind_official = Official statement
kind_interview = Interview
kind_factbox = Factbox
kind_photo_story = Photo story
kind_press_release = Press release

## A story
published_at = Published { $time }
updated_at = Updated { $time }
corrected_at = Corrected { $time }
by = By { $names }
topics = Topics
keywords = Keywords
other_news = More from this section
continues = This story continues:
continued_from = Earlier in this story:
read_also = Read also
sign_off_reporter = Reporting by { $names }
sign_off_writer = Writing by { $names }
sign_off_translator = Translation by { $names }
sign_off_editor = Editing by { $names }
translations = This story in other languages
translation_behind = The original of this story has been changed since it was translated. This version does not yet show the change.
correction = Correction
report_hint = Found a mistake? Mark it and press Ctrl + Enter.
report_button = Report a mistake
copy_with_link = Copy with link
copied = Copied
copy_failed = Your browser did not allow copying

## Lists
stories_count =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
topic_news = News on: { $topic }
author_stories = Stories by { $name }
archive = Archive
archive_day = News of { $date }
archive_month = News of { $month }
archive_empty = No stories were published on this day.
archive_month_empty = No stories were published in this month.
calendar = Calendar
previous_day = Previous day
next_day = Next day
previous_month = Previous month
next_month = Next month
older = Older
pages = Pages

## History and corrections
history = Version history
history_intro = Every version of this story as it was published, the newest first. Added words are underlined, removed words are struck through.
history_of = Version history: { $headline }
version = Version
version_number = Version { $number }
current_version = Current version
changed_since = Changes since version { $number }
text_unchanged = The text is unchanged.
act_release = Published
act_update = Updated
act_correction = Corrected
act_refile = Slip corrected
act_hold = Withheld pending checks
act_lift = Released again
act_kill = Withdrawn
act_takedown = Removed
act_restore = Restored
act_unpublish = Taken off the site
act_import = Taken over from the archive
corrections = Corrections
corrections_intro = When we get something wrong, we put it right and say so. Here are all corrections to our published stories, the newest first.
corrections_empty = There are no corrections so far.

## What is no longer there
held_title = This story is being checked
held_text = We have withdrawn this story while we check it. Please do not use it until it appears again.
killed_title = This story has been withdrawn
killed_text = We have withdrawn this story. It must not be used in any form.
killed_headline = The withdrawn story was headlined: { $headline }
takedown_title = This story is no longer available
takedown_text = The story at this address has been removed for legal reasons.
unpublished_title = This story is no longer on our site
unpublished_text = The story at this address has been taken off our site.
reason = Reason
substitute = Read instead:

## Errors
not_found_title = Page not found
not_found_text = There is no page at this address. It may have been mistyped, or the page may have moved.
gone_title = Page removed
gone_text = The page at this address no longer exists.
legal_title = Not available for legal reasons
legal_text = This page cannot be shown for legal reasons.
error_title = Something went wrong
error_text = The page could not be shown just now. We have been told about the fault; please try again shortly.
to_homepage = To the front page
to_latest_news = To the latest news

## Feeds and other readers that are programs
feed_title = { $agency }: latest news
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = The latest news from { $agency }
feed_withdrawn = This story has been withdrawn.
sitemap = Sitemap
llms_intro = { $agency } is a news agency. Below are its editions, sections and feeds; every story is also available as plain Markdown by adding .md to its address.
llms_editions = Editions
llms_use = Terms of use

## Letters to the newsroom
feedback_title = Feedback
feedback_closed = The form is closed at the moment. Please try again later.
required_hint = Fields marked * are required.
captcha_hint = Please enter the letters shown in the picture above.
captcha_case_hint = Capital and small letters are treated alike.
feedback_subject = Subject
feedback_name = Name
feedback_email = E-mail
feedback_message = Message
feedback_send = Send
feedback_thanks = Thank you. Your letter has reached the newsroom.
feedback_reference = Its reference:
feedback_too_many = Many letters have come from your network in the last hour. Nothing you typed is lost; please send it again later.
feedback_close = Close
feedback_failed = It could not be sent. Nothing you typed is lost; please try again.
field_missing = Please fill in this field.
field_too_long = This is longer than we can take.
field_no_address = This is not an e-mail address.
captcha_alt = Six letters, drawn. They can also be heard.
captcha_listen = Or listen:
captcha_letters = Letters
captcha_again = Other letters
captcha_missing = Please enter the letters.
captcha_too_soon = That was very quick. Please send it once more.
captcha_wrong = Those were not the letters. Here are others; what you typed is kept.
captcha_stale = The letters were too old or used before. Here are others; what you typed is kept.
form_stale = This form was too old or sent before. Please send it once more.
captcha_needs_script = This form needs scripts, which your browser has switched off.
captcha_working = Checking that no machine is writing…
captcha_done = Checked: no letters are needed.

## Mistakes that readers report
report_marked = You marked:
report_which = Where is the mistake?
report_suggestion = What it should say
report_kind = What kind of mistake is it?
report_kind_slip = A slip: spelling, grammar, a missing word
report_kind_fact = A fact: a number, a name, a date
report_kind_translation = The translation
report_kind_picture = A picture or its caption
report_kind_link = A link
report_word = A word to the editor
report_email_hint = If you give us your address, we first ask you to confirm it, then write to you once, when the matter is settled. It is erased 30 days later.
report_which_missing = Please mark the words or choose a paragraph.
report_kind_missing = Please choose what kind of mistake it is.
report_nothing_said = Please say what it should say, or write a word to the editor.
report_foreign_words = The story does not say that, or no longer. Please choose the paragraph.
report_unknown_version = The story has changed since you opened it. Please choose the paragraph as it stands now.
report_too_long = More is marked than we can take: 300 characters at most. Please choose the paragraph.
report_thanks = Thank you. Your report has reached the editors.
report_already_fixed = Thank you. This has already been put right.
report_before = It said:
report_after = It now says:
report_follow = Follow your report
report_mail_sent = We have sent you a letter. Please follow the link in it, so that we may write to you when the matter is settled.
report_status_title = Your report
report_story = Story:
report_sent_at = Reported:
report_settled_at = Settled:
report_told = We will write to you when the matter is settled.
report_waiting = Your report is waiting for an editor.
report_fixed = The mistake has been put right. Thank you.
report_not_a_mistake = The editors looked into it and found the words to be right as they are.
report_rejected = The editors looked into it and decided against a change.
report_confirm_text = Is this your address? Then we will write to you once, when the matter is settled.
report_confirm_button = Yes, it is my address
report_confirm_mail_subject = { $agency }: please confirm your address ({ $reference })
report_confirm_mail = Somebody, probably you, reported a mistake to { $agency } under the reference { $reference } and would like to hear what becomes of it. If that was you, please confirm your address here:
report_confirm_mail_end = If it was not you, you need do nothing: we will not write to you again.
report_settled_mail_subject = { $agency }: your report { $reference } is settled
report_settled_mail_end = Thank you for reading { $agency } closely. This is the only letter about report { $reference }.
report_joined =
    { $count ->
        [one] Thank you. One reader reported this before you; what you wrote has been added.
       *[other] Thank you. { $count } readers reported this before you; what you wrote has been added.
    }
