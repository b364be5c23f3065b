# Texte der Seiten der Redaktion, deutsch.

## The frame
newsroom = Redaktion
skip = Zum Inhalt
nav = Redaktion
nav_start = Mein Tag
nav_board = Tafel
nav_media = Bilder
nav_people = Personen
nav_desks = Ressorts
nav_audit = Protokoll
notices = Hinweise
account = Mein Konto
page_language = Sprache dieser Seiten
set = Festlegen
save = Sichern
make = Anlegen
cancel = Abbrechen
close = Schließen
confirm = Bestätigen
remove = Entfernen
move = Verschieben
end = Beenden
all = Alle
show = Zeigen
search = Suche
name = Name
nobody = Niemand
from = Von
to = Bis
at = Zeit
date = Datum
person = Person
upload = Hochladen
nothing_here = Hier ist nichts.
to_start = Zur Startseite

## Signing in
sign_in = Anmelden
sign_out = Abmelden
sign_in_first = Bitte zuerst anmelden.
sign_in_wrong = Adresse und Passwort passen nicht zusammen.
sign_in_paused = Zu viele Versuche. Bitte etwas warten und erneut versuchen.
email = E-Mail-Adresse
password = Passwort
old_password = Jetziges Passwort
new_password = Neues Passwort
password_again = Neues Passwort noch einmal
set_password = Passwort festlegen
passwords_differ_text = Die beiden Passwörter sind verschieden.
password_short_text = Ein Passwort hat mindestens 8 Zeichen.
wrong_password_text = Das jetzige Passwort stimmt nicht.
forgotten = Passwort vergessen?
send_letter = Brief senden
letter_sent = Wenn jemand hier diese Adresse hat, ist ein Brief unterwegs. Sein Link gilt eine Stunde.
letter_old_text = Dieser Link ist zu alt oder wurde schon benutzt. Bitte einen neuen anfordern.
welcome = Willkommen, { $name }
code_title = Zweiter Schritt
code = Code
code_hint = Sechs Ziffern aus der Authentifizierungs-App oder ein Ersatzcode.
wrong_code_text = Dieser Code stimmt nicht oder wurde schon benutzt.
authenticator = Authentifizierungs-App
authenticator_hint = Mit einer App auf dem Telefon öffnet ein gestohlenes Passwort allein nichts.
authenticator_scan = Dieses Bild mit der App einlesen oder die Buchstaben darunter eintippen. Dann den angezeigten Code eingeben.
authenticator_on =
    { $count ->
        [one] Beim Anmelden wird ein Code verlangt. { $count } Ersatzcode ist übrig.
       *[other] Beim Anmelden wird ein Code verlangt. { $count } Ersatzcodes sind übrig.
    }
set_up = Einrichten
recovery_codes = Ersatzcodes
recovery_hint = Dort aufbewahren, wo sie ohne Telefon zu finden sind. Jeder gilt einmal; gezeigt werden sie nur jetzt.
sessions = Wo Sie angemeldet sind
this_session = dieser Browser
end_others = Alle anderen beenden

## People and desks
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

## Board and start page
mine = Meine
whose = Wessen
waiting = Warten auf mich
to_confirm = Eine zweite Person ist gefragt
just_released = Gerade gesendet
new_story = Neue Meldung
stage_draft = In Arbeit
stage_submitted = Abgegeben
stage_approved = Freigegeben
stage_released = Gesendet
stage_spiked = Verworfen
held_by = { $name } schreibt
held_by_nobody = Niemand schreibt
asked_by = { $name } bittet darum
due_at = fällig { $time }
waits_for_second = wartet auf zweite Person
line_lost = Die Verbindung ist unterbrochen. Änderungen erscheinen, sobald sie wieder steht.
keys = Tasten
key_move = Nächste und vorige Meldung
key_open = Öffnen
key_release = Senden…
claim = Übernehmen
submit = Abgeben
approve = Freigeben

