# What people choose to be told

notifications = 通知设置
notifications_hint = 邮件发到您的邮箱。摘要每次一封，含上次之后的全部内容。
way_nothing = 不通知
way_here = 站内
way_mail = 站内并立即发邮件
way_hourly = 站内并每小时汇总邮件
way_daily = 站内并每天早晨汇总邮件
way_fixed = 始终站内并立即发邮件
told_assigned = 稿件指派给我
told_asked = 有人要我手上的稿件
told_handed = 稿件交给我
told_taken = 我的稿件被接管
told_sent_back = 我的稿件被退回
told_wanted = 稿件等我签发
told_approved = 我的稿件已签发
told_released = 我的稿件已发布或更新
told_mention = 批注中提到我
told_remark = 我的稿件有批注
told_confirmed = 我的请求已获确认
told_confirm = 撤稿或下架需要第二人确认
notice_wanted = { $name } 请您签发
notice_released = { $name } 发布了
notice_mention = { $name } 在批注中提到您
mail_digest_subject =
    { $count ->
       *[other] { $agency }：{ $count } 条通知
    }
mail_notice_end = 在此选择通知内容和方式：{ $link }
