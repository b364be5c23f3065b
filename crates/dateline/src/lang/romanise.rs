//! Text of any script in plain Latin letters, for addresses.
//!
//! Cyrillic, Arabic and Persian go by tables of our own, Chinese by its reading in pinyin, all other scripts by the tables of
//! `any_ascii`. The result is for reading, not for turning back.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Language;

/// `text` in small letters `a` to `z`, digits and single spaces where it had anything else.
///
/// The language decides what its letters are: German `ä` is `ae`, Ukrainian `и` is `y`, Persian `و` is `v`.
pub fn romanise(text: &str, language: Language) -> String {
    let letters: Vec<char> = text.nfkc().flat_map(|c| small(c, language)).collect();
    let mut out = Latin::default();
    for index in 0..letters.len() {
        push(&mut out, &letters, index, language);
    }
    out.text
}

/// Collects Latin words, with one space between them.
#[derive(Default)]
struct Latin {
    text: String,
    gap: bool,
}

impl Latin {
    fn gap(&mut self) {
        self.gap = !self.text.is_empty();
    }

    fn letters(&mut self, letters: &str) {
        for letter in letters.chars() {
            if !letter.is_ascii_alphanumeric() {
                continue;
            }
            if std::mem::take(&mut self.gap) {
                self.text.push(' ');
            }
            self.text.push(letter.to_ascii_lowercase());
        }
    }
}

fn small(letter: char, language: Language) -> impl Iterator<Item = char> {
    let dotted = matches!(language.base(), "az" | "tr");
    let own = match letter {
        'I' if dotted => Some('ı'),
        'İ' if dotted => Some('i'),
        _ => None,
    };
    own.into_iter().chain(letter.to_lowercase().filter(move |_| own.is_none()))
}

fn push(out: &mut Latin, letters: &[char], index: usize, language: Language) {
    let letter = letters[index];
    match letter {
        'a'..='z' | '0'..='9' => out.letters(letter.encode_utf8(&mut [0; 4])),
        '\'' | '’' | 'ʼ' | 'ʻ' | '‘' | '´' | 'ʹ' => apostrophe(out, language),
        'à'..='ɏ' | 'ə' | 'ḁ'..='ỿ' => latin(out, letter, language),
        'Ѐ'..='ԯ' => cyrillic(out, letter, language),
        '؀'..='ۿ' => arabic(out, letters, index, language),
        '\u{200d}' | '\u{ad}' => {}
        _ if is_combining_mark(letter) && !letter.is_alphabetic() => {}
        _ if !letter.is_alphanumeric() => out.gap(),
        _ => other(out, letter),
    }
}

/// French and its neighbours leave out a vowel there, so that a word ends; elsewhere it stands within a word.
fn apostrophe(out: &mut Latin, language: Language) {
    if matches!(language.base(), "fr" | "it" | "ca" | "oc") {
        out.gap();
    }
}

fn latin(out: &mut Latin, letter: char, language: Language) {
    let german = matches!(language.base(), "de");
    out.letters(match letter {
        'ä' if german => "ae",
        'ö' if german => "oe",
        'ü' if german => "ue",
        'ə' | 'ǝ' => "e",
        'ı' => "i",
        'ß' | 'ẞ' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ħ' => "h",
        'ŋ' => "ng",
        _ => return plain(out, letter),
    });
}

/// The letter without its marks; where nothing Latin is left, as `any_ascii` has it.
fn plain(out: &mut Latin, letter: char) {
    match std::iter::once(letter).nfd().next() {
        Some(base) if base.is_ascii_alphanumeric() => out.letters(base.encode_utf8(&mut [0; 4])),
        _ => out.letters(any_ascii::any_ascii_char(letter)),
    }
}

fn cyrillic(out: &mut Latin, letter: char, language: Language) {
    let own = match (language.base(), letter) {
        ("uk", 'г') => "h",
        ("uk", 'и') => "y",
        ("uk", 'й') => "i",
        ("be", 'г') => "h",
        ("bg", 'щ') => "sht",
        ("bg", 'ъ') => "a",
        ("sr" | "mk", 'ж') => "z",
        ("sr" | "mk", 'х') => "h",
        ("sr" | "mk", 'ц' | 'ч') => "c",
        ("sr" | "mk", 'ш') => "s",
        _ => "",
    };
    if !own.is_empty() {
        return out.letters(own);
    }
    out.letters(match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'є' => "ye",
        'ї' => "i",
        'қ' => "q",
        'һ' => "h",
        'ј' => "j",
        'ђ' => "dj",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'џ' | 'ѕ' => "dz",
        'ѓ' => "gj",
        'ќ' => "kj",
        _ => any_ascii::any_ascii_char(letter),
    });
}

