# What acts leave to desks

nav_tasks = Tâches
task_translation_behind = L’original a été rectifié. Cette langue suit-elle ?
task_schedule_refused = Un acte programmé a été refusé à l’heure dite
task_schedule_cancelled = Une programmation annulée par : { $act }
task_confirmed_alone = Confirmé par une seule personne : { $act }
task_original = Ce qui a été rectifié
task_put_right = Ouvrir et rectifier
task_nothing = Rien à changer ici
task_seen = Pris en note
