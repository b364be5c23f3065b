# A flash

flash = Təcili
flash_hint = Yalnız başlıq, seçilmiş dillərdə eyni anda. Heç kimin təsdiqini gözləmir.
flash_send = Təcilini göndər
flash_send_now = Bəli, indi göndər
flash_sure = Bir də basanda gedir. Təcili geri götürülmür, yalnız dayandırılır və ya ləğv edilir.
flash_alike = Artıq çıxıb və demək olar eynidir:
flash_repeats = Demək olar eyni xəbər çıxıb.
flash_failed = Göndərilmədi. Təkrar etməzdən əvvəl çıxıb-çıxmadığına baxın.
flash_keys = F8 bunu hər yerdən açır. Ctrl + Enter iki dəfə göndərir.
flash_headline_text = Seçilmiş dilin başlığı yoxdur.
flash_languages_text = Dil seçin.
flash_desk_text = Bu redaksiyada buraxa bilməzsiniz.
said_flashed = Təcili çıxdı. Bu, onun ilk davamıdır: yazın.
