# Signing in

sign_in = Se connecter
sign_out = Se déconnecter
sign_in_first = Connectez-vous d’abord.
sign_in_wrong = L’adresse et le mot de passe ne correspondent pas.
sign_in_paused = Trop d’essais. Attendez un peu, puis réessayez.
email = Adresse électronique
password = Mot de passe
old_password = Mot de passe actuel
new_password = Nouveau mot de passe
password_again = Nouveau mot de passe, encore une fois
set_password = Choisir un mot de passe
passwords_differ_text = Les deux mots de passe diffèrent.
password_short_text = Un mot de passe a au moins 8 caractères.
wrong_password_text = Le mot de passe actuel n’est pas le bon.
forgotten = Mot de passe oublié ?
send_letter = Envoyer un courrier
letter_sent = Si quelqu’un ici a cette adresse, un courrier est en route. Son lien vaut une heure.
letter_old_text = Ce lien est trop ancien ou a déjà servi. Demandez-en un autre.
welcome = Bienvenue, { $name }
code_title = Deuxième étape
code = Code
code_hint = Six chiffres de votre application, ou l’un de vos codes de secours.
wrong_code_text = Ce code n’est pas le bon, ou a déjà servi.
authenticator = Application d’authentification
authenticator_hint = Avec une application sur votre téléphone, un mot de passe volé n’ouvre rien à lui seul.
authenticator_scan = Scannez cette image avec l’application, ou saisissez les lettres en dessous. Donnez ensuite le code affiché.
authenticator_on =
    { $count ->
        [one] Un code est demandé à la connexion. Il reste { $count } code de secours.
       *[other] Un code est demandé à la connexion. Il reste { $count } codes de secours.
    }
set_up = Installer
recovery_codes = Codes de secours
recovery_hint = Gardez-les là où vous les trouverez sans téléphone. Chacun sert une fois ; ils ne sont montrés que maintenant.
sessions = Où vous êtes connecté
this_session = ce navigateur
end_others = Terminer toutes les autres
