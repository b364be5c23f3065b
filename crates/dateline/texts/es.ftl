# Texts of the public site in Spanish.

## The frame of every page
homepage = Portada
breadcrumb = Ruta de navegación
skip_to_content = Ir al contenido
sections = Secciones
languages = Idiomas
use_notice = La reproducción de los contenidos debe incluir un enlace a la fuente.

## The front
latest_news = Última hora
days_news = Las noticias del día
breaking = Noticia de última hora
flash = Flash
urgent = Urgente
list_empty = Todavía no hay noticias.

## Kinds of stories
kind_official = Comunicado oficial
kind_interview = Entrevista
kind_factbox = Claves
kind_photo_story = Fotorreportaje
kind_press_release = Nota de prensa

## A story
published_at = Publicado: { $time }
updated_at = Actualizado: { $time }
corrected_at = Corregido: { $time }
by = Por { $names }
topics = Temas
keywords = Palabras clave
other_news = Más noticias de esta sección
continues = Esta noticia continúa:
continued_from = Antecedentes:
read_also = Lea también
sign_off_reporter = Información de { $names }
sign_off_writer = Redacción: { $names }
sign_off_translator = Traducción: { $names }
sign_off_editor = Edición: { $names }
translations = Esta noticia en otros idiomas
translation_behind = El original se ha modificado después de traducirse. Esta versión todavía no recoge el cambio.
correction = Corrección
report_hint = ¿Ha visto un error? Selecciónelo y pulse Ctrl + Intro
report_button = Avisar de un error
copy_with_link = Copiar con enlace
copied = Copiado
copy_failed = El navegador no ha permitido copiar

## Lists
stories_count =
    { $count ->
        [one] { $count } noticia
       *[other] { $count } noticias
    }
topic_news = Noticias sobre { $topic }
author_stories = Noticias de { $name }
archive = Hemeroteca
archive_day = Noticias del { $date }
archive_month = Noticias de { $month }
archive_empty = Ese día no se publicó ninguna noticia.
archive_month_empty = Ese mes no se publicó ninguna noticia.
calendar = Calendario
previous_day = Día anterior
next_day = Día siguiente
previous_month = Mes anterior
next_month = Mes siguiente
older = Anteriores
pages = Páginas

## History and corrections
history = Historial de versiones
history_intro = Todas las versiones publicadas de esta noticia, de la más reciente a la más antigua. Las palabras añadidas aparecen subrayadas; las eliminadas, tachadas.
history_of = Historial de versiones: { $headline }
version = Versión
version_number = Versión { $number }
current_version = Versión actual
changed_since = Cambios respecto a la versión { $number }
text_unchanged = El texto no ha cambiado.
act_release = Publicada
act_update = Actualizada
act_correction = Corregida
act_refile = Errata subsanada
act_hold = Retenida para su comprobación
act_lift = Publicada de nuevo
act_kill = Anulada
act_takedown = Eliminada
act_restore = Restablecida
act_unpublish = Retirada del sitio
act_import = Procedente del archivo
corrections = Fe de errores
corrections_intro = Cuando nos equivocamos, lo corregimos y lo decimos. Estas son todas las correcciones de las noticias publicadas, de la más reciente a la más antigua.
corrections_empty = Por ahora no hay correcciones.

## What is no longer there
held_title = Esta noticia está en comprobación
held_text = Hemos retenido esta noticia mientras la comprobamos. Rogamos no utilizarla hasta que vuelva a publicarse.
killed_title = Esta noticia ha sido anulada
killed_text = Hemos anulado esta noticia. No debe utilizarse de ninguna forma.
killed_headline = La noticia anulada se titulaba: { $headline }
takedown_title = Esta noticia ya no está disponible
takedown_text = La noticia que estaba en esta dirección se ha eliminado por motivos legales.
unpublished_title = Esta noticia ya no está en nuestro sitio
unpublished_text = La noticia que estaba en esta dirección se ha retirado de nuestro sitio.
reason = Motivo
substitute = Lea en su lugar:

## Errors
not_found_title = Página no encontrada
not_found_text = No hay ninguna página en esta dirección. Puede que esté mal escrita o que la página se haya trasladado.
gone_title = Página eliminada
gone_text = La página que estaba en esta dirección ya no existe.
legal_title = No disponible por motivos legales
legal_text = Esta página no puede mostrarse por motivos legales.
error_title = Se ha producido un error
error_text = En este momento no se ha podido mostrar la página. Ya tenemos constancia del fallo; inténtelo de nuevo en unos instantes.
to_homepage = Ir a la portada
to_latest_news = Ver las últimas noticias

## Feeds and other readers that are programs
feed_title = { $agency }: última hora
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = Las últimas noticias de { $agency }
feed_withdrawn = Esta noticia ha sido anulada.
sitemap = Mapa del sitio
llms_intro = { $agency } es una agencia de noticias. A continuación figuran sus ediciones, secciones y canales; cada noticia puede obtenerse también como texto Markdown añadiendo .md a su dirección.
llms_editions = Ediciones
llms_use = Condiciones de uso

