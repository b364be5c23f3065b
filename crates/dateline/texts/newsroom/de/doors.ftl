# Signing in

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
