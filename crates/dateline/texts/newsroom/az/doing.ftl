# Acts being done

note_headline = Başlıq
note_summary = Qısa məzmun
note_paragraph = Abzas { $number }
note_heading = Yarımbaşlıq { $number }
note_list = Siyahı { $number }
note_table = Cədvəl { $number }
note_picture = Fotoaltı yazı { $number }
note_cell = Cədvəl { $table }, sətir { $row }
note_line = { $place }: { $change }
note_swap = { $wrong } deyil, { $right }
note_added = “{ $right }” əlavə edilib
note_removed = “{ $wrong }” çıxarılıb
note_and = { $first }; { $second }
takedown_template =
    Hüquqi səbəblərlə silinir. Şəkillər də daxil olmaqla bütün sistem və arxivlərdən silin.
    Tələb edən:
    Əsas və nömrə:
subscribers_get = Abunəçilərin alacağı
no_wire_hint = Lentə heç nə getmir.
delivery_hint = Lentdə belə deyiləcək. API ilə oxuyan abunəçilər dərhal alır.
look = Nəticəsinə bax
lifting = Necə qayıdır
lifting_as_it_was = olduğu kimi
lifting_corrected = düzəlişlə və qeydlə
redact_with = Yerinə nə yazılsın
early_hint = Bu, embarqonu vaxtından əvvəl bitirir: xəbəri indi hamı alır.
ends_schedules_hint = Bu xəbər üçün planlaşdırılanlar da ləğv olunur.
mends_title = Bu, səhvi düzəldirmi?
mends_hint = Dərc olunmuş sözlər dəyişib. Səhv dərc olunubsa, düzəliş verin: səhv yeniləmədə gizlədilmir.
make_correction = Düzəliş ver
which_time = Saat bu vaxtı iki dəfə göstərirsə
which_first = birinci dəfə
which_second = ikinci dəfə
held_meanwhile = Xəbər bu müddətdə dayandırılıb.
alone_from = { $time } tarixindən tək təsdiqləyə bilərsiniz; bu qeyd olunur və bildirilir.
take_request_back = İstəyi geri götür
take_back_hint = İstəyin dayandırdığı xəbər olduğu kimi qayıdır.
said_set = Təyin olundu. Təqvimdədir.
said_taken_back = İstək geri götürüldü.
notice_may_alone = Cavab verən yoxdur; tək təsdiqləyə bilərsiniz
notice_confirmed_alone = { $name } tək təsdiqləyib
notice_taken_back = { $name } istəyi geri götürüb
mail_remind_subject = Hələ təsdiq gözləyir: { $headline }
mail_remind_text =
    { $name } hələ ikinci şəxsi gözləyir: { $act }.
    
    Xəbər və dəyişənlər:
    
    { $link }
mail_alone_subject = Təsdiqləyən yoxdur: { $headline }
mail_alone_text =
    { $name }, istəyinizə cavab verən olmayıb: { $act }. İndi tək təsdiqləyə bilərsiniz; bu qeyd olunur və bildirilir.
    
    { $link }
never_time_text = Saatlar bu vaxtı ötürür: həmin gün belə vaxt yoxdur.
twice_time_text = Həmin gün saatlar bu vaxtı iki dəfə göstərir: hansının nəzərdə tutulduğunu seçin.
past_time_text = Bu vaxt keçib.
