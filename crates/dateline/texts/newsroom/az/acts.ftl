# Acts

acts = Əməllər
act_release = Burax
act_update = Yenilə
act_correction = Düzəliş ver
act_refile = Texniki düzəliş
act_hold = Dayandır
act_lift = Dayandırmanı götür
act_kill = Ləğv et
act_takedown = Saytdan sil
act_restore = Qaytar
act_redact = Sözləri gizlət
act_unpublish = Dərcdən çıxar
about_release = İlk dərc.
about_update = Daha yeni, daha dolğun mətn. Qeyddə nəyin yeni olduğu deyilir.
about_correction = Səhv dərc olunub. Qeyddə harada, nə yazıldığı və düzgününün nə olduğu deyilir.
about_refile = Hərf və ya gün səhvi düzəldilir, mahiyyət dəyişmir. Oxuculara qeyd verilmir.
about_hold = Yoxlayana qədər istifadə etməyin. Oxucular və abunəçilər xəbərdar olunur.
about_lift = Dayandırma bitir.
about_kill = O qədər səhvdir ki, istifadə olunmamalıdır. Oxucular səbəbi görür.
about_takedown = Hüquqi səbəblərlə silinir. Saytda heç nə qalmır.
about_restore = Silinmə səhv olub: xəbər qayıdır.
about_redact = Sözlər bütün versiyalarda, şəkilaltılarda və qeydlərdə əvəz olunur. Geri qaytarmaq olmur.
about_unpublish = Lentdə bildiriş olmadan saytdan çıxarılır.
release_never = dərc olunmayıb
release_advanced = etibarlı abunəçilərdə
release_public = açıq
release_held = dayandırılıb
release_killed = ləğv edilib
release_taken_down = silinib
release_unpublished = dərcdən çıxarılıb
editor_note = Redaktorlar üçün qeyd
public_note = Oxucular üçün qeyd
reason = Səbəb
substitute = Əvəzinə oxunacaq xəbərin nömrəsi
covered = Əhatə edir
this_language = Bu dil
all_languages =
    { $count ->
        [one] { $count } dil
       *[other] Bütün { $count } dil
    }
later = Müəyyən vaxtda
redact_words = Əvəz olunacaq sözlər, hər sətirdə biri
readers_get = Oxucuların görəcəyi
second_hint = Bunu ikinci şəxs təsdiqləməlidir. Ləğv və ya silmə istəyi xəbəri dərhal dayandırır.
pending = { $act }: { $name } istəyib, { $time }
look_and_confirm = Bax və təsdiqlə
confirm_title = Təsdiq: { $act }
confirm_act = Təsdiqlə: { $act }
covers_count =
    { $count ->
        [one] { $count } xəbəri əhatə edir
       *[other] { $count } xəbəri əhatə edir
    }
alone_hint = Vaxtında heç kim cavab verməyib. Tək təsdiqləyə bilərsiniz; bu qeyd olunur və bildirilir.
