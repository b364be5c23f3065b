# نصوص صفحات غرفة الأخبار بالعربية.

## The frame
newsroom = غرفة الأخبار
skip = إلى المحتوى
nav = غرفة الأخبار
nav_start = يومي
nav_board = اللوحة
nav_media = الصور
nav_people = الأشخاص
nav_desks = الأقسام التحريرية
nav_audit = السجل
notices = الإشعارات
account = حسابي
page_language = لغة هذه الصفحات
set = تعيين
save = حفظ
make = إنشاء
cancel = إلغاء
close = إغلاق
confirm = تأكيد
remove = إزالة
move = نقل
end = إنهاء
all = الكل
show = عرض
search = بحث
name = الاسم
nobody = لا أحد
from = من
to = إلى
at = الوقت
date = التاريخ
person = الشخص
upload = رفع
nothing_here = لا شيء هنا.
to_start = إلى صفحة البداية

## Signing in
sign_in = تسجيل الدخول
sign_out = تسجيل الخروج
sign_in_first = سجّل الدخول أولاً.
sign_in_wrong = العنوان وكلمة المرور غير متطابقين.
sign_in_paused = محاولات كثيرة. انتظر قليلاً ثم حاول مجدداً.
email = البريد الإلكتروني
password = كلمة المرور
old_password = كلمة المرور الحالية
new_password = كلمة مرور جديدة
password_again = كلمة المرور الجديدة مرة أخرى
set_password = تعيين كلمة مرور
passwords_differ_text = كلمتا المرور مختلفتان.
password_short_text = كلمة المرور ثمانية أحرف على الأقل.
wrong_password_text = كلمة المرور الحالية غير صحيحة.
forgotten = نسيت كلمة المرور؟
send_letter = إرسال رسالة
letter_sent = إن كان هذا العنوان لأحد هنا فالرسالة في الطريق. رابطها صالح ساعة واحدة.
letter_old_text = الرابط قديم أو استُخدم من قبل. اطلب غيره.
welcome = أهلاً، { $name }
code_title = الخطوة الثانية
code = الرمز
code_hint = ستة أرقام من تطبيق المصادقة، أو أحد رموز الاسترداد.
wrong_code_text = الرمز غير صحيح أو استُخدم من قبل.
authenticator = تطبيق المصادقة
authenticator_hint = مع تطبيق مصادقة على هاتفك لا تفتح كلمة المرور المسروقة وحدها شيئاً.
authenticator_scan = امسح هذه الصورة بتطبيق المصادقة أو اكتب الأحرف تحتها، ثم أدخل الرمز الذي يظهر.
authenticator_on =
    { $count ->
        [one] يُطلب رمز عند الدخول. بقي رمز استرداد واحد ({ $count }).
        [two] يُطلب رمز عند الدخول. بقي رمزا استرداد ({ $count }).
        [few] يُطلب رمز عند الدخول. بقيت { $count } رموز استرداد.
       *[other] يُطلب رمز عند الدخول. بقي { $count } رمز استرداد.
    }
set_up = إعداد
recovery_codes = رموز الاسترداد
recovery_hint = احفظها حيث تجدها من دون هاتفك. كل رمز يعمل مرة واحدة، ولا تظهر إلا الآن.
sessions = أماكن دخولك
this_session = هذا المتصفح
end_others = إنهاء كل ما عداها

## People and desks
invite = دعوة شخص
roles_everywhere = الأدوار في كل الأقسام
role_reporter = مراسل
role_editor = محرر
role_chief = رئيس تحرير
role_photo = قسم الصور
role_translator = مترجم
role_correspondent = مراسل في الخارج
role_administrator = مدير النظام
disabled = ممنوع من الدخول
disable = منع الدخول
forget_authenticator = إزالة تطبيق المصادقة
key = المفتاح
new_desk = قسم جديد
languages_hint = اللغات (بلا اختيار: كلها)
sections_hint = الأبواب (بلا اختيار: كلها)
steps_hint = خطوات القسم أثناء الكتابة، خطوة في كل سطر
approval = الإجازة قبل النشر
approval_nobody = غير لازمة
approval_another_person = من شخص آخر
approval_chief = من رئيس التحرير
act = الإجراء
subject = الموضوع
detail = التفصيل
network = من أين

## Board and start page
mine = أخباري
whose = لمن
waiting = في انتظاري
to_confirm = مطلوب شخص ثانٍ
just_released = صدر للتو
new_story = خبر جديد
stage_draft = قيد الكتابة
stage_submitted = مُسلَّم
stage_approved = مُجاز
stage_released = صادر
stage_spiked = مستبعد
held_by = { $name } يكتب
held_by_nobody = لا أحد يكتب
asked_by = { $name } يطلبه
due_at = الموعد { $time }
waits_for_second = ينتظر شخصاً ثانياً
line_lost = انقطع الاتصال. ستظهر التغييرات حين يعود.
keys = المفاتيح
key_move = الخبر التالي والسابق
key_open = فتح
key_release = إصدار…
claim = استلام
submit = تسليم
approve = إجازة

