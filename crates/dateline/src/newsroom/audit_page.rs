//! Who did what, when and from where: searched, and given as a table.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::civil::Date;
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::people::{AuditEntry, AuditQuery, Right, audited};

/// How many entries a page shows.
const SHOWN: i64 = 200;
/// How many a table holds.
const MOST: i64 = 100_000;

/// What is looked for; empty fields ask nothing.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct SearchQuery {
    q: String,
    person: String,
    from: String,
    to: String,
}

impl SearchQuery {
    /// The address of the table of what was found.
    fn table(&self) -> String {
        let pairs = [("q", &self.q), ("person", &self.person), ("from", &self.from), ("to", &self.to)];
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("/newsroom/audit.csv?{query}")
    }

    fn read(&self, words: &Words) -> Result<AuditQuery, Trouble> {
        let day = |text: &str, later: i64| -> Result<Option<jiff::Timestamp>, Trouble> {
            if text.is_empty() {
                return Ok(None);
            }
            let day: Date = text.parse().map_err(|_| Trouble::bad("bad_time_text"))?;
            let day = day.saturating_add(jiff::Span::new().days(later));
            let zoned = day.to_zoned(words.zone().clone()).map_err(|_| Trouble::bad("bad_time_text"))?;
            Ok(Some(zoned.timestamp()))
        };
        let person = match self.person.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| Trouble::NotFound)?),
        };
        let found =
            Some(self.q.chars().take(200).collect::<String>()).filter(|words| !words.trim().is_empty());
        Ok(AuditQuery { person, words: found, from: day(&self.from, 0)?, to: day(&self.to, 1)? })
    }
}

#[derive(Serialize)]
struct EntryView {
    at: Hour,
    by: String,
    act: String,
    subject: String,
    detail: String,
    network: String,
}

/// `GET /newsroom/audit`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SearchQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let (people, entries) = found(&room, &words, &query, SHOWN).await?;
    let entries: Vec<EntryView> = entries
        .into_iter()
        .map(|entry| EntryView {
            at: words.hour(entry.at),
            by: people.name(entry.person),
            act: entry.act,
            subject: entry.subject,
            detail: entry.detail.unwrap_or_default(),
            network: entry.network.unwrap_or_default(),
        })
        .collect();
    let here: Vec<(String, String)> =
        people.present().iter().map(|person| (person.id.to_string(), person.name.clone())).collect();
    let own = context! {
        entries => filling(entries),
        people => filling(here),
        query => filling(&query),
        table => query.table(),
    };
    room.page(&who, &words, "audit", "audit.html", own).await
}

async fn found(
    room: &Newsroom,
    words: &Words,
    query: &SearchQuery,
    most: i64,
) -> Result<(PeopleHere, Vec<AuditEntry>), Trouble> {
    let wanted = query.read(words)?;
    let mut reader = room.publication.db.reader().await?;
    let people = PeopleHere::load(&mut reader.conn()).await?;
    let entries = audited(&mut reader.conn(), &wanted, most).await?;
    Ok((people, entries))
}

/// `GET /newsroom/audit.csv`
pub(super) async fn table(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SearchQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let (people, entries) = found(&room, &words, &query, MOST).await?;
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Trouble::ours(&error);
    rows.write_record(["at", "person", "act", "subject", "detail", "network"]).map_err(failed)?;
    for entry in entries {
        let row = [
            entry.at.to_string(),
            people.name(entry.person),
            entry.act,
            entry.subject,
            entry.detail.unwrap_or_default(),
            entry.network.unwrap_or_default(),
        ];
        rows.write_record(row.map(|text| harmless(&text))).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Trouble::ours(&error))?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"audit.csv\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// A cell that begins like a formula is no formula: tables are opened by programs that would reckon it.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@x"), "'@x");
        assert_eq!(harmless("story.release"), "story.release");
    }
}
