# Texte des Editors auf Deutsch.

## Werkzeugleiste
editor_toolbar = Formatierung
editor_words = Text der Meldung
editor_undo = Rückgängig
editor_redo = Wiederholen
editor_paragraph = Absatz
editor_heading2 = Zwischenüberschrift
editor_heading3 = Zwischenüberschrift, zweite Stufe
editor_heading4 = Kleine Zwischenüberschrift
editor_strong = Fett
editor_emphasis = Kursiv
editor_underline = Unterstrichen
editor_strike = Durchgestrichen
editor_sub = Tiefgestellt
editor_sup = Hochgestellt
editor_link = Link
editor_unordered = Aufzählung
editor_ordered = Nummerierte Liste
editor_quotation = Zitat
editor_preformatted = Text wie getippt
editor_picture = Bild, Video oder Ton
editor_embed = Beitrag oder Video von anderswo
editor_table = Tabelle
editor_rule = Trennlinie
editor_characters = Sonderzeichen
editor_quotes = Anführungszeichen
editor_direction = Schreibrichtung
editor_find = Suchen und Ersetzen

## Tabellen
editor_row_before = Zeile darüber
editor_row_after = Zeile darunter
editor_row_delete = Zeile löschen
editor_column_before = Spalte davor
editor_column_after = Spalte danach
editor_column_delete = Spalte löschen
editor_header_row = Kopfzeile
editor_header_column = Kopfspalte
editor_cells_merge = Zellen verbinden
editor_cell_split = Zelle teilen
editor_table_delete = Tabelle löschen
editor_rows = Zeilen
editor_columns = Spalten

## Dialoge
editor_confirm = OK
editor_cancel = Abbrechen
editor_close = Schließen
editor_remove = Entfernen
editor_try_again = Noch einmal
editor_address = Adresse
editor_link_remove = Link entfernen
editor_link_bad = Das ist weder eine Web- noch eine E-Mail-Adresse.
editor_embed_hint = Die Adresse einer Seite bei einem dieser Dienste:
editor_embed_bad = Unter dieser Adresse ist nichts, was sich in einer Meldung zeigen lässt.

## Suchen
editor_find_words = Suchen nach
editor_replace_with = Ersetzen durch
editor_match_case = Groß-/Kleinschreibung beachten
editor_find_previous = Vorheriges
editor_find_next = Nächstes
editor_replace_one = Ersetzen
editor_replace_all = Alle ersetzen
editor_found = Gefunden: { $count }
editor_found_at = { $place } von { $count }
editor_replaced = Ersetzt: { $count }

## Sonderzeichen
editor_chars_quotes = Anführungszeichen
editor_chars_unseen = Leerzeichen und Unsichtbares
editor_chars_signs = Zeichen und Währungen
editor_chars_letters = Buchstaben
editor_char_no_break = Geschütztes Leerzeichen
editor_char_narrow_no_break = Schmales geschütztes Leerzeichen
editor_char_thin = Schmales Leerzeichen
editor_char_half_space = Halbes Leerzeichen (ZWNJ)
editor_char_soft_hyphen = Weiches Trennzeichen
editor_char_left_to_right = Links-nach-rechts-Zeichen
editor_char_right_to_left = Rechts-nach-links-Zeichen

## Bilder
editor_alt = Beschreibung für alle, die es nicht sehen
editor_credit = Bildnachweis
editor_caption = Bildtext
editor_focus = Bildmittelpunkt
editor_fill_in = Aus dem Bild übernehmen
editor_focus_hint = Klicken Sie dorthin, wo das Auge ruhen soll. Zuschnitte behalten diesen Punkt.
editor_focus_across = Von links nach rechts
editor_focus_down = Von oben nach unten
editor_focus_failed = Der Bildmittelpunkt wurde nicht gespeichert. Bitte noch einmal versuchen.
editor_uploading = { $name } wird hochgeladen
editor_upload_failed = Keine Verbindung. Die Datei wurde nicht hochgeladen.
editor_upload_refused = Diese Datei ist nicht verwendbar.
editor_library = Bild aus dem Archiv
editor_gallery = Bildstrecke
editor_pictures_found = Gefundene Bilder
editor_pictures_search = Bilder suchen
editor_pictures_send = Oder neue senden
editor_pictures_none = Kein Bild gefunden.
editor_pictures_choose = Erst ein Bild wählen.
editor_pictures_add = Bild hinzufügen
editor_insert = Einfügen
editor_pictures_left_out = Weggelassene Bilder: { $count }. Bitte laden Sie Bilder als Dateien hoch.

## Speichern
editor_state_saved = Gespeichert { $time }
editor_state_changed = Noch nicht gespeichert
editor_state_saving = Wird gespeichert…
editor_state_kept = Keine Verbindung. Ihr Text bleibt auf diesem Gerät und wird gesendet, sobald die Verbindung zurück ist.
editor_state_refused = Nicht gespeichert: Bitte berichtigen Sie, was markiert ist.
editor_state_signed_out = Sie sind abgemeldet. Melden Sie sich in einem anderen Fenster wieder an; Ihr Text bleibt auf diesem Gerät.
editor_state_taken = { $name } hat diese Meldung übernommen.
editor_state_elsewhere = Nicht gespeichert: Die Meldung wurde in einem anderen Fenster geändert.
editor_taken_over = { $name } hat diese Meldung übernommen. Was Sie nicht gespeichert hatten, steht unter den Fassungen.
editor_written_elsewhere = Die Meldung wurde in einem anderen Ihrer Fenster geändert. Was Sie hier geschrieben haben, bleibt erhalten.
editor_load_again = Neu laden
editor_write_on = Diesen Stand speichern
editor_left = Auf diesem Gerät liegt nicht gespeicherter Text von { $time }.
editor_left_older = Auf diesem Gerät liegt nicht gespeicherter Text von { $time }. Die Meldung wurde seither geändert.
editor_restore = Wiederherstellen
editor_discard = Verwerfen
editor_keeps_nothing = Dieser Browser kann keinen Text aufbewahren. Achten Sie auf die Zeile unter dem Text: Sicher ist nur, was dort als gespeichert steht.

## Zählen und Prüfen
editor_words_count = Wörter: { $count }
editor_characters_count = Zeichen: { $count }
editor_minutes_count = Minuten Lesezeit: { $count }
editor_checks = Prüfung
editor_checks_fine = Nichts zu berichtigen.
editor_check_headline_empty = Die Überschrift fehlt.
editor_check_headline_long = Die Überschrift hat { $length } Zeichen; { $most } passen.
editor_check_section = Kein Ressort gewählt.
editor_check_not_in_edition = Dieses Ressort gibt es in dieser Ausgabe nicht.
editor_check_empty = Der Text ist leer.
editor_check_dateline = Die Ortsmarke fehlt.
editor_check_alt = Ein Bild hat keine Beschreibung.
editor_check_credit = Ein Bild hat keinen Bildnachweis.
editor_check_quotes = Anführungszeichen { $pair } gehen nicht auf.
