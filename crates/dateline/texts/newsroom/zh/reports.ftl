notice_reported = 有读者指出事实错误
told_reported = 读者指出事实错误
right_reports_answer = 处理读者纠错
