notice_reported = Oxucu fakt səhvi bildirib
told_reported = Oxucu fakt səhvi bildirir
right_reports_answer = Oxucuların bildirdiyi səhvlərə cavab vermək
