# Revisions

difference = Différence
compare = Comparer
as_it_stands = en l’état
restore = Rétablir
reason_work = en cours d’écriture
reason_submit = remise
reason_approve = validée
reason_send_back = renvoyée
reason_hand_over = changée de mains
reason_spike = abandonnée ou reprise
reason_restore = avant un rétablissement
reason_release = diffusée
reason_set_aside = mise de côté : quelqu’un a été plus rapide