## A story
desk = القسم
language = اللغة
languages = اللغات
section = الباب
urgency = درجة الاستعجال
headline = العنوان
slugline = الاسم المختصر
summary = الملخص
body = المتن
byline = سطر الكاتب
authors = الكتّاب
topics = المواضيع
keywords = الكلمات المفتاحية
commas_hint = عدة كلمات بفواصل بينها.
also_in = أيضاً في هذه الأبواب
kind = النوع
kind_news = خبر
kind_official = بيان رسمي
kind_interview = مقابلة
kind_factbox = معلومات
kind_photo_story = تقرير مصوّر
kind_press_release = بيان صحفي
dateline = المكان والتاريخ
place = المكان
source = المصدر
follows = رقم الخبر الذي يتابعه
usage_terms = شروط الاستخدام
embargo = حظر النشر
embargo_until = حتى
zone = المنطقة الزمنية
pictures = الصور
alt = ما تُظهره الصورة، لمن لا يراها
caption = التعليق
credit = صاحب الصورة
add_picture = إضافة صورة
version = النسخة
versions = النسخ
revision = المراجعة
revisions = المراجعات والنسخ
preview = معاينة
public_page = الصفحة العامة
counts = { $words } كلمة، { $characters } حرفاً، { $minutes } د
checks = قبل الإصدار
check_long_headline = العنوان أطول من 110 أحرف.
check_empty_body = المتن فارغ.
check_no_dateline = لا مكان في مطلع الخبر.
check_no_alt = صورة بلا وصف.
check_no_credit = صورة بلا اسم صاحبها.
check_not_in_edition = الباب غير موجود في هذه الطبعة.
check_quotes = علامات التنصيص غير متطابقة.
let_go = ترك
ask_for = طلبه
take_over = تولّيه
hand_over = تسليمه إلى آخر
hand_over_to = إلى
send_back = إعادة للكاتب
spike = استبعاد
spike_reason = سبب الاستبعاد
unspike = استرجاع
step = الخطوة
assigned_to = مكلَّف به
due = الموعد
translate_into = ترجمة إلى
remarks = الملاحظات
remark = ملاحظة
remark_hint = @الاسم يُعلم الزميل.
say = إرسال
made_by = أنشأه { $name }، { $time }
changed_at = تغيّر { $time }
published_at = نُشر { $time }
saved_elsewhere = حفظه شخص آخر. أعد تحميل الصفحة لرؤيته.
taken_over = تولّى { $name } الخبر. ما لم تحفظه محفوظ كمراجعة.
said_saved = حُفظ.
said_done = تم.
said_asked = طُلب. يجب أن يؤكد شخص ثانٍ؛ والخبر موقوف حتى ذلك.
said_made = أُنشئ وهو عندك الآن.
said_restored = استُعيد كمراجعة جديدة.

## Revisions
difference = الفرق
compare = مقارنة
as_it_stands = كما هو الآن
restore = استعادة
reason_work = أثناء الكتابة
reason_submit = تسليم
reason_approve = إجازة
reason_send_back = إعادة للكاتب
reason_hand_over = انتقل إلى يد أخرى
reason_spike = استبعاد أو استرجاع
reason_restore = قبل استعادة
reason_release = إصدار
reason_set_aside = وُضع جانباً: سبق شخص آخر

## Acts
acts = الإجراءات
act_release = إصدار
act_update = تحديث
act_correction = تصحيح
act_refile = إصلاح هفوة
act_hold = إيقاف
act_lift = رفع الإيقاف
act_kill = إلغاء
act_takedown = حذف
act_restore = إعادة
act_redact = حجب كلمات
act_unpublish = سحب من الموقع
about_release = النشر الأول.
about_update = نص أحدث وأكمل. تقول الملاحظة ما الجديد.
about_correction = نُشر خطأ. تقول الملاحظة أين، وماذا كُتب، وما الصحيح.
about_refile = هفوة لا تمس المضمون. لا ملاحظة للقراء.
about_hold = لا يُستخدم ما دمنا نتحقق. يُعلم القراء والمشتركون.
about_lift = ينتهي الإيقاف.
about_kill = خطأ لا يجوز معه استخدامه. يرى القراء السبب.
about_takedown = يُحذف لأسباب قانونية ولا يبقى منه شيء.
about_restore = كان الحذف خطأ: يعود الخبر.
about_redact = تُستبدل كلمات في كل النسخ والتعليقات والملاحظات، ولا يمكن استرجاعها.
about_unpublish = يُسحب من الموقع بلا إشعار في الخدمة.
release_never = غير منشور
release_advanced = لدى مشتركين موثوقين
release_public = منشور
release_held = موقوف
release_killed = ملغى
release_taken_down = محذوف
release_unpublished = مسحوب
editor_note = ملاحظة للمحررين
public_note = ملاحظة للقراء
reason = السبب
substitute = رقم خبر بديل
covered = يشمل
this_language = هذه اللغة
all_languages =
    { $count ->
        [one] لغة واحدة ({ $count })
        [two] اللغتين ({ $count })
        [few] كل اللغات ({ $count })
       *[other] كل اللغات ({ $count })
    }
