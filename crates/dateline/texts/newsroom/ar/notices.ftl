# Notices and letters

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
