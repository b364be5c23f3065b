//! References a reader can read out on the telephone.

use std::fmt;

/// Letters and digits nobody takes for another.
const ALPHABET: &[u8; 28] = b"23456789ABCDEFGHKMNPRSTUVWXZ";
/// The longest that is made, in characters after the prefix.
const LONGEST: usize = 8;

/// What a reference stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// A letter: `F-` and six characters; one in 480 million.
    Letter,
    /// A mistake readers reported: `M-` and four characters, more where those are taken.
    Mistake,
}

impl Series {
    fn prefix(self) -> &'static str {
        match self {
            Series::Letter => "F-",
            Series::Mistake => "M-",
        }
    }

    fn length(self) -> usize {
        match self {
            Series::Letter => 6,
            Series::Mistake => 4,
        }
    }
}

/// What a letter or a mistake is called towards its reader, such as `F-7K3Q2M` or `M-7K3Q`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// A new one.
    pub fn random(series: Series) -> Reference {
        Reference::longer(series, 0)
    }

    /// A new one with so many characters more than usual, where shorter ones are taken.
    pub fn longer(series: Series, more: usize) -> Reference {
        let mut random = vec![0_u8; (series.length() + more).min(LONGEST)];
        rand::fill(&mut random[..]);
        let letter = |byte: u8| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]);
        let letters: String = random.into_iter().map(letter).collect();
        Reference(format!("{}{letters}", series.prefix()))
    }

    /// One that was made here; `None` for any other text.
    pub fn parse(series: Series, text: &str) -> Option<Reference> {
        let rest = text.strip_prefix(series.prefix())?;
        let longest = if series == Series::Letter { series.length() } else { LONGEST };
        let fits = (series.length()..=longest).contains(&rest.len());
        (fits && rest.bytes().all(|byte| ALPHABET.contains(&byte))).then(|| Reference(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
