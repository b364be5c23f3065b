# متن‌های صفحه‌های تحریریه به فارسی.

## The frame
newsroom = تحریریه
skip = رفتن به محتوا
nav = تحریریه
nav_start = روز من
nav_board = تابلو
nav_media = عکس‌ها
nav_people = همکاران
nav_desks = میزهای خبر
nav_audit = سوابق
notices = اعلان‌ها
account = حساب من
page_language = زبان این صفحه‌ها
set = تعیین
save = ذخیره
make = ساختن
cancel = انصراف
close = بستن
confirm = تأیید
remove = برداشتن
move = جابه‌جایی
end = پایان
all = همه
show = نمایش
search = جستجو
name = نام
nobody = هیچ‌کس
from = از
to = تا
at = زمان
date = تاریخ
person = شخص
upload = بارگذاری
nothing_here = اینجا چیزی نیست.
to_start = به صفحهٔ آغاز

## Signing in
sign_in = ورود
sign_out = خروج
sign_in_first = نخست وارد شوید.
sign_in_wrong = نشانی و گذرواژه با هم نمی‌خوانند.
sign_in_paused = تلاش‌ها زیاد بود. کمی صبر کنید و دوباره بکوشید.
email = نشانی ایمیل
password = گذرواژه
old_password = گذرواژهٔ کنونی
new_password = گذرواژهٔ تازه
password_again = گذرواژهٔ تازه، بار دیگر
set_password = تعیین گذرواژه
passwords_differ_text = دو گذرواژه یکی نیستند.
password_short_text = گذرواژه دست‌کم ۸ نویسه دارد.
wrong_password_text = گذرواژهٔ کنونی درست نیست.
forgotten = گذرواژه را فراموش کرده‌اید؟
send_letter = فرستادن نامه
letter_sent = اگر کسی اینجا این نشانی را دارد، نامه در راه است. پیوند آن یک ساعت اعتبار دارد.
letter_old_text = این پیوند کهنه است یا به کار رفته. پیوند دیگری بخواهید.
welcome = خوش آمدید، { $name }
code_title = گام دوم
code = کد
code_hint = شش رقم از برنامهٔ احراز هویت، یا یکی از کدهای بازیابی.
wrong_code_text = این کد درست نیست یا پیش‌تر به کار رفته.
authenticator = برنامهٔ احراز هویت
authenticator_hint = با برنامهٔ احراز هویت روی تلفن، گذرواژهٔ دزدیده به‌تنهایی چیزی را باز نمی‌کند.
authenticator_scan = این تصویر را با برنامه اسکن کنید یا حروف زیر آن را بنویسید. سپس کدی را که نشان می‌دهد وارد کنید.
authenticator_on =
    { $count ->
        [one] هنگام ورود کد پرسیده می‌شود. { $count } کد بازیابی مانده است.
       *[other] هنگام ورود کد پرسیده می‌شود. { $count } کد بازیابی مانده است.
    }
set_up = راه‌اندازی
recovery_codes = کدهای بازیابی
recovery_hint = آن‌ها را جایی نگه دارید که بی‌تلفن هم بیابید. هر کدام یک بار کار می‌کند و تنها اکنون دیده می‌شود.
sessions = جاهایی که وارد شده‌اید
this_session = همین مرورگر
end_others = پایان دادن به بقیه

## People and desks
invite = دعوت
roles_everywhere = نقش‌ها در همهٔ میزها
role_reporter = خبرنگار
role_editor = دبیر
role_chief = سردبیر
role_photo = میز عکس
role_translator = مترجم
role_correspondent = خبرنگار خارج
role_administrator = مدیر سامانه
disabled = اجازهٔ ورود ندارد
disable = بستن ورود
forget_authenticator = برداشتن برنامهٔ احراز هویت
key = کلید
new_desk = میز تازه
languages_hint = زبان‌ها (خالی یعنی همه)
sections_hint = بخش‌ها (خالی یعنی همه)
steps_hint = گام‌های خود میز هنگام نوشتن، هر کدام در یک سطر
approval = تأیید پیش از انتشار
approval_nobody = لازم نیست
approval_another_person = از سوی شخصی دیگر
approval_chief = از سوی سردبیر
act = کار
subject = موضوع
detail = جزئیات
network = از کجا

