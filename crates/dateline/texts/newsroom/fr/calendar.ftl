# The calendar

nav_calendar = Calendrier
calendar_day_pattern = %A %-d %B
calendar_month_pattern = %OB %Y
calendar_span = Période
span_day = Jour
span_week = Semaine
span_month = Mois
calendar_earlier = Avant
calendar_today = Aujourd’hui
calendar_later = Après
embargo_ends = Fin d’embargo
outcome_waiting = programmé
outcome_done = exécuté
outcome_refused = refusé
outcome_cancelled = annulé
calendar_late = en retard : nouvel essai en cours
release_early = Lever l’embargo
move_or_cancel = Déplacer ou annuler
cancel_schedule = L’annuler
calendar_empty = Rien n’est programmé sur cette période.
