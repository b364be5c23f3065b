# What acts leave to desks

nav_tasks = 待办
task_translation_behind = 原文已更正。此语种是否跟进？
task_schedule_refused = 定时操作到时被拒绝
task_schedule_cancelled = 定时已因此取消：{ $act }
task_confirmed_alone = 由一人单独确认：{ $act }
task_original = 更正了什么
task_put_right = 打开并更正
task_nothing = 此处无需改动
task_seen = 已知悉
