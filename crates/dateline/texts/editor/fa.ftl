# متن‌های ویرایشگر به فارسی.

## نوار ابزار
editor_toolbar = قالب‌بندی
editor_words = متن خبر
editor_undo = واگرد
editor_redo = ازنو
editor_paragraph = بند
editor_heading2 = میان‌تیتر
editor_heading3 = میان‌تیتر دوم
editor_heading4 = میان‌تیتر کوچک
editor_strong = پررنگ
editor_emphasis = ایتالیک
editor_underline = زیرخط‌دار
editor_strike = خط‌خورده
editor_sub = زیرنویس
editor_sup = بالانویس
editor_link = پیوند
editor_unordered = فهرست نشانه‌دار
editor_ordered = فهرست شماره‌دار
editor_quotation = نقل قول
editor_preformatted = متن همان‌گونه که نوشته شده
editor_picture = عکس، ویدئو یا صدا
editor_embed = فرسته یا ویدئو از جای دیگر
editor_table = جدول
editor_rule = خط جداکننده
editor_characters = نویسه‌های ویژه
editor_quotes = گیومه
editor_direction = جهت نوشتن
editor_find = یافتن و جایگزینی

## جدول‌ها
editor_row_before = سطر در بالا
editor_row_after = سطر در پایین
editor_row_delete = حذف سطر
editor_column_before = ستون پیش از این
editor_column_after = ستون پس از این
editor_column_delete = حذف ستون
editor_header_row = سطر عنوان
editor_header_column = ستون عنوان
editor_cells_merge = ادغام خانه‌ها
editor_cell_split = تقسیم خانه
editor_table_delete = حذف جدول
editor_rows = سطرها
editor_columns = ستون‌ها

## پنجره‌ها
editor_confirm = تأیید
editor_cancel = انصراف
editor_close = بستن
editor_remove = برداشتن
editor_try_again = تلاش دوباره
editor_address = نشانی
editor_link_remove = برداشتن پیوند
editor_link_bad = این نه نشانی وب است و نه نشانی ایمیل.
editor_embed_hint = نشانی صفحه‌ای در یکی از این‌ها:
editor_embed_bad = چیزی در این نشانی نیست که بتوان در خبر نشان داد.

## جست‌وجو
editor_find_words = یافتن
editor_replace_with = جایگزین با
editor_match_case = تمایز حروف بزرگ و کوچک
editor_find_previous = قبلی
editor_find_next = بعدی
editor_replace_one = جایگزینی
editor_replace_all = جایگزینی همه
editor_found = یافته‌ها: { $count }
editor_found_at = { $place } از { $count }
editor_replaced = جایگزین شد: { $count }

## نویسه‌های ویژه
editor_chars_quotes = گیومه‌ها
editor_chars_unseen = فاصله‌ها و نویسه‌های ناپیدا
editor_chars_signs = نشانه‌ها و پول‌ها
editor_chars_letters = حروف
editor_char_no_break = فاصلهٔ نشکن
editor_char_narrow_no_break = فاصلهٔ باریک نشکن
editor_char_thin = فاصلهٔ نازک
editor_char_half_space = نیم‌فاصله
editor_char_soft_hyphen = خط تیرهٔ نرم
editor_char_left_to_right = نشانهٔ چپ‌به‌راست
editor_char_right_to_left = نشانهٔ راست‌به‌چپ

## عکس‌ها
editor_alt = شرح برای کسی که آن را نمی‌بیند
editor_credit = عکاس یا منبع
editor_caption = شرح عکس
editor_focus = نقطهٔ کانونی
editor_fill_in = پر کردن از روی عکس
editor_focus_hint = جایی را که چشم باید بر آن بماند کلیک کنید. این نقطه در برش‌ها می‌ماند.
editor_focus_across = از چپ به راست
editor_focus_down = از بالا به پایین
editor_focus_failed = نقطهٔ کانونی ذخیره نشد. دوباره تلاش کنید.
editor_uploading = در حال بارگذاری { $name }
editor_upload_failed = اتصال برقرار نیست. فایل بارگذاری نشد.
editor_upload_refused = از این فایل نمی‌توان استفاده کرد.
editor_library = عکس از بایگانی
editor_gallery = گالری
editor_pictures_found = عکس‌های یافته‌شده
editor_pictures_search = جستجوی عکس
editor_pictures_send = یا عکس تازه بفرستید
editor_pictures_none = عکسی یافت نشد.
editor_pictures_choose = نخست عکسی برگزینید.
editor_pictures_add = افزودن عکس
editor_insert = درج
editor_pictures_left_out = عکس‌های کنارگذاشته: { $count }. عکس‌ها را به‌صورت فایل بارگذاری کنید.

## ذخیره
editor_state_saved = ذخیره شد { $time }
editor_state_changed = هنوز ذخیره نشده
editor_state_saving = در حال ذخیره…
editor_state_kept = اتصال برقرار نیست. متن شما در این دستگاه نگه داشته شده و با برقراری اتصال فرستاده می‌شود.
editor_state_refused = ذخیره نشد: آنچه را نشان شده درست کنید.
editor_state_signed_out = از سامانه خارج شده‌اید. در پنجره‌ای دیگر وارد شوید؛ متن شما در این دستگاه نگه داشته شده است.
editor_state_taken = { $name } این خبر را برعهده گرفت.
editor_state_elsewhere = ذخیره نشد: این خبر در پنجره‌ای دیگر تغییر کرده است.
editor_taken_over = { $name } این خبر را برعهده گرفت. آنچه ذخیره نکرده بودید در میان ویرایش‌های آن مانده است.
editor_written_elsewhere = این خبر در پنجرهٔ دیگر شما تغییر کرده است. آنچه اینجا نوشته‌اید نگه داشته شده است.
editor_load_again = بارگذاری دوباره
editor_write_on = ذخیرهٔ آنچه اینجاست
editor_left = متنی ذخیره‌نشده از { $time } در این دستگاه مانده است.
editor_left_older = متنی ذخیره‌نشده از { $time } در این دستگاه مانده است. خبر از آن پس تغییر کرده است.
editor_restore = بازگرداندن
editor_discard = کنار گذاشتن
editor_keeps_nothing = این مرورگر نمی‌تواند متن را نگه دارد. به سطر زیر متن توجه کنید: تنها آنچه آنجا ذخیره شده در امان است.

## شمارش و بررسی
editor_words_count = واژه‌ها: { $count }
editor_characters_count = نویسه‌ها: { $count }
editor_minutes_count = دقیقه برای خواندن: { $count }
editor_checks = بررسی
editor_checks_fine = چیزی برای درست کردن نیست.
editor_check_headline_empty = تیتر نوشته نشده است.
editor_check_headline_long = تیتر { $length } نویسه دارد؛ { $most } جا می‌شود.
editor_check_section = سرویس انتخاب نشده است.
editor_check_not_in_edition = این بخش در این نسخه نیست.
editor_check_empty = متن خالی است.
editor_check_dateline = مکان و تاریخ خبر نوشته نشده است.
editor_check_alt = عکسی شرح ندارد.
editor_check_credit = نام عکاس یا منبع عکسی نوشته نشده است.
editor_check_quotes = گیومه‌های { $pair } جور نیستند.
