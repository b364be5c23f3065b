# ما ضُبط لوقت معيّن

in_calendar = في التقويم
move_or_break = نقل الحظر أو كسره
notice_released_by_itself = صدر في الوقت المحدد