## Board and start page
mine = مال من
whose = مال چه کسی
waiting = در انتظار من
to_confirm = نفر دوم لازم است
just_released = تازه منتشرشده
new_story = خبر تازه
stage_draft = در حال نوشتن
stage_submitted = تحویل‌شده
stage_approved = تأییدشده
stage_released = منتشرشده
stage_spiked = کنارگذاشته
held_by = { $name } می‌نویسد
held_by_nobody = کسی نمی‌نویسد
asked_by = { $name } آن را می‌خواهد
due_at = مهلت { $time }
waits_for_second = در انتظار نفر دوم
line_lost = ارتباط قطع شد. تغییرها پس از وصل شدن نشان داده می‌شوند.
keys = کلیدها
key_move = خبر بعدی و پیشین
key_open = باز کردن
key_release = انتشار…
claim = برداشتن کار
submit = تحویل
approve = تأیید

## A story
desk = میز
language = زبان
languages = زبان‌ها
section = بخش
urgency = فوریت
headline = تیتر
slugline = نام کاری
summary = خلاصه
body = متن
byline = سطر نویسنده
authors = نویسندگان
topics = موضوع‌ها
keywords = کلیدواژه‌ها
commas_hint = چند مورد با ویرگول میانشان.
also_in = همچنین در این بخش‌ها
kind = گونه
kind_news = خبر
kind_official = بیانیهٔ رسمی
kind_interview = گفت‌وگو
kind_factbox = دانستنی‌ها
kind_photo_story = گزارش تصویری
kind_press_release = اطلاعیهٔ مطبوعاتی
dateline = مکان و تاریخ
place = مکان
source = منبع
follows = شمارهٔ خبری که دنبالهٔ آن است
usage_terms = شرایط استفاده
embargo = ممنوعیت انتشار
embargo_until = تا
zone = منطقهٔ زمانی
pictures = عکس‌ها
alt = آنچه دیده می‌شود، برای کسی که نمی‌بیند
caption = شرح عکس
credit = عکاس
add_picture = افزودن عکس
version = نسخه
versions = نسخه‌ها
revision = بازنگری
revisions = بازنگری‌ها و نسخه‌ها
preview = پیش‌نمایش
public_page = صفحهٔ عمومی
counts = { $words } واژه، { $characters } نویسه، { $minutes } دقیقه
checks = پیش از انتشار
check_long_headline = تیتر بیش از ۱۱۰ نویسه دارد.
check_empty_body = متن خالی است.
check_no_dateline = مکان خبر نیامده است.
check_no_alt = عکسی شرح تصویری ندارد.
check_no_credit = نام عکاس نیامده است.
check_not_in_edition = این بخش در این نسخهٔ زبانی نیست.
check_quotes = گیومه‌ها جفت نیستند.
let_go = رها کردن
ask_for = درخواست آن
take_over = به دست گرفتن
hand_over = سپردن
hand_over_to = به
send_back = بازگرداندن
spike = کنار گذاشتن
spike_reason = چرا کنار گذاشته می‌شود
unspike = برگرداندن به کار
step = گام
assigned_to = سپرده به
due = مهلت
translate_into = ترجمه به
remarks = یادداشت‌ها
remark = یادداشت
remark_hint = ‎@نام همکار را خبر می‌کند.
say = گفتن
made_by = ساختهٔ { $name }، { $time }
changed_at = تغییر { $time }
published_at = انتشار { $time }
saved_elsewhere = شخص دیگری ذخیره کرد. برای دیدنش صفحه را دوباره باز کنید.
taken_over = { $name } خبر را به دست گرفت. آنچه ذخیره نکرده بودید بازنگری جداگانه‌ای شد.
said_saved = ذخیره شد.
said_done = انجام شد.
said_asked = درخواست شد. نفر دوم باید تأیید کند؛ خبر تا آن زمان متوقف است.
said_made = ساخته شد و اکنون در دست شماست.
said_restored = به‌صورت بازنگری تازه بازگردانده شد.

