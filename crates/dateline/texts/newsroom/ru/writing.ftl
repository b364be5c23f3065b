# Writing

embargo_open = Эмбарго без срока: пока его не снимут.
embargo_means = До { $there } { $zone }: здесь { $here }.
subject_text = Тема — это код, например medtop:11000000, и через пробел её название.
