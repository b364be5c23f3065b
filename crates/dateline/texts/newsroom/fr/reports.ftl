notice_reported = Un lecteur signale une erreur de fait
told_reported = Un lecteur signale une erreur de fait
right_reports_answer = Traiter les signalements des lecteurs
nav_reports = Erreurs
report_figures = Chiffres
report_kind = Nature
report_this_story = Cette dépêche seulement
report_key_move = suivant et précédent
reports_waiting = En attente
reports_later = Remis à plus tard
reports_answered = Traités
reports_spam = Écartés
mistake_slip = Coquille
mistake_fact = Fait
mistake_translation = Traduction
mistake_picture = Image
mistake_link = Lien
report_fixed = corrigé
report_fixed_itself = corrigé par une version
report_not_a_mistake_state = pas d’erreur
report_rejected = refusé
words_moved = Ces mots sont maintenant ailleurs :
words_changed = D’autres mots s’y trouvent maintenant. Passage marqué :
words_deleted = Ces mots ont disparu. Passage marqué :
words_unanchored = Impossible de dire où sont ces mots. Passage marqué :
report_captions = Légendes
report_until = jusqu’à { $time }
report_public_page = Page publique
report_history = Historique
report_what_readers_say = Ce que disent les lecteurs
report_told = sera prévenu par courriel
report_spam_score = ressemble à { $count } % à un indésirable
report_use = Reprendre cette proposition
report_put_right = Corriger
report_instead = À la place des mots marqués
report_as = Comme
report_apply = Appliquer
report_by_hand = À la main
report_answer = Répondre
report_not_a_mistake = Pas une erreur
report_spam = Indésirable
report_later = Plus tard
report_put_off = Remettre
report_reason = Motif du refus, communiqué aux lecteurs
report_reject = Refuser
report_reopen = Annuler la réponse
report_other_languages = Autres langues
report_same = Corriger de même ({ $language })
report_no_counterpart = Aucun passage n’y correspond avec certitude. Un rectificatif laisse une tâche à cette traduction.
report_as_it_stands = Le texte actuel
report_held_text = { $name } écrit cette dépêche. Demandez-la, ou reprenez-la si vous en avez le droit.
report_ask = La demander
report_take_over = La reprendre
report_answered_text = Quelqu’un y a répondu entre-temps.
report_reason_text = Donnez le motif en 1 à 1 000 caractères.
report_changed_text = Les mots ont changé depuis l’ouverture de cette page. Relisez le paragraphe et appliquez de nouveau.
report_nothing_text = Rien ne changerait : écrivez ce qui doit s’y trouver.
report_by_hand_text = Le programme ne peut pas l’insérer : le passage couvre plusieurs lignes ou se trouve dans une légende. Faites-le à la main.
said_report_applied = Corrigé. Ceux qui l’ont signalé sont remerciés.
said_report_answered = Réponse enregistrée.
report_count = Signalements
report_matters = Erreurs
report_right = Fondés
report_wrong = Infondés ou refusés
report_median = Délai médian de correction
report_took = { $hours } h { $minutes } min
report_readers =
    { $count ->
        [one] { $count } lecteur
       *[other] { $count } lecteurs
    }
report_hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
report_days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
report_waiting =
    { $count ->
        [one] Des lecteurs signalent { $count } erreur ici
       *[other] Des lecteurs signalent { $count } erreurs ici
    }
