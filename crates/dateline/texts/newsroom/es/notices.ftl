# Notices and letters

all_seen = Todo visto
notice_asked = { $name } le pide
notice_handed = { $name } le pasa
notice_taken = { $name } se ha hecho cargo de
notice_assigned = { $name } le encarga
notice_sent_back = { $name } devuelve
notice_approved = { $name } ha dado el visto bueno
notice_remark = { $name } observa
notice_confirm = { $name } pide su confirmación
notice_confirmed = { $name } ha confirmado
mail_invite_subject = { $agency }: bienvenida a la redacción
mail_invite_text =
    Hola, { $name }:
    
    tiene una invitación a la redacción de { $agency }. Fije aquí su contraseña en una semana:
    
    { $link }
mail_reset_subject = { $agency }: una contraseña nueva
mail_reset_text =
    Hola, { $name }:
    
    alguien, probablemente usted, pidió una contraseña nueva en { $agency }. Fíjela aquí en una hora:
    
    { $link }
    
    Si no fue usted, no haga nada.
mail_confirm_subject = Por confirmar: { $headline }
mail_confirm_text =
    { $name } pide una segunda persona para: { $act }.
    
    La noticia y lo que cambia:
    
    { $link }
