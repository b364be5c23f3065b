//! The letters of a puzzle, and what a person typed folded until only the letters count.

use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;

use crate::dice::Dice;
use crate::keys::hmac;

/// The letters puzzles are made of. None looks like another of them when turned, bent and crossed by a curve: there is
/// no I, no C (with a stroke through it an E), no Y (an X), and no D, F, G, J, O, Q, V, W.
pub const ALPHABET: [char; 15] = ['A', 'B', 'E', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'U', 'X', 'Z'];
/// Letters in a puzzle.
pub const LENGTH: usize = 6;
/// Of what was typed no more is looked at: six letters, each with a space and an accent, are far less.
const MAX_TYPED_CHARS: usize = 64;

/// Whether an answer was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// These are the letters.
    Right,
    /// These are not.
    Wrong,
}

/// The letters of one puzzle.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Answer([char; LENGTH]);

impl Answer {
    pub(crate) fn thrown(dice: &mut Dice) -> Answer {
        Answer(std::array::from_fn(|_| *dice.one_of(&ALPHABET)))
    }

    pub(crate) fn letters(&self) -> &[char; LENGTH] {
        &self.0
    }

    /// Compares in a time that depends neither on where a difference is nor on how long the typed text is once
    /// folded: the MACs of both under a key made for this are compared.
    pub(crate) fn judge(&self, typed: &str, key: &[u8; 32]) -> Verdict {
        let right: String = self.0.iter().collect();
        let right = hmac(key, right.as_bytes());
        let typed = hmac(key, Folded::new(typed).as_str().as_bytes());
        match bool::from(right.ct_eq(&typed)) {
            true => Verdict::Right,
            false => Verdict::Wrong,
        }
    }
}

/// What a person typed, as the letters that are compared.
///
/// NFKC (which takes full-width and styled letters to plain ones), ASCII letters to capitals, spaces and invisible
/// marks dropped, and letters of other keyboards that look like Latin ones taken for those: Cyrillic, Greek, and the
/// Turkish and Azerbaijani `ı` and `İ`. Case is folded letter by letter, never by the rules of a language. What is
/// not a letter of the alphabet stays as it is, so that it is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded(String);

