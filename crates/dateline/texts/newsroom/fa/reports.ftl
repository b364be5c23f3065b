notice_reported = خواننده‌ای خطایی محتوایی گزارش کرده است
told_reported = خواننده‌ای خطایی محتوایی گزارش می‌کند
right_reports_answer = پاسخ به گزارش‌های خوانندگان
