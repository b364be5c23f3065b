# Revisions

difference = Diferencia
compare = Comparar
as_it_stands = como está
restore = Restaurar
reason_work = al escribir
reason_submit = entregada
reason_approve = con visto bueno
reason_send_back = devuelta
reason_hand_over = cambió de manos
reason_spike = descartada o recuperada
reason_restore = antes de restaurar
reason_release = publicada
reason_set_aside = apartada: alguien fue más rápido
