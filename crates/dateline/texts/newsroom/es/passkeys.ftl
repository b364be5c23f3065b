# Passkeys

passkeys = Llaves de acceso
passkeys_hint = Entre con la huella, el rostro o el PIN de su dispositivo, sin contraseña. Una llave de acceso vale por los dos pasos.
passkey_name = Nombre del dispositivo
passkey_make = Añadir una llave de acceso
passkey_use = Entrar con una llave de acceso
passkey_instead = Usar una llave de acceso
passkey_unable = Este navegador no admite llaves de acceso o tiene desactivados los scripts.
passkey_number_text = Las llaves de acceso necesitan una dirección con nombre; aquí es un número.
passkey_unencrypted_text = Las llaves de acceso necesitan una dirección cifrada (https).
passkey_elsewhere_text = Las llaves de acceso solo sirven en la dirección propia de la agencia.
passkey_old_text = Ha pasado demasiado tiempo o ya se respondió. Inténtelo de nuevo.
passkey_wrong_text = Esta llave de acceso no corresponde.
passkey_doubted_text = Esta llave de acceso ya no se acepta: puede haber una copia. Entre con la contraseña y elimínela.
passkey_doubted_hint = Ya no se acepta: su contador retrocedió y puede haber una copia. Elimínela y cree otra.
passkey_many_text = Nadie puede tener más de 20 llaves de acceso. Elimine una antes.
passkey_name_text = Un nombre tiene de 1 a 80 caracteres.
passkey_failed_text = El dispositivo no respondió como debía. Inténtelo de nuevo.
made = Añadida
last_used = Último uso
never_used = Sin usar
forget_passkeys = Quitar las llaves de acceso
