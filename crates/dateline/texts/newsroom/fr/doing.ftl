# Acts being done

note_headline = Titre
note_summary = Résumé
note_paragraph = Paragraphe { $number }
note_heading = Intertitre { $number }
note_list = Liste { $number }
note_table = Tableau { $number }
note_picture = Légende { $number }
note_cell = Tableau { $table }, ligne { $row }
note_line = { $place } : { $change }
note_swap = { $right } et non { $wrong }
note_added = ajout de « { $right } »
note_removed = suppression de « { $wrong } »
note_and = { $first } ; { $second }
takedown_template =
    Retirée pour des raisons de droit. À effacer de tous les systèmes et archives, photos comprises.
    À la demande de :
    Fondement et référence :
subscribers_get = Ce que recevront les abonnés
no_wire_hint = Rien ne part sur le fil.
delivery_hint = Tel que le fil le dira. Les abonnés de l’API l’ont aussitôt.
look = Voir ce que cela donne
lifting = Elle revient
lifting_as_it_was = telle quelle
lifting_corrected = rectifiée, avec une note
redact_with = Ce qui les remplace
early_hint = L’embargo prend fin avant l’heure : tout le monde reçoit la dépêche maintenant.
ends_schedules_hint = Ce qui est programmé pour cette dépêche est annulé.
mends_title = Une erreur est-elle corrigée ?
mends_hint = Des mots déjà diffusés changent. Si une erreur est parue, faites un rectificatif : on n’enterre pas une erreur dans une mise à jour.
make_correction = En faire un rectificatif
which_time = Si l’heure se présente deux fois
which_first = la première fois
which_second = la seconde fois
held_meanwhile = La dépêche est suspendue en attendant.
alone_from = À partir de { $time }, vous pourrez confirmer seul ; ce sera noté et signalé.
take_request_back = Retirer la demande
take_back_hint = Ce que la demande a suspendu revient tel quel.
said_set = Programmé. C’est au calendrier.
said_taken_back = La demande est retirée.
notice_may_alone = Personne n’a répondu ; vous pouvez confirmer seul
notice_confirmed_alone = { $name } a confirmé seul
notice_taken_back = { $name } a retiré la demande
mail_remind_subject = Toujours à confirmer : { $headline }
mail_remind_text =
    { $name } attend toujours une deuxième personne : { $act }.
    
    La dépêche et ce qui change :
    
    { $link }
mail_alone_subject = Personne n’a confirmé : { $headline }
mail_alone_text =
    { $name }, personne n’a répondu à votre demande : { $act }. Vous pouvez confirmer seul ; ce sera noté et signalé.
    
    { $link }
never_time_text = L’heure saute ce moment : il n’existe pas ce jour-là.
twice_time_text = Cette heure se présente deux fois ce jour-là : dites laquelle.
past_time_text = Cette heure est passée.
