# Textos de las páginas de la redacción, en español.

## The frame
newsroom = Redacción
skip = Ir al contenido
nav = Redacción
nav_start = Mi día
nav_board = Tablero
nav_media = Fotos
nav_people = Personas
nav_desks = Secciones de trabajo
nav_audit = Registro
notices = Avisos
account = Mi cuenta
page_language = Idioma de estas páginas
set = Fijar
save = Guardar
make = Crear
cancel = Cancelar
close = Cerrar
confirm = Confirmar
remove = Quitar
move = Mover
end = Terminar
all = Todos
show = Mostrar
search = Buscar
name = Nombre
nobody = Nadie
from = Desde
to = Hasta
at = Hora
date = Fecha
person = Persona
upload = Subir
nothing_here = Aquí no hay nada.
to_start = A la página de inicio

## Signing in
sign_in = Entrar
sign_out = Salir
sign_in_first = Entre primero.
sign_in_wrong = La dirección y la contraseña no coinciden.
sign_in_paused = Demasiados intentos. Espere un poco y vuelva a intentarlo.
email = Correo electrónico
password = Contraseña
old_password = Contraseña actual
new_password = Contraseña nueva
password_again = Contraseña nueva otra vez
set_password = Fijar contraseña
passwords_differ_text = Las dos contraseñas son distintas.
password_short_text = Una contraseña tiene al menos 8 caracteres.
wrong_password_text = La contraseña actual no es correcta.
forgotten = ¿Olvidó la contraseña?
send_letter = Enviar una carta
letter_sent = Si alguien aquí tiene esta dirección, la carta va en camino. Su enlace vale una hora.
letter_old_text = Este enlace es demasiado antiguo o ya se usó. Pida otro.
welcome = Bienvenida la visita, { $name }
code_title = Segundo paso
code = Código
code_hint = Seis cifras de su aplicación, o uno de sus códigos de recuperación.
wrong_code_text = Este código no es correcto o ya se usó.
authenticator = Aplicación de autenticación
authenticator_hint = Con una aplicación en el teléfono, una contraseña robada no abre nada por sí sola.
authenticator_scan = Escanee esta imagen con la aplicación o escriba las letras de abajo. Después dé el código que muestra.
authenticator_on =
    { $count ->
        [one] Al entrar se pide un código. Queda { $count } código de recuperación.
       *[other] Al entrar se pide un código. Quedan { $count } códigos de recuperación.
    }
set_up = Configurar
recovery_codes = Códigos de recuperación
recovery_hint = Guárdelos donde los encuentre sin el teléfono. Cada uno sirve una vez; solo se muestran ahora.
sessions = Dónde ha entrado
this_session = este navegador
end_others = Terminar todas las demás

## People and desks
invite = Invitar
roles_everywhere = Funciones en todas las secciones de trabajo
role_reporter = Redactor
role_editor = Editor
role_chief = Jefe de redacción
role_photo = Fotografía
role_translator = Traductor
role_correspondent = Corresponsal
role_administrator = Administrador
disabled = Sin acceso
disable = Cerrar el acceso
forget_authenticator = Quitar la aplicación de autenticación
key = Clave
new_desk = Nueva sección de trabajo
languages_hint = Idiomas (ninguno: todos)
sections_hint = Secciones (ninguna: todas)
steps_hint = Pasos propios al escribir, uno por línea
approval = Visto bueno antes de publicar
approval_nobody = No hace falta
approval_another_person = De otra persona
approval_chief = Del jefe de redacción
act = Acto
subject = Objeto
detail = Detalle
network = Desde dónde

## Board and start page
mine = Mías
whose = De quién
waiting = Me esperan
to_confirm = Se pide una segunda persona
just_released = Recién publicadas
new_story = Nueva noticia
stage_draft = En redacción
stage_submitted = Entregada
stage_approved = Con visto bueno
stage_released = Publicada
stage_spiked = Descartada
held_by = { $name } escribe
held_by_nobody = Nadie escribe
asked_by = { $name } la pide
due_at = para { $time }
waits_for_second = espera a una segunda persona
line_lost = Se perdió la conexión. Los cambios se verán cuando vuelva.
keys = Teclas
key_move = Noticia siguiente y anterior
key_open = Abrir
key_release = Publicar…
claim = Tomar
submit = Entregar
approve = Dar el visto bueno