## Revisions
difference = تفاوت
compare = مقایسه
as_it_stands = وضع کنونی
restore = بازگردانی
reason_work = هنگام نوشتن
reason_submit = تحویل
reason_approve = تأیید
reason_send_back = بازگرداندن
reason_hand_over = دست به دست شد
reason_spike = کنار گذاشته یا برگردانده شد
reason_restore = پیش از بازگردانی
reason_release = انتشار
reason_set_aside = کنار نهاده شد: دیگری زودتر بود

## Acts
acts = کارها
act_release = انتشار
act_update = به‌روزرسانی
act_correction = تصحیح
act_refile = اصلاح لغزش
act_hold = توقف
act_lift = رفع توقف
act_kill = ابطال
act_takedown = حذف
act_restore = بازآوردن
act_redact = پوشاندن واژه‌ها
act_unpublish = برداشتن از سایت
about_release = نخستین انتشار.
about_update = متنی تازه‌تر و کامل‌تر. یادداشت می‌گوید چه تازه است.
about_correction = خطایی منتشر شد. یادداشت می‌گوید کجا، چه آمده بود و درست چیست.
about_refile = لغزشی که به اصل خبر ربطی ندارد. خوانندگان یادداشتی نمی‌بینند.
about_hold = تا بررسی کنیم استفاده نشود. خوانندگان و مشترکان آگاه می‌شوند.
about_lift = توقف پایان می‌یابد.
about_kill = چنان نادرست که نباید به کار رود. خوانندگان دلیل را می‌بینند.
about_takedown = به دلایل حقوقی حذف می‌شود و چیزی از آن نمی‌ماند.
about_restore = حذف نادرست بود: خبر بازمی‌گردد.
about_redact = واژه‌ها در همهٔ نسخه‌ها، شرح‌ها و یادداشت‌ها جایگزین می‌شوند و بازگشت ندارد.
about_unpublish = از سایت برداشته می‌شود، بی‌اعلان در سرویس.
release_never = منتشرنشده
release_advanced = نزد مشترکان مورد اعتماد
release_public = منتشرشده
release_held = متوقف
release_killed = باطل‌شده
release_taken_down = حذف‌شده
release_unpublished = برداشته‌شده
editor_note = یادداشت برای دبیران
public_note = یادداشت برای خوانندگان
reason = دلیل
substitute = شمارهٔ خبر جایگزین
covered = دامنه
this_language = همین زبان
all_languages =
    { $count ->
        [one] { $count } زبان
       *[other] هر { $count } زبان
    }
later = در زمانی معین
redact_words = واژه‌هایی که جایگزین می‌شوند، هر کدام در یک سطر
readers_get = آنچه خوانندگان می‌بینند
second_hint = نفر دوم باید تأیید کند. درخواست ابطال یا حذف بی‌درنگ خبر را متوقف می‌کند.
pending = { $act }: درخواست { $name }، { $time }
look_and_confirm = ببینید و تأیید کنید
confirm_title = تأیید: { $act }
confirm_act = تأیید: { $act }
covers_count =
    { $count ->
        [one] { $count } خبر را در بر می‌گیرد
       *[other] { $count } خبر را در بر می‌گیرد
    }
alone_hint = نیم ساعت است کسی پاسخ نداده. می‌توانید به‌تنهایی تأیید کنید؛ این ثبت می‌شود.

