# نصوص المحرر بالعربية.

## شريط الأدوات
editor_toolbar = التنسيق
editor_words = نص الخبر
editor_undo = تراجع
editor_redo = إعادة
editor_paragraph = فقرة
editor_heading2 = عنوان
editor_heading3 = عنوان فرعي
editor_heading4 = عنوان صغير
editor_strong = عريض
editor_emphasis = مائل
editor_underline = تسطير
editor_strike = يتوسطه خط
editor_sub = منخفض
editor_sup = مرتفع
editor_link = رابط
editor_unordered = قائمة نقطية
editor_ordered = قائمة مرقمة
editor_quotation = اقتباس
editor_preformatted = نص كما كُتب
editor_picture = صورة أو فيديو أو صوت
editor_embed = منشور أو فيديو من منصة أخرى
editor_table = جدول
editor_rule = خط فاصل
editor_characters = رموز خاصة
editor_quotes = علامات التنصيص
editor_direction = اتجاه الكتابة
editor_find = بحث واستبدال

## الجداول
editor_row_before = صف أعلاه
editor_row_after = صف أسفله
editor_row_delete = حذف الصف
editor_column_before = عمود قبله
editor_column_after = عمود بعده
editor_column_delete = حذف العمود
editor_header_row = صف العناوين
editor_header_column = عمود العناوين
editor_cells_merge = دمج الخلايا
editor_cell_split = تقسيم الخلية
editor_table_delete = حذف الجدول
editor_rows = الصفوف
editor_columns = الأعمدة

## النوافذ
editor_confirm = موافق
editor_cancel = إلغاء
editor_close = إغلاق
editor_remove = إزالة
editor_try_again = إعادة المحاولة
editor_address = العنوان
editor_link_remove = إزالة الرابط
editor_link_bad = هذا ليس عنوان موقع ولا بريد إلكتروني.
editor_embed_hint = عنوان صفحة في إحدى هذه المنصات:
editor_embed_bad = لا شيء في هذا العنوان يمكن عرضه داخل خبر.

## البحث
editor_find_words = بحث عن
editor_replace_with = استبدال بـ
editor_match_case = مطابقة حالة الأحرف
editor_find_previous = السابق
editor_find_next = التالي
editor_replace_one = استبدال
editor_replace_all = استبدال الكل
editor_found = النتائج: { $count }
editor_found_at = { $place } من { $count }
editor_replaced = تم الاستبدال: { $count }

## الرموز الخاصة
editor_chars_quotes = علامات التنصيص
editor_chars_unseen = مسافات ورموز غير مرئية
editor_chars_signs = رموز وعملات
editor_chars_letters = حروف
editor_char_no_break = مسافة غير منقسمة
editor_char_narrow_no_break = مسافة ضيقة غير منقسمة
editor_char_thin = مسافة رفيعة
editor_char_half_space = نصف مسافة
editor_char_soft_hyphen = واصلة اختيارية
editor_char_left_to_right = علامة من اليسار إلى اليمين
editor_char_right_to_left = علامة من اليمين إلى اليسار

## الصور
editor_alt = وصف لمن لا يرى الصورة
editor_credit = المصدر
editor_caption = شرح الصورة
editor_focus = نقطة التركيز
editor_fill_in = ملء من الصورة
editor_focus_hint = انقر حيث يجب أن تستقر العين. يبقى هذا الموضع عند قص الصورة.
editor_focus_across = من اليسار إلى اليمين
editor_focus_down = من الأعلى إلى الأسفل
editor_focus_failed = تعذر حفظ نقطة التركيز. يرجى المحاولة مرة أخرى.
editor_uploading = جارٍ رفع { $name }
editor_upload_failed = لا يوجد اتصال. لم يُرفع الملف.
editor_upload_refused = لا يمكن استخدام هذا الملف.
editor_library = صورة من الأرشيف
editor_gallery = معرض صور
editor_pictures_found = الصور الموجودة
editor_pictures_search = البحث عن صور
editor_pictures_send = أو أرسل صورًا جديدة
editor_pictures_none = لا توجد صورة.
editor_pictures_choose = اختر صورة أولًا.
editor_pictures_add = إضافة صورة
editor_insert = إدراج
editor_pictures_left_out = صور لم تُنقل: { $count }. يرجى رفع الصور كملفات.

## الحفظ
editor_state_saved = حُفظ { $time }
editor_state_changed = لم يُحفظ بعد
editor_state_saving = جارٍ الحفظ…
editor_state_kept = لا يوجد اتصال. نصك محفوظ على هذا الجهاز وسيُرسل عند عودة الاتصال.
editor_state_refused = لم يُحفظ: يرجى تصحيح المواضع المعلّمة.
editor_state_signed_out = انتهت جلستك. سجّل الدخول من نافذة أخرى؛ نصك محفوظ على هذا الجهاز.
editor_state_taken = تولّى { $name } هذا الخبر.
editor_state_elsewhere = لم يُحفظ: عُدّل هذا الخبر في نافذة أخرى.
editor_taken_over = تولّى { $name } هذا الخبر. ما لم تحفظه باقٍ بين مراجعاته.
editor_written_elsewhere = عُدّل هذا الخبر في نافذة أخرى لك. ما كتبته هنا محفوظ.
editor_load_again = إعادة التحميل
editor_write_on = حفظ ما هنا
editor_left = يوجد على هذا الجهاز نص غير محفوظ من { $time }.
editor_left_older = يوجد على هذا الجهاز نص غير محفوظ من { $time }. وقد عُدّل الخبر منذ ذلك الحين.
editor_restore = استعادة
editor_discard = تجاهل
editor_keeps_nothing = لا يستطيع هذا المتصفح الاحتفاظ بالنص. يرجى متابعة السطر أسفل النص: ما حُفظ هناك وحده آمن.

## الأعداد والتدقيق
editor_words_count = الكلمات: { $count }
editor_characters_count = الأحرف: { $count }
editor_minutes_count = دقائق القراءة: { $count }
editor_checks = التدقيق
editor_checks_fine = لا شيء يحتاج إلى تصحيح.
editor_check_headline_empty = العنوان مفقود.
editor_check_headline_long = في العنوان { $length } حرفاً؛ يتسع لـ { $most }.
editor_check_section = لم يُختر قسم.
editor_check_not_in_edition = هذا القسم ليس في هذه الطبعة.
editor_check_empty = المتن فارغ.
editor_check_dateline = مكان الخبر وتاريخه مفقودان.
editor_check_alt = صورة بلا وصف.
editor_check_credit = صورة بلا مصدر.
editor_check_quotes = علامات التنصيص { $pair } غير متطابقة.
