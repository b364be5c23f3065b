//! References a reader can read out on the telephone.

use std::fmt;

/// Letters and digits nobody takes for another.
const ALPHABET: &[u8; 28] = b"23456789ABCDEFGHKMNPRSTUVWXZ";
const LENGTH: usize = 6;

/// What a letter is called towards its writer: `F-` and six characters, such as `F-7K3Q2M`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// A new one; one in 480 million.
    pub fn random() -> Reference {
        let mut random = [0_u8; LENGTH];
        rand::fill(&mut random[..]);
        let letter = |byte: u8| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]);
        Reference(format!("F-{}", random.map(letter).iter().collect::<String>()))
    }

    /// One that was made here; `None` for any other text.
    pub fn parse(text: &str) -> Option<Reference> {
        let rest = text.strip_prefix("F-")?;
        let own = rest.len() == LENGTH && rest.bytes().all(|byte| ALPHABET.contains(&byte));
        own.then(|| Reference(text.to_owned()))
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
