# Board and start page

mine = Meine
whose = Wessen
waiting = Warten auf mich
to_confirm = Eine zweite Person ist gefragt
just_released = Gerade gesendet
new_story = Neue Meldung
stage_draft = In Arbeit
stage_submitted = Abgegeben
stage_approved = Freigegeben
stage_released = Gesendet
stage_spiked = Verworfen
held_by = { $name } schreibt
held_by_nobody = Niemand schreibt
asked_by = { $name } bittet darum
due_at = fällig { $time }
waits_for_second = wartet auf zweite Person
line_lost = Die Verbindung ist unterbrochen. Änderungen erscheinen, sobald sie wieder steht.
keys = Tasten
key_move = Nächste und vorige Meldung
key_open = Öffnen
key_release = Senden…
claim = Übernehmen
submit = Abgeben
approve = Freigeben
