# What readers write

nav_readers = Oxucular
reader_state = Vəziyyət
reader_open = Gözləyir
reader_answered = Cavablandırılıb
reader_closed = Bağlanıb
reader_spam = Kənara qoyulub
reader_answer = Cavab (e-poçtla göndərilir)
reader_send = Cavabı göndər
reader_move = Keçir
reader_mail_subject = { $agency }: { $reference } nömrəli məktubunuz
reader_erased = (silinib)
older = Əvvəlkilər
