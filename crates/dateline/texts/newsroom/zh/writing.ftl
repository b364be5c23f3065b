# Writing

embargo_open = 无期限禁发：直到有人解除。
embargo_means = 至 { $there } { $zone }：本地 { $here }。
subject_text = 主题是一个代码，如 medtop:11000000，空格后为其名称。
