# Was für einen Zeitpunkt gesetzt ist

in_calendar = Im Kalender
move_or_break = Sperrfrist verschieben oder brechen
notice_released_by_itself = Zur gesetzten Zeit veröffentlicht
