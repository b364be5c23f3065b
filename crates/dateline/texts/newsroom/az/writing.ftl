# Writing

embargo_open = Müddətsiz embarqo: götürülənədək.
embargo_means = { $there } { $zone } qədər: burada { $here }.
subject_text = Mövzu kodla yazılır, məsələn medtop:11000000, adı isə boşluqdan sonra gəlir.
