# Notices and letters

all_seen = Alles gesehen
notice_asked = { $name } bittet Sie um
notice_handed = { $name } übergibt Ihnen
notice_taken = { $name } hat an sich genommen
notice_assigned = { $name } teilt Ihnen zu
notice_sent_back = { $name } gibt zurück
notice_approved = { $name } hat freigegeben
notice_remark = { $name } merkt an
notice_confirm = { $name } bittet um Bestätigung
notice_confirmed = { $name } hat bestätigt
mail_invite_subject = { $agency }: willkommen in der Redaktion
mail_invite_text =
    Guten Tag, { $name },
    
    Sie sind in die Redaktion von { $agency } eingeladen. Legen Sie binnen einer Woche hier Ihr Passwort fest:
    
    { $link }
mail_reset_subject = { $agency }: ein neues Passwort
mail_reset_text =
    Guten Tag, { $name },
    
    jemand, wahrscheinlich Sie, hat bei { $agency } ein neues Passwort angefordert. Legen Sie es binnen einer Stunde hier fest:
    
    { $link }
    
    Wenn Sie es nicht waren, tun Sie nichts.
mail_confirm_subject = Zu bestätigen: { $headline }
mail_confirm_text =
    { $name } bittet eine zweite Person um: { $act }.
    
    Die Meldung und was sich ändert:
    
    { $link }
