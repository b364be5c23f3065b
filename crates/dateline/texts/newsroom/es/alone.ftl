# Confirmado por una sola persona

mail_confirmed_alone_subject = Confirmado por una sola persona: { $headline }
mail_confirmed_alone_text =
    { $name } lo pidió y, como no contestó nadie, lo confirmó a solas: { $act }. Qué se hizo y qué decía antes la noticia:

    { $link }
agency_alone = Minutos hasta poder confirmar a solas
agency_alone_hint = Para una anulación, retirada, reposición o tachadura a la que nadie más contesta: 30 si no se indica otra cosa, 0 para nunca.
