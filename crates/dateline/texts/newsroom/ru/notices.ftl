# Notices and letters

all_seen = Всё просмотрено
notice_asked = { $name } просит у вас текст
notice_handed = { $name } передаёт вам
notice_taken = { $name } забрал(а)
notice_assigned = { $name } поручает вам
notice_sent_back = { $name } возвращает на доработку
notice_approved = { $name } завизировал(а)
notice_remark = { $name } оставил(а) замечание
notice_confirm = { $name } просит подтверждения
notice_confirmed = { $name } подтвердил(а)
mail_invite_subject = { $agency }: добро пожаловать в редакцию
mail_invite_text =
    Здравствуйте, { $name }!
    
    Вас приглашают в редакцию { $agency }. Задайте пароль в течение недели:
    
    { $link }
mail_reset_subject = { $agency }: новый пароль
mail_reset_text =
    Здравствуйте, { $name }!
    
    Кто-то, вероятно вы, запросил новый пароль в { $agency }. Задайте его в течение часа:
    
    { $link }
    
    Если это были не вы, ничего не делайте.
mail_confirm_subject = На подтверждение: { $headline }
mail_confirm_text =
    { $name } просит второго сотрудника: { $act }.
    
    Материал и что изменится:
    
    { $link }
