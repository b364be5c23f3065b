# Textes des pages de la rédaction, en français.

## The frame
newsroom = Rédaction
skip = Aller au contenu
nav = Rédaction
nav_start = Ma journée
nav_board = Tableau
nav_media = Photos
nav_people = Personnes
nav_desks = Services
nav_audit = Journal
notices = Avis
account = Mon compte
page_language = Langue de ces pages
set = Fixer
save = Enregistrer
make = Créer
cancel = Annuler
close = Fermer
confirm = Confirmer
remove = Retirer
move = Déplacer
end = Terminer
all = Tous
show = Afficher
search = Recherche
name = Nom
nobody = Personne
from = De
to = À
at = Heure
date = Date
person = Personne
upload = Téléverser
nothing_here = Rien ici.
to_start = Vers la page d’accueil

## Signing in
sign_in = Se connecter
sign_out = Se déconnecter
sign_in_first = Connectez-vous d’abord.
sign_in_wrong = L’adresse et le mot de passe ne correspondent pas.
sign_in_paused = Trop d’essais. Attendez un peu, puis réessayez.
email = Adresse électronique
password = Mot de passe
old_password = Mot de passe actuel
new_password = Nouveau mot de passe
password_again = Nouveau mot de passe, encore une fois
set_password = Choisir un mot de passe
passwords_differ_text = Les deux mots de passe diffèrent.
password_short_text = Un mot de passe a au moins 8 caractères.
wrong_password_text = Le mot de passe actuel n’est pas le bon.
forgotten = Mot de passe oublié ?
send_letter = Envoyer un courrier
letter_sent = Si quelqu’un ici a cette adresse, un courrier est en route. Son lien vaut une heure.
letter_old_text = Ce lien est trop ancien ou a déjà servi. Demandez-en un autre.
welcome = Bienvenue, { $name }
code_title = Deuxième étape
code = Code
code_hint = Six chiffres de votre application, ou l’un de vos codes de secours.
wrong_code_text = Ce code n’est pas le bon, ou a déjà servi.
authenticator = Application d’authentification
authenticator_hint = Avec une application sur votre téléphone, un mot de passe volé n’ouvre rien à lui seul.
authenticator_scan = Scannez cette image avec l’application, ou saisissez les lettres en dessous. Donnez ensuite le code affiché.
authenticator_on =
    { $count ->
        [one] Un code est demandé à la connexion. Il reste { $count } code de secours.
       *[other] Un code est demandé à la connexion. Il reste { $count } codes de secours.
    }
set_up = Installer
recovery_codes = Codes de secours
recovery_hint = Gardez-les là où vous les trouverez sans téléphone. Chacun sert une fois ; ils ne sont montrés que maintenant.
sessions = Où vous êtes connecté
this_session = ce navigateur
end_others = Terminer toutes les autres

## People and desks
invite = Inviter
roles_everywhere = Rôles dans tous les services
role_reporter = Reporter
role_editor = Secrétaire de rédaction
role_chief = Rédacteur en chef
role_photo = Service photo
role_translator = Traducteur
role_correspondent = Correspondant
role_administrator = Administrateur
disabled = Accès fermé
disable = Fermer l’accès
forget_authenticator = Retirer l’application d’authentification
key = Clé
new_desk = Nouveau service
languages_hint = Langues (aucune : toutes)
sections_hint = Rubriques (aucune : toutes)
steps_hint = Étapes propres pendant l’écriture, une par ligne
approval = Validation avant diffusion
approval_nobody = Pas nécessaire
approval_another_person = Par une autre personne
approval_chief = Par le rédacteur en chef
act = Acte
subject = Objet
detail = Détail
network = D’où

## Board and start page
mine = Les miennes
whose = De qui
waiting = M’attendent
to_confirm = Une deuxième personne est demandée
just_released = Tout juste diffusées
new_story = Nouvelle dépêche
stage_draft = En cours
stage_submitted = Remise
stage_approved = Validée
stage_released = Diffusée
stage_spiked = Abandonnée
held_by = { $name } écrit
held_by_nobody = Personne n’écrit
asked_by = { $name } la demande
due_at = pour { $time }
waits_for_second = attend une deuxième personne
line_lost = La liaison est coupée. Les changements paraîtront à son retour.
keys = Touches
key_move = Dépêche suivante et précédente
key_open = Ouvrir
key_release = Diffuser…
claim = Prendre
submit = Remettre
approve = Valider

