//! What the pages read: a few statements a page, each by a key.

use jiff::Timestamp;
use jiff::civil::Date;

use super::address::Cursor;
use crate::db::{Conn, DbError, Row};
use crate::edition::Agency;
use crate::ids::{GroupId, StoryNumber};
use crate::lang::Language;
use crate::story::{Card, ReleasedStory, story_path};

/// The log's head and the agency's revision, in one statement: the first of every page.
pub(super) async fn opening(conn: &mut Conn<'_>) -> Result<(i64, i64), DbError> {
    let row = conn
        .one(
            "SELECT seq, coalesce((SELECT revision FROM agency WHERE id = 1), 0) AS revision \
             FROM log_head WHERE id = 1",
            [],
        )
        .await?;
    Ok((row.get("seq")?, row.get("revision")?))
}

/// The released story of a number.
pub(super) async fn story(
    conn: &mut Conn<'_>,
    number: StoryNumber,
) -> Result<Option<ReleasedStory>, DbError> {
    let row = conn
        .optional(
            "SELECT number, language, group_id, section, slug, state, version, published_at, updated_at, \
             urgency, continued_by, page FROM released WHERE number = $1",
            [number.into()],
        )
        .await?;
    row.as_ref().map(ReleasedStory::read).transpose()
}

/// A story in a list.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub number: StoryNumber,
    pub at: Timestamp,
    pub section: String,
    pub slug: String,
    pub urgency: u8,
    pub card: Card,
}

impl Listed {
    /// The place in the list that this story takes.
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.at.as_microsecond(), number: self.number.get() }
    }

    fn read(row: &Row) -> Result<Listed, DbError> {
        Ok(Listed {
            number: row.parsed("number", StoryNumber::new)?,
            at: row.get("at")?,
            section: row.get("section")?,
            slug: row.get("slug")?,
            urgency: row.get::<i64>("urgency")?.clamp(1, 8) as u8,
            card: row.json("card")?,
        })
    }
}

/// Whether a list shows stories for which a newer one of their run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Runs {
    /// Only the newest: fronts and sections.
    Newest,
    /// All of them: archives, topics, authors.
    Whole,
}

/// Up to `limit` stories of a list before a place in it, the newest first, none older than `from`.
pub(super) async fn listed(
    conn: &mut Conn<'_>,
    list: &str,
    runs: Runs,
    before: Cursor,
    from: Timestamp,
    limit: usize,
) -> Result<Vec<Listed>, DbError> {
    let rows = conn
        .all(
            "SELECT l.number, l.at, r.section, r.slug, r.urgency, r.card \
             FROM listing l JOIN released r ON r.number = l.number \
             WHERE l.list = $1 AND (l.at, l.number) < ($2, $3) AND l.at >= $4 AND l.superseded <= $5 \
             ORDER BY l.at DESC, l.number DESC LIMIT $6",
            [
                list.into(),
                before.at.into(),
                before.number.into(),
                from.into(),
                i64::from(runs == Runs::Whole).into(),
                (limit as i64).into(),
            ],
        )
        .await?;
    rows.iter().map(Listed::read).collect()
}

/// Another story, as a link to it needs it.
#[derive(Clone, Debug)]
pub(super) struct Linked {
    pub number: StoryNumber,
    pub language: Language,
    pub section: String,
    pub slug: String,
    pub headline: String,
}

impl Linked {
    fn read(row: &Row) -> Result<Linked, DbError> {
        Ok(Linked {
            number: row.parsed("number", StoryNumber::new)?,
            language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
            section: row.get("section")?,
            slug: row.get("slug")?,
            headline: row.json::<Card>("card")?.headline,
        })
    }
}

