# 定时事项

in_calendar = 在日历中查看
move_or_break = 改期或提前解除
notice_released_by_itself = 已按设定时间发布
