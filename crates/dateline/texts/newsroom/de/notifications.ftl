# What people choose to be told

notifications = Was mir gemeldet wird
notifications_hint = Briefe gehen an Ihre E-Mail-Adresse. Eine Sammlung kommt einmal, mit allem seit der letzten.
way_nothing = Nichts
way_here = Hier
way_mail = Hier und sofort per Mail
way_hourly = Hier und stündlich gesammelt
way_daily = Hier und jeden Morgen gesammelt
way_fixed = Immer hier und sofort per Mail
told_assigned = Eine Meldung wird mir zugeteilt
told_asked = Jemand bittet um meine Meldung
told_handed = Eine Meldung wird mir übergeben
told_taken = Meine Meldung wird übernommen
told_sent_back = Mein Text kommt zurück
told_wanted = Ein Text wartet auf meine Abnahme
told_approved = Mein Text ist abgenommen
told_released = Meine Meldung ist draußen oder geändert
told_mention = Jemand nennt mich in einer Bemerkung
told_remark = Eine Bemerkung zu meiner Meldung
told_confirmed = Was ich erbat, ist bestätigt
told_confirm = Für Zurückziehen oder Löschen wird eine zweite Person gebraucht
notice_wanted = { $name } bittet um Abnahme
notice_released = { $name } hat veröffentlicht
notice_mention = { $name } nennt Sie in einer Bemerkung
mail_digest_subject =
    { $count ->
        [one] { $agency }: { $count } Hinweis
       *[other] { $agency }: { $count } Hinweise
    }
mail_notice_end = Was Ihnen wie gemeldet wird, wählen Sie hier: { $link }
