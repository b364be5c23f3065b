# Writing

embargo_open = Embargo sans terme : jusqu’à sa levée.
embargo_means = Jusqu’au { $there } { $zone } : ici { $here }.
subject_text = Un sujet est un code tel que medtop:11000000, suivi de son nom après une espace.
