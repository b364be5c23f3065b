# Signing in

sign_in = Sign in
sign_out = Sign out
sign_in_first = Please sign in first.
sign_in_wrong = Address and password do not fit.
sign_in_paused = Too many tries. Please wait a while and try again.
email = E-mail address
password = Password
old_password = Present password
new_password = New password
password_again = New password again
set_password = Set a password
passwords_differ_text = The two passwords differ.
password_short_text = A password has at least 8 characters.
wrong_password_text = The present password is not right.
forgotten = Forgotten the password?
send_letter = Send a letter
letter_sent = If somebody here has this address, a letter is on its way. Its link holds for an hour.
letter_old_text = This link is too old or was used already. Ask for another.
welcome = Welcome, { $name }
code_title = Second step
code = Code
code_hint = Six digits from your authenticator, or one of your recovery codes.
wrong_code_text = This code is not right, or was used already.
authenticator = Authenticator
authenticator_hint = With an authenticator app on your telephone, a stolen password alone opens nothing.
authenticator_scan = Scan this picture with your authenticator app, or type the letters below it. Then give the code it shows.
authenticator_on =
    { $count ->
        [one] Codes are asked for when you sign in. { $count } recovery code is left.
       *[other] Codes are asked for when you sign in. { $count } recovery codes are left.
    }
set_up = Set up
recovery_codes = Recovery codes
recovery_hint = Keep these where you find them without your telephone. Each works once. They are shown only now.
sessions = Where you are signed in
this_session = this browser
end_others = End all others
