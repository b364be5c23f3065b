# A flash

flash = Flash
flash_hint = Solo un titular, en los idiomas elegidos a la vez. No espera aprobación de nadie.
flash_send = Enviar el flash
flash_send_now = Sí, enviar ya
flash_sure = Una vez más y sale. Un flash no se deshace: solo se retiene o se anula.
flash_alike = Ya publicado, y casi igual:
flash_repeats = Ya ha salido algo casi igual.
flash_failed = No se envió. Compruebe si ha salido antes de repetir.
flash_keys = F8 lo abre desde cualquier sitio. Ctrl + Intro dos veces lo envía.
flash_headline_text = Falta el titular de un idioma elegido.
flash_languages_text = Elija un idioma.
flash_desk_text = No puede publicar en esta mesa.
said_flashed = El flash ha salido. Esta es su primera ampliación: siga escribiendo.
