# Board and start page

mine = Les miennes
whose = De qui
waiting = M’attendent
to_confirm = Une deuxième personne est demandée
just_released = Tout juste diffusées
new_story = Nouvelle dépêche
stage_draft = En cours
stage_submitted = Remise
stage_approved = Validée
stage_released = Diffusée
stage_spiked = Abandonnée
held_by = { $name } écrit
held_by_nobody = Personne n’écrit
asked_by = { $name } la demande
due_at = pour { $time }
waits_for_second = attend une deuxième personne
line_lost = La liaison est coupée. Les changements paraîtront à son retour.
keys = Touches
key_move = Dépêche suivante et précédente
key_open = Ouvrir
key_release = Diffuser…
claim = Prendre
submit = Remettre
approve = Valider
