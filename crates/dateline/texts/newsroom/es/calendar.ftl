# The calendar

nav_calendar = Calendario
calendar_day_pattern = %A, %-d de %B
calendar_month_pattern = %OB de %Y
calendar_span = Periodo
span_day = Día
span_week = Semana
span_month = Mes
calendar_earlier = Antes
calendar_today = Hoy
calendar_later = Después
embargo_ends = Fin del embargo
outcome_waiting = fijado
outcome_done = hecho
outcome_refused = rechazado
outcome_cancelled = cancelado
calendar_late = con retraso: se intenta de nuevo
release_early = Romper el embargo
move_or_cancel = Mover o cancelar
cancel_schedule = Cancelarlo
calendar_empty = No hay nada fijado en este periodo.
