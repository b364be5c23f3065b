# A flash

flash = Blitz
flash_hint = Nur eine Überschrift, in den gewählten Sprachen zugleich. Sie wartet auf keine Freigabe.
flash_send = Blitz senden
flash_send_now = Ja, jetzt senden
flash_sure = Noch einmal sendet. Ein Blitz lässt sich nicht zurückholen, nur sperren oder zurückziehen.
flash_alike = Schon gesendet und fast gleich:
flash_repeats = Fast das Gleiche ist schon draußen.
flash_failed = Nicht gesendet. Sehen Sie nach, ob er draußen ist, bevor Sie es wieder versuchen.
flash_keys = F8 öffnet dies überall. Zweimal Strg + Enter sendet.
flash_headline_text = Einer gewählten Sprache fehlt die Überschrift.
flash_languages_text = Wählen Sie eine Sprache.
flash_desk_text = In dieser Redaktion dürfen Sie nicht senden.
said_flashed = Der Blitz ist draußen. Hier ist die erste Fassung danach: schreiben Sie weiter.
