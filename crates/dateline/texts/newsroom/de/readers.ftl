# What readers write

nav_readers = Leserschaft
reader_state = Stand
reader_open = Wartet
reader_answered = Beantwortet
reader_closed = Geschlossen
reader_spam = Beiseitegelegt
reader_answer = Antwort, geht per E-Mail
reader_send = Antwort senden
reader_move = Verschieben nach
reader_mail_subject = { $agency }: Ihr Brief { $reference }
reader_erased = (gelöscht)
older = Ältere
