# Writing

embargo_open = حظر بلا نهاية: إلى أن يُرفع.
embargo_means = حتى { $there } { $zone }: هنا { $here }.
subject_text = الموضوع رمز مثل medtop:11000000 يليه اسمه بعد مسافة.
