# What people choose to be told

notifications = آنچه به من خبر داده می‌شود
notifications_hint = نامه‌ها به نشانی رایانامهٔ شما می‌آید. گزیده یک بار و با همهٔ رویدادهای پس از پیشین می‌رسد.
way_nothing = هیچ
way_here = همین‌جا
way_mail = همین‌جا و فوراً با نامه
way_hourly = همین‌جا و هر ساعت در یک نامه
way_daily = همین‌جا و هر بامداد در یک نامه
way_fixed = همیشه همین‌جا و فوراً با نامه
told_assigned = خبری به من سپرده می‌شود
told_asked = کسی خبری را که دست من است می‌خواهد
told_handed = خبری به من داده می‌شود
told_taken = خبر من گرفته می‌شود
told_sent_back = متن من بازگردانده می‌شود
told_wanted = متنی چشم‌به‌راه تأیید من است
told_approved = متن من تأیید می‌شود
told_released = خبر من منتشر یا دگرگون می‌شود
told_mention = در یادداشتی نام من می‌آید
told_remark = یادداشتی بر خبر من
told_confirmed = آنچه خواستم تأیید می‌شود
told_confirm = برای ابطال یا برداشتن نفر دوم لازم است
notice_wanted = { $name } تأیید شما را می‌خواهد
notice_released = { $name } منتشر کرد
notice_mention = { $name } در یادداشتی از شما نام برده است
mail_digest_subject =
    { $count ->
       *[other] { $agency }: { $count } پیام
    }
mail_notice_end = آنچه و چگونگی خبر دادن را اینجا برگزینید: { $link }
