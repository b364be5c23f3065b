# Redaktorun Azərbaycan dilində mətnləri.

## Alətlər
editor_toolbar = Formatlama
editor_words = Xəbərin mətni
editor_undo = Geri al
editor_redo = Təkrarla
editor_paragraph = Abzas
editor_heading2 = Başlıq
editor_heading3 = Yarımbaşlıq
editor_heading4 = Kiçik başlıq
editor_strong = Qalın
editor_emphasis = Kursiv
editor_underline = Altdan xətt
editor_strike = Üstündən xətt
editor_sub = Alt indeks
editor_sup = Üst indeks
editor_link = Keçid
editor_unordered = Siyahı
editor_ordered = Nömrəli siyahı
editor_quotation = Sitat
editor_preformatted = Yazıldığı kimi mətn
editor_picture = Foto, video və ya səs
editor_embed = Başqa platformadan paylaşım və ya video
editor_table = Cədvəl
editor_rule = Ayırıcı xətt
editor_characters = Xüsusi işarələr
editor_quotes = Dırnaq işarələri
editor_direction = Yazının istiqaməti
editor_find = Tap və əvəz et

## Cədvəllər
editor_row_before = Yuxarıya sətir
editor_row_after = Aşağıya sətir
editor_row_delete = Sətri sil
editor_column_before = Əvvələ sütun
editor_column_after = Sonraya sütun
editor_column_delete = Sütunu sil
editor_header_row = Başlıq sətri
editor_header_column = Başlıq sütunu
editor_cells_merge = Xanaları birləşdir
editor_cell_split = Xananı böl
editor_table_delete = Cədvəli sil
editor_rows = Sətirlər
editor_columns = Sütunlar

## Pəncərələr
editor_confirm = Oldu
editor_cancel = Ləğv et
editor_close = Bağla
editor_remove = Sil
editor_try_again = Yenidən cəhd et
editor_address = Ünvan
editor_link_remove = Keçidi sil
editor_link_bad = Bu, nə veb, nə də elektron poçt ünvanıdır.
editor_embed_hint = Bunlardan birindəki səhifənin ünvanı:
editor_embed_bad = Bu ünvandan xəbərdə heç nə göstərmək olmur.

## Axtarış
editor_find_words = Tap
editor_replace_with = Bununla əvəz et
editor_match_case = Böyük və kiçik hərfləri ayır
editor_find_previous = Əvvəlki
editor_find_next = Növbəti
editor_replace_one = Əvəz et
editor_replace_all = Hamısını əvəz et
editor_found = Tapıldı: { $count }
editor_found_at = { $place } / { $count }
editor_replaced = Əvəz edildi: { $count }

## Xüsusi işarələr
editor_chars_quotes = Dırnaq işarələri
editor_chars_unseen = Boşluqlar və görünməyən işarələr
editor_chars_signs = İşarələr və valyutalar
editor_chars_letters = Hərflər
editor_char_no_break = Qırılmaz boşluq
editor_char_narrow_no_break = Dar qırılmaz boşluq
editor_char_thin = Nazik boşluq
editor_char_half_space = Yarımboşluq
editor_char_soft_hyphen = Yumşaq defis
editor_char_left_to_right = Soldan sağa işarəsi
editor_char_right_to_left = Sağdan sola işarəsi

## Fotolar
editor_alt = Görməyənlər üçün təsvir
editor_credit = Müəllif
editor_caption = Fotonun izahı
editor_focus = Fokus nöqtəsi
editor_fill_in = Şəkildən götür
editor_focus_hint = Diqqət cəmlənməli yerə klikləyin. Kəsiləndə bu nöqtə saxlanılır.
editor_focus_across = Soldan sağa
editor_focus_down = Yuxarıdan aşağı
editor_focus_failed = Fokus nöqtəsi saxlanılmadı. Yenidən cəhd edin.
editor_uploading = Yüklənir: { $name }
editor_upload_failed = Əlaqə yoxdur. Fayl yüklənmədi.
editor_upload_refused = Bu fayldan istifadə etmək olmaz.
editor_library = Arxivdən şəkil
editor_gallery = Qalereya
editor_pictures_found = Tapılan şəkillər
editor_pictures_search = Şəkil axtarışı
editor_pictures_send = Və ya yenisini göndərin
editor_pictures_none = Şəkil tapılmadı.
editor_pictures_choose = Əvvəlcə şəkil seçin.
editor_pictures_add = Şəkil əlavə et
editor_insert = Yerləşdir
editor_pictures_left_out = Götürülməyən şəkillər: { $count }. Şəkilləri fayl kimi yükləyin.

## Yadda saxlama
editor_state_saved = Yadda saxlanıldı: { $time }
editor_state_changed = Hələ yadda saxlanılmayıb
editor_state_saving = Yadda saxlanılır…
editor_state_kept = Əlaqə yoxdur. Mətniniz bu cihazda saxlanılır və əlaqə bərpa olunanda göndəriləcək.
editor_state_refused = Yadda saxlanılmadı: işarələnmiş yerləri düzəldin.
editor_state_signed_out = Sistemdən çıxmısınız. Başqa pəncərədə yenidən daxil olun; mətniniz bu cihazda saxlanılır.
editor_state_taken = Xəbəri { $name } öz üzərinə götürdü.
editor_state_elsewhere = Yadda saxlanılmadı: xəbər başqa pəncərədə dəyişdirilib.
editor_taken_over = Xəbəri { $name } öz üzərinə götürdü. Yadda saxlamadığınız mətn redaksiya variantları arasında qalır.
editor_written_elsewhere = Xəbər başqa pəncərənizdə dəyişdirilib. Burada yazdığınız saxlanılır.
editor_load_again = Yenidən yüklə
editor_write_on = Buradakını yadda saxla
editor_left = { $time } tarixli yadda saxlanılmamış mətn bu cihazda qalıb.
editor_left_older = { $time } tarixli yadda saxlanılmamış mətn bu cihazda qalıb. Xəbər o vaxtdan bəri dəyişdirilib.
editor_restore = Bərpa et
editor_discard = Sil
editor_keeps_nothing = Bu brauzer mətni saxlaya bilmir. Mətnin altındakı sətrə diqqət edin: yalnız orada yadda saxlanılan təhlükəsizdir.

## Say və yoxlama
editor_words_count = Söz: { $count }
editor_characters_count = İşarə: { $count }
editor_minutes_count = Oxuma müddəti, dəqiqə: { $count }
editor_checks = Yoxlama
editor_checks_fine = Düzəldiləsi bir şey yoxdur.
editor_check_headline_empty = Başlıq yoxdur.
editor_check_headline_long = Başlıqda { $length } işarə var; { $most } sığır.
editor_check_section = Rubrika seçilməyib.
editor_check_not_in_edition = Bu bölmə bu buraxılışda yoxdur.
editor_check_empty = Mətn boşdur.
editor_check_dateline = Yer və tarix göstərilməyib.
editor_check_alt = Şəklin təsviri yoxdur.
editor_check_credit = Şəklin müəllifi göstərilməyib.
editor_check_quotes = Dırnaq işarələri { $pair } uyğun gəlmir.