impl Folded {
    /// Folds what was typed; of more than 64 characters only the first 64 count, which are too many already.
    pub fn new(typed: &str) -> Folded {
        let seen = typed.chars().take(MAX_TYPED_CHARS).nfkc();
        // NFKC may make many letters of one, so the end is bounded too.
        Folded(seen.filter(|&letter| !is_blank(letter)).map(plain).take(MAX_TYPED_CHARS).collect())
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Spaces, and marks nobody sees: joiners, directions, soft hyphens, byte order marks.
fn is_blank(letter: char) -> bool {
    let invisible = matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}');
    letter.is_whitespace() || invisible
}

/// The Latin capital a letter is or looks like as a capital (Unicode Technical Standard 39, confusables, and the
/// capitals of the small letters on the same keys).
fn plain(letter: char) -> char {
    match letter {
        'А' | 'а' | 'Α' | 'α' => 'A',
        'В' | 'в' | 'Β' | 'β' => 'B',
        'С' | 'с' => 'C',
        'Ԁ' | 'ԁ' => 'D',
        'Е' | 'е' | 'Ε' | 'ε' => 'E',
        'Ԍ' | 'ԍ' => 'G',
        'Н' | 'н' | 'Һ' | 'һ' | 'Η' | 'η' => 'H',
        'І' | 'і' | 'Ӏ' | 'ӏ' | 'Ι' | 'ι' | 'ı' | 'İ' => 'I',
        'Ј' | 'ј' => 'J',
        'К' | 'к' | 'Κ' | 'κ' | 'Қ' | 'қ' => 'K',
        'М' | 'м' | 'Μ' | 'μ' => 'M',
        'Ν' | 'ν' => 'N',
        'О' | 'о' | 'Ο' | 'ο' => 'O',
        'Р' | 'р' | 'Ρ' | 'ρ' => 'P',
        'Ԛ' | 'ԛ' => 'Q',
        'Ѕ' | 'ѕ' => 'S',
        'Т' | 'т' | 'Τ' | 'τ' => 'T',
        'Ԝ' | 'ԝ' => 'W',
        'Х' | 'х' | 'Χ' | 'χ' => 'X',
        'У' | 'у' | 'Ү' | 'ү' | 'Υ' | 'υ' => 'Y',
        'Ζ' | 'ζ' => 'Z',
        other => other.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answer(letters: &str) -> Answer {
        Answer(letters.chars().collect::<Vec<_>>().try_into().unwrap())
    }

    #[test]
    fn the_alphabet_has_no_letters_that_look_alike() {
        for unwanted in "ICDFGJOQVWY0123456789".chars() {
            assert!(!ALPHABET.contains(&unwanted), "{unwanted}");
        }
        let mut sorted = ALPHABET;
        sorted.sort_unstable();
        assert_eq!(sorted, ALPHABET);
    }

    #[test]
    fn what_people_type_on_their_own_keyboards_is_folded() {
        let table = [
            ("ABCEHK", "ABCEHK", "as shown"),
            ("abcehk", "ABCEHK", "small letters"),
            (" a b c\te\u{a0}h\u{3000}k ", "ABCEHK", "spaces of every width"),
            ("ＡＢＣｅｈｋ", "ABCEHK", "full-width, from a Chinese input method"),
            ("𝐀𝑩𝒞𝕖𝗵𝚔", "ABCEHK", "styled letters"),
            ("ⒶⒷⒸⒺⒽⓀ", "ABCEHK", "letters in circles"),
            ("АВСЕНК", "ABCEHK", "Cyrillic capitals"),
            ("авсенк", "ABCEHK", "Cyrillic small letters"),
            ("МРТХУ", "MPTXY", "Cyrillic capitals"),
            ("мртху", "MPTXY", "Cyrillic small letters"),
            ("ЅЈІѕјі", "SJISJI", "Macedonian, Serbian and Ukrainian letters"),
            ("ҚҮҺқүһ", "KYHKYH", "Kazakh letters"),
            ("ΑΒΕΖΗΚΜΝΡΤΥΧ", "ABEZHKMNPTYX", "Greek capitals"),
            ("αβεζηκμνρτυχ", "ABEZHKMNPTYX", "Greek small letters"),
            ("\u{b5}", "M", "the micro sign of a Western keyboard"),
            ("iİıI", "IIII", "Turkish and Azerbaijani dotted and dotless i"),
            ("\u{212a}", "K", "the kelvin sign"),
            ("\u{200f}A\u{200e}B\u{feff}C\u{ad}E\u{2066}H\u{2069}K", "ABCEHK", "marks of direction"),
            ("ABCEHÇ", "ABCEHÇ", "another letter stays another letter"),
            ("ABC-EHK", "ABC-EHK", "a dash is not a space"),
            ("", "", "nothing"),
        ];
        for (typed, folded, what) in table {
            assert_eq!(Folded::new(typed).as_str(), folded, "{what}");
        }
    }

    #[test]
    fn every_letter_can_be_typed_small() {
        for letter in ALPHABET {
            assert_eq!(Folded::new(&letter.to_lowercase().to_string()).as_str(), letter.to_string());
        }
    }

    #[test]
    fn only_the_letters_themselves_are_right() {
        let (answer, key) = (answer("ABCEHK"), [5; 32]);
        assert_eq!(answer.judge("abc ehk", &key), Verdict::Right);
        for wrong in ["", "ABCEH", "ABCEHKK", "ABCEHL", "KHECBA", "ABCEHK1", "*"] {
            assert_eq!(answer.judge(wrong, &key), Verdict::Wrong, "{wrong}");
        }
    }

    #[test]
    fn letters_that_become_several_are_bounded_too() {
        let ligature = format!("{}\u{132}{}", "A".repeat(30), "A".repeat(40));
        let sentence = "\u{fdfa}".repeat(64);
        for typed in [ligature, sentence] {
            let once = Folded::new(&typed);
            assert_eq!(once.as_str().chars().count(), 64);
            assert_eq!(Folded::new(once.as_str()), once);
        }
    }

    #[test]
    fn a_long_text_is_wrong_whatever_it_begins_with() {
        let typed = format!("ABCEHK{}", "ABCEHK".repeat(100_000));
        assert_eq!(answer("ABCEHK").judge(&typed, &[5; 32]), Verdict::Wrong);
        let spaced = format!("{}ABCEHK", " ".repeat(100_000));
        assert_eq!(answer("ABCEHK").judge(&spaced, &[5; 32]), Verdict::Wrong);
    }

    proptest! {
        #[test]
        fn letters_once_folded_stay_as_they_are(typed in "\\PC{0,40}") {
            let once = Folded::new(&typed);
            if once.as_str().is_ascii() {
                prop_assert_eq!(Folded::new(once.as_str()), once);
            }
        }

        #[test]
        fn any_six_letters_in_any_case_are_right(at in prop::array::uniform6(0..ALPHABET.len()), small: [bool; 6]) {
            let letters: String = at.iter().map(|&at| ALPHABET[at]).collect();
            let typed: String = letters.chars().zip(small).map(|(letter, small)| match small {
                true => letter.to_ascii_lowercase(),
                false => letter,
            }).collect();
            prop_assert_eq!(answer(&letters).judge(&typed, &[1; 32]), Verdict::Right);
        }
    }
}
