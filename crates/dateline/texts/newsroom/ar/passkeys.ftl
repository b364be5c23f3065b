# Passkeys

passkeys = مفاتيح المرور
passkeys_hint = ادخل ببصمة جهازك أو وجهك أو رمزه، من دون كلمة مرور. مفتاح المرور يغني عن الخطوتين معًا.
passkey_name = اسم الجهاز
passkey_make = إضافة مفتاح مرور
passkey_use = الدخول بمفتاح مرور
passkey_instead = استخدام مفتاح مرور بدلًا من ذلك
passkey_unable = هذا المتصفح لا يدعم مفاتيح المرور، أو أن البرامج النصية معطّلة فيه.
passkey_number_text = تحتاج مفاتيح المرور إلى عنوان له اسم، والعنوان هنا رقم.
passkey_unencrypted_text = تحتاج مفاتيح المرور إلى عنوان مشفّر (https).
passkey_elsewhere_text = لا تعمل مفاتيح المرور إلا على عنوان الوكالة نفسه.
passkey_old_text = مضى وقت طويل أو سبق الرد. حاول مرة أخرى.
passkey_wrong_text = مفتاح المرور هذا لا يطابق.
passkey_doubted_text = لم يعد مفتاح المرور هذا مقبولًا، فقد تكون له نسخة. ادخل بكلمة المرور واحذفه.
passkey_doubted_hint = لم يعد مقبولًا: تراجع عدّاده، فقد تكون له نسخة. احذفه وأنشئ غيره.
passkey_many_text = لا يمكن أن يكون لأحد أكثر من 20 مفتاح مرور. احذف واحدًا أولًا.
passkey_name_text = الاسم من حرف واحد إلى 80 حرفًا.
passkey_failed_text = لم يستجب الجهاز كما ينبغي. حاول مرة أخرى.
made = أضيف
last_used = آخر استخدام
never_used = لم يُستخدم
forget_passkeys = سحب مفاتيح المرور
