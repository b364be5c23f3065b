# Texts of the public site in Azerbaijani.

## The frame of every page
homepage = Ana səhifə
breadcrumb = Səhifənin yeri
skip_to_content = Məzmuna keç
sections = Bölmələr
languages = Dillər
use_notice = Materiallardan istifadə edilərkən hiperlinklə istinad olunmalıdır.

## The front
latest_news = Son xəbərlər
days_news = Günün xəbərləri
breaking = Təcili xəbər
flash = Təcili
urgent = Çox vacib
list_empty = Burada hələ xəbər yoxdur.

## Kinds of stories
kind_official = Rəsmi məlumat
kind_interview = Müsahibə
kind_factbox = Arayış
kind_photo_story = Fotoreportaj
kind_press_release = Press-reliz

## A story
published_at = Dərc olunub: { $time }
updated_at = Yenilənib: { $time }
corrected_at = Düzəliş edilib: { $time }
by = Müəllif: { $names }
topics = Mövzular
keywords = Açar sözlər
other_news = Bölmənin digər xəbərləri
continues = Xəbərin davamı:
continued_from = Əvvəlki xəbər:
read_also = Həmçinin oxuyun
sign_off_reporter = Xəbəri hazırlayıb: { $names }
sign_off_writer = Mətn: { $names }
sign_off_translator = Tərcümə: { $names }
sign_off_editor = Redaktor: { $names }
translations = Xəbər digər dillərdə
translation_behind = Xəbərin orijinalı tərcümədən sonra dəyişdirilib. Həmin dəyişiklik bu mətndə hələ öz əksini tapmayıb.
correction = Düzəliş
report_hint = Mətndə səhv varsa, onu seçib Ctrl + Enter düymələrini basın
report_button = Səhv barədə məlumat verin
copy_with_link = Keçidlə birlikdə kopyala
copied = Kopyalandı
copy_failed = Brauzer kopyalamağa icazə vermədi

## Lists
stories_count = { $count } xəbər
topic_news = Mövzu üzrə xəbərlər: { $topic }
author_stories = Müəllifin materialları: { $name }
archive = Arxiv
archive_day = { $date } – günün xəbərləri
archive_month = { $month } – ayın xəbərləri
archive_empty = Bu gün üçün xəbər yoxdur.
archive_month_empty = Bu ay üçün xəbər yoxdur.
calendar = Təqvim
previous_day = Əvvəlki gün
next_day = Növbəti gün
previous_month = Əvvəlki ay
next_month = Növbəti ay
older = Daha əvvəlki
pages = Səhifələr

## History and corrections
history = Dəyişikliklərin tarixçəsi
history_intro = Xəbərin dərc olunmuş bütün variantları: əvvəlcə ən yenisi. Əlavə edilən sözlərin altından, çıxarılanların üstündən xətt çəkilib.
history_of = Dəyişikliklərin tarixçəsi: { $headline }
version = Variant
version_number = { $number } nömrəli variant
current_version = Hazırkı variant
changed_since = { $number } nömrəli variantdan sonrakı dəyişikliklər
text_unchanged = Mətn dəyişməyib.
act_release = Dərc olunub
act_update = Yenilənib
act_correction = Düzəliş edilib
act_refile = Texniki səhv aradan qaldırılıb
act_hold = Yoxlama üçün dayandırılıb
act_lift = Yenidən dərc olunub
act_kill = Ləğv edilib
act_takedown = Silinib
act_restore = Bərpa edilib
act_unpublish = Saytdan çıxarılıb
act_import = Arxivdən köçürülüb
corrections = Düzəlişlər
corrections_intro = Səhvə yol verdikdə onu düzəldir və bunu açıq bildiririk. Burada dərc olunmuş xəbərlərə edilən bütün düzəlişlər toplanıb: əvvəlcə ən yenisi.
corrections_empty = Hələlik düzəliş yoxdur.

