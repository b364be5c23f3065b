# Board and start page

mine = مال من
whose = مال چه کسی
waiting = در انتظار من
to_confirm = نفر دوم لازم است
just_released = تازه منتشرشده
new_story = خبر تازه
stage_draft = در حال نوشتن
stage_submitted = تحویل‌شده
stage_approved = تأییدشده
stage_released = منتشرشده
stage_spiked = کنارگذاشته
held_by = { $name } می‌نویسد
held_by_nobody = کسی نمی‌نویسد
asked_by = { $name } آن را می‌خواهد
due_at = مهلت { $time }
waits_for_second = در انتظار نفر دوم
line_lost = ارتباط قطع شد. تغییرها پس از وصل شدن نشان داده می‌شوند.
keys = کلیدها
key_move = خبر بعدی و پیشین
key_open = باز کردن
key_release = انتشار…
claim = برداشتن کار
submit = تحویل
approve = تأیید
