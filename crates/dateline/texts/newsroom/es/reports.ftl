notice_reported = Un lector avisa de un error de datos
told_reported = Un lector avisa de un error de datos
right_reports_answer = Atender los avisos de los lectores
nav_reports = Errores
report_figures = Cifras
report_kind = Tipo
report_this_story = Solo esta noticia
report_key_move = siguiente y anterior
reports_waiting = Pendientes
reports_later = Aplazados
reports_answered = Respondidos
reports_spam = Apartados
mistake_slip = Errata
mistake_fact = Dato
mistake_translation = Traducción
mistake_picture = Imagen
mistake_link = Enlace
report_fixed = corregido
report_fixed_itself = corregido por una versión
report_not_a_mistake_state = no es un error
report_rejected = rechazado
words_moved = Las palabras están ahora en otro sitio:
words_changed = Ahora hay otras palabras. Se marcó:
words_deleted = Las palabras ya no están. Se marcó:
words_unanchored = No se puede decir dónde están ahora las palabras. Se marcó:
report_captions = Pies de foto
report_until = hasta { $time }
report_public_page = Página pública
report_history = Historial
report_what_readers_say = Lo que dicen los lectores
report_told = recibirá un correo
report_spam_score = parecido al spam en un { $count } %
report_use = Usar esta propuesta
report_put_right = Corregir
report_instead = En lugar de las palabras marcadas
report_as = Como
report_apply = Aplicar
report_by_hand = A mano
report_answer = Responder
report_not_a_mistake = No es un error
report_spam = Spam
report_later = Más tarde
report_put_off = Aplazar
report_reason = Por qué se rechaza; se comunica a los lectores
report_reject = Rechazar
report_reopen = Retirar la respuesta
report_other_languages = Otros idiomas
report_same = Corregir igual ({ $language })
report_no_counterpart = Aquí no hay un pasaje que corresponda con certeza. Una corrección deja una tarea a esta traducción.
report_as_it_stands = Como está ahora
report_held_text = { $name } está escribiendo esta noticia. Pídasela o tómela si tiene derecho.
report_ask = Pedirla
report_take_over = Tomarla
report_answered_text = Alguien ha respondido entretanto.
report_reason_text = Diga el motivo en 1 a 1000 caracteres.
report_changed_text = Las palabras han cambiado desde que se abrió esta página. Mire el párrafo y aplique de nuevo.
report_nothing_text = No cambiaría nada: escriba lo que debe decir.
report_by_hand_text = El programa no puede ponerlo: ocupa varias líneas o está en un pie de foto. Hágalo a mano.
said_report_applied = Corregido. Se da las gracias a quienes avisaron.
said_report_answered = Respondido.
report_count = Avisos
report_matters = Errores
report_right = Acertados
report_wrong = Erróneos o rechazados
report_median = Mediana hasta la corrección
report_took = { $hours } h { $minutes } min
report_readers =
    { $count ->
        [one] { $count } lector
       *[other] { $count } lectores
    }
report_hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
report_days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
report_waiting =
    { $count ->
        [one] Los lectores avisan de { $count } error aquí
       *[other] Los lectores avisan de { $count } errores aquí
    }
