# What readers write

nav_readers = Lectores
reader_state = Estado
reader_open = En espera
reader_answered = Contestado
reader_closed = Cerrado
reader_spam = Apartado
reader_answer = Respuesta, se envía por correo
reader_send = Enviar la respuesta
reader_move = Mover a
reader_mail_subject = { $agency }: su carta { $reference }
reader_erased = (borrado)
older = Anteriores
