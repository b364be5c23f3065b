# What readers write

nav_readers = خوانندگان
reader_state = وضعیت
reader_open = در انتظار پاسخ
reader_answered = پاسخ داده‌شده
reader_closed = بسته
reader_spam = کنار گذاشته
reader_answer = پاسخ، با ایمیل فرستاده می‌شود
reader_send = ارسال پاسخ
reader_move = انتقال به
reader_mail_subject = { $agency }: نامهٔ شما { $reference }
reader_erased = (پاک شده)
older = قدیمی‌ترها
