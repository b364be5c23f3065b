# Writing

embargo_open = Sperrfrist ohne Ende: bis jemand sie aufhebt.
embargo_means = Bis { $there } { $zone }: hier { $here }.
subject_text = Ein Thema ist ein Code wie medtop:11000000, nach einem Leerzeichen folgt sein Name.
