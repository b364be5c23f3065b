# Acts

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
alone_hint = کسی به‌موقع پاسخ نداد. می‌توانید به‌تنهایی تأیید کنید؛ ثبت و گزارش می‌شود.