## What is no longer there
held_title = Xəbər yoxlanılır
held_text = Xəbər dəqiqləşdirilmək üçün müvəqqəti olaraq saytdan çıxarılıb. Yenidən dərc olunanadək ondan istifadə etməməyiniz xahiş olunur.
killed_title = Xəbər ləğv edilib
killed_text = Bu xəbəri ləğv etmişik. Ondan heç bir formada istifadə etmək olmaz.
killed_headline = Ləğv edilmiş xəbərin başlığı: { $headline }
takedown_title = Xəbər artıq əlçatan deyil
takedown_text = Bu ünvandakı xəbər hüquqi səbəblərdən silinib.
unpublished_title = Xəbər artıq saytımızda deyil
unpublished_text = Bu ünvandakı xəbər saytımızdan çıxarılıb.
reason = Səbəb
substitute = Əvəzinə oxuyun:

## Errors
not_found_title = Səhifə tapılmadı
not_found_text = Bu ünvanda səhifə yoxdur. Ünvan səhv yazılmış, yaxud səhifə başqa yerə köçürülmüş ola bilər.
gone_title = Səhifə silinib
gone_text = Bu ünvandakı səhifə artıq mövcud deyil.
legal_title = Hüquqi səbəblərdən əlçatan deyil
legal_text = Bu səhifəni hüquqi səbəblərdən göstərmək mümkün deyil.
error_title = Xəta baş verdi
error_text = Səhifəni hazırda göstərmək mümkün olmadı. Nasazlıq barədə məlumatımız var; bir azdan yenidən cəhd edin.
to_homepage = Ana səhifəyə keç
to_latest_news = Son xəbərlərə keç

## Feeds and other readers that are programs
feed_title = { $agency }: son xəbərlər
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = { $agency } – son xəbərlər
feed_withdrawn = Bu xəbər ləğv edilib.
sitemap = Saytın xəritəsi
llms_intro = { $agency } xəbər agentliyidir. Aşağıda onun nəşrləri, bölmələri və xəbər lentləri göstərilib; hər bir xəbəri ünvanının sonuna .md artırmaqla sadə Markdown mətni kimi oxumaq olar.
llms_editions = Nəşrlər
llms_use = İstifadə qaydaları

## Letters to the newsroom
feedback_title = Əks əlaqə
feedback_closed = Forma hazırda bağlıdır. Zəhmət olmasa, bir qədər sonra yenidən cəhd edin.
required_hint = * işarəsi olan xanalar mütləq doldurulmalıdır.
captcha_hint = Yuxarıdakı şəkildə göstərilən hərfləri daxil edin.
captcha_case_hint = Böyük və kiçik hərflər fərqləndirilmir.
feedback_subject = Mövzu
feedback_name = Ad
feedback_email = E-poçt
feedback_message = Mesaj
feedback_send = Göndər
feedback_thanks = Təşəkkür edirik. Məktubunuz redaksiyaya çatdı.
feedback_reference = Qeydiyyat nömrəsi:
feedback_too_many = Son bir saatda şəbəkənizdən çoxlu məktub gəlib. Yazdığınız itməyib; xahiş edirik, bir az sonra yenidən göndərin.
feedback_close = Bağla
feedback_failed = Göndərmək mümkün olmadı. Yazdığınız itməyib; yenidən cəhd edin.
field_missing = Bu sahəni doldurun.
field_too_long = Bu, qəbul edə biləcəyimizdən uzundur.
field_no_address = Bu, e-poçt ünvanı deyil.
captcha_alt = Altı hərf, şəkil kimi. Onları dinləmək də olar.
captcha_listen = Və ya dinləyin:
captcha_letters = Hərflər
captcha_again = Başqa hərflər
captcha_missing = Hərfləri daxil edin.
captcha_too_soon = Çox tez oldu. Bir daha göndərin.
captcha_wrong = Hərflər düz gəlmədi. Budur başqaları; yazdığınız qalıb.
captcha_stale = Hərflərin vaxtı keçib və ya onlar artıq istifadə olunub. Budur başqaları; yazdığınız qalıb.
form_stale = Formanın vaxtı keçib və ya o artıq göndərilib. Lütfən, bir daha göndərin.
captcha_needs_script = Bu forma üçün skriptlər lazımdır, brauzerinizdə isə onlar söndürülüb.
captcha_working = Maşının yazmadığı yoxlanılır…
captcha_done = Yoxlanıldı: hərf daxil etmək lazım deyil.

