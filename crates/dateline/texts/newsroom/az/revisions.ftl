# Revisions

difference = Fərq
compare = Müqayisə et
as_it_stands = indiki halı
restore = Bərpa et
reason_work = yazı zamanı
reason_submit = təhvil verilib
reason_approve = təsdiqlənib
reason_send_back = geri qaytarılıb
reason_hand_over = əldən-ələ keçib
reason_spike = kənara qoyulub və ya qaytarılıb
reason_restore = bərpadan əvvəl
reason_release = buraxılıb
reason_set_aside = ayrıca saxlanılıb: başqası daha tez idi
