# Texts of the public site in German.

## The frame of every page
homepage = Startseite
breadcrumb = Sie sind hier
skip_to_content = Zum Inhalt springen
sections = Ressorts
languages = Sprachen
use_notice = Übernahme von Inhalten nur mit Link auf die Quelle.

## The front
latest_news = Neueste Meldungen
days_news = Meldungen des Tages
breaking = Eilmeldung
flash = Blitz
urgent = Eil
list_empty = Hier gibt es noch keine Meldungen.

## Kinds of stories
kind_official = Amtliche Mitteilung
kind_interview = Interview
kind_factbox = Hintergrund
kind_photo_story = Bilderstrecke
kind_press_release = Pressemitteilung

## A story
published_at = Veröffentlicht: { $time }
updated_at = Aktualisiert: { $time }
corrected_at = Berichtigt: { $time }
by = Von { $names }
topics = Themen
keywords = Schlagwörter
other_news = Weitere Meldungen aus diesem Ressort
continues = So geht es weiter:
continued_from = Was bisher geschah:
read_also = Lesen Sie auch
sign_off_reporter = Bericht: { $names }
sign_off_writer = Text: { $names }
sign_off_translator = Übersetzung: { $names }
sign_off_editor = Redaktion: { $names }
translations = Diese Meldung in anderen Sprachen
translation_behind = Das Original wurde seit der Übersetzung geändert. Die Änderung ist in dieser Fassung noch nicht enthalten.
correction = Berichtigung
report_hint = Fehler gefunden? Stelle markieren und Strg + Enter drücken
report_button = Fehler melden
copy_with_link = Mit Link kopieren
copied = Kopiert
copy_failed = Der Browser hat das Kopieren nicht erlaubt

## Lists
stories_count =
    { $count ->
        [one] { $count } Meldung
       *[other] { $count } Meldungen
    }
topic_news = Meldungen zum Thema: { $topic }
author_stories = Beiträge von { $name }
archive = Archiv
archive_day = Meldungen vom { $date }
archive_month = Meldungen vom { $month }
archive_empty = An diesem Tag ist keine Meldung erschienen.
archive_month_empty = In diesem Monat ist keine Meldung erschienen.
calendar = Kalender
previous_day = Vorheriger Tag
next_day = Nächster Tag
previous_month = Vorheriger Monat
next_month = Nächster Monat
older = Ältere
pages = Seiten

## History and corrections
history = Alle Fassungen
history_intro = Alle Fassungen dieser Meldung, wie sie erschienen sind, die neueste zuerst. Hinzugefügte Wörter sind unterstrichen, entfernte durchgestrichen.
history_of = Alle Fassungen: { $headline }
version = Fassung
version_number = Fassung { $number }
current_version = Aktuelle Fassung
changed_since = Änderungen gegenüber Fassung { $number }
text_unchanged = Der Text ist unverändert.
act_release = Veröffentlicht
act_update = Aktualisiert
act_correction = Berichtigt
act_refile = Tippfehler korrigiert
act_hold = Zur Prüfung gesperrt
act_lift = Wieder freigegeben
act_kill = Zurückgezogen
act_takedown = Entfernt
act_restore = Wiederhergestellt
act_unpublish = Von der Website genommen
act_import = Aus dem Archiv übernommen
corrections = Berichtigungen
corrections_intro = Wenn uns ein Fehler unterläuft, stellen wir ihn richtig und sagen es offen. Hier stehen alle Berichtigungen zu unseren Meldungen, die neuesten zuerst.
corrections_empty = Bisher gibt es keine Berichtigungen.

