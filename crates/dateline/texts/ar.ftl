# Texts of the public site in Arabic.

## The frame of every page
homepage = الرئيسية
breadcrumb = مسار التصفح
skip_to_content = الانتقال إلى المحتوى
sections = الأقسام
languages = اللغات
use_notice = يُشترط عند استخدام مواد الموقع وضع رابط إلى المصدر.

## The front
latest_news = آخر الأخبار
days_news = أخبار اليوم
breaking = خبر عاجل
flash = عاجل جداً
urgent = عاجل
list_empty = لا توجد أخبار هنا بعد.

## Kinds of stories
kind_official = بيان رسمي
kind_interview = مقابلة
kind_factbox = معلومات أساسية
kind_photo_story = تقرير مصور
kind_press_release = بيان صحفي

## A story
published_at = نُشر في { $time }
updated_at = آخر تحديث: { $time }
corrected_at = صُحّح في { $time }
by = بقلم: { $names }
topics = المواضيع
keywords = كلمات مفتاحية
other_news = أخبار أخرى من القسم
continues = تتمة الخبر:
continued_from = خبر سابق في الموضوع:
read_also = اقرأ أيضًا
sign_off_reporter = تغطية: { $names }
sign_off_writer = كتابة: { $names }
sign_off_translator = ترجمة: { $names }
sign_off_editor = تحرير: { $names }
translations = الخبر بلغات أخرى
translation_behind = أُدخل تعديل على النص الأصلي بعد ترجمته، ولم يظهر بعد في هذه النسخة.
correction = تصويب
report_hint = هل وجدت خطأ؟ حدّده ثم اضغط Ctrl + Enter
report_button = الإبلاغ عن خطأ
copy_with_link = نسخ مع الرابط
copied = تم النسخ
copy_failed = لم يسمح المتصفح بالنسخ

## Lists
stories_count =
    { $count ->
        [zero] لا أخبار
        [one] خبر واحد
        [two] خبران
        [few] { $count } أخبار
        [many] { $count } خبراً
       *[other] { $count } خبر
    }
topic_news = أخبار عن: { $topic }
author_stories = مواد { $name }
archive = الأرشيف
archive_day = أخبار يوم { $date }
archive_month = أخبار شهر { $month }
archive_empty = لم تُنشر أخبار في هذا اليوم.
archive_month_empty = لم تُنشر أخبار في هذا الشهر.
calendar = التقويم
previous_day = اليوم السابق
next_day = اليوم التالي
previous_month = الشهر السابق
next_month = الشهر التالي
older = الأقدم
pages = الصفحات

## History and corrections
history = سجل النسخ
history_intro = جميع نسخ الخبر كما نُشرت، بدءاً من الأحدث. الكلمات المضافة تحتها خط، والكلمات المحذوفة مشطوبة.
history_of = سجل النسخ: { $headline }
version = النسخة
version_number = النسخة { $number }
current_version = النسخة الحالية
changed_since = التغييرات منذ النسخة { $number }
text_unchanged = لم يتغير النص.
act_release = نُشر
act_update = حُدّث
act_correction = صُوّب
act_refile = صُحّح خطأ طباعي
act_hold = أُوقف للتحقق
act_lift = أُعيد نشره
act_kill = أُلغي
act_takedown = أُزيل
act_restore = استُعيد
act_unpublish = سُحب من الموقع
act_import = نُقل من الأرشيف
corrections = تصويبات
corrections_intro = حين نخطئ نصحح الخطأ ونعلن ذلك. هنا جميع التصويبات على الأخبار المنشورة، بدءاً من الأحدث.
corrections_empty = لا توجد تصويبات حتى الآن.

