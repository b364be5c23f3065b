# Writing

embargo_open = Embargo sin fin: hasta que se levante.
embargo_means = Hasta { $there } { $zone }: aquí { $here }.
subject_text = Un tema es un código como medtop:11000000 y, tras un espacio, su nombre.
