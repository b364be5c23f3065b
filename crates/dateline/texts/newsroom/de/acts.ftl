# Acts

acts = Handlungen
act_release = Senden
act_update = Aktualisieren
act_correction = Berichtigen
act_refile = Ausbessern
act_hold = Sperren
act_lift = Sperre aufheben
act_kill = Zurückziehen
act_takedown = Entfernen
act_restore = Wiederbringen
act_redact = Schwärzen
act_unpublish = Von der Seite nehmen
about_release = Erste Veröffentlichung.
about_update = Neuerer, vollerer Text. Der Hinweis sagt, was neu ist.
about_correction = Ein Fehler ging hinaus. Der Hinweis sagt, wo, was dastand und was richtig ist.
about_refile = Ein Versehen wird behoben, nichts in der Sache. Leser bekommen keinen Hinweis.
about_hold = Nicht verwenden, solange wir prüfen. Leser und Kunden erfahren es.
about_lift = Die Sperre endet.
about_kill = So falsch, dass sie nicht verwendet werden darf. Leser sehen den Grund.
about_takedown = Aus rechtlichen Gründen entfernt. Nichts davon bleibt auf der Seite.
about_restore = Das Entfernen war falsch: die Meldung kommt wieder.
about_redact = Wörter werden in allen Versionen, Bildtexten und Hinweisen ersetzt. Das ist endgültig.
about_unpublish = Von der Seite, ohne Hinweis im Dienst.
release_never = nicht veröffentlicht
release_advanced = bei Vertrauenskunden
release_public = öffentlich
release_held = gesperrt
release_killed = zurückgezogen
release_taken_down = entfernt
release_unpublished = von der Seite genommen
editor_note = Hinweis an Redaktionen
public_note = Hinweis an Leser
reason = Grund
substitute = Nummer einer Ersatzmeldung
covered = Gilt für
this_language = Diese Sprache
all_languages =
    { $count ->
        [one] { $count } Sprache
       *[other] Alle { $count } Sprachen
    }
later = Zu einer bestimmten Zeit
redact_words = Zu ersetzende Wörter, je Zeile eines
readers_get = Was Leser bekommen
second_hint = Eine zweite Person muss das bestätigen. Der Antrag sperrt die Meldung sofort, wenn sie zurückgezogen oder entfernt werden soll.
pending = { $act }: beantragt von { $name }, { $time }
look_and_confirm = Ansehen und bestätigen
confirm_title = Bestätigen: { $act }
confirm_act = Bestätigen: { $act }
covers_count =
    { $count ->
        [one] Gilt für { $count } Meldung
       *[other] Gilt für { $count } Meldungen
    }
alone_hint = Niemand hat rechtzeitig geantwortet. Sie dürfen allein bestätigen; das wird vermerkt und gemeldet.
