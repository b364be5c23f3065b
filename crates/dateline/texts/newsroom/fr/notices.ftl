# Notices and letters

all_seen = Tout est vu
notice_asked = { $name } vous demande
notice_handed = { $name } vous passe
notice_taken = { $name } s’est saisi de
notice_assigned = { $name } vous confie
notice_sent_back = { $name } renvoie
notice_approved = { $name } a validé
notice_remark = { $name } remarque
notice_confirm = { $name } demande votre confirmation
notice_confirmed = { $name } a confirmé
mail_invite_subject = { $agency } : bienvenue à la rédaction
mail_invite_text =
    Bonjour { $name },
    
    vous êtes invité à la rédaction de { $agency }. Choisissez votre mot de passe ici dans la semaine :
    
    { $link }
mail_reset_subject = { $agency } : un nouveau mot de passe
mail_reset_text =
    Bonjour { $name },
    
    quelqu’un, sans doute vous, a demandé un nouveau mot de passe à { $agency }. Choisissez-le ici dans l’heure :
    
    { $link }
    
    Si ce n’était pas vous, ne faites rien.
mail_confirm_subject = À confirmer : { $headline }
mail_confirm_text =
    { $name } demande une deuxième personne pour : { $act }.
    
    La dépêche et ce qui change :
    
    { $link }
