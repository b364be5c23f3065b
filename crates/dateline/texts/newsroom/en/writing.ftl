# Writing

embargo_open = Embargo without an end: until somebody lifts it.
embargo_means = Until { $there } { $zone }: here { $here }.
subject_text = A subject is a code such as medtop:11000000, and its name after a blank.
