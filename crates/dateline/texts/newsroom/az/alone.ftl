# Bir nəfərin tək təsdiqi

mail_confirmed_alone_subject = Bir nəfər tək təsdiqləyib: { $headline }
mail_confirmed_alone_text =
    { $name } bunu istəmiş və heç kim cavab vermədiyi üçün tək təsdiqləmişdir: { $act }. Nə edilib və xəbərdə əvvəl nə yazılmışdı:

    { $link }
agency_alone = Tək təsdiqə neçə dəqiqə qalır
agency_alone_hint = Ləğv, saytdan silmə, qaytarma və ya sözləri gizlətmə istəyinə ikinci şəxs cavab verməyəndə: göstərilməyibsə 30, heç vaxt üçün 0.
