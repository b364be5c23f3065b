# Signing in

sign_in = Daxil ol
sign_out = Çıx
sign_in_first = Əvvəlcə daxil olun.
sign_in_wrong = Ünvan və parol uyğun gəlmir.
sign_in_paused = Həddən artıq cəhd edilib. Bir az gözləyib yenidən cəhd edin.
email = E-poçt ünvanı
password = Parol
old_password = İndiki parol
new_password = Yeni parol
password_again = Yeni parol bir daha
set_password = Parol təyin et
passwords_differ_text = İki parol fərqlidir.
password_short_text = Parol ən azı 8 işarədən ibarət olmalıdır.
wrong_password_text = İndiki parol düzgün deyil.
forgotten = Parolu unutmusunuz?
send_letter = Məktub göndər
letter_sent = Bu ünvan bizdə qeydiyyatdadırsa, məktub yoldadır. Keçid bir saat qüvvədədir.
letter_old_text = Keçidin vaxtı keçib və ya artıq istifadə olunub. Yenisini istəyin.
welcome = Xoş gəlmisiniz, { $name }
code_title = İkinci addım
code = Kod
code_hint = Autentifikatordan altı rəqəm və ya bərpa kodlarınızdan biri.
wrong_code_text = Kod düzgün deyil və ya artıq istifadə olunub.
authenticator = Autentifikator
authenticator_hint = Telefonda autentifikator tətbiqi olduqda təkcə oğurlanmış parol heç nə açmır.
authenticator_scan = Bu şəkli autentifikator tətbiqi ilə skan edin və ya altındakı hərfləri yazın. Sonra göstərdiyi kodu daxil edin.
authenticator_on =
    { $count ->
        [one] Daxil olarkən kod soruşulur. { $count } bərpa kodu qalıb.
       *[other] Daxil olarkən kod soruşulur. { $count } bərpa kodu qalıb.
    }
set_up = Qur
recovery_codes = Bərpa kodları
recovery_hint = Bunları telefonsuz tapa biləcəyiniz yerdə saxlayın. Hər biri bir dəfə işləyir və yalnız indi göstərilir.
sessions = Daxil olduğunuz yerlər
this_session = bu brauzer
end_others = Bütün digərlərini bitir
