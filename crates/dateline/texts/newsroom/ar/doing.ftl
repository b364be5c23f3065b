# Acts being done

note_headline = العنوان
note_summary = الملخص
note_paragraph = الفقرة { $number }
note_heading = العنوان الفرعي { $number }
note_list = القائمة { $number }
note_table = الجدول { $number }
note_picture = شرح الصورة { $number }
note_cell = الجدول { $table }، السطر { $row }
note_line = { $place }: { $change }
note_swap = { $right } وليس { $wrong }
note_added = أُضيف «{ $right }»
note_removed = حُذف «{ $wrong }»
note_and = { $first }؛ { $second }
takedown_template =
    أُزيل لأسباب قانونية أو لحقوق. يُرجى حذفه من كل الأنظمة والأرشيفات، بما فيه الصور.
    بطلب من:
    السند ورقمه:
subscribers_get = ما يتلقاه المشتركون
no_wire_hint = لا شيء يخرج في الخدمة.
delivery_hint = هكذا يرد في الخدمة. يصل فوراً إلى مشتركي الواجهة البرمجية.
look = عرض النتيجة
lifting = يعود
lifting_as_it_was = كما كان
lifting_corrected = مصحَّحاً مع ملاحظة
redact_with = ما يحل محلها
early_hint = ينهي هذا الحظر قبل موعده: يصل الخبر إلى الجميع الآن.
ends_schedules_hint = يُلغى معه ما هو مجدول لهذا الخبر.
mends_title = هل يُصحَّح خطأ؟
mends_hint = تغيّرت كلمات منشورة. إن كان قد نُشر خطأ فأصدِر تصحيحاً: لا تُدفن الأخطاء في تحديث.
make_correction = اجعله تصحيحاً
which_time = إذا تكرر هذا الوقت مرتين
which_first = المرة الأولى
which_second = المرة الثانية
held_meanwhile = الخبر موقوف في هذه الأثناء.
alone_from = لك أن تؤكد وحدك ابتداءً من { $time }؛ ويُسجَّل ذلك ويُبلَّغ عنه.
take_request_back = سحب الطلب
take_back_hint = يعود ما أوقفه الطلب كما كان.
said_set = حُدّد. وهو في التقويم.
said_taken_back = سُحب الطلب.
notice_may_alone = لم يُجب أحد؛ لك أن تؤكد وحدك
notice_confirmed_alone = { $name }: تأكيد منفرد
notice_taken_back = { $name }: سُحب الطلب
mail_remind_subject = ما زال ينتظر التأكيد: { $headline }
mail_remind_text =
    ما زال { $name } ينتظر شخصاً ثانياً: { $act }.
    
    الخبر وما يتغير فيه:
    
    { $link }
mail_alone_subject = لم يؤكد أحد: { $headline }
mail_alone_text =
    { $name }، لم يُجب أحد على طلبك: { $act }. لك أن تؤكد وحدك الآن؛ ويُسجَّل ذلك ويُبلَّغ عنه.
    
    { $link }
never_time_text = تتخطى الساعة هذا الوقت: لا وجود له في ذلك اليوم.
twice_time_text = يتكرر هذا الوقت مرتين في ذلك اليوم: حدّد أيهما.
past_time_text = مضى هذا الوقت.
