# What acts leave to desks

nav_tasks = Задачи
task_translation_behind = Оригинал исправлен. Нужно ли исправить и этот язык?
task_schedule_refused = Назначенное действие в срок отклонено
task_schedule_cancelled = Назначенное отменено действием: { $act }
task_confirmed_alone = Подтверждено в одиночку: { $act }
task_original = Что исправлено
task_put_right = Открыть и исправить
task_nothing = Здесь менять нечего
task_seen = Принято к сведению
