notice_reported = Un lecteur signale une erreur de fait
told_reported = Un lecteur signale une erreur de fait
right_reports_answer = Traiter les signalements des lecteurs
