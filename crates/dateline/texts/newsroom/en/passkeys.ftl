# Passkeys

passkeys = Passkeys
passkeys_hint = Sign in by finger, face or PIN of your device, without a password. A passkey stands for both steps.
passkey_name = Name of the device
passkey_make = Add a passkey
passkey_use = Sign in with a passkey
passkey_instead = Use a passkey instead
passkey_unable = This browser cannot use passkeys, or its scripts are turned off.
passkey_number_text = Passkeys need a name for an address; here it is a number.
passkey_unencrypted_text = Passkeys need an encrypted address (https).
passkey_elsewhere_text = Passkeys can be used only at the agency's own address.
passkey_old_text = This took too long, or was answered already. Please try again.
passkey_wrong_text = This passkey does not fit.
passkey_doubted_text = This passkey is not taken any more: there may be a copy of it. Sign in with your password and remove it.
passkey_doubted_hint = Not taken any more: its counter went back, so there may be a copy of it. Remove it and make another.
passkey_many_text = Nobody can have more than 20 passkeys. Remove one first.
passkey_name_text = A name has 1 to 80 characters.
passkey_failed_text = The device did not answer as it should. Please try again.
made = Added
last_used = Last used
never_used = Never used
forget_passkeys = Take the passkeys away
