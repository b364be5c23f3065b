# Acts

acts = Actes
act_release = Diffuser
act_update = Actualiser
act_correction = Rectifier
act_refile = Corriger une coquille
act_hold = Suspendre
act_lift = Lever la suspension
act_kill = Annuler
act_takedown = Retirer
act_restore = Remettre
act_redact = Caviarder
act_unpublish = Dépublier
about_release = Première publication.
about_update = Texte plus récent, plus complet. La note dit ce qui est nouveau.
about_correction = Une erreur a été publiée. La note dit où, ce qui était écrit et ce qui est juste.
about_refile = Une coquille, rien sur le fond. Pas de note aux lecteurs.
about_hold = Ne plus utiliser pendant la vérification. Lecteurs et abonnés sont prévenus.
about_lift = La suspension prend fin.
about_kill = Si fausse qu’elle ne doit pas servir. Les lecteurs voient le motif.
about_takedown = Retirée pour des raisons de droit. Rien n’en reste sur le site.
about_restore = Le retrait était une erreur : la dépêche revient.
about_redact = Des mots sont remplacés dans toutes les versions, légendes et notes. C’est définitif.
about_unpublish = Hors du site, sans avis sur le fil.
release_never = non publiée
release_advanced = chez les abonnés de confiance
release_public = publique
release_held = suspendue
release_killed = annulée
release_taken_down = retirée
release_unpublished = dépubliée
editor_note = Note aux rédactions
public_note = Note aux lecteurs
reason = Motif
substitute = Numéro d’une dépêche de remplacement
covered = Concerne
this_language = Cette langue
all_languages =
    { $count ->
        [one] { $count } langue
       *[other] Les { $count } langues
    }
later = À une heure fixée
redact_words = Mots à remplacer, un par ligne
readers_get = Ce que verront les lecteurs
second_hint = Une deuxième personne doit confirmer. Une annulation ou un retrait suspend la dépêche aussitôt.
pending = { $act } : demandé par { $name }, { $time }
look_and_confirm = Voir et confirmer
confirm_title = Confirmer : { $act }
confirm_act = Confirmer : { $act }
covers_count =
    { $count ->
        [one] Concerne { $count } dépêche
       *[other] Concerne { $count } dépêches
    }
alone_hint = Personne n’a répondu à temps. Vous pouvez confirmer seul ; ce sera noté et signalé.
