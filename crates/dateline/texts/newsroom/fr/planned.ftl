# Ce qui est fixé pour un instant

in_calendar = Dans le calendrier
move_or_break = Déplacer ou lever l’embargo
notice_released_by_itself = Publié à l’heure fixée
