# Signing in

sign_in = Entrar
sign_out = Salir
sign_in_first = Entre primero.
sign_in_wrong = La dirección y la contraseña no coinciden.
sign_in_paused = Demasiados intentos. Espere un poco y vuelva a intentarlo.
email = Correo electrónico
password = Contraseña
old_password = Contraseña actual
new_password = Contraseña nueva
password_again = Contraseña nueva otra vez
set_password = Fijar contraseña
passwords_differ_text = Las dos contraseñas son distintas.
password_short_text = Una contraseña tiene al menos 8 caracteres.
wrong_password_text = La contraseña actual no es correcta.
forgotten = ¿Olvidó la contraseña?
send_letter = Enviar una carta
letter_sent = Si alguien aquí tiene esta dirección, la carta va en camino. Su enlace vale una hora.
letter_old_text = Este enlace es demasiado antiguo o ya se usó. Pida otro.
welcome = Bienvenida la visita, { $name }
code_title = Segundo paso
code = Código
code_hint = Seis cifras de su aplicación, o uno de sus códigos de recuperación.
wrong_code_text = Este código no es correcto o ya se usó.
authenticator = Aplicación de autenticación
authenticator_hint = Con una aplicación en el teléfono, una contraseña robada no abre nada por sí sola.
authenticator_scan = Escanee esta imagen con la aplicación o escriba las letras de abajo. Después dé el código que muestra.
authenticator_on =
    { $count ->
        [one] Al entrar se pide un código. Queda { $count } código de recuperación.
       *[other] Al entrar se pide un código. Quedan { $count } códigos de recuperación.
    }
set_up = Configurar
recovery_codes = Códigos de recuperación
recovery_hint = Guárdelos donde los encuentre sin el teléfono. Cada uno sirve una vez; solo se muestran ahora.
sessions = Dónde ha entrado
this_session = este navegador
end_others = Terminar todas las demás
