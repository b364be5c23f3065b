# Notices and letters

all_seen = Hamısına baxıldı
notice_asked = { $name } sizdən istəyir
notice_handed = { $name } sizə ötürür
notice_taken = { $name } öz üzərinə götürdü
notice_assigned = { $name } sizə tapşırır
notice_sent_back = { $name } geri qaytarır
notice_approved = { $name } təsdiqlədi
notice_remark = { $name } qeyd yazdı
notice_confirm = { $name } təsdiqinizi istəyir
notice_confirmed = { $name } təsdiqlədi
mail_invite_subject = { $agency }: redaksiyaya xoş gəlmisiniz
mail_invite_text =
    Salam, { $name },
    
    siz { $agency } redaksiyasına dəvət olunmusunuz. Bir həftə ərzində burada parol təyin edin:
    
    { $link }
mail_reset_subject = { $agency }: yeni parol
mail_reset_text =
    Salam, { $name },
    
    kimsə, ehtimal ki siz, { $agency } üçün yeni parol istəyib. Bir saat ərzində burada təyin edin:
    
    { $link }
    
    Siz deyildinizsə, heç nə etməyin.
mail_confirm_subject = Təsdiq üçün: { $headline }
mail_confirm_text =
    { $name } ikinci şəxsdən xahiş edir: { $act }.
    
    Xəbər və dəyişiklik:
    
    { $link }
