# What readers write

nav_readers = 读者来信
reader_state = 状态
reader_open = 待回复
reader_answered = 已回复
reader_closed = 已关闭
reader_spam = 已搁置
reader_answer = 回复（通过电子邮件发送）
reader_send = 发送回复
reader_move = 移至
reader_mail_subject = { $agency }：您的来信 { $reference }
reader_erased = （已删除）
older = 更早
