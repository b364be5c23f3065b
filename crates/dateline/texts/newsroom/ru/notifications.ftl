# What people choose to be told

notifications = Мои уведомления
notifications_hint = Письма приходят на ваш адрес. Сводка приходит одна, со всем, что было после предыдущей.
way_nothing = Не сообщать
way_here = Здесь
way_mail = Здесь и сразу письмом
way_hourly = Здесь и раз в час одним письмом
way_daily = Здесь и каждое утро одним письмом
way_fixed = Всегда здесь и сразу письмом
told_assigned = Мне поручен материал
told_asked = Просят материал, который я пишу
told_handed = Мне передан материал
told_taken = Мой материал забрали
told_sent_back = Мой текст вернули
told_wanted = Текст ждёт моей визы
told_approved = Мой текст завизирован
told_released = Мой материал вышел или изменён
told_mention = Меня упомянули в замечании
told_remark = Замечание к моему материалу
told_confirmed = Подтверждено то, о чём я просил(а)
told_confirm = Нужен второй человек для отзыва или снятия
notice_wanted = { $name } просит завизировать
notice_released = { $name } выпустил(а)
notice_mention = { $name } упоминает вас в замечании
mail_digest_subject =
    { $count ->
        [one] { $agency }: { $count } уведомление
        [few] { $agency }: { $count } уведомления
       *[other] { $agency }: { $count } уведомлений
    }
mail_notice_end = Что и как сообщать, выбирается здесь: { $link }
