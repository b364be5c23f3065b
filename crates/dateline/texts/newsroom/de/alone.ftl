# Von einer Person allein bestätigt

mail_confirmed_alone_subject = Von einer Person allein bestätigt: { $headline }
mail_confirmed_alone_text =
    { $name } hat dies beantragt und, da niemand kam, allein bestätigt: { $act }. Was getan wurde und was vorher in der Meldung stand:

    { $link }
agency_alone = Minuten, bis allein bestätigt werden darf
agency_alone_hint = Wenn auf Zurückziehen, Entfernen, Wiederbringen oder Schwärzen keine zweite Person antwortet: 30, wenn nichts anderes angegeben ist; 0 heißt nie.
