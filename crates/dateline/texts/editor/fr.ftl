# Textes de l’éditeur en français.

## Barre d’outils
editor_toolbar = Mise en forme
editor_words = Texte de la dépêche
editor_undo = Annuler
editor_redo = Rétablir
editor_paragraph = Paragraphe
editor_heading2 = Intertitre
editor_heading3 = Intertitre de second niveau
editor_heading4 = Petit intertitre
editor_strong = Gras
editor_emphasis = Italique
editor_underline = Souligné
editor_strike = Barré
editor_sub = Indice
editor_sup = Exposant
editor_link = Lien
editor_unordered = Liste à puces
editor_ordered = Liste numérotée
editor_quotation = Citation
editor_preformatted = Texte tel quel
editor_picture = Photo, vidéo ou son
editor_embed = Publication ou vidéo d’une autre plateforme
editor_table = Tableau
editor_rule = Filet
editor_characters = Caractères spéciaux
editor_quotes = Guillemets
editor_direction = Sens d’écriture
editor_find = Rechercher et remplacer

## Tableaux
editor_row_before = Ligne au-dessus
editor_row_after = Ligne au-dessous
editor_row_delete = Supprimer la ligne
editor_column_before = Colonne avant
editor_column_after = Colonne après
editor_column_delete = Supprimer la colonne
editor_header_row = Ligne d’en-tête
editor_header_column = Colonne d’en-tête
editor_cells_merge = Fusionner les cellules
editor_cell_split = Scinder la cellule
editor_table_delete = Supprimer le tableau
editor_rows = Lignes
editor_columns = Colonnes

## Dialogues
editor_confirm = OK
editor_cancel = Annuler
editor_close = Fermer
editor_remove = Retirer
editor_try_again = Réessayer
editor_address = Adresse
editor_link_remove = Retirer le lien
editor_link_bad = Ce n’est ni une adresse web ni une adresse e-mail.
editor_embed_hint = L’adresse d’une page sur l’une de ces plateformes :
editor_embed_bad = Rien à cette adresse ne peut être montré dans une dépêche.

## Recherche
editor_find_words = Rechercher
editor_replace_with = Remplacer par
editor_match_case = Respecter la casse
editor_find_previous = Précédent
editor_find_next = Suivant
editor_replace_one = Remplacer
editor_replace_all = Tout remplacer
editor_found = Trouvé : { $count }
editor_found_at = { $place } sur { $count }
editor_replaced = Remplacé : { $count }

## Caractères spéciaux
editor_chars_quotes = Guillemets
editor_chars_unseen = Espaces et caractères invisibles
editor_chars_signs = Signes et monnaies
editor_chars_letters = Lettres
editor_char_no_break = Espace insécable
editor_char_narrow_no_break = Espace fine insécable
editor_char_thin = Espace fine
editor_char_half_space = Demi-espace (ZWNJ)
editor_char_soft_hyphen = Trait d’union conditionnel
editor_char_left_to_right = Marque gauche-droite
editor_char_right_to_left = Marque droite-gauche

## Photos
editor_alt = Description pour ceux qui ne la voient pas
editor_credit = Crédit
editor_caption = Légende
editor_focus = Point focal
editor_fill_in = Reprendre de l’image
editor_focus_hint = Cliquez là où l’œil doit se poser. Les recadrages gardent ce point.
editor_focus_across = De gauche à droite
editor_focus_down = De haut en bas
editor_focus_failed = Le point focal n’a pas été enregistré. Veuillez réessayer.
editor_uploading = Envoi de { $name }
editor_upload_failed = Pas de connexion. Le fichier n’a pas été envoyé.
editor_upload_refused = Ce fichier ne peut pas être utilisé.
editor_library = Photo de la photothèque
editor_gallery = Galerie
editor_pictures_found = Photos trouvées
editor_pictures_search = Chercher des photos
editor_pictures_send = Ou envoyez-en de nouvelles
editor_pictures_none = Aucune photo trouvée.
editor_pictures_choose = Choisissez d’abord une photo.
editor_pictures_add = Ajouter une photo
editor_insert = Insérer
editor_pictures_left_out = Images laissées de côté : { $count }. Veuillez envoyer les images comme fichiers.

## Enregistrement
editor_state_saved = Enregistré à { $time }
editor_state_changed = Pas encore enregistré
editor_state_saving = Enregistrement…
editor_state_kept = Pas de connexion. Votre texte est gardé sur cet appareil et sera envoyé au retour de la connexion.
editor_state_refused = Non enregistré : veuillez corriger ce qui est signalé.
editor_state_signed_out = Votre session est terminée. Reconnectez-vous dans une autre fenêtre ; votre texte est gardé sur cet appareil.
editor_state_taken = { $name } a repris cette dépêche.
editor_state_elsewhere = Non enregistré : cette dépêche a été modifiée dans une autre fenêtre.
editor_taken_over = { $name } a repris cette dépêche. Ce que vous n’aviez pas enregistré est gardé parmi ses versions.
editor_written_elsewhere = Cette dépêche a été modifiée dans une autre de vos fenêtres. Ce que vous avez écrit ici est gardé.
editor_load_again = Recharger
editor_write_on = Enregistrer ce qui est ici
editor_left = Un texte non enregistré de { $time } est gardé sur cet appareil.
editor_left_older = Un texte non enregistré de { $time } est gardé sur cet appareil. La dépêche a été modifiée depuis.
editor_restore = Restaurer
editor_discard = Abandonner
editor_keeps_nothing = Ce navigateur ne peut pas garder de texte. Surveillez la ligne sous le texte : seul ce qui y est enregistré est sûr.

## Comptes et vérifications
editor_words_count = Mots : { $count }
editor_characters_count = Signes : { $count }
editor_minutes_count = Minutes de lecture : { $count }
editor_checks = Vérifications
editor_checks_fine = Rien à corriger.
editor_check_headline_empty = Le titre manque.
editor_check_headline_long = Le titre a { $length } signes ; { $most } tiennent.
editor_check_section = Aucune rubrique n’est choisie.
editor_check_not_in_edition = Cette rubrique n’est pas dans cette édition.
editor_check_empty = Le texte est vide.
editor_check_dateline = Le lieu et la date manquent.
editor_check_alt = Une photo n’a pas de description.
editor_check_credit = Une photo n’a pas de crédit.
editor_check_quotes = Les guillemets { $pair } ne vont pas par paires.
