# Acts being done

note_headline = Überschrift
note_summary = Zusammenfassung
note_paragraph = Absatz { $number }
note_heading = Zwischentitel { $number }
note_list = Liste { $number }
note_table = Tabelle { $number }
note_picture = Bildtext { $number }
note_cell = Tabelle { $table }, Zeile { $row }
note_line = { $place }: { $change }
note_swap = { $right } statt { $wrong }
note_added = „{ $right }“ ergänzt
note_removed = „{ $wrong }“ gestrichen
note_and = { $first }; { $second }
takedown_template =
    Aus rechtlichen Gründen entfernt. Bitte aus allen Systemen und Archiven löschen, auch die Bilder.
    Verlangt von:
    Grund und Aktenzeichen:
subscribers_get = Was Kunden bekommen
no_wire_hint = Im Dienst geht nichts hinaus.
delivery_hint = So wird es im Dienst stehen. Kunden der API haben es sofort.
look = Zeigen, was daraus wird
lifting = Sie kommt zurück
lifting_as_it_was = wie sie war
lifting_corrected = berichtigt, mit Hinweis
redact_with = Was an ihrer Stelle steht
early_hint = Das beendet die Sperrfrist vor der Zeit: alle bekommen die Meldung jetzt.
ends_schedules_hint = Was für diese Meldung geplant ist, entfällt damit.
mends_title = Wird hier ein Fehler behoben?
mends_hint = Gesendete Wörter wurden geändert. War etwas falsch, berichtigen Sie: Fehler werden nicht in einer Aktualisierung versteckt.
make_correction = Als Berichtigung senden
which_time = Wenn die Uhr diese Zeit zweimal zeigt
which_first = das erste Mal
which_second = das zweite Mal
held_meanwhile = Die Meldung ist solange gesperrt.
alone_from = Ab { $time } dürfen Sie allein bestätigen; das wird vermerkt und gemeldet.
take_request_back = Antrag zurücknehmen
take_back_hint = Was der Antrag gesperrt hat, kommt zurück, wie es war.
said_set = Gesetzt. Es steht im Kalender.
said_taken_back = Der Antrag ist zurückgenommen.
notice_may_alone = Niemand hat geantwortet; Sie dürfen allein bestätigen
notice_confirmed_alone = { $name } hat allein bestätigt
notice_taken_back = { $name } hat den Antrag zurückgenommen
mail_remind_subject = Noch zu bestätigen: { $headline }
mail_remind_text =
    { $name } wartet noch auf eine zweite Person: { $act }.
    
    Die Meldung und was sich ändert:
    
    { $link }
mail_alone_subject = Niemand hat bestätigt: { $headline }
mail_alone_text =
    { $name }, auf Ihren Antrag hat niemand geantwortet: { $act }. Sie dürfen jetzt allein bestätigen; das wird vermerkt und gemeldet.
    
    { $link }
never_time_text = Die Uhr überspringt diese Zeit: es gibt sie an diesem Tag nicht.
twice_time_text = Die Uhr zeigt diese Zeit an dem Tag zweimal: sagen Sie, welche gemeint ist.
past_time_text = Diese Zeit ist vorbei.
