# Board and start page

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
