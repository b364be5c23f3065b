# Board and start page

mine = Mənim
whose = Kimin
waiting = Məni gözləyənlər
to_confirm = İkinci şəxs tələb olunur
just_released = İndicə buraxılanlar
new_story = Yeni xəbər
stage_draft = Yazılır
stage_submitted = Təhvil verilib
stage_approved = Təsdiqlənib
stage_released = Buraxılıb
stage_spiked = Kənara qoyulub
held_by = { $name } yazır
held_by_nobody = Heç kim yazmır
asked_by = { $name } istəyir
due_at = son vaxt { $time }
waits_for_second = ikinci şəxsi gözləyir
line_lost = Əlaqə kəsilib. Bərpa olunanda dəyişikliklər göstəriləcək.
keys = Düymələr
key_move = Növbəti və əvvəlki xəbər
key_open = Aç
key_release = Burax…
claim = Götür
submit = Təhvil ver
approve = Təsdiqlə
