# What acts leave to desks

nav_tasks = Aufgaben
task_translation_behind = Das Original wurde berichtigt. Zieht diese Sprache nach?
task_schedule_refused = Eine geplante Handlung wurde zu ihrer Zeit abgelehnt
task_schedule_cancelled = Ein Termin entfiel durch: { $act }
task_confirmed_alone = Von einer Person allein bestätigt: { $act }
task_original = Was berichtigt wurde
task_put_right = Öffnen und richtigstellen
task_nothing = Hier ist nichts zu ändern
task_seen = Zur Kenntnis genommen
