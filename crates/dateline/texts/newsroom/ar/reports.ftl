notice_reported = قارئ يبلّغ عن خطأ في المعلومات
told_reported = قارئ يبلّغ عن خطأ في المعلومات
right_reports_answer = الرد على بلاغات القراء
nav_reports = الأخطاء
report_figures = الأرقام
report_kind = النوع
report_this_story = هذا الخبر وحده
report_key_move = التالي والسابق
reports_waiting = في الانتظار
reports_later = مؤجلة
reports_answered = مجاب عنها
reports_spam = مستبعدة
mistake_slip = خطأ مطبعي
mistake_fact = معلومة
mistake_translation = ترجمة
mistake_picture = صورة
mistake_link = رابط
report_fixed = صُوّب
report_fixed_itself = صوّبته نسخة جديدة
report_not_a_mistake_state = ليس خطأ
report_rejected = مرفوض
words_moved = الكلمات الآن في موضع آخر:
words_changed = في موضعها الآن كلمات أخرى. المعلَّم كان:
words_deleted = حُذفت الكلمات. المعلَّم كان:
words_unanchored = لا يمكن تحديد موضع الكلمات الآن. المعلَّم كان:
report_captions = شروح الصور
report_until = حتى { $time }
report_public_page = الصفحة المنشورة
report_history = سجل التعديلات
report_what_readers_say = ما يقوله القراء
report_told = يُبلَّغ بالبريد
report_spam_score = يشبه الرسائل المزعجة بنسبة { $count }٪
report_use = اعتماد هذا الاقتراح
report_put_right = التصويب
report_instead = بدلاً من الكلمات المعلَّمة
report_as = بوصفه
report_apply = تطبيق
report_by_hand = يدوياً
report_answer = الرد
report_not_a_mistake = ليس خطأ
report_spam = رسالة مزعجة
report_later = لاحقاً
report_put_off = تأجيل
report_reason = سبب الرفض؛ يُبلَّغ به القراء
report_reject = رفض
report_reopen = سحب الرد
report_other_languages = اللغات الأخرى
report_same = التصويب نفسه ({ $language })
report_no_counterpart = لا موضع هنا يقابله بيقين. والتصويب يترك لهذه الترجمة مهمة.
report_as_it_stands = النص كما هو الآن
report_held_text = { $name } يكتب هذا الخبر. اطلبه منه أو تولَّه إن كان لك الحق.
report_ask = طلبه
report_take_over = تولّيه
report_answered_text = ردّ أحدهم على هذا في الأثناء.
report_reason_text = اذكر السبب في 1 إلى 1000 حرف.
report_changed_text = تغيّرت الكلمات منذ فتح هذه الصفحة. انظر إلى الفقرة كما هي ثم طبّق من جديد.
report_nothing_text = لن يتغير شيء: اكتب ما يجب أن يكون هناك.
report_by_hand_text = لا يستطيع البرنامج إدراجه: يمتد على عدة أسطر أو يقع في شرح صورة. صوّبه يدوياً.
said_report_applied = صُوّب الخطأ، ويُشكر من أبلغ عنه.
said_report_answered = تم الرد.
report_count = البلاغات
report_matters = الأخطاء
report_right = صحيحة
report_wrong = غير صحيحة أو مرفوضة
report_median = وسيط مدة التصويب
report_took = { $hours } س { $minutes } د
report_readers =
    { $count ->
        [zero] لا قراء
        [one] قارئ واحد
        [two] قارئان
        [few] { $count } قراء
        [many] { $count } قارئاً
       *[other] { $count } قارئ
    }
report_hours =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
report_days =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يوماً
       *[other] { $count } يوم
    }
report_waiting =
    { $count ->
        [one] أبلغ القراء عن خطأ واحد هنا
        [two] أبلغ القراء عن خطأين هنا
        [few] أبلغ القراء عن { $count } أخطاء هنا
       *[other] أبلغ القراء عن { $count } خطأ هنا
    }