## A story
desk = Service
language = Langue
languages = Langues
section = Rubrique
urgency = Urgence
headline = Titre
slugline = Slug
summary = Chapô
body = Texte
byline = Signature
authors = Auteurs
topics = Sujets
keywords = Mots-clés
commas_hint = Plusieurs, séparés par des virgules.
also_in = Aussi dans ces rubriques
kind = Genre
kind_news = Dépêche
kind_official = Officiel
kind_interview = Entretien
kind_factbox = Encadré
kind_photo_story = Reportage photo
kind_press_release = Communiqué
dateline = Lieu et date
place = Lieu
source = Source
follows = Numéro de la dépêche qu’elle prolonge
usage_terms = Conditions d’utilisation
embargo = Embargo
embargo_until = Jusqu’à
zone = Fuseau horaire
pictures = Photos
alt = Ce qu’on voit (pour les non-voyants)
caption = Légende
credit = Crédit
add_picture = Ajouter une photo
version = Version
versions = Versions
revision = Révision
revisions = Révisions et versions
preview = Aperçu
public_page = Page publique
counts = { $words } mots, { $characters } signes, { $minutes } min
checks = Avant diffusion
check_long_headline = Le titre dépasse 110 signes.
check_empty_body = Le texte est vide.
check_no_dateline = Le lieu manque.
check_no_alt = Une photo n’a pas de description.
check_no_credit = Une photo n’a pas de crédit.
check_not_in_edition = La rubrique n’existe pas dans cette édition.
check_quotes = Les guillemets ne vont pas par paires.
let_go = Lâcher
ask_for = La demander
take_over = S’en saisir
hand_over = Passer
hand_over_to = À
send_back = Renvoyer
spike = Abandonner
spike_reason = Pourquoi
unspike = Reprendre
step = Étape
assigned_to = Confiée à
due = Pour
translate_into = Traduire en
remarks = Remarques
remark = Remarque
remark_hint = @nom prévient un collègue.
say = Dire
made_by = Créée par { $name }, { $time }
changed_at = modifiée { $time }
published_at = publiée { $time }
saved_elsewhere = Quelqu’un d’autre a enregistré. Rechargez la page pour le voir.
taken_over = { $name } s’est saisi de la dépêche. Ce qui n’était pas enregistré est gardé comme révision.
said_saved = Enregistré.
said_done = Fait.
said_asked = Demandé. Une deuxième personne doit confirmer ; la dépêche est suspendue d’ici là.
said_made = Créée. Elle est entre vos mains.
said_restored = Rétablie comme nouvelle révision.

## Revisions
difference = Différence
compare = Comparer
as_it_stands = en l’état
restore = Rétablir
reason_work = en cours d’écriture
reason_submit = remise
reason_approve = validée
reason_send_back = renvoyée
reason_hand_over = changée de mains
reason_spike = abandonnée ou reprise
reason_restore = avant un rétablissement
reason_release = diffusée
reason_set_aside = mise de côté : quelqu’un a été plus rapide

## Acts
acts = Actes
act_release = Diffuser
act_update = Actualiser
act_correction = Rectifier
act_refile = Corriger une coquille
act_hold = Suspendre
act_lift = Lever la suspension
act_kill = Annuler
act_takedown = Retirer
act_restore = Remettre
act_redact = Caviarder
act_unpublish = Dépublier
about_release = Première publication.
about_update = Texte plus récent, plus complet. La note dit ce qui est nouveau.
about_correction = Une erreur a été publiée. La note dit où, ce qui était écrit et ce qui est juste.
about_refile = Une coquille, rien sur le fond. Pas de note aux lecteurs.
about_hold = Ne plus utiliser pendant la vérification. Lecteurs et abonnés sont prévenus.
about_lift = La suspension prend fin.
about_kill = Si fausse qu’elle ne doit pas servir. Les lecteurs voient le motif.
about_takedown = Retirée pour des raisons de droit. Rien n’en reste sur le site.
about_restore = Le retrait était une erreur : la dépêche revient.
about_redact = Des mots sont remplacés dans toutes les versions, légendes et notes. C’est définitif.
about_unpublish = Hors du site, sans avis sur le fil.
release_never = non publiée
release_advanced = chez les abonnés de confiance
release_public = publique
release_held = suspendue
release_killed = annulée
release_taken_down = retirée
release_unpublished = dépubliée
editor_note = Note aux rédactions
public_note = Note aux lecteurs
reason = Motif
substitute = Numéro d’une dépêche de remplacement
covered = Concerne
this_language = Cette langue
all_languages =
    { $count ->
        [one] { $count } langue
       *[other] Les { $count } langues
    }
