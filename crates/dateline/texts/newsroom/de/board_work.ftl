# The board, its views, and desks

late = überfällig
card_menu = Was mit „{ $headline }“ getan werden kann
card_menu_short = Was getan werden kann
views = Ansichten
view_all = Alles
view_keep = Als Ansicht behalten
view_for = Für
view_for_me = Mich
view_opens = Meine Tafel damit öffnen
view_opening = öffnet mit der Tafel
views_arrange = Ansichten ordnen
views_hint = Wählen Sie auf der Tafel Filter und behalten Sie sie unter einem Namen. Die ersten neun öffnen die Tasten 1 bis 9, alles die 0.
rename = Umbenennen
move_up = Nach oben
move_down = Nach unten
filters = Filter
whose_nobody = Niemandes
due_late = Überfällig
due_soon = In zwei Stunden
due_set = Mit Termin
due_list = Bald fällig
stories_shown = Gezeigte Meldungen
columns = Spalten
line_back = Die Verbindung steht wieder; alles ist auf dem Stand.
line_live = Live
key_columns = Vorige und nächste Spalte
key_assign = Zuteilen und Termin setzen
key_due = Termin setzen
key_desk = Schritt und Redaktion
key_carry = In die Nachbarspalte rücken
key_filter = Suche und Filter
to_board = Zur Tafel
nothing_found = Nichts fällt auf.
release_now = Jetzt freigeben
more_choices = Weitere Möglichkeiten
times_in = Zeiten in { $zone }.
members = Mitglieder
members_count =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
member_add = Jemanden aufnehmen
member_as = Als
members_hint = Ohne Rolle hier ist niemand Mitglied. Rollen in allen Redaktionen vergibt man unter „Personen“.
view_name_text = Der Name einer Ansicht hat 1 bis 40 Zeichen.
too_many_views_text = Es gibt schon dreißig Ansichten. Entfernen Sie erst eine.