later = في وقت محدد
redact_words = الكلمات المراد استبدالها، كل منها في سطر
readers_get = ما يراه القراء
second_hint = يجب أن يؤكده شخص ثانٍ. طلب الإلغاء أو الحذف يوقف الخبر فوراً.
pending = { $act }: طلبه { $name }، { $time }
look_and_confirm = انظر وأكّد
confirm_title = تأكيد: { $act }
confirm_act = تأكيد: { $act }
covers_count =
    { $count ->
        [one] يشمل خبراً واحداً ({ $count })
        [two] يشمل خبرين ({ $count })
        [few] يشمل { $count } أخبار
       *[other] يشمل { $count } خبراً
    }
alone_hint = لم يُجب أحد منذ نصف ساعة. لك أن تؤكد وحدك؛ ويُسجَّل ذلك.

## Notices and letters
all_seen = قُرئت كلها
notice_asked = { $name } يطلب منك
notice_handed = { $name } يسلّمك
notice_taken = { $name } تولّى
notice_assigned = { $name } يكلّفك
notice_sent_back = { $name } أعاد
notice_approved = { $name } أجاز
notice_remark = { $name } أبدى ملاحظة
notice_confirm = { $name } يطلب تأكيدك
notice_confirmed = { $name } أكّد
mail_invite_subject = { $agency }: أهلاً بك في غرفة الأخبار
mail_invite_text =
    مرحباً { $name }،
    
    أنت مدعو إلى غرفة أخبار { $agency }. عيّن كلمة مرورك هنا خلال أسبوع:
    
    { $link }
mail_reset_subject = { $agency }: كلمة مرور جديدة
mail_reset_text =
    مرحباً { $name }،
    
    طلب أحدهم، ولعله أنت، كلمة مرور جديدة في { $agency }. عيّنها هنا خلال ساعة:
    
    { $link }
    
    إن لم تكن أنت فلا تفعل شيئاً.
mail_confirm_subject = للتأكيد: { $headline }
mail_confirm_text =
    { $name } يطلب شخصاً ثانياً من أجل: { $act }.
    
    الخبر وما يتغير:
    
    { $link }

## What cannot be done
refused_title = غير مسموح
refused_text = أدوارك لا تسمح بهذا.
foreign_text = جاء هذا الطلب من موقع آخر ولم يُنفَّذ.
missing_title = لا شيء هنا
missing_text = لا شيء في هذا العنوان، أو لا شيء مما يحق لك أن تراه.
bad_title = لم يُقبل
bad_text = في هذا النموذج ما لا يُقرأ.
too_large_text = هذا أكبر مما يُقبل.
too_long_text = هذا أطول من اللازم.
conflict_title = غير ممكن الآن
error_title = حدث خلل
error_text = الخلل من عندنا وقد سُجّل؛ حاول مجدداً.
busy_text = غيّره شخص آخر في اللحظة نفسها. حاول مجدداً.
not_now_text = غير ممكن والخبر على حاله.
not_approved_text = يجب أن يجيز القسم هذه المراجعة أولاً.
not_submitted_text = يجب تسليم الخبر أولاً.
spiked_text = الخبر مستبعد. استرجعه أولاً.
behind_text = صدرت نسخة أحدث من التي بُني عليها هذا النص.
changed_text = سبقك شخص آخر. أعد تحميل الخبر.
held_text = شخص آخر يكتب هذا الخبر.
same_person_text = أنت من طلبه. يجب أن يؤكد شخص ثانٍ.
nothing_pending_text = لا شيء هنا ينتظر تأكيداً.
already_out_text = نُشر هذا الخبر: يمكن سحبه لا استبعاده.
note_missing_text = ما عليه * لا بد منه.
set_aside_text = الخبر عند شخص آخر أو سبقك غيرك. ما أرسلته محفوظ كمراجعة مستقلة.
headline_text = لا بد من عنوان.
section_text = لا يوجد هذا الباب.
follows_text = لا خبر بهذا الرقم.
unknown_field_text = ليس للخبر هذا الحقل.
bad_time_text = هذا ليس تاريخاً ولا وقتاً.
bad_zone_text = لا توجد هذه المنطقة الزمنية.
ambiguous_time_text = تتغير الساعة حينها: هذا الوقت لا يأتي أو يأتي مرتين.
bad_language_text = ليس للوكالة طبعة بهذه اللغة، أو الخبر موجود فيها.
bad_email_text = هذا ليس بريداً إلكترونياً.
person_text = هذا الشخص غير موجود أو لا يكتب في هذا القسم.
person_known_text = يوجد شخص بهذا العنوان.
last_administrator_text = لا بد من بقاء مدير.
desk_known_text = يوجد قسم بهذا المفتاح.
desk_key_text = المفتاح من 1 إلى 64 من a-z و0-9 و- و_.
remark_text = اكتب شيئاً أولاً.
file_text = اختر ملفاً أولاً.
