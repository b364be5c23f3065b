# The calendar

nav_calendar = Calendar
calendar_day_pattern = %A, %-d %B
calendar_month_pattern = %OB %Y
calendar_span = Span
span_day = Day
span_week = Week
span_month = Month
calendar_earlier = Earlier
calendar_today = Today
calendar_later = Later
embargo_ends = End of the embargo
outcome_waiting = set
outcome_done = done
outcome_refused = refused
outcome_cancelled = cancelled
calendar_late = late: it is tried again
release_early = Break the embargo
move_or_cancel = Move or cancel
cancel_schedule = Cancel it
calendar_empty = Nothing is set in this time.
