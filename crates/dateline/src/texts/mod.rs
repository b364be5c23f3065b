//! Interface texts in every language, from `texts/*.ftl`.