## What is no longer there
held_title = Diese Meldung wird geprüft
held_text = Wir haben diese Meldung vorläufig gesperrt und prüfen sie. Bitte nicht verwenden, bis sie wieder freigegeben ist.
killed_title = Diese Meldung wurde zurückgezogen
killed_text = Wir haben diese Meldung zurückgezogen. Sie darf in keiner Form verwendet werden.
killed_headline = Die Überschrift der zurückgezogenen Meldung lautete: { $headline }
takedown_title = Diese Meldung ist nicht mehr verfügbar
takedown_text = Die Meldung unter dieser Adresse wurde aus rechtlichen Gründen entfernt.
unpublished_title = Diese Meldung ist nicht mehr auf unserer Website
unpublished_text = Die Meldung unter dieser Adresse wurde von unserer Website genommen.
reason = Grund
substitute = Stattdessen lesen:

## Errors
not_found_title = Seite nicht gefunden
not_found_text = Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie falsch geschrieben, oder die Seite ist umgezogen.
gone_title = Seite entfernt
gone_text = Die Seite unter dieser Adresse gibt es nicht mehr.
legal_title = Aus rechtlichen Gründen nicht verfügbar
legal_text = Diese Seite kann aus rechtlichen Gründen nicht gezeigt werden.
error_title = Da ist etwas schiefgegangen
error_text = Die Seite ließ sich gerade nicht anzeigen. Der Fehler ist uns gemeldet; bitte versuchen Sie es gleich noch einmal.
to_homepage = Zur Startseite
to_latest_news = Zu den neuesten Meldungen

## Feeds and other readers that are programs
feed_title = { $agency }: Neueste Meldungen
feed_section_title = { $agency }: { $section }
feed_topic_title = { $agency }: { $topic }
feed_description = Die neuesten Meldungen von { $agency }
feed_withdrawn = Diese Meldung wurde zurückgezogen.
sitemap = Seitenübersicht
llms_intro = { $agency } ist eine Nachrichtenagentur. Es folgen ihre Ausgaben, Ressorts und Feeds; jede Meldung ist auch als einfacher Markdown-Text zu haben, wenn man ihrer Adresse .md anfügt.
llms_editions = Ausgaben
llms_use = Nutzungsbedingungen

## Letters to the newsroom
feedback_title = Feedback
feedback_closed = Das Formular ist derzeit geschlossen. Bitte versuchen Sie es später noch einmal.
required_hint = Mit * gekennzeichnete Felder sind Pflichtfelder.
captcha_hint = Bitte geben Sie die Buchstaben ein, die im Bild oben zu sehen sind.
captcha_case_hint = Groß- und Kleinschreibung spielt keine Rolle.
feedback_subject = Betreff
feedback_name = Name
feedback_email = E-Mail
feedback_message = Nachricht
feedback_send = Absenden
feedback_thanks = Vielen Dank. Ihr Brief ist in der Redaktion angekommen.
feedback_reference = Sein Zeichen:
feedback_too_many = Aus Ihrem Netz kamen in der letzten Stunde viele Briefe. Nichts Getipptes ist verloren; bitte senden Sie später noch einmal.
feedback_close = Schließen
feedback_failed = Das Absenden ist misslungen. Nichts Getipptes ist verloren; bitte versuchen Sie es noch einmal.
field_missing = Bitte füllen Sie dieses Feld aus.
field_too_long = Das ist länger, als wir annehmen können.
field_no_address = Das ist keine E-Mail-Adresse.
captcha_alt = Sechs gezeichnete Buchstaben. Man kann sie auch anhören.
captcha_listen = Oder anhören:
captcha_letters = Buchstaben
captcha_again = Andere Buchstaben
captcha_missing = Bitte geben Sie die Buchstaben ein.
captcha_too_soon = Das ging sehr schnell. Bitte senden Sie noch einmal.
captcha_wrong = Das waren nicht die Buchstaben. Hier sind andere; Ihr Text ist noch da.
captcha_stale = Die Buchstaben waren zu alt oder schon benutzt. Hier sind andere; Ihr Text ist noch da.
form_stale = Das Formular war zu alt oder schon abgeschickt. Bitte senden Sie es noch einmal.
captcha_needs_script = Dieses Formular braucht Skripte; Ihr Browser hat sie ausgeschaltet.
captcha_working = Es wird geprüft, dass keine Maschine schreibt …
captcha_done = Geprüft: Buchstaben sind nicht nötig.

