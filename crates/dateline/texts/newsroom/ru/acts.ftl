# Acts

acts = Действия
act_release = Выпустить
act_update = Обновить
act_correction = Исправить
act_refile = Поправить опечатку
act_hold = Приостановить
act_lift = Снять приостановку
act_kill = Аннулировать
act_takedown = Удалить с сайта
act_restore = Вернуть
act_redact = Скрыть слова
act_unpublish = Снять с публикации
about_release = Первая публикация.
about_update = Более новый и полный текст. В пометке — что нового.
about_correction = Вышла ошибка. В пометке: где, что было сказано и как правильно.
about_refile = Исправляется описка, не существо. Читателям пометки нет.
about_hold = Не использовать, пока проверяем. Читатели и подписчики извещаются.
about_lift = Приостановка окончена.
about_kill = Ошибка такова, что материал использовать нельзя. Читатели видят причину.
about_takedown = Удаляется по правовым причинам. На сайте не остаётся ничего.
about_restore = Удаление было ошибкой: материал возвращается.
about_redact = Слова заменяются во всех версиях, подписях и пометках. Вернуть их нельзя.
about_unpublish = Снимается с сайта без извещения в ленте.
release_never = не публиковался
release_advanced = у доверенных подписчиков
release_public = опубликован
release_held = приостановлен
release_killed = аннулирован
release_taken_down = удалён
release_unpublished = снят с публикации
editor_note = Пометка для редакций
public_note = Пометка для читателей
reason = Причина
substitute = Номер материала взамен
covered = Охват
this_language = Этот язык
all_languages =
    { $count ->
        [one] { $count } язык
        [few] Все { $count } языка
       *[other] Все { $count } языков
    }
later = В заданное время
redact_words = Слова для замены, по одному в строке
readers_get = Что увидят читатели
second_hint = Нужно подтверждение второго сотрудника. Запрос на аннулирование или удаление сразу приостанавливает материал.
pending = { $act }: запросил(а) { $name }, { $time }
look_and_confirm = Посмотреть и подтвердить
confirm_title = Подтверждение: { $act }
confirm_act = Подтвердить: { $act }
covers_count =
    { $count ->
        [one] Охватывает { $count } материал
        [few] Охватывает { $count } материала
       *[other] Охватывает { $count } материалов
    }
alone_hint = Вовремя никто не ответил. Можно подтвердить в одиночку; это отмечается, о нём сообщают.
