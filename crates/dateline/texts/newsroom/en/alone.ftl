# Confirmed by one person alone

mail_confirmed_alone_subject = Confirmed by one person alone: { $headline }
mail_confirmed_alone_text =
    { $name } asked for this and, as nobody came, confirmed it alone: { $act }. What was done, and what the story said before:

    { $link }
agency_alone = Minutes until whoever asked may confirm alone
agency_alone_hint = For a kill, takedown, restore or redaction that no second person answers: 30 unless said otherwise, 0 for never.
