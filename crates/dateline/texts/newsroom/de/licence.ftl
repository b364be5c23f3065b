agency_license = Nutzungsbedingungen
agency_license_hint = Adresse der Seite, auf der steht, unter welchen Bedingungen Ihre Inhalte genutzt werden dürfen. Suchmaschinen und andere Programme lesen sie.
agency_acquire_license = Wo eine Lizenz zu erhalten ist
agency_acquire_license_hint = Ohne eigene Adresse ist es das Formular für Zuschriften.
