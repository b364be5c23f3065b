# What people choose to be told

notifications = Mes notifications
notifications_hint = Les lettres vont à votre adresse. Un récapitulatif arrive une fois, avec tout depuis le précédent.
way_nothing = Rien
way_here = Ici
way_mail = Ici et par lettre aussitôt
way_hourly = Ici et une lettre par heure
way_daily = Ici et une lettre chaque matin
way_fixed = Toujours ici et par lettre aussitôt
told_assigned = Une dépêche m'est confiée
told_asked = On me demande la dépêche que je tiens
told_handed = Une dépêche m'est remise
told_taken = Ma dépêche est reprise
told_sent_back = Ma copie m'est renvoyée
told_wanted = Une copie attend mon accord
told_approved = Ma copie est approuvée
told_released = Ma dépêche paraît ou change
told_mention = On me nomme dans une remarque
told_remark = Une remarque sur ma dépêche
told_confirmed = Ma demande est confirmée
told_confirm = Un second est demandé pour annuler ou retirer
notice_wanted = { $name } demande votre accord
notice_released = { $name } a publié
notice_mention = { $name } vous nomme dans une remarque
mail_digest_subject =
    { $count ->
        [one] { $agency } : { $count } notification
       *[other] { $agency } : { $count } notifications
    }
mail_notice_end = Choisissez ce qui vous est notifié, et comment, ici : { $link }
