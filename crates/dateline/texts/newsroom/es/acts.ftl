# Acts

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
alone_hint = Nadie ha contestado a tiempo. Puede confirmar a solas; quedará anotado y se avisará.
