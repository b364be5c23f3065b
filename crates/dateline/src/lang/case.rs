//! Letter case as a language has it.

use icu::casemap::CaseMapper;

use super::Language;

/// `text` in capitals, as the language writes them: Azerbaijani and Turkish `i` → `İ` and `ı` → `I`, German `ß` → `SS`, Greek
/// without accents.
pub fn upper(text: &str, language: Language) -> String {
    CaseMapper::new().uppercase_to_string(text, &language.to_icu()).into_owned()
}

/// `text` in small letters, as the language writes them: Azerbaijani and Turkish `I` → `ı`, Greek with final `ς`.
pub fn lower(text: &str, language: Language) -> String {
    CaseMapper::new().lowercase_to_string(text, &language.to_icu()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow_the_language() {
        for (tag, small, capitals) in [
            ("az", "Bakı, şəhər, iyul", "BAKI, ŞƏHƏR, İYUL"),
            ("tr", "ılık iklim", "ILIK İKLİM"),
            ("en", "iyul", "IYUL"),
            ("de", "Straße", "STRASSE"),
            ("el", "Αθήνα σύλλογος", "ΑΘΗΝΑ ΣΥΛΛΟΓΟΣ"),
            ("fr", "Orléans", "ORLÉANS"),
            ("ru", "Сельмар", "СЕЛЬМАР"),
            ("ar", "باكو", "باكو"),
            ("zh-Hans", "巴库", "巴库"),
        ] {
            assert_eq!(upper(small, Language::parse(tag).unwrap()), capitals);
        }
    }

    #[test]
    fn small_letters_follow_the_language() {
        for (tag, capitals, small) in
            [("az", "BAKI İYUL", "bakı iyul"), ("en", "BAKI", "baki"), ("el", "ΣΥΛΛΟΓΟΣ", "σύλλογος")]
        {
            let got = lower(capitals, Language::parse(tag).unwrap());
            match tag {
                "el" => assert!(got.ends_with('ς'), "{got}"),
                _ => assert_eq!(got, small),
            }
        }
    }
}