/// A public story, to link to.
pub(super) async fn linked(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Option<Linked>, DbError> {
    let row = conn
        .optional(
            "SELECT number, language, section, slug, card FROM released \
             WHERE number = $1 AND state = 'public'",
            [number.into()],
        )
        .await?;
    row.as_ref().map(Linked::read).transpose()
}

/// A public story of a translation group.
#[derive(Clone, Debug)]
pub(super) struct Fellow {
    pub number: StoryNumber,
    pub language: Language,
    pub version: i64,
    section: String,
    slug: String,
}

impl Fellow {
    /// Its address.
    pub fn path(&self, agency: &Agency) -> String {
        story_path(agency, self.language, &self.section, &self.slug, self.number)
    }

    fn read(row: &Row) -> Result<Fellow, DbError> {
        Ok(Fellow {
            number: row.parsed("number", StoryNumber::new)?,
            language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
            version: row.get("version")?,
            section: row.get("section")?,
            slug: row.get("slug")?,
        })
    }
}

/// The public stories of a translation group, by number.
pub(super) async fn group(conn: &mut Conn<'_>, group: GroupId) -> Result<Vec<Fellow>, DbError> {
    let rows = conn
        .all(
            "SELECT number, language, section, slug, version FROM released \
             WHERE group_id = $1 AND state = 'public' ORDER BY number LIMIT 200",
            [group.into()],
        )
        .await?;
    rows.iter().map(Fellow::read).collect()
}

/// Whether an original was changed in substance after a version of it: a refile or a lift that says the same
/// leaves no translation behind.
pub(super) async fn changed_since(
    conn: &mut Conn<'_>,
    original: StoryNumber,
    version: i64,
) -> Result<bool, DbError> {
    let row = conn
        .optional(
            "SELECT v.version FROM version v WHERE v.number = $1 AND v.version > $2 \
             AND v.act IN ('update', 'correction', 'lift', 'restore') AND NOT EXISTS \
             (SELECT 1 FROM version o WHERE o.number = v.number AND o.version = $2 AND o.hash = v.hash) LIMIT 1",
            [original.into(), version.into()],
        )
        .await?;
    Ok(row.is_some())
}

/// Whether a story was published before it came here.
pub(super) async fn was_imported(conn: &mut Conn<'_>, number: StoryNumber) -> Result<bool, DbError> {
    let row = conn
        .optional("SELECT act FROM version WHERE number = $1 ORDER BY version LIMIT 1", [number.into()])
        .await?;
    row.map_or(Ok(false), |row| Ok(row.get::<String>("act")? == "import"))
}

/// The card of a public story of an edition, or of the newest of its run, which stands for it.
pub(super) async fn pinned(
    conn: &mut Conn<'_>,
    language: Language,
    number: StoryNumber,
) -> Result<Option<Listed>, DbError> {
    let row = conn
        .optional(
            "SELECT n.number, n.published_at AS at, n.section, n.slug, n.urgency, n.card \
             FROM released p JOIN released n ON n.number = coalesce(p.continued_by, p.number) \
             WHERE p.number = $1 AND p.language = $2 AND p.state = 'public' \
             AND n.language = $2 AND n.state = 'public'",
            [number.into(), language.as_str().into()],
        )
        .await?;
    row.as_ref().map(Listed::read).transpose()
}

/// The names of an author in each language there is one in.
pub(super) async fn author(conn: &mut Conn<'_>, slug: &str) -> Result<Vec<(Language, String)>, DbError> {
    let rows = conn.all("SELECT language, name FROM author WHERE slug = $1", [slug.into()]).await?;
    rows.iter()
        .map(|row| Ok((row.parsed("language", |tag: String| Language::parse(&tag).ok())?, row.get("name")?)))
        .collect()
}

/// Days from `from` to `to` that have public stories, each with how many.
pub(super) async fn days(
    conn: &mut Conn<'_>,
    language: Language,
    from: Date,
    to: Date,
) -> Result<Vec<(Date, i64)>, DbError> {
    let rows = conn
        .all(
            "SELECT day, stories FROM calendar \
             WHERE language = $1 AND day >= $2 AND day <= $3 AND stories > 0 ORDER BY day",
            [language.as_str().into(), from.to_string().into(), to.to_string().into()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("day", day)?, row.get("stories")?))).collect()
}

/// The last day before `day`, or the first after it, that has public stories.
pub(super) async fn neighbours(
    conn: &mut Conn<'_>,
    language: Language,
    (first, last): (Date, Date),
) -> Result<(Option<Date>, Option<Date>), DbError> {
    let row = conn
        .one(
            "SELECT (SELECT max(day) FROM calendar WHERE language = $1 AND day < $2 AND stories > 0) AS before, \
             (SELECT min(day) FROM calendar WHERE language = $1 AND day > $3 AND stories > 0) AS after",
            [language.as_str().into(), first.to_string().into(), last.to_string().into()],
        )
        .await?;
    let read = |column: &str| row.get::<Option<String>>(column).map(|text| text.and_then(day));
    Ok((read("before")?, read("after")?))
}

fn day(text: String) -> Option<Date> {
    text.parse().ok()
}

/// Where an address of the past leads: a story, or an address.
pub(super) enum OldAddress {
    /// To a story.
    Story(StoryNumber),
    /// To an address of the site.
    Target(String),
}

/// Looks a path up among the addresses stories had, on this host and without one.
pub(super) async fn old_address(
    conn: &mut Conn<'_>,
    host: Option<&str>,
    path: &str,
) -> Result<Option<OldAddress>, DbError> {
    let named = |scheme: &str| host.map_or_else(String::new, |host| format!("{scheme}://{host}{path}"));
    let rows = conn
        .all(
            "SELECT number, target FROM old_address WHERE address IN ($1, $2, $3) \
             ORDER BY length(address) DESC LIMIT 1",
            [path.into(), named("https").into(), named("http").into()],
        )
        .await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let number = row.get::<Option<i64>>("number")?.and_then(StoryNumber::new);
    let target = row.get::<Option<String>>("target")?;
    Ok(number.map(OldAddress::Story).or(target.map(OldAddress::Target)))
}

/// The patterns of a host, and those of every host, in their order: what to match and where it leads.
pub(super) async fn old_patterns(
    conn: &mut Conn<'_>,
    host: Option<&str>,
) -> Result<Vec<(String, String)>, DbError> {
    let rows = conn
        .all(
            "SELECT pattern, target FROM old_pattern WHERE host = $1 OR host = '' ORDER BY position LIMIT 500",
            [host.unwrap_or_default().into()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("pattern")?, row.get("target")?))).collect()
}
