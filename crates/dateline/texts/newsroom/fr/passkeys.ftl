# Passkeys

passkeys = Clés d’accès
passkeys_hint = Connexion par empreinte, visage ou code de votre appareil, sans mot de passe. Une clé d’accès vaut pour les deux étapes.
passkey_name = Nom de l’appareil
passkey_make = Ajouter une clé d’accès
passkey_use = Se connecter avec une clé d’accès
passkey_instead = Utiliser plutôt une clé d’accès
passkey_unable = Ce navigateur ne gère pas les clés d’accès, ou ses scripts sont désactivés.
passkey_number_text = Les clés d’accès exigent une adresse portant un nom ; celle-ci est un nombre.
passkey_unencrypted_text = Les clés d’accès exigent une adresse chiffrée (https).
passkey_elsewhere_text = Les clés d’accès ne valent qu’à l’adresse propre de l’agence.
passkey_old_text = Trop de temps s’est écoulé, ou la réponse a déjà été donnée. Réessayez.
passkey_wrong_text = Cette clé d’accès ne convient pas.
passkey_doubted_text = Cette clé d’accès n’est plus acceptée : il en existe peut-être une copie. Connectez-vous avec le mot de passe et supprimez-la.
passkey_doubted_hint = N’est plus acceptée : son compteur a reculé, il en existe peut-être une copie. Supprimez-la et créez-en une autre.
passkey_many_text = Personne ne peut avoir plus de 20 clés d’accès. Supprimez-en une d’abord.
passkey_name_text = Un nom compte de 1 à 80 caractères.
passkey_failed_text = L’appareil n’a pas répondu correctement. Réessayez.
made = Ajoutée
last_used = Dernière utilisation
never_used = Jamais utilisée
forget_passkeys = Retirer les clés d’accès
