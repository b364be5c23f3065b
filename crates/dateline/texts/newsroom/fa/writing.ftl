# Writing

embargo_open = ممنوعیت بی‌پایان: تا وقتی برداشته شود.
embargo_means = تا { $there } { $zone }: اینجا { $here }.
subject_text = موضوع کدی است مانند medtop:11000000 و پس از یک فاصله نام آن.
