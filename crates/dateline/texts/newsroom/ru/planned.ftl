# Назначенное на время

in_calendar = В календаре
move_or_break = Перенести или снять эмбарго досрочно
notice_released_by_itself = Вышло в назначенное время