## A story
desk = Sección de trabajo
language = Idioma
languages = Idiomas
section = Sección
urgency = Urgencia
headline = Titular
slugline = Guía
summary = Entradilla
body = Texto
byline = Firma
authors = Autores
topics = Temas
keywords = Palabras clave
commas_hint = Varias, separadas por comas.
also_in = También en estas secciones
kind = Género
kind_news = Noticia
kind_official = Oficial
kind_interview = Entrevista
kind_factbox = Claves
kind_photo_story = Fotorreportaje
kind_press_release = Comunicado
dateline = Data
place = Lugar
source = Fuente
follows = Número de la noticia que continúa
usage_terms = Condiciones de uso
embargo = Embargo
embargo_until = Hasta
zone = Huso horario
pictures = Fotos
alt = Qué se ve (para quien no ve)
caption = Pie de foto
credit = Crédito
add_picture = Añadir una foto
version = Versión
versions = Versiones
revision = Revisión
revisions = Revisiones y versiones
preview = Vista previa
public_page = Página pública
counts = { $words } palabras, { $characters } caracteres, { $minutes } min
checks = Antes de publicar
check_long_headline = El titular pasa de 110 caracteres.
check_empty_body = El texto está vacío.
check_no_dateline = Falta el lugar.
check_no_alt = Una foto no tiene descripción.
check_no_credit = Una foto no tiene crédito.
check_not_in_edition = La sección no está en esta edición.
check_quotes = Las comillas no van por pares.
let_go = Soltar
ask_for = Pedirla
take_over = Hacerse cargo
hand_over = Pasar
hand_over_to = A
send_back = Devolver
spike = Descartar
spike_reason = Por qué
unspike = Recuperar
step = Paso
assigned_to = Encargada a
due = Para
translate_into = Traducir al
remarks = Observaciones
remark = Observación
remark_hint = @nombre avisa a un colega.
say = Decir
made_by = Creada por { $name }, { $time }
changed_at = cambiada { $time }
published_at = publicada { $time }
saved_elsewhere = Otra persona ha guardado. Recargue la página para verlo.
taken_over = { $name } se ha hecho cargo de la noticia. Lo que no estaba guardado queda como revisión.
said_saved = Guardado.
said_done = Hecho.
said_asked = Pedido. Una segunda persona debe confirmarlo; mientras tanto la noticia queda retenida.
said_made = Creada. Ahora la tiene usted.
said_restored = Restaurada como nueva revisión.

## Revisions
difference = Diferencia
compare = Comparar
as_it_stands = como está
restore = Restaurar
reason_work = al escribir
reason_submit = entregada
reason_approve = con visto bueno
reason_send_back = devuelta
reason_hand_over = cambió de manos
reason_spike = descartada o recuperada
reason_restore = antes de restaurar
reason_release = publicada
reason_set_aside = apartada: alguien fue más rápido

## Acts
acts = Actos
act_release = Publicar
act_update = Actualizar
act_correction = Corregir
act_refile = Enmendar una errata
act_hold = Retener
act_lift = Levantar la retención
act_kill = Anular
act_takedown = Retirar
act_restore = Reponer
act_redact = Tachar
act_unpublish = Despublicar
about_release = Primera publicación.
about_update = Texto más nuevo y completo. La nota dice qué hay de nuevo.
about_correction = Se publicó un error. La nota dice dónde, qué decía y qué es lo correcto.
about_refile = Una errata, nada de fondo. Los lectores no reciben nota.
about_hold = No usar mientras se comprueba. Se avisa a lectores y abonados.
about_lift = Termina la retención.
about_kill = Tan errónea que no debe usarse. Los lectores ven el motivo.
about_takedown = Se retira por razones legales. No queda nada en el sitio.
about_restore = La retirada fue un error: la noticia vuelve.
about_redact = Se reemplazan palabras en todas las versiones, pies y notas. No se pueden recuperar.
about_unpublish = Fuera del sitio sin aviso en el servicio.
release_never = sin publicar
release_advanced = con abonados de confianza
release_public = pública
release_held = retenida
release_killed = anulada
release_taken_down = retirada
release_unpublished = despublicada
editor_note = Nota a editores
public_note = Nota a lectores
reason = Motivo
substitute = Número de una noticia que la sustituye
covered = Abarca
this_language = Este idioma
all_languages =
    { $count ->
        [one] { $count } idioma
       *[other] Los { $count } idiomas
    }
