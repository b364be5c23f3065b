# People and desks

invite = Einladen
roles_everywhere = Rollen in allen Ressorts
role_reporter = Reporter
role_editor = Redakteur
role_chief = Chef vom Dienst
role_photo = Bildredaktion
role_translator = Übersetzer
role_correspondent = Korrespondent
role_administrator = Verwalter
disabled = Kein Zutritt
disable = Zutritt sperren
forget_authenticator = Authentifizierungs-App entfernen
key = Schlüssel
new_desk = Neues Ressort
languages_hint = Sprachen (keine steht für alle)
sections_hint = Rubriken (keine steht für alle)
steps_hint = Eigene Schritte beim Schreiben, einer je Zeile
approval = Freigabe vor der Veröffentlichung
approval_nobody = Nicht nötig
approval_another_person = Durch eine zweite Person
approval_chief = Durch den Chef vom Dienst
act = Handlung
subject = Gegenstand
detail = Näheres
network = Von wo
