# A flash

flash = Flash
flash_hint = A headline alone, in the chosen languages at once. It waits for nobody’s approval.
flash_send = Send the flash
flash_send_now = Yes, send it now
flash_sure = Once more sends it. A flash cannot be taken back, only held or killed.
flash_alike = Out already, and nearly the same:
flash_repeats = Something nearly the same is out.
flash_failed = It was not sent. Look whether it is out before you try again.
flash_keys = F8 opens this from anywhere. Ctrl + Enter twice sends.
flash_headline_text = A chosen language has no headline.
flash_languages_text = Choose a language.
flash_desk_text = You may not release at this desk.
said_flashed = The flash is out. This is its first lead: write on.
