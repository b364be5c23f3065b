//! Looking for a public story by words of its headline or summary, to link to it.

use jiff::Timestamp;

use super::Card;
use crate::db::{Conn, DbError, Value};
use crate::ids::StoryNumber;
use crate::lang::Language;

/// How far back is looked: older stories are named by number or address.
const LOOKED_THROUGH: i64 = 20_000;
/// The most words asked for at once.
const MOST_WORDS: usize = 6;

/// A public story as it is chosen from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// Its number.
    pub number: StoryNumber,
    /// Its language.
    pub language: Language,
    /// Its headline.
    pub headline: String,
    /// First publication.
    pub published_at: Timestamp,
}

/// Public stories that hold every word, the last changed first; in one language where it is given.
pub async fn find_public(
    conn: &mut Conn<'_>,
    words: &str,
    language: Option<Language>,
    limit: i64,
) -> Result<Vec<Sought>, DbError> {
    let mut values: Vec<Value> = vec![LOOKED_THROUGH.into()];
    let mut place = |value: Value| {
        values.push(value);
        values.len()
    };
    let mut wanted = String::new();
    if let Some(language) = language {
        wanted.push_str(&format!(" AND language = ${}", place(language.as_str().into())));
    }
    for word in words.split_whitespace().take(MOST_WORDS) {
        let forms: Vec<String> =
            forms(word).into_iter().map(|form| format!("card LIKE ${}", place(form.into()))).collect();
        wanted.push_str(&format!(" AND ({})", forms.join(" OR ")));
    }
    let most = place(limit.into());
    let sql = format!(
        "SELECT number, language, published_at, card FROM (SELECT number, language, published_at, updated_at, state, \
         card FROM released ORDER BY updated_at DESC LIMIT $1) AS recent WHERE state = 'public'{wanted} \
         ORDER BY updated_at DESC LIMIT ${most}"
    );
    let rows = conn.all_built(sql, values).await?;
    rows.iter()
        .map(|row| {
            let card: Card = row.json("card")?;
            Ok(Sought {
                number: row.parsed("number", StoryNumber::new)?,
                language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
                headline: card.headline,
                published_at: row.get("published_at")?,
            })
        })
        .collect()
}

/// A word as it may stand in a headline: the engines fold letters beyond ASCII differently, so each way is asked for.
fn forms(word: &str) -> Vec<String> {
    let word: String = word.chars().filter(|c| !matches!(c, '%' | '_' | '\\' | '"')).take(100).collect();
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let mut forms = vec![word.clone(), lower, capital, word.to_uppercase()];
    forms.sort();
    forms.dedup();
    forms.into_iter().map(|form| format!("%{form}%")).collect()
}