## A story
desk = Ressort
language = Sprache
languages = Sprachen
section = Rubrik
urgency = Dringlichkeit
headline = Überschrift
slugline = Stichwort
summary = Zusammenfassung
body = Text
byline = Autorenzeile
authors = Autoren
topics = Themen
keywords = Schlagwörter
commas_hint = Mehrere mit Kommas dazwischen.
also_in = Auch in diesen Rubriken
kind = Form
kind_news = Nachricht
kind_official = Amtlich
kind_interview = Interview
kind_factbox = Faktenkasten
kind_photo_story = Fotostrecke
kind_press_release = Pressemitteilung
dateline = Ortsmarke
place = Ort
source = Quelle
follows = Nummer der Meldung, die sie fortsetzt
usage_terms = Nutzungsbedingungen
embargo = Sperrfrist
embargo_until = Bis
zone = Zeitzone
pictures = Bilder
alt = Was zu sehen ist (für Blinde)
caption = Bildtext
credit = Bildnachweis
add_picture = Bild hinzufügen
version = Version
versions = Versionen
revision = Fassung
revisions = Fassungen und Versionen
preview = Vorschau
public_page = Öffentliche Seite
counts = { $words } Wörter, { $characters } Zeichen, { $minutes } Min.
checks = Vor dem Senden
check_long_headline = Die Überschrift ist länger als 110 Zeichen.
check_empty_body = Der Text ist leer.
check_no_dateline = Die Ortsmarke fehlt.
check_no_alt = Ein Bild hat keine Beschreibung.
check_no_credit = Ein Bild hat keinen Nachweis.
check_not_in_edition = Die Rubrik gibt es in dieser Ausgabe nicht.
check_quotes = Anführungszeichen stehen nicht paarweise.
let_go = Loslassen
ask_for = Darum bitten
take_over = An sich nehmen
hand_over = Übergeben
hand_over_to = An
send_back = Zurückgeben
spike = Verwerfen
spike_reason = Warum verworfen
unspike = Zurückholen
step = Schritt
assigned_to = Zugeteilt
due = Fällig
translate_into = Übersetzen ins
remarks = Anmerkungen
remark = Anmerkung
remark_hint = @name sagt es einer Kollegin oder einem Kollegen.
say = Sagen
made_by = Angelegt von { $name }, { $time }
changed_at = geändert { $time }
published_at = veröffentlicht { $time }
saved_elsewhere = Jemand anders hat gesichert. Seite neu laden, um es zu sehen.
taken_over = { $name } hat die Meldung an sich genommen. Ungesichertes liegt als eigene Fassung bereit.
said_saved = Gesichert.
said_done = Erledigt.
said_asked = Beantragt. Eine zweite Person muss bestätigen; die Meldung ist solange gesperrt.
said_made = Angelegt. Sie liegt jetzt bei Ihnen.
said_restored = Als neue Fassung wiederhergestellt.

## Revisions
difference = Unterschied
compare = Vergleichen
as_it_stands = wie sie steht
restore = Wiederherstellen
reason_work = beim Schreiben
reason_submit = abgegeben
reason_approve = freigegeben
reason_send_back = zurückgegeben
reason_hand_over = in andere Hände gegeben
reason_spike = verworfen oder zurückgeholt
reason_restore = vor einer Wiederherstellung
reason_release = gesendet
reason_set_aside = beiseitegelegt: jemand war schneller

## Acts
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
alone_hint = Seit einer halben Stunde hat niemand geantwortet. Sie dürfen allein bestätigen; das wird vermerkt.

## Notices and letters
all_seen = Alles gesehen
notice_asked = { $name } bittet Sie um
notice_handed = { $name } übergibt Ihnen
notice_taken = { $name } hat an sich genommen
notice_assigned = { $name } teilt Ihnen zu
notice_sent_back = { $name } gibt zurück
notice_approved = { $name } hat freigegeben
notice_remark = { $name } merkt an
notice_confirm = { $name } bittet um Bestätigung
notice_confirmed = { $name } hat bestätigt
mail_invite_subject = { $agency }: willkommen in der Redaktion
mail_invite_text =
    Guten Tag, { $name },
    
    Sie sind in die Redaktion von { $agency } eingeladen. Legen Sie binnen einer Woche hier Ihr Passwort fest:
    
    { $link }
