notice_reported = Un lector avisa de un error de datos
told_reported = Un lector avisa de un error de datos
right_reports_answer = Atender los avisos de los lectores
