# Revisions

difference = الفرق
compare = مقارنة
as_it_stands = كما هو الآن
restore = استعادة
reason_work = أثناء الكتابة
reason_submit = تسليم
reason_approve = إجازة
reason_send_back = إعادة للكاتب
reason_hand_over = انتقل إلى يد أخرى
reason_spike = استبعاد أو استرجاع
reason_restore = قبل استعادة
reason_release = إصدار
reason_set_aside = وُضع جانباً: سبق شخص آخر
