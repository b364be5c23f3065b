notice_reported = قارئ يبلّغ عن خطأ في المعلومات
told_reported = قارئ يبلّغ عن خطأ في المعلومات
right_reports_answer = الرد على بلاغات القراء
