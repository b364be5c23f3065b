notice_reported = Eine Leserin oder ein Leser meldet einen Sachfehler
told_reported = Ein Sachfehler wird gemeldet
right_reports_answer = Fehlermeldungen der Leser beantworten
nav_reports = Fehler
report_figures = Zahlen
report_kind = Art
report_this_story = Nur diese Meldung
report_key_move = nächste und vorige
reports_waiting = Offen
reports_later = Zurückgestellt
reports_answered = Beantwortet
reports_spam = Aussortiert
mistake_slip = Tippfehler
mistake_fact = Sachfehler
mistake_translation = Übersetzung
mistake_picture = Bild
mistake_link = Link
report_fixed = berichtigt
report_fixed_itself = durch eine Fassung berichtigt
report_not_a_mistake_state = kein Fehler
report_rejected = abgelehnt
words_moved = Die Wörter stehen jetzt anderswo:
words_changed = Dort steht jetzt etwas anderes. Markiert war:
words_deleted = Die Wörter sind weg. Markiert war:
words_unanchored = Wo die Wörter jetzt stehen, lässt sich nicht sagen. Markiert war:
report_captions = Bildunterschriften
report_until = bis { $time }
report_public_page = Seite im Netz
report_history = Verlauf
report_what_readers_say = Was Leserinnen und Leser sagen
report_told = wird benachrichtigt
report_spam_score = zu { $count } % wie Spam
report_use = Diesen Vorschlag nehmen
report_put_right = Berichtigen
report_instead = Anstelle der markierten Wörter
report_as = Als
report_apply = Übernehmen
report_by_hand = Von Hand
report_answer = Antworten
report_not_a_mistake = Kein Fehler
report_spam = Spam
report_later = Später
report_put_off = Zurückstellen
report_reason = Warum abgelehnt; wird mitgeteilt
report_reject = Ablehnen
report_reopen = Antwort zurücknehmen
report_other_languages = Andere Sprachen
report_same = Ebenso berichtigen ({ $language })
report_no_counterpart = Hier gibt es keine Stelle, die sicher entspricht. Eine Berichtigung hinterlässt dieser Übersetzung eine Aufgabe.
report_as_it_stands = Wie es dasteht
report_held_text = { $name } schreibt gerade daran. Bitten Sie um die Meldung oder übernehmen Sie sie mit Ihrem Recht.
report_ask = Darum bitten
report_take_over = Übernehmen
report_answered_text = Darauf wurde inzwischen geantwortet.
report_reason_text = Nennen Sie den Grund mit 1 bis 1000 Zeichen.
report_changed_text = Die Wörter haben sich geändert, seit diese Seite offen ist. Sehen Sie den Absatz an und übernehmen Sie noch einmal.
report_nothing_text = Es würde sich nichts ändern: Schreiben Sie, was dort stehen soll.
report_by_hand_text = Das kann das Programm nicht einsetzen: Es geht über mehrere Zeilen oder steht in einer Bildunterschrift. Bitte von Hand.
said_report_applied = Berichtigt. Wer es gemeldet hat, bekommt einen Dank.
said_report_answered = Beantwortet.
report_count = Meldungen
report_matters = Fehler
report_right = Zutreffend
report_wrong = Unzutreffend oder abgelehnt
report_median = Median bis zur Berichtigung
report_took = { $hours } Std. { $minutes } Min.
report_readers =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
report_hours =
    { $count ->
        [one] eine Stunde
       *[other] { $count } Stunden
    }
report_days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
report_waiting =
    { $count ->
        [one] Hier ist { $count } Fehler gemeldet
       *[other] Hier sind { $count } Fehler gemeldet
    }
