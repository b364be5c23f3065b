# The calendar

nav_calendar = Təqvim
calendar_day_pattern = %-d %B, %A
calendar_month_pattern = %OB %Y
calendar_span = Dövr
span_day = Gün
span_week = Həftə
span_month = Ay
calendar_earlier = Əvvəl
calendar_today = Bu gün
calendar_later = Sonra
embargo_ends = Embarqonun sonu
outcome_waiting = təyin olunub
outcome_done = icra olunub
outcome_refused = rədd edilib
outcome_cancelled = ləğv edilib
calendar_late = gecikir: yenidən cəhd edilir
release_early = Embarqonu götür
move_or_cancel = Köçür və ya ləğv et
cancel_schedule = Planı ləğv et
calendar_empty = Bu müddətdə heç nə təyin olunmayıb.
