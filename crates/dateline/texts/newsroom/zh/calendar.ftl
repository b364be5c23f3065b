# The calendar

nav_calendar = 日历
calendar_day_pattern = %-m月%-d日 %A
calendar_month_pattern = %Y年%-m月
calendar_span = 范围
span_day = 日
span_week = 周
span_month = 月
calendar_earlier = 之前
calendar_today = 今天
calendar_later = 之后
embargo_ends = 限时结束
outcome_waiting = 已设定
outcome_done = 已执行
outcome_refused = 被拒绝
outcome_cancelled = 已取消
calendar_late = 延误：正在重试
release_early = 提前解除
move_or_cancel = 改期或取消
cancel_schedule = 取消定时
calendar_empty = 此时段没有定时操作。
