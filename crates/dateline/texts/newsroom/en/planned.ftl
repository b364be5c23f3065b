# What is set for an instant

in_calendar = In the calendar
move_or_break = Move or break the embargo
notice_released_by_itself = Out at the time that was set
