//! Who did what, when and from where: searched, and given as a table.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::civil::Date;
use minijinja::context;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::answer::Answer;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::people::{self, AuditEntry, AuditQuery, Right, audited};

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
    act: String,
    subject: String,
    from: String,
    to: String,
    before: String,
}

impl SearchQuery {
    /// What is asked for, as the query of an address.
    fn query(&self) -> String {
        let pairs = [
            ("q", &self.q),
            ("person", &self.person),
            ("act", &self.act),
            ("subject", &self.subject),
            ("from", &self.from),
            ("to", &self.to),
        ];
        let asked = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(asked).finish()
    }

    /// The address of what is older than an entry.
    fn older(&self, last: &AuditEntry) -> String {
        let (at, id) = last.place;
        format!("/newsroom/audit?{}&before={at}.{}", self.query(), id.simple())
    }

    fn older_than(&self) -> Result<Option<(i64, Uuid)>, Trouble> {
        if self.before.is_empty() {
            return Ok(None);
        }
        let parts = self.before.split_once('.');
        let place = parts.and_then(|(at, id)| Some((at.parse().ok()?, Uuid::parse_str(id).ok()?)));
        place.map(Some).ok_or(Trouble::NotFound)
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
        let typed = |text: &str| {
            Some(text.chars().take(200).collect::<String>()).filter(|words| !words.trim().is_empty())
        };
        Ok(AuditQuery {
            person,
            words: typed(&self.q),
            act: typed(&self.act),
            subject: typed(&self.subject),
            from: day(&self.from, 0)?,
            to: day(&self.to, 1)?,
            older_than: self.older_than()?,
        })
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
    let (people, mut entries) = found(&room, &words, &query, SHOWN + 1).await?;
    let more = entries.len() as i64 > SHOWN;
    entries.truncate(SHOWN as usize);
    let older = entries.last().filter(|_| more).map(|last| query.older(last));
    let acts = people::audited_acts(&mut room.publication.db.reader().await?.conn()).await?;
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
        acts => acts,
        query => filling(&query),
        table => format!("/newsroom/audit.csv?{}", query.query()),
        older => older,
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
pub(super) fn harmless(text: &str) -> String {
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
