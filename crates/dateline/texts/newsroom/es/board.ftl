# Board and start page

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
