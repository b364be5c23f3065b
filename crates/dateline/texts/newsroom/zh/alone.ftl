# 由一人单独确认

mail_confirmed_alone_subject = 由一人单独确认：{ $headline }
mail_confirmed_alone_text =
    { $name } 提出了此请求，因无人回应而单独确认：{ $act }。做了什么，稿件此前的内容：

    { $link }
agency_alone = 多少分钟后可单独确认
agency_alone_hint = 撤销、下架、复原或遮盖无第二人回应时：未另行说明为 30，0 表示永不。