## Mistakes that readers report
report_marked = Sie haben markiert:
report_which = Wo steht der Fehler?
report_suggestion = So müsste es heißen
report_kind = Was für ein Fehler ist es?
report_kind_slip = Ein Versehen: Schreibweise, Grammatik, ein fehlendes Wort
report_kind_fact = Eine Tatsache: eine Zahl, ein Name, ein Datum
report_kind_translation = Die Übersetzung
report_kind_picture = Ein Bild oder seine Unterschrift
report_kind_link = Ein Link
report_word = Ein Wort an die Redaktion
report_email_hint = Geben Sie uns Ihre Adresse, so bitten wir Sie zuerst, sie zu bestätigen, und schreiben Ihnen dann einmal, wenn die Sache erledigt ist. 30 Tage später wird sie gelöscht.
report_which_missing = Bitte markieren Sie die Worte, oder wählen Sie einen Absatz.
report_kind_missing = Bitte wählen Sie, was für ein Fehler es ist.
report_nothing_said = Bitte schreiben Sie, wie es heißen müsste, oder ein Wort an die Redaktion.
report_foreign_words = Das steht nicht oder nicht mehr in der Meldung. Bitte wählen Sie den Absatz.
report_unknown_version = Die Meldung wurde geändert, seit Sie sie geöffnet haben. Bitte wählen Sie den Absatz, wie er jetzt lautet.
report_too_long = Es ist mehr markiert, als wir annehmen können: höchstens 300 Zeichen. Bitte wählen Sie den Absatz.
report_thanks = Vielen Dank. Ihr Hinweis ist in der Redaktion angekommen.
report_already_fixed = Vielen Dank. Das ist bereits berichtigt.
report_before = Es hieß:
report_after = Jetzt heißt es:
report_follow = Ihren Hinweis verfolgen
report_mail_sent = Wir haben Ihnen eine E-Mail geschickt. Bitte folgen Sie dem Link darin, damit wir Ihnen schreiben dürfen, wenn die Sache erledigt ist.
report_status_title = Ihr Hinweis
report_story = Meldung:
report_sent_at = Eingegangen:
report_settled_at = Erledigt:
report_told = Wir schreiben Ihnen, wenn die Sache erledigt ist.
report_waiting = Ihr Hinweis wartet auf die Redaktion.
report_fixed = Der Fehler ist berichtigt. Vielen Dank.
report_not_a_mistake = Die Redaktion hat es geprüft: Die Stelle ist richtig, wie sie ist.
report_rejected = Die Redaktion hat es geprüft und sich gegen eine Änderung entschieden.
report_confirm_text = Ist das Ihre Adresse? Dann schreiben wir Ihnen einmal, wenn die Sache erledigt ist.
report_confirm_button = Ja, das ist meine Adresse
report_confirm_mail_subject = { $agency }: Bitte bestätigen Sie Ihre Adresse ({ $reference })
report_confirm_mail = Jemand, vermutlich Sie, hat { $agency } unter dem Zeichen { $reference } einen Fehler gemeldet und möchte erfahren, was daraus wird. Wenn Sie es waren, bestätigen Sie Ihre Adresse bitte hier:
report_confirm_mail_end = Wenn nicht, brauchen Sie nichts zu tun: Wir schreiben Ihnen nicht wieder.
report_settled_mail_subject = { $agency }: Ihr Hinweis { $reference } ist erledigt
report_settled_mail_end = Vielen Dank, dass Sie { $agency } so genau lesen. Dies ist die einzige E-Mail zum Hinweis { $reference }.
report_joined =
    { $count ->
        [one] Vielen Dank. Ein Leser hat das vor Ihnen gemeldet; Ihr Hinweis ist hinzugefügt.
       *[other] Vielen Dank. { $count } Leser haben das vor Ihnen gemeldet; Ihr Hinweis ist hinzugefügt.
    }