## Notices and letters
all_seen = همه دیده شد
notice_asked = { $name } از شما می‌خواهد
notice_handed = { $name } به شما می‌سپارد
notice_taken = { $name } به دست گرفت
notice_assigned = { $name } به شما محول می‌کند
notice_sent_back = { $name } بازگرداند
notice_approved = { $name } تأیید کرد
notice_remark = { $name } یادداشت گذاشت
notice_confirm = { $name } تأیید شما را می‌خواهد
notice_confirmed = { $name } تأیید کرد
mail_invite_subject = { $agency }: به تحریریه خوش آمدید
mail_invite_text =
    سلام { $name }،
    
    شما به تحریریهٔ { $agency } دعوت شده‌اید. ظرف یک هفته اینجا گذرواژه تعیین کنید:
    
    { $link }
mail_reset_subject = { $agency }: گذرواژهٔ تازه
mail_reset_text =
    سلام { $name }،
    
    کسی، احتمالاً خودتان، برای { $agency } گذرواژهٔ تازه خواسته است. ظرف یک ساعت اینجا تعیین کنید:
    
    { $link }
    
    اگر شما نبودید، کاری نکنید.
mail_confirm_subject = برای تأیید: { $headline }
mail_confirm_text =
    { $name } برای این کار نفر دومی می‌خواهد: { $act }.
    
    خبر و آنچه تغییر می‌کند:
    
    { $link }

## What cannot be done
refused_title = اجازه نیست
refused_text = نقش‌های شما این اجازه را نمی‌دهد.
foreign_text = این درخواست از سایتی دیگر آمد و اجرا نشد.
missing_title = اینجا چیزی نیست
missing_text = در این نشانی چیزی نیست، یا چیزی که بتوانید ببینید نیست.
bad_title = پذیرفته نشد
bad_text = چیزی در این فرم خوانا نیست.
too_large_text = بزرگ‌تر از آن است که پذیرفته شود.
too_long_text = بیش از اندازه بلند است.
conflict_title = اکنون ممکن نیست
error_title = خطایی رخ داد
error_text = خطا از ماست و ثبت شد؛ دوباره بکوشید.
busy_text = دیگری در همان لحظه آن را تغییر داد. دوباره بکوشید.
not_now_text = با وضع کنونی خبر ممکن نیست.
not_approved_text = میز باید نخست این بازنگری را تأیید کند.
not_submitted_text = خبر باید نخست تحویل شود.
spiked_text = خبر کنار گذاشته شده است. نخست آن را برگردانید.
behind_text = نسخه‌ای تازه‌تر از مبنای این متن منتشر شده است.
changed_text = دیگری زودتر بود. خبر را دوباره باز کنید.
held_text = دیگری این خبر را می‌نویسد.
same_person_text = خودتان درخواست کرده‌اید. نفر دوم باید تأیید کند.
nothing_pending_text = اینجا چیزی در انتظار تأیید نیست.
already_out_text = این خبر منتشر شده است: می‌توان پسش گرفت، نه کنار گذاشت.
note_missing_text = آنچه * دارد باید گفته شود.
set_aside_text = خبر در دست دیگری است یا او زودتر بود. فرستادهٔ شما بازنگری جداگانه‌ای شد.
headline_text = خبر تیتر می‌خواهد.
section_text = چنین بخشی نیست.
follows_text = خبری با این شماره نیست.
unknown_field_text = خبر چنین فیلدی ندارد.
bad_time_text = این تاریخ یا ساعت نیست.
bad_zone_text = چنین منطقهٔ زمانی نیست.
ambiguous_time_text = آن هنگام ساعت عوض می‌شود: این زمان نیست یا دو بار می‌آید.
bad_language_text = خبرگزاری نسخه‌ای به این زبان ندارد، یا خبر در آن هست.
bad_email_text = این نشانی ایمیل نیست.
person_text = این شخص اینجا نیست یا در این میز نمی‌نویسد.
person_known_text = کسی با این نشانی هست.
last_administrator_text = باید یک مدیر بماند.
desk_known_text = میزی با این کلید هست.
desk_key_text = کلید ۱ تا ۶۴ نویسه از a-z و 0-9 و - و _ است.
remark_text = نخست چیزی بنویسید.
file_text = نخست پرونده‌ای برگزینید.
