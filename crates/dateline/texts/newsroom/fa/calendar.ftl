# The calendar

nav_calendar = تقویم
calendar_day_pattern = %A %-d %B
calendar_month_pattern = %OB %Y
calendar_span = بازه
span_day = روز
span_week = هفته
span_month = ماه
calendar_earlier = پیش‌تر
calendar_today = امروز
calendar_later = پس‌تر
embargo_ends = پایان ممنوعیت
outcome_waiting = تعیین‌شده
outcome_done = انجام شد
outcome_refused = رد شد
outcome_cancelled = لغو شد
calendar_late = دیر شده: دوباره تلاش می‌شود
release_early = شکستن ممنوعیت
move_or_cancel = جابه‌جایی یا لغو
cancel_schedule = لغو برنامه
calendar_empty = در این بازه چیزی تعیین نشده است.
