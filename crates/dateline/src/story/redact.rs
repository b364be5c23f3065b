//! Redaction: stated words replaced in every version, working copy, revision, caption and note. The hash of what
//! was stays; the register says who asked and who agreed, never the words.

use jiff::Timestamp;

use super::{
    Change, Order, Release, Story, StoryCopy, StoryError, Touches, publish, released, store, touch, versions,
};
use crate::correction;
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::{GroupId, PersonId, StoryNumber};
use crate::people::Actor;
use crate::report;

/// What stands in the place of redacted words.
const IN_THEIR_PLACE: &str = "[…]";

/// Replaces the ordered words wherever this story has them.
pub(super) async fn redact(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    order: &Order,
    (asked_by, who): (Option<PersonId>, &Actor),
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    let before = publish::last_copy(conn, story).await?;
    let redaction = Redaction::of(order);
    let mut places = redaction.copy(&mut story.copy);
    story.revision += 1;
    story.pending = None;
    store::update(conn, story).await?;
    places += redact_versions(conn, story.number, &redaction).await?;
    places += redact_revisions(conn, story, &redaction).await?;
    places += redact_corrections(conn, story.number, &redaction).await?;
    places += report::redact(conn, story.number, &|text: &mut String| redaction.text(text)).await?;
    register(conn, story.group, order, (asked_by, who.person), places, now).await?;
    let hash = versions::newest_hash(conn, story).await?;
    if story.release == Release::Advanced {
        return Ok(vec![Change::of_trusted(story, order.act, hash, now)]);
    }
    released::refresh_pages(conn, &[story.number]).await?;
    conn.execute("UPDATE released SET updated_at = $2 WHERE number = $1", [story.number.into(), now.into()])
        .await?;
    let mut touches = Touches::new();
    touches.add(touch::corrections(story.language));
    for sibling in store::group_numbers(conn, story.group).await? {
        touches.add(touch::story(sibling));
    }
    if let Some(before) = &before {
        touches.listed(agency, story.language, before, story.published_at.unwrap_or(now), now);
    }
    Ok(vec![Change {
        touches: touches.into_names(),
        // What stood there before must not stand in for it.
        withdrawn: true,
        ..Change::of(story, order.act, hash, now)
    }])
}

/// The words and what replaces them.
pub(super) struct Redaction<'a> {
    words: &'a [String],
    with: &'a str,
}

impl Redaction<'_> {
    /// What an order asks for.
    pub(super) fn of(order: &Order) -> Redaction<'_> {
        Redaction { words: &order.words, with: order.with.as_deref().unwrap_or(IN_THEIR_PLACE) }
    }

    fn text(&self, text: &mut String) -> usize {
        let mut places = 0;
        for words in self.words.iter().filter(|words| !words.trim().is_empty()) {
            places += text.matches(words.as_str()).count();
            *text = text.replace(words.as_str(), self.with);
        }
        places
    }

    fn opt(&self, text: &mut Option<String>) -> usize {
        text.as_mut().map_or(0, |text| self.text(text))
    }

    /// Replaces them in copy; in how many places.
    pub(super) fn copy(&self, copy: &mut StoryCopy) -> usize {
        let mut places = self.text(&mut copy.headline)
            + self.opt(&mut copy.slugline)
            + self.opt(&mut copy.byline)
            + self.opt(&mut copy.summary)
            + self.opt(&mut copy.editor_note)
            + self.opt(&mut copy.usage_terms);
        for other in &mut copy.headlines {
            places += self.text(&mut other.value);
        }
        for person in &mut copy.sign_off {
            places += self.text(&mut person.name) + self.opt(&mut person.initials);
        }
        for subject in &mut copy.subjects {
            places += self.opt(&mut subject.name);
        }
        if let Some(dateline) = &mut copy.dateline {
            places += self.opt(&mut dateline.place) + self.opt(&mut dateline.country);
            places += dateline.places.iter_mut().map(|place| self.text(place)).sum::<usize>();
        }
        for words in self.words.iter().filter(|words| !words.trim().is_empty()) {
            places += copy.body.replace_words(words, self.with);
        }
        places += copy.keywords.iter_mut().map(|keyword| self.text(keyword)).sum::<usize>();
        for media in &mut copy.media {
            places += self.opt(&mut media.alt) + self.opt(&mut media.caption) + self.opt(&mut media.credit);
        }
        for topic in &mut copy.topics {
            places += self.text(&mut topic.name);
        }
        for author in &mut copy.authors {
            places += self.text(&mut author.name);
        }
        places
    }
}

async fn redact_versions(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    redaction: &Redaction<'_>,
) -> Result<usize, DbError> {
    let mut places = 0;
    for mut version in versions::versions(conn, number).await? {
        let found = version.content.as_mut().map_or(0, |copy| redaction.copy(copy))
            + redaction.opt(&mut version.editor_note)
            + redaction.opt(&mut version.public_note)
            + redaction.opt(&mut version.reason);
        if found > 0 {
            versions::rewrite(conn, &version).await?;
        }
        places += found;
    }
    Ok(places)
}

async fn redact_revisions(
    conn: &mut Conn<'_>,
    story: &Story,
    redaction: &Redaction<'_>,
) -> Result<usize, DbError> {
    let mut places = 0;
    let rows = conn.all("SELECT revision, copy FROM revision WHERE story = $1", [story.id.into()]).await?;
    for row in rows {
        let mut copy: StoryCopy = row.json("copy")?;
        let found = redaction.copy(&mut copy);
        if found > 0 {
            let revision: i64 = row.get("revision")?;
            conn.execute(
                "UPDATE revision SET copy = $3 WHERE story = $1 AND revision = $2",
                [story.id.into(), revision.into(), store::json(&copy).into()],
            )
            .await?;
        }
        places += found;
    }
    Ok(places)
}

async fn redact_corrections(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    redaction: &Redaction<'_>,
) -> Result<usize, DbError> {
    let mut places = 0;
    for mut note in correction::of_story(conn, number).await? {
        let found = redaction.text(&mut note.note);
        if found > 0 {
            correction::rewrite(conn, number, &note).await?;
        }
        places += found;
    }
    Ok(places)
}

async fn register(
    conn: &mut Conn<'_>,
    group: GroupId,
    order: &Order,
    (asked_by, agreed_by): (Option<PersonId>, Option<PersonId>),
    places: usize,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO redaction (id, at, group_id, reason, asked_by, agreed_by, places) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            crate::ids::TaskId::new().into(),
            now.into(),
            group.into(),
            order.reason.clone().unwrap_or_default().into(),
            asked_by.into(),
            agreed_by.into(),
            (places as i64).into(),
        ],
    )
    .await
    .map(|_| ())
}
