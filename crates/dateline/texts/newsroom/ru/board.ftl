# Board and start page

mine = Мои
whose = Чьи
waiting = Ждут меня
to_confirm = Нужен второй сотрудник
just_released = Только что вышли
new_story = Новый материал
stage_draft = В работе
stage_submitted = Сдано
stage_approved = Завизировано
stage_released = Выпущено
stage_spiked = Снято до выхода
held_by = Пишет { $name }
held_by_nobody = Никто не пишет
asked_by = { $name } просит текст
due_at = срок { $time }
waits_for_second = ждёт второго сотрудника
line_lost = Связь потеряна. Изменения появятся, когда она восстановится.
keys = Клавиши
key_move = Следующий и предыдущий материал
key_open = Открыть
key_release = Выпустить…
claim = Взять
submit = Сдать
approve = Завизировать
