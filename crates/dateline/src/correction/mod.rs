//! Public correction notes and the tasks a correction leaves to translations.
