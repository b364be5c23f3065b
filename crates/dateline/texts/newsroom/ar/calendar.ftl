# The calendar

nav_calendar = التقويم
calendar_day_pattern = %A %-d %B
calendar_month_pattern = %OB %Y
calendar_span = المدة
span_day = يوم
span_week = أسبوع
span_month = شهر
calendar_earlier = قبل
calendar_today = اليوم
calendar_later = بعد
embargo_ends = انتهاء الحظر
outcome_waiting = محدد
outcome_done = نُفّذ
outcome_refused = رُفض
outcome_cancelled = أُلغي
calendar_late = متأخر: تُعاد المحاولة
release_early = كسر الحظر
move_or_cancel = نقل أو إلغاء
cancel_schedule = إلغاء الموعد
calendar_empty = لا شيء محدد في هذه المدة.
