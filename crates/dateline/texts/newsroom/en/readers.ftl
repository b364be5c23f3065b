# What readers write

nav_readers = Readers
reader_state = State
reader_open = Waiting
reader_answered = Answered
reader_closed = Closed
reader_spam = Put aside
reader_answer = Answer, sent by e-mail
reader_send = Send the answer
reader_move = Move to
reader_mail_subject = { $agency }: your letter { $reference }
reader_erased = (erased)
older = Older