## What is no longer there
held_title = هذا الخبر قيد التحقق
held_text = أوقفنا نشر هذا الخبر مؤقتاً إلى حين التحقق منه. نرجو عدم استخدامه حتى يُعاد نشره.
killed_title = أُلغي هذا الخبر
killed_text = ألغت الوكالة هذا الخبر، ولا يجوز استخدامه بأي شكل من الأشكال.
killed_headline = عنوان الخبر الملغى: { $headline }
takedown_title = لم يعد هذا الخبر متاحاً
takedown_text = أُزيل الخبر من هذا العنوان لأسباب قانونية.
unpublished_title = لم يعد هذا الخبر على موقعنا
unpublished_text = سُحب الخبر الذي كان في هذا العنوان من موقعنا.
reason = السبب
substitute = اقرأ بدلاً منه:

## Errors
not_found_title = الصفحة غير موجودة
not_found_text = لا توجد صفحة في هذا العنوان. ربما كُتب العنوان خطأً أو نُقلت الصفحة.
gone_title = حُذفت الصفحة
gone_text = لم تعد الصفحة التي كانت في هذا العنوان موجودة.
legal_title = غير متاح لأسباب قانونية
legal_text = لا يمكن عرض هذه الصفحة لأسباب قانونية.
error_title = حدث خطأ
error_text = تعذر عرض الصفحة الآن. وصلنا بلاغ بالعطل؛ نرجو المحاولة مجدداً بعد قليل.
to_homepage = إلى الصفحة الرئيسية
to_latest_news = إلى آخر الأخبار

## Feeds and other readers that are programs
feed_title = { $agency }: آخر الأخبار
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = آخر الأخبار من { $agency }
feed_withdrawn = أُلغي هذا الخبر.
sitemap = خريطة الموقع
llms_intro = { $agency } وكالة أنباء. فيما يلي إصداراتها وأقسامها وخدمات التلقيم فيها؛ ويمكن الحصول على أي خبر نصاً بسيطاً بصيغة Markdown بإضافة ‎.md إلى عنوانه.
llms_editions = الإصدارات
llms_use = شروط الاستخدام

## Letters to the newsroom
feedback_title = راسلنا
feedback_closed = النموذج مغلق حالياً. يرجى المحاولة لاحقاً.
required_hint = الحقول المشار إليها بعلامة * إلزامية.
captcha_hint = يرجى إدخال الحروف الظاهرة في الصورة أعلاه.
captcha_case_hint = لا فرق بين الحروف الكبيرة والصغيرة.
feedback_subject = الموضوع
feedback_name = الاسم
feedback_email = البريد الإلكتروني
feedback_message = الرسالة
feedback_send = إرسال
feedback_thanks = شكرًا لكم. وصلت رسالتكم إلى هيئة التحرير.
feedback_reference = رقمها المرجعي:
feedback_too_many = وردت رسائل كثيرة من شبكتكم خلال الساعة الأخيرة. لم يضع شيء مما كتبتم؛ يُرجى الإرسال لاحقًا.
feedback_close = إغلاق
feedback_failed = تعذر الإرسال. لم يضع شيء مما كتبتم؛ يُرجى المحاولة مرة أخرى.
field_missing = يُرجى ملء هذا الحقل.
field_too_long = هذا أطول مما يمكننا قبوله.
field_no_address = هذا ليس عنوان بريد إلكتروني.
captcha_alt = ستة أحرف مرسومة، ويمكن الاستماع إليها أيضًا.
captcha_listen = أو استمعوا:
captcha_letters = الأحرف
captcha_again = أحرف أخرى
captcha_missing = يُرجى إدخال الأحرف.
captcha_too_soon = كان ذلك سريعًا جدًا. يُرجى الإرسال مرة أخرى.
captcha_wrong = ليست هذه هي الأحرف. إليكم غيرها؛ وما كتبتموه محفوظ.
captcha_stale = انتهت صلاحية الأحرف أو سبق استخدامها. إليكم غيرها؛ وما كتبتموه محفوظ.
form_stale = انتهت صلاحية هذا النموذج أو أُرسل من قبل. يُرجى إرساله مرة أخرى.
captcha_needs_script = تحتاج هذه الاستمارة إلى البرامج النصية، وهي معطلة في متصفحكم.
captcha_working = جارٍ التحقق من أن الكاتب ليس آلة…
captcha_done = تم التحقق: لا حاجة إلى الأحرف.

