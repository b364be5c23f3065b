# Revisions

difference = Unterschied
compare = Vergleichen
as_it_stands = wie sie steht
restore = Wiederherstellen
reason_work = beim Schreiben
reason_submit = abgegeben
reason_approve = freigegeben
reason_send_back = zurückgegeben
reason_hand_over = in andere Hände gegeben
reason_spike = verworfen oder zurückgeholt
reason_restore = vor einer Wiederherstellung
reason_release = gesendet
reason_set_aside = beiseitegelegt: jemand war schneller
