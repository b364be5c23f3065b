# Lo fijado para un momento

in_calendar = En el calendario
move_or_break = Mover o romper el embargo
notice_released_by_itself = Publicado a la hora fijada
