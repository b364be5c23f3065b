//! The digits numbers are written in.

/// A set of ten digits, by its name in CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Digits {
    /// `0123456789`
    #[default]
    Latn,
    /// `٠١٢٣٤٥٦٧٨٩`, as in Egypt and much of the Arab east.
    Arab,
    /// `۰۱۲۳۴۵۶۷۸۹`, as in Persian and Urdu.
    Arabext,
}

impl Digits {
    /// The set of this name: `latn`, `arab` or `arabext`.
    pub fn parse(name: &str) -> Option<Digits> {
        match name {
            "latn" => Some(Digits::Latn),
            "arab" => Some(Digits::Arab),
            "arabext" => Some(Digits::Arabext),
            _ => None,
        }
    }

    /// Its name in CLDR and in an agency description.
    pub fn as_str(self) -> &'static str {
        match self {
            Digits::Latn => "latn",
            Digits::Arab => "arab",
            Digits::Arabext => "arabext",
        }
    }

    /// The set an edition of this language uses unless it says otherwise: Persian its own, every other the Latin ones.
    pub fn usual(language: super::Language) -> Digits {
        match language.base() {
            "fa" => Digits::Arabext,
            _ => Digits::Latn,
        }
    }

    fn of(self, ascii: char) -> char {
        let zero = match self {
            Digits::Latn => return ascii,
            Digits::Arab => '٠',
            Digits::Arabext => '۰',
        };
        match ascii.to_digit(10) {
            Some(value) => char::from_u32(zero as u32 + value).unwrap_or(ascii),
            None => ascii,
        }
    }

    /// `text` with its ASCII digits changed into these; nothing else is touched.
    pub fn localise(self, text: &str) -> String {
        text.chars().map(|c| self.of(c)).collect()
    }

    /// Writes `number`, filled up with `pad` to at least `width` places.
    pub(crate) fn push(self, out: &mut String, number: i64, width: usize, pad: Option<char>) {
        let mut places = [0_u8; 20];
        let mut first = places.len();
        let mut rest = number.unsigned_abs();
        while rest > 0 || first == places.len() {
            first -= 1;
            places[first] = (rest % 10) as u8;
            rest /= 10;
        }
        if number < 0 {
            out.push('-');
        }
        if let Some(pad) = pad {
            for _ in places.len() - first..width {
                out.push(self.of(pad));
            }
        }
        out.extend(places[first..].iter().map(|place| self.of(char::from(b'0' + place))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_set() {
        assert_eq!(Digits::Arab.localise("18.07.2020 [19:35]"), "١٨.٠٧.٢٠٢٠ [١٩:٣٥]");
        assert_eq!(Digits::Arabext.localise("28 تیر 1399"), "۲۸ تیر ۱۳۹۹");
        let mut out = String::new();
        Digits::Arabext.push(&mut out, 7, 2, Some('0'));
        Digits::Latn.push(&mut out, 7, 2, Some(' '));
        Digits::Latn.push(&mut out, -20, 1, None);
        Digits::Latn.push(&mut out, 0, 2, Some('0'));
        assert_eq!(out, "۰۷ 7-2000");
    }

    #[test]
    fn every_set_is_known_by_its_name() {
        for digits in [Digits::Latn, Digits::Arab, Digits::Arabext] {
            assert_eq!(Digits::parse(digits.as_str()), Some(digits));
        }
        assert_eq!(Digits::parse("roman"), None);
    }
}
