# Passkeys

passkeys = Passkeys
passkeys_hint = Anmelden mit Finger, Gesicht oder PIN des Geräts, ohne Passwort. Ein Passkey ersetzt beide Schritte.
passkey_name = Name des Geräts
passkey_make = Passkey hinzufügen
passkey_use = Mit Passkey anmelden
passkey_instead = Stattdessen Passkey verwenden
passkey_unable = Dieser Browser kann keine Passkeys verwenden, oder Skripte sind ausgeschaltet.
passkey_number_text = Passkeys brauchen eine Adresse mit Namen; hier ist sie eine Zahl.
passkey_unencrypted_text = Passkeys brauchen eine verschlüsselte Adresse (https).
passkey_elsewhere_text = Passkeys gelten nur unter der eigenen Adresse der Agentur.
passkey_old_text = Das hat zu lange gedauert oder wurde schon beantwortet. Bitte noch einmal versuchen.
passkey_wrong_text = Dieser Passkey passt nicht.
passkey_doubted_text = Dieser Passkey wird nicht mehr angenommen: Es könnte eine Kopie geben. Melden Sie sich mit dem Passwort an und entfernen Sie ihn.
passkey_doubted_hint = Wird nicht mehr angenommen: Sein Zähler lief rückwärts, es könnte eine Kopie geben. Entfernen Sie ihn und legen Sie einen neuen an.
passkey_many_text = Mehr als 20 Passkeys kann niemand haben. Entfernen Sie zuerst einen.
passkey_name_text = Ein Name hat 1 bis 80 Zeichen.
passkey_failed_text = Das Gerät hat nicht richtig geantwortet. Bitte noch einmal versuchen.
made = Hinzugefügt
last_used = Zuletzt benutzt
never_used = Nie benutzt
forget_passkeys = Passkeys entziehen
