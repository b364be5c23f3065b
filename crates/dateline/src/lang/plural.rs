//! Plural forms.

use icu::plurals::{PluralCategory, PluralRules};

use super::Language;

/// The form a counted noun takes beside a number (CLDR plural categories).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Plural {
    /// As beside zero in Arabic.
    Zero,
    /// As beside one in most languages; beside 21 in Russian too.
    One,
    /// As beside two in Arabic.
    Two,
    /// As beside 2 to 4 in Russian, 3 to 10 in Arabic.
    Few,
    /// As beside 5 in Russian, 11 in Arabic.
    Many,
    /// Everything else; the only one in Chinese.
    Other,
}

impl Plural {
    /// The form beside `count` things in `language`.
    pub fn of(count: u64, language: Language) -> Plural {
        let Ok(rules) = PluralRules::try_new_cardinal(language.to_icu().into()) else {
            return Plural::Other;
        };
        match rules.category_for(count) {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }

    /// The name CLDR and Fluent have for it: `one`, `few`, `other`.
    pub fn name(self) -> &'static str {
        match self {
            Plural::Zero => "zero",
            Plural::One => "one",
            Plural::Two => "two",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_forms_are_those_of_the_language() {
        for (tag, counts) in [
            ("en", vec![(0, Plural::Other), (1, Plural::One), (2, Plural::Other)]),
            (
                "ru",
                vec![
                    (1, Plural::One),
                    (3, Plural::Few),
                    (5, Plural::Many),
                    (11, Plural::Many),
                    (21, Plural::One),
                ],
            ),
            (
                "ar",
                vec![
                    (0, Plural::Zero),
                    (1, Plural::One),
                    (2, Plural::Two),
                    (7, Plural::Few),
                    (11, Plural::Many),
                    (100, Plural::Other),
                ],
            ),
            ("fr", vec![(0, Plural::One), (1, Plural::One), (2, Plural::Other)]),
            ("zh-Hans", vec![(1, Plural::Other), (2, Plural::Other)]),
        ] {
            for (count, plural) in counts {
                assert_eq!(Plural::of(count, Language::parse(tag).unwrap()), plural, "{count} in {tag}");
            }
        }
    }
}
