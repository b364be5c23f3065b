//! What editors choose for a front, and what is refused.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::store;
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::people::{Actor, Refused, Right};

/// The most stories pinned beside a lead.
pub const MOST_PINNED: usize = 12;

/// A story kept in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Which story.
    pub number: StoryNumber,
    /// When it gives up its place by itself; never where absent.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// What editors want to see at the head of a front.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The story at the head; without one the newest and most urgent leads.
    pub lead: Option<Pin>,
    /// Stories beside it, in their order.
    pub pinned: Vec<Pin>,
}

/// A front's arrangement as it stands. Its fields are in the order of RFC 8785, so that its JSON is canonical.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The story at the head.
    pub lead: Option<Pin>,
    /// Stories beside it, in their order.
    pub pinned: Vec<Pin>,
    /// Rises by one with every change; 0 before the first.
    pub revision: i64,
}

impl Arrangement {
    /// Everything pinned, the lead first.
    pub fn pins(&self) -> impl Iterator<Item = &Pin> {
        self.lead.iter().chain(&self.pinned)
    }

    /// SHA-256 of the arrangement as canonical JSON, in hex.
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.json()))
    }

    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).expect("arrangements are plain data")
    }

    /// When the next pin ends.
    pub(super) fn next_end(&self) -> Option<Timestamp> {
        self.pins().filter_map(|pin| pin.until).min()
    }

    /// Without the pins that have ended by `now`; `None` where none has.
    fn without_ended(&self, now: Timestamp) -> Option<Arrangement> {
        let lasts = |pin: &Pin| pin.until.is_none_or(|until| until > now);
        let left = Arrangement {
            lead: self.lead.filter(lasts),
            pinned: self.pinned.iter().copied().filter(lasts).collect(),
            revision: self.revision + 1,
        };
        (left.pins().count() < self.pins().count()).then_some(left)
    }
}

/// Why a front was not arranged; it is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FrontError {
    /// The right is missing.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The agency has no edition in the language.
    #[error("there is no edition {0}")]
    NoEdition(Language),
    /// Readers cannot see the story, or there is none.
    #[error("story {0} is not public")]
    NotPublic(StoryNumber),
    /// The story is another edition's.
    #[error("story {number} is in the edition {language}")]
    OtherEdition {
        /// Which story.
        number: StoryNumber,
        /// Where it is.
        language: Language,
    },
    /// One story in two places.
    #[error("story {0} is named twice")]
    Twice(StoryNumber),
    /// More pins than a front holds.
    #[error("{0} stories are pinned; a front holds {MOST_PINNED}")]
    TooMany(usize),
    /// A pin that has ended already.
    #[error("the pin of story {number} ends at {until}, which is not in the future")]
    BadEnd {
        /// Which story.
        number: StoryNumber,
        /// Its end.
        until: Timestamp,
    },
    /// Somebody else was faster.
    #[error("the front is at revision {found}, not {expected}")]
    Changed {
        /// What the caller had read.
        expected: i64,
        /// What is there.
        found: i64,
    },
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Arranges the front of an edition, which the caller read at revision `expected`. `None`: it was like this already.
pub async fn arrange(
    conn: &mut Conn<'_>,
    agency: &Agency,
    language: Language,
    wanted: Wanted,
    expected: i64,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Arrangement>, FrontError> {
    actor.must(Right::FrontsWrite)?;
    agency.edition(language).ok_or(FrontError::NoEdition(language))?;
    let before = store::arrangement(conn, language).await?;
    if before.revision != expected {
        return Err(FrontError::Changed { expected, found: before.revision });
    }
    let Wanted { lead, pinned } = wanted;
    if pinned.len() > MOST_PINNED {
        return Err(FrontError::TooMany(pinned.len()));
    }
    if (lead, &pinned) == (before.lead, &before.pinned) {
        return Ok(None);
    }
    let after = Arrangement { lead, pinned, revision: before.revision + 1 };
    let mut named = BTreeSet::new();
    for pin in after.pins() {
        if !named.insert(pin.number) {
            return Err(FrontError::Twice(pin.number));
        }
        check(conn, agency, language, pin, now).await?;
    }
    put(conn, language, &before, &after).await?;
    Ok(Some(after))
}

async fn check(
    conn: &mut Conn<'_>,
    agency: &Agency,
    language: Language,
    pin: &Pin,
    now: Timestamp,
) -> Result<(), FrontError> {
    let number = pin.number;
    if let Some(until) = pin.until.filter(|until| *until <= now) {
        return Err(FrontError::BadEnd { number, until });
    }
    match store::pinned(conn, agency, number).await? {
        Some(story) if story.language != language => {
            Err(FrontError::OtherEdition { number, language: story.language })
        }
        Some(_) => Ok(()),
        None => Err(FrontError::NotPublic(number)),
    }
}

/// Ends the pins of the next front whose time has come by `now`: claimed, so that it happens once. `None`: there was
/// nothing to end.
pub async fn end_pins(
    conn: &mut Conn<'_>,
    now: Timestamp,
) -> Result<Option<(Language, Arrangement)>, FrontError> {
    let Some(language) = store::claim_end(conn, now).await? else { return Ok(None) };
    let before = store::arrangement(conn, language).await?;
    let Some(after) = before.without_ended(now) else {
        // It was arranged anew in the meantime.
        store::set_end(conn, language, before.next_end()).await?;
        return Ok(None);
    };
    put(conn, language, &before, &after).await?;
    Ok(Some((language, after)))
}

async fn put(
    conn: &mut Conn<'_>,
    language: Language,
    before: &Arrangement,
    after: &Arrangement,
) -> Result<(), FrontError> {
    if !store::replace(conn, language, before, after).await? {
        let found = store::arrangement(conn, language).await?.revision;
        return Err(FrontError::Changed { expected: before.revision, found });
    }
    store::set_end(conn, language, after.next_end()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(number: i64, until: Option<&str>) -> Pin {
        Pin { number: StoryNumber::new(number).unwrap(), until: until.map(|at| at.parse().unwrap()) }
    }

    #[test]
    fn only_pins_whose_time_has_come_end() {
        let front = Arrangement {
            lead: Some(pin(1, Some("2026-06-01T10:00:00Z"))),
            pinned: vec![pin(2, None), pin(3, Some("2026-06-01T11:00:00Z"))],
            revision: 4,
        };
        assert_eq!(front.next_end().unwrap().to_string(), "2026-06-01T10:00:00Z");
        assert_eq!(front.without_ended("2026-06-01T09:59:59Z".parse().unwrap()), None);
        let left = front.without_ended("2026-06-01T10:00:00Z".parse().unwrap()).unwrap();
        assert_eq!((left.lead, left.pinned.len(), left.revision), (None, 2, 5));
        let left = left.without_ended("2026-06-01T12:00:00Z".parse().unwrap()).unwrap();
        assert_eq!((left.pinned, left.revision), (vec![pin(2, None)], 6));
    }

    #[test]
    fn an_arrangement_is_canonical_json() {
        let front = Arrangement { lead: Some(pin(1, None)), pinned: vec![pin(2, None)], revision: 1 };
        let text = front.json();
        assert_eq!(
            text,
            r#"{"lead":{"number":1,"until":null},"pinned":[{"number":2,"until":null}],"revision":1}"#
        );
        assert_eq!(serde_json::from_str::<Arrangement>(&text).unwrap(), front);
    }
}
