# Acts being done

note_headline = Titular
note_summary = Resumen
note_paragraph = Párrafo { $number }
note_heading = Ladillo { $number }
note_list = Lista { $number }
note_table = Tabla { $number }
note_picture = Pie de foto { $number }
note_cell = Tabla { $table }, fila { $row }
note_line = { $place }: { $change }
note_swap = { $right } y no { $wrong }
note_added = se añade «{ $right }»
note_removed = se suprime «{ $wrong }»
note_and = { $first }; { $second }
takedown_template =
    Se retira por razones legales o de derechos. Bórrese de todos los sistemas y archivos, fotos incluidas.
    A petición de:
    Fundamento y referencia:
subscribers_get = Lo que recibirán los abonados
no_wire_hint = Nada sale en el servicio.
delivery_hint = Así lo dirá el servicio. Los abonados de la API lo tienen al instante.
look = Ver el resultado
lifting = Vuelve
lifting_as_it_was = como estaba
lifting_corrected = corregida, con nota
redact_with = Qué va en su lugar
early_hint = Esto termina el embargo antes de tiempo: todos reciben la noticia ahora.
ends_schedules_hint = Lo programado para esta noticia se cancela.
mends_title = ¿Se enmienda un error?
mends_hint = Cambian palabras ya publicadas. Si hubo un error, haga una corrección: los errores no se entierran en una actualización.
make_correction = Hacer una corrección
which_time = Si la hora se repite
which_first = la primera vez
which_second = la segunda vez
held_meanwhile = La noticia está retenida entretanto.
alone_from = Desde { $time } podrá confirmar a solas; quedará anotado y se avisará.
take_request_back = Retirar la petición
take_back_hint = Lo que la petición retuvo vuelve como estaba.
said_set = Fijado. Está en el calendario.
said_taken_back = La petición se ha retirado.
notice_may_alone = Nadie ha contestado; puede confirmar a solas
notice_confirmed_alone = { $name } confirmó a solas
notice_taken_back = { $name } retiró la petición
mail_remind_subject = Sigue por confirmar: { $headline }
mail_remind_text =
    { $name } sigue esperando a una segunda persona: { $act }.
    
    La noticia y lo que cambia:
    
    { $link }
mail_alone_subject = Nadie ha confirmado: { $headline }
mail_alone_text =
    { $name }, nadie ha contestado a su petición: { $act }. Ya puede confirmar a solas; quedará anotado y se avisará.
    
    { $link }
never_time_text = El reloj se salta esa hora: ese día no existe.
twice_time_text = Esa hora se repite ese día: indique cuál.
past_time_text = Esa hora ya pasó.
