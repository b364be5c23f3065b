# Acts being done

note_headline = Заголовок
note_summary = Аннотация
note_paragraph = Абзац { $number }
note_heading = Подзаголовок { $number }
note_list = Список { $number }
note_table = Таблица { $number }
note_picture = Подпись { $number }
note_cell = Таблица { $table }, строка { $row }
note_line = { $place }: { $change }
note_swap = { $right }, а не { $wrong }
note_added = добавлено «{ $right }»
note_removed = удалено «{ $wrong }»
note_and = { $first }; { $second }
takedown_template =
    Удаляется по правовым основаниям. Удалите материал, включая снимки, из всех систем и архивов.
    По требованию:
    Основание и номер:
subscribers_get = Что получат подписчики
no_wire_hint = В ленту ничего не уходит.
delivery_hint = Так это прозвучит в ленте. Подписчики API получают сразу.
look = Показать, что получится
lifting = Как возвращается
lifting_as_it_was = как был
lifting_corrected = исправленным, с пометкой
redact_with = Чем заменить
early_hint = Эмбарго снимается раньше срока: материал сейчас получат все.
ends_schedules_hint = Всё, что по этому материалу запланировано, отменяется.
mends_title = Исправляется ошибка?
mends_hint = Изменены уже вышедшие слова. Если вышла ошибка, дайте исправление: ошибки не прячут в обновлении.
make_correction = Оформить как исправление
which_time = Если такое время бывает дважды
which_first = первый раз
which_second = второй раз
held_meanwhile = Материал тем временем приостановлен.
alone_from = С { $time } можно подтвердить в одиночку; это отмечается, о нём сообщают.
take_request_back = Отозвать запрос
take_back_hint = Приостановленное запросом вернётся как было.
said_set = Назначено. Стоит в календаре.
said_taken_back = Запрос отозван.
notice_may_alone = Никто не ответил; можно подтвердить в одиночку
notice_confirmed_alone = { $name }: подтверждено в одиночку
notice_taken_back = { $name }: запрос отозван
mail_remind_subject = Всё ещё ждёт подтверждения: { $headline }
mail_remind_text =
    { $name } всё ещё ждёт второго сотрудника: { $act }.
    
    Материал и что меняется:
    
    { $link }
mail_alone_subject = Никто не подтвердил: { $headline }
mail_alone_text =
    { $name }, на ваш запрос никто не ответил: { $act }. Теперь можно подтвердить в одиночку; это отмечается, о нём сообщают.
    
    { $link }
never_time_text = Стрелки это время пропускают: в тот день его нет.
twice_time_text = В тот день это время бывает дважды: укажите, какое.
past_time_text = Это время уже прошло.
