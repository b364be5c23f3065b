# Redaksiyanın öz səhifələrinin mətnləri, azərbaycanca.

## The frame
newsroom = Redaksiya
skip = Məzmuna keç
nav = Redaksiya
nav_start = Mənim günüm
nav_board = Lövhə
nav_media = Şəkillər
nav_people = Əməkdaşlar
nav_desks = Şöbələr
nav_audit = Qeydiyyat
notices = Bildirişlər
account = Hesabım
page_language = Bu səhifələrin dili
set = Təyin et
save = Yadda saxla
make = Yarat
cancel = Ləğv et
close = Bağla
confirm = Təsdiqlə
remove = Çıxar
move = Köçür
end = Bitir
all = Hamısı
show = Göstər
search = Axtarış
name = Ad
nobody = Heç kim
from = Başlanğıc
to = Son
at = Vaxt
date = Tarix
person = Şəxs
upload = Yüklə
nothing_here = Burada heç nə yoxdur.
to_start = Başlanğıc səhifəsinə

## Signing in
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

## People and desks
invite = Dəvət et
roles_everywhere = Bütün şöbələrdə rollar
role_reporter = Müxbir
role_editor = Redaktor
role_chief = Baş redaktor
role_photo = Foto şöbəsi
role_translator = Tərcüməçi
role_correspondent = Xüsusi müxbir
role_administrator = İnzibatçı
disabled = Giriş bağlıdır
disable = Girişi bağla
forget_authenticator = Autentifikatoru sil
key = Açar
new_desk = Yeni şöbə
languages_hint = Dillər (boş – hamısı)
sections_hint = Bölmələr (boş – hamısı)
steps_hint = Yazı zamanı öz mərhələləri, hər sətirdə biri
approval = Buraxılışdan əvvəl təsdiq
approval_nobody = Lazım deyil
approval_another_person = Başqa əməkdaş
approval_chief = Baş redaktor
act = Əməl
subject = Obyekt
detail = Təfərrüat
network = Haradan

## Board and start page
mine = Mənim
whose = Kimin
waiting = Məni gözləyənlər
to_confirm = İkinci şəxs tələb olunur
just_released = İndicə buraxılanlar
new_story = Yeni xəbər
stage_draft = Yazılır
stage_submitted = Təhvil verilib
stage_approved = Təsdiqlənib
stage_released = Buraxılıb
stage_spiked = Kənara qoyulub
held_by = { $name } yazır
held_by_nobody = Heç kim yazmır
asked_by = { $name } istəyir
due_at = son vaxt { $time }
waits_for_second = ikinci şəxsi gözləyir
line_lost = Əlaqə kəsilib. Bərpa olunanda dəyişikliklər göstəriləcək.
keys = Düymələr
key_move = Növbəti və əvvəlki xəbər
key_open = Aç
key_release = Burax…
claim = Götür
submit = Təhvil ver
approve = Təsdiqlə

## A story
desk = Şöbə
language = Dil
languages = Dillər
section = Bölmə
urgency = Təcililik
headline = Başlıq
slugline = İşçi ad
summary = Xülasə
body = Mətn
byline = Müəllif sətri
authors = Müəlliflər
topics = Mövzular
keywords = Açar sözlər
commas_hint = Bir neçəsi vergüllə ayrılır.
also_in = Bu bölmələrdə də
kind = Növ
kind_news = Xəbər
kind_official = Rəsmi
kind_interview = Müsahibə
kind_factbox = Arayış
kind_photo_story = Fotoreportaj
kind_press_release = Press-reliz
dateline = Yer və tarix
place = Yer
source = Mənbə
follows = Davamı olduğu xəbərin nömrəsi
usage_terms = İstifadə şərtləri
embargo = Embarqo
embargo_until = Nə vaxtadək
zone = Saat qurşağı
pictures = Şəkillər
alt = Nə təsvir olunub (görməyənlər üçün)
caption = Şəkilaltı
credit = Foto müəllifi
add_picture = Şəkil əlavə et
version = Versiya
versions = Versiyalar
revision = Redaktə
revisions = Redaktələr və versiyalar
preview = Önbaxış
public_page = Açıq səhifə
counts = { $words } söz, { $characters } işarə, { $minutes } dəq
checks = Buraxılışdan əvvəl
check_long_headline = Başlıq 110 işarədən uzundur.
check_empty_body = Mətn boşdur.
check_no_dateline = Yer göstərilməyib.
check_no_alt = Şəklin təsviri yoxdur.
check_no_credit = Şəklin müəllifi göstərilməyib.
check_not_in_edition = Bu bölmə bu dildə yoxdur.
check_quotes = Dırnaqlar cüt deyil.
let_go = Burax
ask_for = İstə
take_over = Öz üzərinə götür
hand_over = Ötür
hand_over_to = Kimə
send_back = Geri qaytar
spike = Kənara qoy
spike_reason = Səbəb
unspike = Qaytar
step = Mərhələ
assigned_to = Tapşırılıb
due = Son vaxt
translate_into = Tərcümə dili
remarks = Qeydlər
remark = Qeyd
remark_hint = @ad həmkara bildirir.
say = Yaz
made_by = { $name } yaradıb, { $time }
changed_at = dəyişib { $time }
published_at = dərc olunub { $time }
saved_elsewhere = Başqası yadda saxlayıb. Görmək üçün səhifəni yeniləyin.
taken_over = { $name } xəbəri öz üzərinə götürdü. Saxlamadığınız redaktə kimi saxlanılıb.
said_saved = Yadda saxlanıldı.
said_done = Edildi.
said_asked = İstək göndərildi. İkinci şəxs təsdiqləməlidir; xəbər bu müddətdə dayandırılıb.
said_made = Yaradıldı. İndi sizdədir.
said_restored = Yeni redaktə kimi bərpa olundu.

