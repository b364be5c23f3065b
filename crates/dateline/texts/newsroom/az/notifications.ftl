# What people choose to be told

notifications = Mənə nə bildirilsin
notifications_hint = Məktublar e-poçt ünvanınıza gəlir. Xülasə bir dəfə, sonuncudan bəri olan hər şeylə gəlir.
way_nothing = Heç nə
way_here = Burada
way_mail = Burada və dərhal məktubla
way_hourly = Burada və saatda bir məktubla
way_daily = Burada və hər səhər bir məktubla
way_fixed = Həmişə burada və dərhal məktubla
told_assigned = Xəbər mənə tapşırılır
told_asked = Yazdığım xəbəri kimsə istəyir
told_handed = Xəbər mənə verilir
told_taken = Xəbərim götürülür
told_sent_back = Mətnim geri qaytarılır
told_wanted = Mətn təsdiqimi gözləyir
told_approved = Mətnim təsdiqlənir
told_released = Xəbərim buraxılır və ya dəyişir
told_mention = Qeyddə adım çəkilir
told_remark = Xəbərimə qeyd yazılır
told_confirmed = İstədiyim təsdiqlənir
told_confirm = Ləğv və ya silmə üçün ikinci şəxs lazımdır
notice_wanted = { $name } təsdiqinizi istəyir
notice_released = { $name } buraxdı
notice_mention = { $name } qeyddə adınızı çəkib
mail_digest_subject =
    { $count ->
       *[other] { $agency }: { $count } bildiriş
    }
mail_notice_end = Nəyin və necə bildiriləcəyini burada seçirsiniz: { $link }