later = À une heure fixée
redact_words = Mots à remplacer, un par ligne
readers_get = Ce que verront les lecteurs
second_hint = Une deuxième personne doit confirmer. Une annulation ou un retrait suspend la dépêche aussitôt.
pending = { $act } : demandé par { $name }, { $time }
look_and_confirm = Voir et confirmer
confirm_title = Confirmer : { $act }
confirm_act = Confirmer : { $act }
covers_count =
    { $count ->
        [one] Concerne { $count } dépêche
       *[other] Concerne { $count } dépêches
    }
alone_hint = Personne n’a répondu depuis une demi-heure. Vous pouvez confirmer seul ; ce sera noté.

## Notices and letters
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

## What cannot be done
refused_title = Non autorisé
refused_text = Vos rôles ne le permettent pas.
foreign_text = Cette demande venait d’un autre site et n’a pas été exécutée.
missing_title = Rien ici
missing_text = Il n’y a rien à cette adresse, ou rien que vous puissiez voir.
bad_title = Pas accepté
bad_text = Quelque chose dans ce formulaire est illisible.
too_large_text = C’est plus gros que ce qui peut être pris.
too_long_text = C’est trop long.
conflict_title = Impossible pour l’instant
error_title = Quelque chose a échoué
error_text = C’est de notre faute. C’est noté ; veuillez réessayer.
busy_text = Quelqu’un d’autre y a touché au même instant. Veuillez réessayer.
not_now_text = Dans l’état de la dépêche, ce n’est pas possible.
not_approved_text = Le service doit d’abord valider cette révision.
not_submitted_text = La dépêche doit d’abord être remise.
spiked_text = La dépêche est abandonnée. Reprenez-la d’abord.
behind_text = Une version plus récente que celle de départ est sortie.
changed_text = Quelqu’un a été plus rapide. Rechargez la dépêche.
held_text = Quelqu’un d’autre écrit cette dépêche.
same_person_text = Vous l’avez demandé vous-même. Une deuxième personne doit confirmer.
nothing_pending_text = Rien n’attend de confirmation ici.
already_out_text = Cette dépêche a été publiée : on peut la retirer, non l’abandonner.
note_missing_text = Ce qui porte un * doit être dit.
set_aside_text = Quelqu’un d’autre tient la dépêche ou a été plus rapide. Votre envoi est gardé comme révision à part.
headline_text = Il faut un titre.
section_text = Cette rubrique n’existe pas.
follows_text = Aucune dépêche de ce numéro.
unknown_field_text = Une dépêche n’a pas ce champ.
bad_time_text = Ce n’est ni une date ni une heure.
bad_zone_text = Ce fuseau horaire n’existe pas.
ambiguous_time_text = L’heure change alors : ce moment n’existe pas, ou deux fois.
bad_language_text = L’agence n’a pas d’édition dans cette langue, ou la dépêche y est déjà.
bad_email_text = Ce n’est pas une adresse électronique.
person_text = Cette personne n’est pas ici, ou n’écrit pas dans ce service.
person_known_text = Quelqu’un avec cette adresse est déjà ici.
last_administrator_text = Il doit rester un administrateur.
desk_known_text = Un service de cette clé existe déjà.
desk_key_text = Une clé a 1 à 64 signes parmi a-z, 0-9, - et _.
remark_text = Écrivez d’abord quelque chose.
file_text = Choisissez d’abord un fichier.