## Letters to the newsroom
feedback_title = Escríbanos
feedback_closed = El formulario está cerrado en este momento. Vuelva a intentarlo más tarde.
required_hint = Los campos marcados con * son obligatorios.
captcha_hint = Escriba las letras que aparecen en la imagen de arriba.
captcha_case_hint = No se distingue entre mayúsculas y minúsculas.
feedback_subject = Asunto
feedback_name = Nombre
feedback_email = Correo electrónico
feedback_message = Mensaje
feedback_send = Enviar
feedback_thanks = Gracias. Su carta ha llegado a la redacción.
feedback_reference = Su referencia:
feedback_too_many = Han llegado muchas cartas desde su red en la última hora. No se ha perdido nada de lo escrito; envíelo más tarde.
feedback_close = Cerrar
feedback_failed = No se pudo enviar. No se ha perdido nada de lo escrito; inténtelo de nuevo.
field_missing = Rellene este campo.
field_too_long = Es más largo de lo que podemos aceptar.
field_no_address = No es una dirección de correo electrónico.
captcha_alt = Seis letras dibujadas. También se pueden escuchar.
captcha_listen = O escuche:
captcha_letters = Letras
captcha_again = Otras letras
captcha_missing = Escriba las letras.
captcha_too_soon = Ha sido muy rápido. Envíelo una vez más.
captcha_wrong = No eran esas letras. Aquí tiene otras; lo escrito se conserva.
captcha_stale = Las letras habían caducado o ya se habían usado. Aquí tiene otras; lo escrito se conserva.
form_stale = El formulario había caducado o ya se había enviado. Envíelo de nuevo, por favor.
captcha_needs_script = Este formulario necesita scripts, y su navegador los tiene desactivados.
captcha_working = Comprobando que no escribe una máquina…
captcha_done = Comprobado: no hacen falta letras.

## Mistakes that readers report
report_marked = Ha marcado:
report_which = ¿Dónde está el error?
report_suggestion = Lo que debería decir
report_kind = ¿Qué clase de error es?
report_kind_slip = Una errata: ortografía, gramática, una palabra que falta
report_kind_fact = Un dato: una cifra, un nombre, una fecha
report_kind_translation = La traducción
report_kind_picture = Una foto o su pie
report_kind_link = Un enlace
report_word = Unas palabras a la redacción
report_email_hint = Si nos da su dirección, primero le pediremos que la confirme y después le escribiremos una sola vez, cuando el asunto esté resuelto. Se borra 30 días más tarde.
report_which_missing = Marque las palabras o elija un párrafo.
report_kind_missing = Elija qué clase de error es.
report_nothing_said = Escriba lo que debería decir o unas palabras a la redacción.
report_foreign_words = La noticia no dice eso, o ya no. Elija el párrafo.
report_unknown_version = La noticia ha cambiado desde que la abrió. Elija el párrafo tal como está ahora.
report_too_long = Ha marcado más de lo que podemos aceptar: 300 caracteres como máximo. Elija el párrafo.
report_thanks = Gracias. Su aviso ha llegado a la redacción.
report_already_fixed = Gracias. Ya está corregido.
report_before = Decía:
report_after = Ahora dice:
report_follow = Seguir su aviso
report_mail_sent = Le hemos enviado un mensaje. Siga el enlace que contiene para que podamos escribirle cuando el asunto esté resuelto.
report_status_title = Su aviso
report_story = Noticia:
report_sent_at = Enviado:
report_settled_at = Resuelto:
report_told = Le escribiremos cuando el asunto esté resuelto.
report_waiting = Su aviso espera a un redactor.
report_fixed = El error está corregido. Gracias.
report_not_a_mistake = La redacción lo ha comprobado: el texto es correcto.
report_rejected = La redacción lo ha estudiado y ha decidido no cambiar el texto.
report_confirm_text = ¿Es esta su dirección? Entonces le escribiremos una sola vez, cuando el asunto esté resuelto.
report_confirm_button = Sí, es mi dirección
report_confirm_mail_subject = { $agency }: confirme su dirección ({ $reference })
report_confirm_mail = Alguien, probablemente usted, ha avisado a { $agency } de un error con la referencia { $reference } y quiere saber en qué queda. Si ha sido usted, confirme su dirección aquí:
report_confirm_mail_end = Si no ha sido usted, no tiene que hacer nada: no volveremos a escribirle.
report_settled_mail_subject = { $agency }: su aviso { $reference } está resuelto
report_settled_mail_end = Gracias por leer { $agency } con atención. Este es el único mensaje sobre el aviso { $reference }.
report_joined =
    { $count ->
        [one] Gracias. Un lector avisó de esto antes que usted; lo que ha escrito se ha añadido.
       *[other] Gracias. { $count } lectores avisaron de esto antes que usted; lo que ha escrito se ha añadido.
    }
