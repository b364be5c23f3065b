# Revisions

difference = Difference
compare = Compare
as_it_stands = as it stands
restore = Restore
reason_work = while writing
reason_submit = handed in
reason_approve = approved
reason_send_back = sent back
reason_hand_over = changed hands
reason_spike = spiked or taken back
reason_restore = before a restore
reason_release = released
reason_set_aside = set aside: somebody else was faster
