# The calendar

nav_calendar = Kalender
calendar_day_pattern = %A, %-d. %B
calendar_month_pattern = %OB %Y
calendar_span = Zeitraum
span_day = Tag
span_week = Woche
span_month = Monat
calendar_earlier = Früher
calendar_today = Heute
calendar_later = Später
embargo_ends = Ende der Sperrfrist
outcome_waiting = gesetzt
outcome_done = ausgeführt
outcome_refused = abgelehnt
outcome_cancelled = abgesagt
calendar_late = verspätet: es wird erneut versucht
release_early = Sperrfrist brechen
move_or_cancel = Verschieben oder absagen
cancel_schedule = Absagen
calendar_empty = Für diese Zeit ist nichts gesetzt.
