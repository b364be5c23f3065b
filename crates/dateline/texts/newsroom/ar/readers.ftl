# What readers write

nav_readers = القراء
reader_state = الحالة
reader_open = بانتظار الرد
reader_answered = تم الرد
reader_closed = مغلقة
reader_spam = مستبعدة
reader_answer = الرد، يُرسل بالبريد الإلكتروني
reader_send = إرسال الرد
reader_move = نقل إلى
reader_mail_subject = { $agency }: رسالتكم { $reference }
reader_erased = (حُذف)
older = الأقدم
