# What readers write

nav_readers = Читатели
reader_state = Состояние
reader_open = Ждут ответа
reader_answered = Отвечено
reader_closed = Закрыто
reader_spam = Отложено
reader_answer = Ответ, уйдёт по почте
reader_send = Отправить ответ
reader_move = Переместить
reader_mail_subject = { $agency }: ваше письмо { $reference }
reader_erased = (удалено)
older = Раньше
