# Revisions

difference = Разница
compare = Сравнить
as_it_stands = как есть
restore = Восстановить
reason_work = по ходу работы
reason_submit = сдано
reason_approve = завизировано
reason_send_back = возвращено
reason_hand_over = сменились руки
reason_spike = снято или возвращено
reason_restore = перед восстановлением
reason_release = выпущено
reason_set_aside = отложено: кто-то успел раньше
