# Texts of the editor in English, the language every other falls back to. All languages have the same keys.
# They are given to a script, so a gap is filled as it stands: no plural forms here.

## Toolbar
editor_toolbar = Formatting
editor_words = Text of the story
editor_undo = Undo
editor_redo = Redo
editor_paragraph = Paragraph
editor_heading2 = Heading
editor_heading3 = Subheading
editor_heading4 = Minor heading
editor_strong = Bold
editor_emphasis = Italic
editor_underline = Underline
editor_strike = Strikethrough
editor_sub = Subscript
editor_sup = Superscript
editor_link = Link
editor_unordered = Bulleted list
editor_ordered = Numbered list
editor_quotation = Quotation
editor_preformatted = Text as typed
editor_picture = Picture, video or audio
editor_embed = Post or video from elsewhere
editor_table = Table
editor_rule = Dividing line
editor_characters = Special characters
editor_quotes = Quotation marks
editor_direction = Writing direction
editor_find = Find and replace

## Tables
editor_row_before = Row above
editor_row_after = Row below
editor_row_delete = Delete row
editor_column_before = Column before
editor_column_after = Column after
editor_column_delete = Delete column
editor_header_row = Header row
editor_header_column = Header column
editor_cells_merge = Merge cells
editor_cell_split = Split cell
editor_table_delete = Delete table
editor_rows = Rows
editor_columns = Columns

## Dialogs
editor_confirm = OK
editor_cancel = Cancel
editor_close = Close
editor_remove = Remove
editor_try_again = Try again
editor_address = Address
editor_link_remove = Remove link
editor_link_bad = This is not a web or e-mail address.
editor_embed_hint = The address of a page at one of these:
editor_embed_bad = Nothing at this address can be shown in a story.

## Finding
editor_find_words = Find
editor_replace_with = Replace with
editor_match_case = Match case
editor_find_previous = Previous
editor_find_next = Next
editor_replace_one = Replace
editor_replace_all = Replace all
editor_found = Found: { $count }
editor_found_at = { $place } of { $count }
editor_replaced = Replaced: { $count }

## Special characters
editor_chars_quotes = Quotation marks
editor_chars_unseen = Spaces and invisible characters
editor_chars_signs = Signs and currencies
editor_chars_letters = Letters
editor_char_no_break = No-break space
editor_char_narrow_no_break = Narrow no-break space
editor_char_thin = Thin space
editor_char_half_space = Half-space
editor_char_soft_hyphen = Soft hyphen
editor_char_left_to_right = Left-to-right mark
editor_char_right_to_left = Right-to-left mark

## Pictures
editor_alt = Description for those who cannot see it
editor_credit = Credit
editor_caption = Caption
editor_focus = Focal point
editor_fill_in = Fill in from the picture
editor_focus_hint = Click where the eye should rest. Crops keep this point.
editor_focus_across = From left to right
editor_focus_down = From top to bottom
editor_focus_failed = The focal point could not be saved. Please try again.
editor_uploading = Uploading { $name }
editor_upload_failed = No connection. The file has not been uploaded.
editor_upload_refused = This file cannot be used.
editor_library = Picture from the library
editor_gallery = Gallery
editor_pictures_found = Pictures found
editor_pictures_search = Search pictures
editor_pictures_send = Or send new ones
editor_pictures_none = No picture found.
editor_pictures_choose = Choose a picture first.
editor_pictures_add = Add a picture
editor_insert = Insert
editor_pictures_left_out = Pictures left out: { $count }. Please upload pictures as files.

## Saving
editor_state_saved = Saved { $time }
editor_state_changed = Not saved yet
editor_state_saving = Saving…
editor_state_kept = No connection. Your text is kept on this device and will be sent when the connection is back.
editor_state_refused = Not saved: please correct what is marked.
editor_state_signed_out = You have been signed out. Sign in again in another window; your text is kept on this device.
editor_state_taken = { $name } has taken over this story.
editor_state_elsewhere = Not saved: this story was changed in another window.
editor_taken_over = { $name } has taken over this story. What you had not saved is kept among its revisions.
editor_written_elsewhere = This story was changed in another of your windows. What you wrote here is kept.
editor_load_again = Load again
editor_write_on = Save what is here
editor_left = Text of { $time } that was not saved is kept on this device.
editor_left_older = Text of { $time } that was not saved is kept on this device. The story has been changed since.
editor_restore = Restore
editor_discard = Discard
editor_keeps_nothing = This browser cannot keep text. Please watch the line below the text: only what is saved there is safe.

## Counts and checks
editor_words_count = Words: { $count }
editor_characters_count = Characters: { $count }
editor_minutes_count = Minutes to read: { $count }
editor_checks = Checks
editor_checks_fine = Nothing to correct.
editor_check_headline_empty = The headline is missing.
editor_check_headline_long = The headline has { $length } characters; { $most } fit.
editor_check_section = No section has been chosen.
editor_check_not_in_edition = The section is not in this edition.
editor_check_empty = The body is empty.
editor_check_dateline = The dateline is missing.
editor_check_alt = A picture has no description.
editor_check_credit = A picture has no credit.
editor_check_quotes = Quotation marks { $pair } do not match.
