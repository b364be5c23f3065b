# Confirmé par une seule personne

mail_confirmed_alone_subject = Confirmé par une seule personne : { $headline }
mail_confirmed_alone_text =
    { $name } l’a demandé et, personne n’ayant répondu, l’a confirmé seul : { $act }. Ce qui a été fait, et ce que disait la dépêche auparavant :

    { $link }
agency_alone = Minutes avant de pouvoir confirmer seul
agency_alone_hint = Pour une annulation, un retrait, une remise en ligne ou un caviardage auquel aucun second ne répond : 30 sauf indication contraire, 0 pour jamais.
