notice_reported = Читатель сообщил о фактической ошибке
told_reported = Читатель сообщает о фактической ошибке
right_reports_answer = Разбирать сообщения читателей об ошибках
nav_reports = Ошибки
report_figures = Показатели
report_kind = Вид
report_this_story = Только этот материал
report_key_move = следующее и предыдущее
reports_waiting = Ждут
reports_later = Отложены
reports_answered = Разобраны
reports_spam = Отсеяны
mistake_slip = Опечатка
mistake_fact = Факт
mistake_translation = Перевод
mistake_picture = Снимок
mistake_link = Ссылка
report_fixed = исправлено
report_fixed_itself = исправлено новой версией
report_not_a_mistake_state = не ошибка
report_rejected = отклонено
words_moved = Эти слова теперь стоят в другом месте:
words_changed = Теперь там другие слова. Было отмечено:
words_deleted = Этих слов больше нет. Было отмечено:
words_unanchored = Где теперь эти слова, сказать нельзя. Было отмечено:
report_captions = Подписи к снимкам
report_until = до { $time }
report_public_page = Страница на сайте
report_history = История
report_what_readers_say = Что говорят читатели
report_told = получит письмо
report_spam_score = похоже на спам на { $count } %
report_use = Взять этот вариант
report_put_right = Исправить
report_instead = Вместо отмеченных слов
report_as = Как
report_apply = Применить
report_by_hand = Вручную
report_answer = Ответить
report_not_a_mistake = Не ошибка
report_spam = Спам
report_later = Позже
report_put_off = Отложить
report_reason = Почему отклонено; читателям сообщат
report_reject = Отклонить
report_reopen = Отозвать ответ
report_other_languages = Другие языки
report_same = Исправить так же ({ $language })
report_no_counterpart = Здесь нет места, которое точно соответствует этому. Исправление оставит переводу задание.
report_as_it_stands = Как стоит сейчас
report_held_text = Материал у { $name }. Попросите его или заберите по праву.
report_ask = Попросить
report_take_over = Забрать
report_answered_text = На это уже ответили.
report_reason_text = Укажите причину: от 1 до 1000 знаков.
report_changed_text = С тех пор как открыта страница, слова изменились. Посмотрите на абзац и примените ещё раз.
report_nothing_text = Ничего не изменится: напишите, что должно там стоять.
report_by_hand_text = Программа не может вписать это сама: место занимает несколько строк или стоит в подписи. Исправьте вручную.
said_report_applied = Исправлено. Сообщившим скажут спасибо.
said_report_answered = Ответ записан.
report_count = Сообщений
report_matters = Ошибок
report_right = Верно
report_wrong = Неверно или отклонено
report_median = Медиана времени до исправления
report_took = { $hours } ч { $minutes } мин
report_readers =
    { $count ->
        [one] { $count } читатель
        [few] { $count } читателя
        [many] { $count } читателей
       *[other] { $count } читателя
    }
report_hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
        [many] { $count } часов
       *[other] { $count } часа
    }
report_days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
report_waiting =
    { $count ->
        [one] Читатели сообщили о { $count } ошибке
       *[other] Читатели сообщили о { $count } ошибках
    }
