# The calendar

nav_calendar = Календарь
calendar_day_pattern = %A, %-d %B
calendar_month_pattern = %OB %Y
calendar_span = Период
span_day = День
span_week = Неделя
span_month = Месяц
calendar_earlier = Раньше
calendar_today = Сегодня
calendar_later = Позже
embargo_ends = Конец эмбарго
outcome_waiting = назначено
outcome_done = выполнено
outcome_refused = отклонено
outcome_cancelled = отменено
calendar_late = опаздывает: повторяется попытка
release_early = Снять эмбарго досрочно
move_or_cancel = Перенести или отменить
cancel_schedule = Отменить
calendar_empty = На это время ничего не назначено.
