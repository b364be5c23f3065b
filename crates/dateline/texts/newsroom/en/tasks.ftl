# What acts leave to desks

nav_tasks = Tasks
task_translation_behind = The original was corrected. Does this language follow?
task_schedule_refused = A scheduled act was refused when its time came
task_schedule_cancelled = A schedule was cancelled by: { $act }
task_confirmed_alone = Confirmed by one person alone: { $act }
task_original = What was corrected
task_put_right = Open and put right
task_nothing = Nothing to change here
task_seen = Taken note of
