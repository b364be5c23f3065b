# The board, its views, and desks

late = gecikir
card_menu = “{ $headline }” ilə nə etmək olar
card_menu_short = Nə etmək olar
views = Görünüşlər
view_all = Hamısı
view_keep = Görünüş kimi saxla
view_for = Kim üçün
view_for_me = Mənim üçün
view_opens = Lövhəm bununla açılsın
view_opening = lövhə bununla açılır
views_arrange = Görünüşləri düz
views_hint = Lövhədə süzgəcləri seçin və adla saxlayın. İlk doqquzu 1–9 düymələri ilə, hamısı 0 ilə açılır.
rename = Adını dəyiş
move_up = Yuxarı
move_down = Aşağı
filters = Süzgəclər
whose_nobody = Heç kimin
due_late = Gecikənlər
due_soon = İki saat ərzində
due_set = Vaxtı qoyulanlar
due_list = Vaxtı yaxınlaşanlar
stories_shown = Göstərilən xəbərlər
columns = Sütunlar
line_back = Əlaqə bərpa olundu; hər şey yenidir.
line_live = Canlı
key_columns = Əvvəlki və növbəti sütun
key_assign = Tapşır və vaxt qoy
key_due = Vaxt qoy
key_desk = Mərhələ və şöbə
key_carry = Xəbəri növbəti sütuna keçir
key_filter = Axtarış və süzgəclər
to_board = Lövhəyə
nothing_found = Nəzərə çarpan bir şey yoxdur.
release_now = İndi burax
more_choices = Digər seçimlər
times_in = Vaxtlar { $zone } üzrədir.
members = Üzvlər
members_count =
    { $count ->
       *[other] { $count } üzv
    }
member_add = Kimisə əlavə et
member_as = Rolu
members_hint = Burada rolu olmayan üzv sayılmır. Bütün şöbələrdəki rollar Əməkdaşlar səhifəsində verilir.
view_name_text = Görünüşün adı 1–40 işarə olmalıdır.
too_many_views_text = Artıq otuz görünüş var. Əvvəlcə birini silin.
