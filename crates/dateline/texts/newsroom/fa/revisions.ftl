# Revisions

difference = تفاوت
compare = مقایسه
as_it_stands = وضع کنونی
restore = بازگردانی
reason_work = هنگام نوشتن
reason_submit = تحویل
reason_approve = تأیید
reason_send_back = بازگرداندن
reason_hand_over = دست به دست شد
reason_spike = کنار گذاشته یا برگردانده شد
reason_restore = پیش از بازگردانی
reason_release = انتشار
reason_set_aside = کنار نهاده شد: دیگری زودتر بود
