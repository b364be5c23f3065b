# What acts leave to desks

nav_tasks = Tareas
task_translation_behind = El original se corrigió. ¿También este idioma?
task_schedule_refused = Un acto programado se rechazó a su hora
task_schedule_cancelled = Una programación cancelada por: { $act }
task_confirmed_alone = Confirmado por una sola persona: { $act }
task_original = Qué se corrigió
task_put_right = Abrir y corregir
task_nothing = Aquí no hay nada que cambiar
task_seen = Tomado en cuenta
