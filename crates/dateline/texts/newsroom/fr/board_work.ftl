# The board, its views, and desks

late = en retard
card_menu = Actions pour « { $headline } »
card_menu_short = Actions
views = Vues
view_all = Tout
view_keep = Garder comme vue
view_for = Pour
view_for_me = Moi
view_opens = Ouvrir mon tableau avec elle
view_opening = s'ouvre avec le tableau
views_arrange = Ranger les vues
views_hint = Choisissez des filtres sur le tableau et gardez-les sous un nom. Les neuf premières s'ouvrent avec les touches 1 à 9, tout avec 0.
rename = Renommer
move_up = Monter
move_down = Descendre
filters = Filtres
whose_nobody = À personne
due_late = En retard
due_soon = Dans les deux heures
due_set = Avec une heure
due_list = Bientôt à rendre
stories_shown = Dépêches affichées
columns = Colonnes
line_back = La liaison est rétablie ; tout est à jour.
line_live = En direct
key_columns = Colonne précédente et suivante
key_assign = Confier et fixer l'heure
key_due = Fixer l'heure
key_desk = Étape et desk
key_carry = Porter à la colonne voisine
key_filter = Recherche et filtres
to_board = Au tableau
nothing_found = Rien à signaler.
release_now = Publier maintenant
more_choices = Autres choix
times_in = Heures de { $zone }.
members = Membres
members_count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
member_add = Ajouter quelqu'un
member_as = En tant que
members_hint = Sans rôle ici, on n'est pas membre. Les rôles dans tous les desks se donnent sous « Personnel ».
view_name_text = Le nom d'une vue a de 1 à 40 caractères.
too_many_views_text = Il y a déjà trente vues. Supprimez-en une d'abord.
