# What people choose to be told

notifications = ما أُبلَّغ به
notifications_hint = تُرسل الرسائل إلى بريدك. يأتي الملخص مرة واحدة بكل ما استجد منذ سابقه.
way_nothing = لا شيء
way_here = هنا
way_mail = هنا وبرسالة فوراً
way_hourly = هنا وبرسالة كل ساعة
way_daily = هنا وبرسالة كل صباح
way_fixed = دائماً هنا وبرسالة فوراً
told_assigned = يُسند إليّ خبر
told_asked = يطلب أحدهم الخبر الذي أكتبه
told_handed = يُسلَّم إليّ خبر
told_taken = يُؤخذ خبري
told_sent_back = يُعاد إليّ نصي
told_wanted = نص ينتظر إجازتي
told_approved = يُجاز نصي
told_released = يصدر خبري أو يتغير
told_mention = يذكرني أحدهم في ملاحظة
told_remark = ملاحظة على خبري
told_confirmed = يُؤكَّد ما طلبتُه
told_confirm = مطلوب شخص ثانٍ للسحب أو الإزالة
notice_wanted = { $name } يطلب إجازتك
notice_released = { $name } أصدر
notice_mention = { $name } يذكرك في ملاحظة
mail_digest_subject =
    { $count ->
        [one] { $agency }: إشعار واحد
        [two] { $agency }: إشعاران
        [few] { $agency }: { $count } إشعارات
       *[other] { $agency }: { $count } إشعاراً
    }
mail_notice_end = اختر ما تُبلَّغ به وكيف من هنا: { $link }
