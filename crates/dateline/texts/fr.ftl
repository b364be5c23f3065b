# Texts of the public site in French.

## The frame of every page
homepage = Accueil
breadcrumb = Fil d’Ariane
skip_to_content = Aller au contenu
sections = Rubriques
languages = Langues
use_notice = Toute reprise des contenus du site doit comporter un lien vers la source.

## The front
latest_news = Dernières dépêches
days_news = Le fil du jour
breaking = Alerte info
flash = Flash
urgent = Urgent
list_empty = Aucune dépêche pour le moment.

## Kinds of stories
kind_official = Communiqué officiel
kind_interview = Entretien
kind_factbox = Repères
kind_photo_story = Diaporama
kind_press_release = Communiqué de presse

## A story
published_at = Publié le { $time }
updated_at = Mis à jour le { $time }
corrected_at = Rectifié le { $time }
by = Par { $names }
topics = Thèmes
keywords = Mots-clés
other_news = Dans la même rubrique
continues = La suite de cette actualité :
continued_from = Précédemment :
read_also = À lire aussi
sign_off_reporter = Reportage : { $names }
sign_off_writer = Rédaction : { $names }
sign_off_translator = Traduction : { $names }
sign_off_editor = Édition : { $names }
translations = Cette dépêche en d’autres langues
translation_behind = L’original a été modifié depuis sa traduction. Cette version ne tient pas encore compte du changement.
correction = Rectificatif
report_hint = Vous avez repéré une erreur ? Sélectionnez-la et tapez Ctrl + Entrée
report_button = Signaler une erreur
copy_with_link = Copier avec le lien
copied = Copié
copy_failed = Le navigateur n’a pas autorisé la copie

## Lists
stories_count =
    { $count ->
        [one] { $count } dépêche
       *[other] { $count } dépêches
    }
topic_news = Toute l’actualité sur le thème : { $topic }
author_stories = Les articles de { $name }
archive = Archives
archive_day = L’actualité du { $date }
archive_month = L’actualité du mois : { $month }
archive_empty = Aucune dépêche publiée ce jour-là.
archive_month_empty = Aucune dépêche publiée ce mois-là.
calendar = Calendrier
previous_day = Jour précédent
next_day = Jour suivant
previous_month = Mois précédent
next_month = Mois suivant
older = Plus anciennes
pages = Pages

## History and corrections
history = Historique des versions
history_intro = Toutes les versions publiées de cette dépêche, de la plus récente à la plus ancienne. Les mots ajoutés sont soulignés, les mots supprimés sont barrés.
history_of = Historique des versions : { $headline }
version = Version
version_number = Version { $number }
current_version = Version actuelle
changed_since = Changements depuis la version { $number }
text_unchanged = Le texte n’a pas changé.
act_release = Publication
act_update = Mise à jour
act_correction = Rectification
act_refile = Coquille corrigée
act_hold = Suspension pour vérification
act_lift = Remise en ligne
act_kill = Annulation
act_takedown = Suppression
act_restore = Rétablissement
act_unpublish = Retrait du site
act_import = Reprise des archives
corrections = Rectificatifs
corrections_intro = Quand nous commettons une erreur, nous la rectifions et nous le disons. Voici tous les rectificatifs apportés à nos dépêches, les plus récents d’abord.
corrections_empty = Aucun rectificatif à ce jour.

## What is no longer there
held_title = Cette dépêche est en cours de vérification
held_text = Nous avons suspendu cette dépêche le temps de la vérifier. Merci de ne pas l’utiliser avant sa remise en ligne.
killed_title = Cette dépêche est annulée
killed_text = Nous avons annulé cette dépêche. Elle ne doit être utilisée sous aucune forme.
killed_headline = Titre de la dépêche annulée : { $headline }
takedown_title = Cette dépêche n’est plus disponible
takedown_text = La dépêche qui se trouvait à cette adresse a été supprimée pour des raisons juridiques.
unpublished_title = Cette dépêche n’est plus sur notre site
unpublished_text = La dépêche qui se trouvait à cette adresse a été retirée de notre site.
reason = Motif
substitute = À lire à la place :

## Errors
not_found_title = Page introuvable
not_found_text = Il n’y a pas de page à cette adresse. Elle comporte peut-être une faute de frappe, ou la page a été déplacée.
gone_title = Page supprimée
gone_text = La page qui se trouvait à cette adresse n’existe plus.
legal_title = Indisponible pour des raisons juridiques
legal_text = Cette page ne peut être affichée pour des raisons juridiques.
error_title = Une erreur s’est produite
error_text = La page n’a pas pu être affichée. Nous sommes informés de l’incident ; réessayez dans un instant.
to_homepage = Retour à l’accueil
to_latest_news = Voir les dernières dépêches

## Feeds and other readers that are programs
feed_title = { $agency } : dernières dépêches
feed_section_title = { $agency } : { $section }
feed_topic_title = { $agency } : { $topic }
feed_description = Les dernières dépêches de { $agency }
feed_withdrawn = Cette dépêche est annulée.
sitemap = Plan du site
llms_intro = { $agency } est une agence de presse. Voici ses éditions, ses rubriques et ses flux ; chaque dépêche est aussi disponible en texte Markdown en ajoutant .md à son adresse.
llms_editions = Éditions
llms_use = Conditions d’utilisation

