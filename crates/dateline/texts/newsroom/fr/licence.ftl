agency_license = Conditions d’utilisation
agency_license_hint = Adresse de la page qui dit à quelles conditions vos contenus peuvent être repris. Les moteurs de recherche et d’autres programmes la lisent.
agency_acquire_license = Où demander une licence
agency_acquire_license_hint = Sans adresse propre, c’est le formulaire de lettres.