/// Letters of the Arabic script; short vowels are not written, so a word keeps its consonants and its long vowels.
fn arabic(out: &mut Latin, letters: &[char], index: usize, language: Language) {
    let letter = letters[index];
    let after = letters.get(index + 1).copied();
    let persian = language.base() == "fa";
    let article = language.base() == "ar" && ends_article(letters, index);
    let follows_article = language.base() == "ar" && index > 0 && ends_article(letters, index - 1);
    let before = index.checked_sub(1).map(|index| letters[index]).filter(|_| !follows_article);
    let long = before.is_some_and(is_arabic_consonant) && !after.is_some_and(is_arabic_vowel);
    let last = !after.is_some_and(is_arabic_letter);
    out.letters(match letter {
        'ا' | 'أ' | 'آ' | 'ى' | 'ة' | 'ٱ' => "a",
        'إ' => "i",
        'ئ' => "e",
        'ء' => "",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' => "t",
        'ث' if !persian => "th",
        'ث' | 'س' | 'ص' => "s",
        'ج' => "j",
        'چ' => "ch",
        'ح' => "h",
        'خ' => "kh",
        'د' => "d",
        'ذ' if !persian => "dh",
        'ض' if !persian => "d",
        'ذ' | 'ز' | 'ض' | 'ظ' => "z",
        'ر' => "r",
        'ژ' => "zh",
        'ش' => "sh",
        'ع' => "a",
        'غ' => "gh",
        'ف' => "f",
        'ق' if persian => "gh",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' if persian && last => "e",
        'ه' | 'ھ' | 'ہ' => "h",
        'ۀ' => "e",
        'و' | 'ؤ' if long => "u",
        'و' if persian => "v",
        'و' | 'ؤ' => "w",
        'ي' | 'ی' if long => "i",
        'ي' | 'ی' => "y",
        _ if is_combining_mark(letter) || letter == 'ـ' => "",
        _ if !letter.is_alphanumeric() => return out.gap(),
        _ => any_ascii::any_ascii_char(letter),
    });
    if article {
        out.gap();
    }
}

/// Whether the letter at `index` is the second of the article ال, which reads better apart.
fn ends_article(letters: &[char], index: usize) -> bool {
    let letter = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let starts_word = index == 1 || index > 1 && !is_arabic_letter(letter(index - 2));
    letter(index) == 'ل'
        && index > 0
        && letter(index - 1) == 'ا'
        && starts_word
        && is_arabic_letter(letter(index + 1))
        && is_arabic_letter(letter(index + 2))
}

fn is_arabic_letter(letter: char) -> bool {
    matches!(letter, 'ء'..='ۿ') && letter.is_alphabetic()
}

fn is_arabic_vowel(letter: char) -> bool {
    matches!(letter, 'ا' | 'أ' | 'آ' | 'ى' | 'ة' | 'و' | 'ي' | 'ی')
}

fn is_arabic_consonant(letter: char) -> bool {
    is_arabic_letter(letter) && !is_arabic_vowel(letter)
}

fn other(out: &mut Latin, letter: char) {
    let Some(reading) = letter.to_pinyin() else {
        return out.letters(any_ascii::any_ascii_char(letter));
    };
    // Every character is a syllable of its own, and a reader of pinyin needs to see where it ends.
    out.gap();
    for sound in reading.plain().chars() {
        plain(out, sound);
    }
    out.gap();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_read_as_their_languages_read_them() {
        for (tag, text, latin) in [
            ("az", "İlham və Işıq, şəhər", "ilham ve isiq seher"),
            ("en", "Arvelia’s ferries: 20% cheaper", "arvelias ferries 20 cheaper"),
            ("de", "Größere Straße, Übersee", "groessere strasse uebersee"),
            ("fr", "L’été à Selmar, cœur d'Arvélie", "l ete a selmar coeur d arvelie"),
            ("es", "¿Mañana en Córdoba?", "manana en cordoba"),
            ("pl", "Łódź", "lodz"),
            ("da", "Ærø, Århus", "aero arhus"),
            ("vi", "Đà Nẵng", "da nang"),
            ("ru", "Объём съёмки: ещё борщ", "obem semki eshche borshch"),
            ("uk", "Київ, Григорій", "kyiv hryhorii"),
            ("sr", "Љубљана, Ниш", "ljubljana nis"),
            ("ar", "الحكومة في سلمار", "al hkuma fi slmar"),
            ("ar", "رئيس الوزراء", "reis al wzra"),
            ("ar", "مُحَمَّد", "mhmd"),
            ("fa", "دولت مارست رأی گرفت", "dult marst ray grft"),
            ("fa", "برنامه‌های تازه", "brname hay taze"),
            ("zh-Hans", "塞尔马议会", "sai er ma yi hui"),
            ("zh-Hans", "G20峰会", "g20 feng hui"),
            ("zh-Hans", "绿色", "lu se"),
            ("el", "Αθήνα", "athina"),
            ("ka", "თბილისი", "tbilisi"),
            ("hy", "Երևան", "erewan"),
            ("ja", "さくら", "sakura"),
            ("ko", "서울", "seoul"),
            ("he", "שלום", "slvm"),
            ("en", "１２３ ﬁne", "123 fine"),
            ("ar", "٢٠٢٦", "2026"),
            ("en", "🎉 — …", ""),
        ] {
            let language = Language::parse(tag).unwrap();
            let got = romanise(text, language);
            assert_eq!(got, latin, "{text}");
        }
    }
}
