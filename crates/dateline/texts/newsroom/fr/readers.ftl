# What readers write

nav_readers = Lecteurs
reader_state = État
reader_open = En attente
reader_answered = Répondu
reader_closed = Clos
reader_spam = Mis de côté
reader_answer = Réponse, envoyée par e-mail
reader_send = Envoyer la réponse
reader_move = Déplacer vers
reader_mail_subject = { $agency } : votre lettre { $reference }
reader_erased = (effacé)
older = Plus anciens
