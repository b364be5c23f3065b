//! How much a report looks like what the desk called spam: naive Bayes over its words, learned from the desk's answers.
//!
//! A score decides only where a report is shown; what is put aside is kept, listed, and taken back with one key.

use std::collections::BTreeSet;

use crate::db::{Conn, DbError};

/// From this score on, of 100, a report is put aside.
pub(super) const PUT_ASIDE: i64 = 95;
/// Nothing is put aside before the desk has called so many reports spam.
const LEARNED_FROM: i64 = 5;
/// The most words of one report that are looked at.
const MOST_WORDS: usize = 200;
/// The longest word, in characters.
const LONGEST_WORD: usize = 30;

/// What the desk's answer says of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lesson {
    /// No reader wrote it.
    Spam,
    /// A reader did, right or wrong.
    Fair,
}

impl Lesson {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Lesson::Spam => "spam",
            Lesson::Fair => "fair",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Lesson> {
        [Lesson::Spam, Lesson::Fair].into_iter().find(|one| one.as_str() == word)
    }
}

/// 0 to 100.
pub(super) async fn score(conn: &mut Conn<'_>, texts: &[&str]) -> Result<i64, DbError> {
    let words = words(texts);
    if words.is_empty() {
        return Ok(0);
    }
    let list = serde_json::to_string(&words).expect("words are plain data");
    let sql = conn.pick(
        "SELECT word, spam, fair FROM spam_word WHERE word = '' OR word IN (SELECT value FROM json_each($1))",
        "SELECT word, spam, fair FROM spam_word \
         WHERE word = '' OR word IN (SELECT jsonb_array_elements_text($1::jsonb))",
    );
    let rows = conn.all(sql, [list.into()]).await?;
    let (mut all, mut counts) = ((0, 0), Vec::new());
    for row in rows {
        let (word, spam, fair): (String, i64, i64) = (row.get("word")?, row.get("spam")?, row.get("fair")?);
        match word.is_empty() {
            true => all = (spam, fair),
            false => counts.push((spam, fair)),
        }
    }
    Ok(judged(all, &counts))
}

/// The score of a report whose known words stood in so many spam and fair reports, of so many of both.
fn judged((spam, fair): (i64, i64), words: &[(i64, i64)]) -> i64 {
    if spam < LEARNED_FROM {
        return 0;
    }
    // Both kinds are taken to be as likely before anything is read: the desk's answers are few and not a sample.
    let share = |count: i64, all: i64| (count.max(0) as f64 + 1.0) / (all.max(0) as f64 + 2.0);
    let mut evidence: Vec<f64> =
        words.iter().map(|(in_spam, in_fair)| (share(*in_spam, spam) / share(*in_fair, fair)).ln()).collect();
    // The fifteen words that say most, so that a long text is not judged by its length.
    evidence.sort_by(|one, other| other.abs().total_cmp(&one.abs()));
    let sum: f64 = evidence.iter().take(15).sum();
    (100.0 / (1.0 + (-sum).exp())).floor() as i64
}

/// Learns from an answer, or unlearns what was learned (`by` -1).
pub(super) async fn learn(
    conn: &mut Conn<'_>,
    lesson: Lesson,
    texts: &[&str],
    by: i64,
) -> Result<(), DbError> {
    let (spam, fair) = if lesson == Lesson::Spam { (by, 0) } else { (0, by) };
    let mut words = words(texts);
    words.insert(String::new());
    let list = serde_json::to_string(&words).expect("words are plain data");
    let sql = conn.pick(
        "INSERT INTO spam_word (word, spam, fair) SELECT value, $2, $3 FROM json_each($1) WHERE true \
         ON CONFLICT (word) DO UPDATE SET spam = spam_word.spam + $2, fair = spam_word.fair + $3",
        "INSERT INTO spam_word (word, spam, fair) \
         SELECT value, $2, $3 FROM jsonb_array_elements_text($1::jsonb) AS value ORDER BY value \
         ON CONFLICT (word) DO UPDATE SET spam = spam_word.spam + $2, fair = spam_word.fair + $3",
    );
    conn.execute(sql, [list.into(), spam.into(), fair.into()]).await.map(|_| ())
}

/// The words of a report, each once: in small letters; pairs of characters where a script does not part its words.
fn words(texts: &[&str]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for text in texts {
        let text = text.to_lowercase();
        if text.contains("://") || text.contains("www.") {
            words.insert("://".to_owned());
        }
        for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
            let letters: Vec<char> = run.chars().take(LONGEST_WORD * 4).collect();
            match letters.iter().any(|c| is_unparted(*c)) {
                true => words.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>())),
                false if letters.len() > 1 => drop(words.insert(letters.iter().take(LONGEST_WORD).collect())),
                false => {}
            }
        }
    }
    words.into_iter().take(MOST_WORDS).collect()
}

fn is_unparted(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_in_every_script() {
        let of = |text: &str| words(&[text]).into_iter().collect::<Vec<_>>();
        assert_eq!(of("Buy NOW, buy!"), ["buy", "now"]);
        assert_eq!(of("买便宜"), ["买便", "便宜"]);
        assert_eq!(of("see http://x.example"), ["://", "example", "http", "see"]);
        assert!(words(&["слово ".repeat(9_999).as_str()]).len() == 1);
    }

    #[test]
    fn nothing_is_judged_before_the_desk_has_said_what_spam_is() {
        assert_eq!(judged((LEARNED_FROM - 1, 0), &[(4, 0)]), 0);
        assert!(judged((20, 20), &[(20, 0), (18, 0), (19, 1)]) >= PUT_ASIDE);
        assert!(judged((20, 20), &[(20, 0), (0, 20), (1, 19)]) < 50);
        assert_eq!(judged((20, 20), &[]), 50);
    }
}