## Letters to the newsroom
feedback_title = Nous écrire
feedback_closed = Le formulaire est fermé pour le moment. Veuillez réessayer plus tard.
required_hint = Les champs marqués d’un * sont obligatoires.
captcha_hint = Veuillez saisir les lettres affichées dans l’image ci-dessus.
captcha_case_hint = Majuscules et minuscules sont acceptées indifféremment.
feedback_subject = Objet
feedback_name = Nom
feedback_email = Adresse e-mail
feedback_message = Message
feedback_send = Envoyer
feedback_thanks = Merci. Votre lettre est parvenue à la rédaction.
feedback_reference = Sa référence :
feedback_too_many = De nombreuses lettres sont venues de votre réseau depuis une heure. Votre texte est conservé ; veuillez l’envoyer plus tard.
feedback_close = Fermer
feedback_failed = L’envoi a échoué. Votre texte est conservé ; veuillez réessayer.
field_missing = Veuillez remplir ce champ.
field_too_long = C’est plus long que ce que nous pouvons accepter.
field_no_address = Ce n’est pas une adresse e-mail.
captcha_alt = Six lettres dessinées. On peut aussi les écouter.
captcha_listen = Ou écoutez :
captcha_letters = Lettres
captcha_again = D’autres lettres
captcha_missing = Veuillez saisir les lettres.
captcha_too_soon = C’était très rapide. Veuillez envoyer encore une fois.
captcha_wrong = Ce n’étaient pas les bonnes lettres. En voici d’autres ; votre texte est conservé.
captcha_stale = Ces lettres étaient périmées ou déjà utilisées. En voici d’autres ; votre texte est conservé.
form_stale = Ce formulaire était trop ancien ou déjà envoyé. Veuillez l’envoyer une nouvelle fois.
captcha_needs_script = Ce formulaire a besoin de scripts, que votre navigateur a désactivés.
captcha_working = Vérification qu’aucune machine n’écrit…
captcha_done = Vérifié : pas besoin de lettres.

## Mistakes that readers report
report_marked = Vous avez sélectionné :
report_which = Où est l’erreur ?
report_suggestion = Ce qu’il faudrait lire
report_kind = De quel genre d’erreur s’agit-il ?
report_kind_slip = Une coquille : orthographe, grammaire, mot manquant
report_kind_fact = Un fait : chiffre, nom, date
report_kind_translation = La traduction
report_kind_picture = Une photo ou sa légende
report_kind_link = Un lien
report_word = Un mot à la rédaction
report_email_hint = Si vous indiquez votre adresse, nous vous demandons d’abord de la confirmer, puis nous vous écrivons une seule fois, quand la question est réglée. Elle est effacée 30 jours plus tard.
report_which_missing = Veuillez sélectionner les mots ou choisir un paragraphe.
report_kind_missing = Veuillez indiquer de quel genre d’erreur il s’agit.
report_nothing_said = Veuillez écrire ce qu’il faudrait lire, ou un mot à la rédaction.
report_foreign_words = Ces mots ne figurent pas, ou plus, dans la dépêche. Veuillez choisir le paragraphe.
report_unknown_version = La dépêche a changé depuis que vous l’avez ouverte. Veuillez choisir le paragraphe tel qu’il est maintenant.
report_too_long = La sélection est trop longue : 300 caractères au plus. Veuillez choisir le paragraphe.
report_thanks = Merci. Votre signalement est parvenu à la rédaction.
report_already_fixed = Merci. L’erreur est déjà rectifiée.
report_before = On lisait :
report_after = On lit maintenant :
report_follow = Suivre votre signalement
report_mail_sent = Nous vous avons envoyé un message. Veuillez suivre le lien qu’il contient pour que nous puissions vous écrire quand la question sera réglée.
report_status_title = Votre signalement
report_story = Dépêche :
report_sent_at = Signalé :
report_settled_at = Réglé :
report_told = Nous vous écrirons quand la question sera réglée.
report_waiting = Votre signalement attend un rédacteur.
report_fixed = L’erreur est rectifiée. Merci.
report_not_a_mistake = La rédaction a vérifié : le texte est juste.
report_rejected = La rédaction a examiné votre signalement et a choisi de ne rien changer.
report_confirm_text = Est-ce votre adresse ? Nous vous écrirons alors une seule fois, quand la question sera réglée.
report_confirm_button = Oui, c’est mon adresse
report_confirm_mail_subject = { $agency } : veuillez confirmer votre adresse ({ $reference })
report_confirm_mail = Quelqu’un, sans doute vous, a signalé une erreur à { $agency } sous la référence { $reference } et souhaite savoir ce qu’il en advient. Si c’est vous, veuillez confirmer votre adresse ici :
report_confirm_mail_end = Si ce n’est pas vous, vous n’avez rien à faire : nous ne vous écrirons plus.
report_settled_mail_subject = { $agency } : votre signalement { $reference } est réglé
report_settled_mail_end = Merci de lire { $agency } avec attention. Ce message est le seul au sujet du signalement { $reference }.
report_joined =
    { $count ->
        [one] Merci. { $count } lecteur l’a signalé avant vous ; votre message a été ajouté.
       *[other] Merci. { $count } lecteurs l’ont signalé avant vous ; votre message a été ajouté.
    }