later = A una hora fijada
redact_words = Palabras que se reemplazan, una por línea
readers_get = Lo que verán los lectores
second_hint = Una segunda persona debe confirmarlo. Una anulación o retirada retiene la noticia al instante.
pending = { $act }: pedido por { $name }, { $time }
look_and_confirm = Ver y confirmar
confirm_title = Confirmar: { $act }
confirm_act = Confirmar: { $act }
covers_count =
    { $count ->
        [one] Abarca { $count } noticia
       *[other] Abarca { $count } noticias
    }
alone_hint = Nadie ha contestado en media hora. Puede confirmar a solas; quedará anotado.

## Notices and letters
all_seen = Todo visto
notice_asked = { $name } le pide
notice_handed = { $name } le pasa
notice_taken = { $name } se ha hecho cargo de
notice_assigned = { $name } le encarga
notice_sent_back = { $name } devuelve
notice_approved = { $name } ha dado el visto bueno
notice_remark = { $name } observa
notice_confirm = { $name } pide su confirmación
notice_confirmed = { $name } ha confirmado
mail_invite_subject = { $agency }: bienvenida a la redacción
mail_invite_text =
    Hola, { $name }:
    
    tiene una invitación a la redacción de { $agency }. Fije aquí su contraseña en una semana:
    
    { $link }
mail_reset_subject = { $agency }: una contraseña nueva
mail_reset_text =
    Hola, { $name }:
    
    alguien, probablemente usted, pidió una contraseña nueva en { $agency }. Fíjela aquí en una hora:
    
    { $link }
    
    Si no fue usted, no haga nada.
mail_confirm_subject = Por confirmar: { $headline }
mail_confirm_text =
    { $name } pide una segunda persona para: { $act }.
    
    La noticia y lo que cambia:
    
    { $link }

## What cannot be done
refused_title = No permitido
refused_text = Sus funciones no lo permiten.
foreign_text = Esta petición vino de otro sitio y no se ejecutó.
missing_title = Aquí no hay nada
missing_text = En esta dirección no hay nada, o nada que usted pueda ver.
bad_title = No aceptado
bad_text = Algo en este formulario no se puede leer.
too_large_text = Es más grande de lo que se puede aceptar.
too_long_text = Es demasiado largo.
conflict_title = Ahora no es posible
error_title = Algo ha fallado
error_text = La culpa es nuestra y ha quedado anotado; inténtelo de nuevo.
busy_text = Otra persona la tocó en el mismo instante. Inténtelo de nuevo.
not_now_text = Tal como está la noticia, no es posible.
not_approved_text = Primero debe dar el visto bueno la sección de trabajo.
not_submitted_text = Primero hay que entregar la noticia.
spiked_text = La noticia se descartó. Recupérela primero.
behind_text = Ha salido una versión más nueva que la de partida de este texto.
changed_text = Alguien fue más rápido. Vuelva a cargar la noticia.
held_text = Otra persona escribe esta noticia.
same_person_text = Lo pidió usted. Debe confirmarlo una segunda persona.
nothing_pending_text = Aquí nada espera confirmación.
already_out_text = Esta noticia se publicó: se puede retirar, no descartar.
note_missing_text = Lo marcado con * es obligatorio.
set_aside_text = Otra persona tiene la noticia o fue más rápida. Lo que envió queda como revisión aparte.
headline_text = Hace falta un titular.
section_text = No existe esa sección.
follows_text = No hay noticia con ese número.
unknown_field_text = Una noticia no tiene ese campo.
bad_time_text = No es una fecha ni una hora.
bad_zone_text = No existe ese huso horario.
ambiguous_time_text = Entonces cambia la hora: ese momento no existe o llega dos veces.
bad_language_text = La agencia no tiene edición en ese idioma, o la noticia ya está.
bad_email_text = No es un correo electrónico.
person_text = Esa persona no está, o no escribe en esta sección de trabajo.
person_known_text = Ya hay alguien con esa dirección.
last_administrator_text = Debe quedar alguien que administre.
desk_known_text = Ya hay una sección de trabajo con esa clave.
desk_key_text = Una clave tiene de 1 a 64 signos de a-z, 0-9, - y _.
remark_text = Escriba algo primero.
file_text = Elija primero un archivo.
