# A flash

flash = Flash
flash_hint = Un titre seul, dans les langues choisies à la fois. Il n’attend aucune validation.
flash_send = Envoyer le flash
flash_send_now = Oui, envoyer maintenant
flash_sure = Encore une fois et il part. Un flash ne se reprend pas : il se suspend ou s’annule.
flash_alike = Déjà diffusé, et presque identique :
flash_repeats = Presque la même chose est déjà sortie.
flash_failed = Rien n’est parti. Vérifiez qu’il n’est pas sorti avant de recommencer.
flash_keys = F8 l’ouvre de partout. Deux fois Ctrl + Entrée pour envoyer.
flash_headline_text = Une langue choisie n’a pas de titre.
flash_languages_text = Choisissez une langue.
flash_desk_text = Vous ne pouvez pas diffuser à ce desk.
said_flashed = Le flash est parti. Voici sa première suite : écrivez.