## Revisions
difference = Fərq
compare = Müqayisə et
as_it_stands = indiki halı
restore = Bərpa et
reason_work = yazı zamanı
reason_submit = təhvil verilib
reason_approve = təsdiqlənib
reason_send_back = geri qaytarılıb
reason_hand_over = əldən-ələ keçib
reason_spike = kənara qoyulub və ya qaytarılıb
reason_restore = bərpadan əvvəl
reason_release = buraxılıb
reason_set_aside = ayrıca saxlanılıb: başqası daha tez idi

## Acts
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
alone_hint = Yarım saatdır heç kim cavab verməyib. Tək təsdiqləyə bilərsiniz; bu qeyd olunur.

## Notices and letters
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

## What cannot be done
refused_title = İcazə yoxdur
refused_text = Rollarınız buna icazə vermir.
foreign_text = Bu sorğu başqa saytdan gəlib və icra olunmayıb.
missing_title = Burada heç nə yoxdur
missing_text = Bu ünvanda heç nə yoxdur və ya sizin görə biləcəyiniz heç nə yoxdur.
bad_title = Qəbul olunmadı
bad_text = Bu formada oxunmayan nəsə var.
too_large_text = Bu, qəbul olunandan böyükdür.
too_long_text = Bu, həddən artıq uzundur.
conflict_title = İndi mümkün deyil
error_title = Xəta baş verdi
error_text = Xəta bizdədir və qeydə alınıb; yenidən cəhd edin.
busy_text = Elə həmin anda başqası dəyişiklik etdi. Yenidən cəhd edin.
not_now_text = Xəbərin indiki halında bu mümkün deyil.
not_approved_text = Əvvəlcə şöbə bu redaktəni təsdiqləməlidir.
not_submitted_text = Əvvəlcə xəbər təhvil verilməlidir.
spiked_text = Xəbər kənara qoyulub. Əvvəlcə onu qaytarın.
behind_text = Bu mətnin əsaslandığından daha yeni versiya dərc olunub.
changed_text = Başqası daha tez idi. Xəbəri yenidən açın.
held_text = Bu xəbəri başqası yazır.
same_person_text = Bunu özünüz istəmisiniz. İkinci şəxs təsdiqləməlidir.
nothing_pending_text = Burada təsdiq gözləyən heç nə yoxdur.
already_out_text = Bu xəbər dərc olunub. Onu ləğv etmək olar, kənara qoymaq yox.
note_missing_text = * ilə işarələnənlər doldurulmalıdır.
set_aside_text = Xəbər başqasındadır və ya başqası daha tez idi. Göndərdiyiniz ayrıca redaktə kimi saxlanılıb.
headline_text = Xəbərin başlığı olmalıdır.
section_text = Belə bölmə yoxdur.
follows_text = Bu nömrədə xəbər yoxdur.
unknown_field_text = Xəbərin belə sahəsi yoxdur.
bad_time_text = Bu, tarix və ya vaxt deyil.
bad_zone_text = Belə saat qurşağı yoxdur.
ambiguous_time_text = Həmin vaxt saatlar dəyişir: bu vaxt yoxdur və ya iki dəfə gəlir.
bad_language_text = Agentliyin bu dildə nəşri yoxdur və ya xəbər artıq var.
bad_email_text = Bu, e-poçt ünvanı deyil.
person_text = Bu əməkdaş yoxdur və ya bu şöbədə yaza bilmir.
person_known_text = Bu ünvanla artıq kimsə var.
last_administrator_text = Ən azı bir inzibatçı qalmalıdır.
desk_known_text = Bu açarla şöbə artıq var.
desk_key_text = Açar a-z, 0-9, - və _ işarələrindən 1–64 ədəddir.
remark_text = Əvvəlcə nəsə yazın.
file_text = Əvvəlcə fayl seçin.
