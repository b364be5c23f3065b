# What people choose to be told

notifications = Mis avisos
notifications_hint = Las cartas van a su correo. El resumen llega una vez, con todo desde el anterior.
way_nothing = Nada
way_here = Aquí
way_mail = Aquí y por carta enseguida
way_hourly = Aquí y una carta por hora
way_daily = Aquí y una carta cada mañana
way_fixed = Siempre aquí y por carta enseguida
told_assigned = Se me asigna una noticia
told_asked = Alguien pide la noticia que tengo
told_handed = Se me entrega una noticia
told_taken = Toman mi noticia
told_sent_back = Me devuelven el texto
told_wanted = Un texto espera mi aprobación
told_approved = Aprueban mi texto
told_released = Sale o cambia mi noticia
told_mention = Me nombran en un comentario
told_remark = Un comentario a mi noticia
told_confirmed = Confirman lo que pedí
told_confirm = Se pide otra persona para anular o retirar
notice_wanted = { $name } pide su aprobación
notice_released = { $name } ha publicado
notice_mention = { $name } le nombra en un comentario
mail_digest_subject =
    { $count ->
        [one] { $agency }: { $count } aviso
       *[other] { $agency }: { $count } avisos
    }
mail_notice_end = Elija aquí de qué y cómo se le avisa: { $link }