## Mistakes that readers report
report_marked = Seçdiyiniz sözlər:
report_which = Səhv haradadır?
report_suggestion = Düzgün variant
report_kind = Bu nə səhvidir?
report_kind_slip = Texniki səhv: yazılış, qrammatika, buraxılmış söz
report_kind_fact = Fakt: rəqəm, ad, tarix
report_kind_translation = Tərcümə
report_kind_picture = Şəkil və ya onun altındakı yazı
report_kind_link = Keçid
report_word = Redaktora qeyd
report_email_hint = Ünvanınızı yazsanız, əvvəlcə onu təsdiqləməyinizi xahiş edəcək, məsələ həll olunanda isə bir dəfə yazacağıq. 30 gün sonra ünvan silinir.
report_which_missing = Sözləri seçin və ya abzası göstərin.
report_kind_missing = Səhvin növünü göstərin.
report_nothing_said = Düzgün variantı yazın və ya redaktora qeyd buraxın.
report_foreign_words = Xəbərdə belə söz yoxdur və ya artıq yoxdur. Abzası göstərin.
report_unknown_version = Siz açandan sonra xəbər dəyişib. Abzası indiki halında göstərin.
report_too_long = Həddən artıq mətn seçilib: ən çoxu 300 işarə ola bilər. Abzası göstərin.
report_thanks = Təşəkkür edirik. Məlumatınız redaktorlara çatdı.
report_already_fixed = Təşəkkür edirik. Bu səhv artıq düzəldilib.
report_before = Belə idi:
report_after = İndi belədir:
report_follow = Məlumatınızın gedişini izləyin
report_mail_sent = Sizə məktub göndərdik. Məsələ həll olunanda yaza bilməyimiz üçün məktubdakı keçidi açın.
report_status_title = Məlumatınız
report_story = Xəbər:
report_sent_at = Göndərilib:
report_settled_at = Həll olunub:
report_told = Məsələ həll olunanda sizə yazacağıq.
report_waiting = Məlumatınız redaktoru gözləyir.
report_fixed = Səhv düzəldildi. Təşəkkür edirik.
report_not_a_mistake = Redaktorlar yoxladılar: mətn düzgündür.
report_rejected = Redaktorlar baxdılar və mətni dəyişməməyi qərara aldılar.
report_confirm_text = Bu sizin ünvanınızdır? Onda məsələ həll olunanda sizə bir dəfə yazacağıq.
report_confirm_button = Bəli, mənim ünvanımdır
report_confirm_mail_subject = { $agency }: ünvanınızı təsdiqləyin ({ $reference })
report_confirm_mail = Kimsə, yəqin ki siz, { $agency } agentliyinə { $reference } nömrəsi ilə səhv barədə məlumat verib və nəticəni bilmək istəyir. Bu sizsinizsə, ünvanınızı burada təsdiqləyin:
report_confirm_mail_end = Siz deyilsinizsə, heç nə etmək lazım deyil: bir daha yazmayacağıq.
report_settled_mail_subject = { $agency }: { $reference } nömrəli məlumatınıza baxıldı
report_settled_mail_end = { $agency } xəbərlərini diqqətlə oxuduğunuza görə təşəkkür edirik. { $reference } nömrəli məlumat barədə bu, yeganə məktubdur.
report_joined = Təşəkkür edirik. Sizdən əvvəl bu barədə { $count } oxucu məlumat verib; yazdığınız onlara əlavə olundu.
