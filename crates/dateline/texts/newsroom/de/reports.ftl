notice_reported = Eine Leserin oder ein Leser meldet einen Sachfehler
told_reported = Ein Sachfehler wird gemeldet
right_reports_answer = Fehlermeldungen der Leser beantworten
