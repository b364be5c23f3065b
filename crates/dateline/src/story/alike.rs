//! Headlines that say nearly the same: a flash somebody else has just sent.
//!
//! Compared by the groups of three letters they share, after folding: letter case, marks, and the letters that are
//! written one way or another in Arabic script. Good for word forms, other word order and a word more or less; no
//! understanding of what is said.

use std::collections::HashSet;

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Card;
use crate::db::{Conn, DbError};
use crate::ids::StoryNumber;
use crate::lang::Language;

/// From here on two headlines are shown as nearly the same, of 0 to 1.
const ALIKE: f64 = 0.5;

/// How many headlines are looked through.
const LOOKED_AT: i64 = 5_000;

/// A headline made ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded(HashSet<[char; 3]>);

impl Folded {
    /// Folds a headline of any language.
    pub fn of(headline: &str) -> Folded {
        let plain = headline.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        let letters: String = plain.map(one_way).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let spaced: Vec<char> =
            format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" ")).chars().collect();
        Folded(spaced.windows(3).map(|three| [three[0], three[1], three[2]]).collect())
    }

    /// How much of both is in both: 0 nothing, 1 everything.
    pub fn likeness(&self, other: &Folded) -> f64 {
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len();
        if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
    }
}

/// Letters that stand for the same, written one way.
fn one_way(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ə' => 'e',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ؤ' => 'و',
        other => other,
    }
}

/// A story with nearly the same headline.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Which.
    pub number: StoryNumber,
    /// Its headline.
    pub headline: String,
    /// First publication.
    pub at: Timestamp,
    /// 1 flash to 8 least.
    pub urgency: i64,
    /// 0.5 to 1.
    pub likeness: f64,
}

/// Public stories of a language since an instant whose headlines say nearly the same, the most alike first.
pub async fn alike(
    conn: &mut Conn<'_>,
    language: Language,
    headline: &str,
    since: Timestamp,
    most: usize,
) -> Result<Vec<Alike>, DbError> {
    let wanted = Folded::of(headline);
    let rows = conn
        .all(
            "SELECT number, card, published_at, urgency FROM released \
             WHERE language = $1 AND state = 'public' AND published_at >= $2 ORDER BY published_at DESC LIMIT $3",
            [language.as_str().into(), since.into(), LOOKED_AT.into()],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let card: Card = row.json("card")?;
        let likeness = Folded::of(&card.headline).likeness(&wanted);
        if likeness >= ALIKE {
            found.push(Alike {
                number: row.parsed("number", StoryNumber::new)?,
                headline: card.headline,
                at: row.get("published_at")?,
                urgency: row.get("urgency")?,
                likeness,
            });
        }
    }
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    found.truncate(most);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_same_in_other_words_or_letters_is_alike_and_other_news_is_not() {
        let likeness = |a: &str, b: &str| Folded::of(a).likeness(&Folded::of(b));
        for (a, b) in [
            ("Earthquake of 6.1 shakes Shamakhi", "EARTHQUAKE of magnitude 6.1 shakes Shamakhi"),
            ("President resigns", "The president resigns"),
            ("Şamaxıda zəlzələ olub", "ŞAMAXIDA ZƏLZƏLƏ OLUB"),
            ("Землетрясение в Шемахе", "В Шемахе произошло землетрясение"),
            ("استقالة رئيس الوزراء", "إستقاله رئيس الوزراء"),
            ("巴库发生地震", "巴库发生强烈地震"),
        ] {
            assert!(likeness(a, b) >= ALIKE, "{a} / {b}: {}", likeness(a, b));
        }
        for (a, b) in [
            ("Earthquake of 6.1 shakes Shamakhi", "President receives ambassador"),
            ("President resigns", "President receives credentials of new ambassador"),
            ("巴库发生地震", "总统会见大使"),
        ] {
            assert!(likeness(a, b) < ALIKE, "{a} / {b}: {}", likeness(a, b));
        }
        assert_eq!(likeness("", ""), 0.0);
    }
}