## Mistakes that readers report
report_marked = ما حدّدتموه:
report_which = أين الخطأ؟
report_suggestion = الصواب في رأيكم
report_kind = ما نوع الخطأ؟
report_kind_slip = خطأ طباعي: إملاء أو نحو أو كلمة ناقصة
report_kind_fact = معلومة: رقم أو اسم أو تاريخ
report_kind_translation = الترجمة
report_kind_picture = صورة أو شرحها
report_kind_link = رابط
report_word = كلمة إلى المحرر
report_email_hint = إذا ذكرتم عنوانكم فسنطلب منكم تأكيده أولاً، ثم نكتب إليكم مرة واحدة حين يُحسم الأمر. ويُمحى العنوان بعد ذلك بثلاثين يوماً.
report_which_missing = يُرجى تحديد الكلمات أو اختيار فقرة.
report_kind_missing = يُرجى اختيار نوع الخطأ.
report_nothing_said = يُرجى كتابة الصواب أو كلمة إلى المحرر.
report_foreign_words = هذه الكلمات ليست في الخبر أو لم تعد فيه. يُرجى اختيار الفقرة.
report_unknown_version = تغيّر الخبر منذ أن فتحتموه. يُرجى اختيار الفقرة بصيغتها الحالية.
report_too_long = ما حُدّد أطول مما يمكننا قبوله، والحد الأقصى 300 حرف. يُرجى اختيار الفقرة.
report_thanks = شكراً لكم. وصل بلاغكم إلى المحررين.
report_already_fixed = شكراً لكم. لقد صُحّح هذا الخطأ من قبل.
report_before = كان النص:
report_after = أصبح النص:
report_follow = متابعة بلاغكم
report_mail_sent = أرسلنا إليكم رسالة. يُرجى فتح الرابط الذي فيها لنتمكن من الكتابة إليكم حين يُحسم الأمر.
report_status_title = بلاغكم
report_story = الخبر:
report_sent_at = وقت البلاغ:
report_settled_at = وقت البت فيه:
report_told = سنكتب إليكم حين يُحسم الأمر.
report_waiting = بلاغكم في انتظار أحد المحررين.
report_fixed = صُحّح الخطأ. شكراً لكم.
report_not_a_mistake = راجع المحررون النص ووجدوه صحيحاً كما هو.
report_rejected = راجع المحررون بلاغكم وقرروا عدم تغيير النص.
report_confirm_text = هل هذا عنوانكم؟ إذن نكتب إليكم مرة واحدة حين يُحسم الأمر.
report_confirm_button = نعم، هذا عنواني
report_confirm_mail_subject = { $agency }: يُرجى تأكيد عنوانكم ({ $reference })
report_confirm_mail = أبلغ شخص، لعله أنتم، { $agency } عن خطأ برقم { $reference } ويود معرفة ما يؤول إليه. إن كنتم أنتم فيُرجى تأكيد العنوان هنا:
report_confirm_mail_end = وإن لم تكونوا أنتم فلا حاجة إلى فعل شيء: لن نكتب إليكم مرة أخرى.
report_settled_mail_subject = { $agency }: بُتّ في بلاغكم { $reference }
report_settled_mail_end = شكراً لقراءتكم { $agency } بعناية. هذه هي الرسالة الوحيدة بشأن البلاغ { $reference }.
report_joined =
    { $count ->
        [one] شكراً لكم. سبقكم قارئ واحد إلى الإبلاغ عن هذا، وأضيف ما كتبتموه.
        [two] شكراً لكم. سبقكم قارئان إلى الإبلاغ عن هذا، وأضيف ما كتبتموه.
        [few] شكراً لكم. سبقكم { $count } قراء إلى الإبلاغ عن هذا، وأضيف ما كتبتموه.
        [many] شكراً لكم. سبقكم { $count } قارئاً إلى الإبلاغ عن هذا، وأضيف ما كتبتموه.
       *[other] شكراً لكم. سبقكم { $count } قارئ إلى الإبلاغ عن هذا، وأضيف ما كتبتموه.
    }
