notice_reported = A reader reports an error of fact
told_reported = A reader reports an error of fact
right_reports_answer = Answer readers’ reports
