# Notices and letters

all_seen = همه دیده شد
notice_asked = { $name } از شما می‌خواهد
notice_handed = { $name } به شما می‌سپارد
notice_taken = { $name } به دست گرفت
notice_assigned = { $name } به شما محول می‌کند
notice_sent_back = { $name } بازگرداند
notice_approved = { $name } تأیید کرد
notice_remark = { $name } یادداشت گذاشت
notice_confirm = { $name } تأیید شما را می‌خواهد
notice_confirmed = { $name } تأیید کرد
mail_invite_subject = { $agency }: به تحریریه خوش آمدید
mail_invite_text =
    سلام { $name }،
    
    شما به تحریریهٔ { $agency } دعوت شده‌اید. ظرف یک هفته اینجا گذرواژه تعیین کنید:
    
    { $link }
mail_reset_subject = { $agency }: گذرواژهٔ تازه
mail_reset_text =
    سلام { $name }،
    
    کسی، احتمالاً خودتان، برای { $agency } گذرواژهٔ تازه خواسته است. ظرف یک ساعت اینجا تعیین کنید:
    
    { $link }
    
    اگر شما نبودید، کاری نکنید.
mail_confirm_subject = برای تأیید: { $headline }
mail_confirm_text =
    { $name } برای این کار نفر دومی می‌خواهد: { $act }.
    
    خبر و آنچه تغییر می‌کند:
    
    { $link }