mail_reset_subject = { $agency }: ein neues Passwort
mail_reset_text =
    Guten Tag, { $name },
    
    jemand, wahrscheinlich Sie, hat bei { $agency } ein neues Passwort angefordert. Legen Sie es binnen einer Stunde hier fest:
    
    { $link }
    
    Wenn Sie es nicht waren, tun Sie nichts.
mail_confirm_subject = Zu bestätigen: { $headline }
mail_confirm_text =
    { $name } bittet eine zweite Person um: { $act }.
    
    Die Meldung und was sich ändert:
    
    { $link }

## What cannot be done
refused_title = Nicht erlaubt
refused_text = Ihre Rollen erlauben das nicht.
foreign_text = Diese Anfrage kam von einer anderen Seite und wurde nicht ausgeführt.
missing_title = Hier ist nichts
missing_text = Unter dieser Adresse ist nichts, oder nichts, was Sie sehen dürfen.
bad_title = Nicht angenommen
bad_text = Etwas in diesem Formular ist nicht lesbar.
too_large_text = Das ist größer, als angenommen werden kann.
too_long_text = Das ist zu lang.
conflict_title = Jetzt nicht möglich
error_title = Etwas ist schiefgegangen
error_text = Das ist unser Fehler. Er ist vermerkt; bitte erneut versuchen.
busy_text = Im selben Augenblick hat jemand anders etwas daran getan. Bitte erneut versuchen.
not_now_text = So, wie die Meldung steht, geht das nicht.
not_approved_text = Das Ressort muss diese Fassung erst freigeben.
not_submitted_text = Die Meldung muss erst abgegeben werden.
spiked_text = Die Meldung wurde verworfen. Erst zurückholen.
behind_text = Es ist eine neuere Version draußen als die, auf der dieser Text beruht.
changed_text = Jemand war schneller. Meldung neu laden.
held_text = Jemand anders schreibt diese Meldung.
same_person_text = Sie haben es selbst beantragt. Eine zweite Person muss bestätigen.
nothing_pending_text = Hier wartet nichts auf Bestätigung.
already_out_text = Diese Meldung wurde veröffentlicht: sie kann zurückgezogen, nicht verworfen werden.
note_missing_text = Was mit * bezeichnet ist, muss gesagt werden.
set_aside_text = Jemand anders hat die Meldung oder war schneller. Ihr Text liegt als eigene Fassung bereit.
headline_text = Eine Meldung braucht eine Überschrift.
section_text = Diese Rubrik gibt es nicht.
follows_text = Eine Meldung mit dieser Nummer gibt es nicht.
unknown_field_text = Ein solches Feld hat eine Meldung nicht.
bad_time_text = Das ist kein Datum und keine Uhrzeit.
bad_zone_text = Diese Zeitzone gibt es nicht.
ambiguous_time_text = Dann wird die Uhr umgestellt: diese Zeit gibt es nicht oder zweimal.
bad_language_text = Die Agentur hat keine Ausgabe in dieser Sprache, oder die Meldung gibt es schon.
bad_email_text = Das ist keine E-Mail-Adresse.
person_text = Diese Person ist nicht hier oder darf in diesem Ressort nicht schreiben.
person_known_text = Jemand mit dieser Adresse ist schon hier.
last_administrator_text = Jemand muss Verwalter bleiben.
desk_known_text = Ein Ressort mit diesem Schlüssel gibt es schon.
desk_key_text = Ein Schlüssel hat 1 bis 64 Zeichen aus a-z, 0-9, - und _.
remark_text = Bitte erst etwas schreiben.
file_text = Bitte erst eine Datei wählen.
