# People and desks

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
