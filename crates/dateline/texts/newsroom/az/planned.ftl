# Müəyyən ana təyin olunanlar

in_calendar = Təqvimdə
move_or_break = Embarqonu köçür və ya götür
notice_released_by_itself = Təyin olunmuş vaxtda yayımlandı
