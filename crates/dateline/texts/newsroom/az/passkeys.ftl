# Passkeys

passkeys = Giriş açarları
passkeys_hint = Parolsuz, cihazınızın barmaq izi, üz tanıma və ya PIN kodu ilə daxil olun. Giriş açarı hər iki addımı əvəz edir.
passkey_name = Cihazın adı
passkey_make = Giriş açarı əlavə et
passkey_use = Giriş açarı ilə daxil ol
passkey_instead = Əvəzinə giriş açarından istifadə et
passkey_unable = Bu brauzer giriş açarlarından istifadə edə bilmir və ya skriptlər söndürülüb.
passkey_number_text = Giriş açarları üçün ünvanın adı olmalıdır; burada isə rəqəmdir.
passkey_unencrypted_text = Giriş açarları üçün şifrələnmiş ünvan (https) lazımdır.
passkey_elsewhere_text = Giriş açarları yalnız agentliyin öz ünvanında işləyir.
passkey_old_text = Çox vaxt keçib və ya artıq cavab verilib. Yenidən cəhd edin.
passkey_wrong_text = Bu giriş açarı uyğun gəlmir.
passkey_doubted_text = Bu giriş açarı daha qəbul edilmir: onun surəti çıxarılmış ola bilər. Parolla daxil olub onu silin.
passkey_doubted_hint = Daha qəbul edilmir: sayğacı geri gedib, surəti çıxarılmış ola bilər. Silin və yenisini yaradın.
passkey_many_text = Heç kimin 20-dən çox giriş açarı ola bilməz. Əvvəlcə birini silin.
passkey_name_text = Ad 1–80 simvoldan ibarət olmalıdır.
passkey_failed_text = Cihaz lazımi cavabı vermədi. Yenidən cəhd edin.
made = Əlavə edilib
last_used = Son istifadə
never_used = İstifadə olunmayıb
forget_passkeys = Giriş açarlarını ləğv et
