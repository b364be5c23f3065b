# What acts leave to desks

nav_tasks = المهام
task_translation_behind = صُحّح الأصل. هل تتبعه هذه اللغة؟
task_schedule_refused = رُفض إجراء مجدول عند حلول وقته
task_schedule_cancelled = أُلغي موعد بسبب: { $act }
task_confirmed_alone = أكده شخص واحد: { $act }
task_original = ما الذي صُحّح
task_put_right = افتح وصحّح
task_nothing = لا شيء يُغيَّر هنا
task_seen = أُخذ العلم
