//! Matters and their reports in the database.

use jiff::Timestamp;

use super::spam::Lesson;
use super::{Kind, Mistake, Report, Settled, State};
use crate::db::{Conn, DbError, Row};
use crate::feedback::{Reference, Series};
use crate::ids::{MistakeId, PersonId, ReportId, StoryNumber};
use crate::lang::Language;

/// How often a reference is made anew where it is taken.
const TRIES: usize = 40;
/// The most matters of one story that wait and are looked at.
const MOST_WAITING: i64 = 200;

/// Every column of a matter, between two parts of a statement.
macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " mistake.id, reference, mistake.number, mistake.language, mistake.desk, mistake.section, mistake.kind, \
             mistake.state, opened_at, mistake.moved_at, later_until, followed_to, anchors, reports, settled_at, \
             settled_by, settled_version, by_itself, reason, before_words, after_words ",
            $after
        )
    };
}

pub(super) use columns;

/// What a report comes with that is not shown.
#[derive(Clone, Debug)]
pub(super) struct Incoming {
    pub secret: Vec<u8>,
    pub confirm: Option<Vec<u8>>,
    pub email: Option<String>,
    pub network: Vec<u8>,
}

/// Writes a new matter, under a longer reference where its own is taken.
pub(super) async fn insert(conn: &mut Conn<'_>, matter: &mut Mistake) -> Result<Reference, DbError> {
    let anchors = serde_json::to_string(&matter.anchors).expect("anchors are plain data");
    for more in 0..TRIES {
        let written = conn
            .execute(
                "INSERT INTO mistake (id, reference, number, language, desk, section, kind, state, opened_at, \
                 moved_at, followed_to, anchors, reports) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
                 ON CONFLICT (reference) DO NOTHING",
                [
                    matter.id.into(),
                    matter.reference.as_str().into(),
                    matter.number.into(),
                    matter.language.as_str().into(),
                    matter.desk.as_str().into(),
                    matter.section.as_str().into(),
                    matter.kind.as_str().into(),
                    matter.state.as_str().into(),
                    matter.opened_at.into(),
                    matter.moved_at.into(),
                    matter.followed_to.into(),
                    anchors.as_str().into(),
                    matter.reports.into(),
                ],
            )
            .await?;
        if written == 1 {
            return Ok(matter.reference.clone());
        }
        // Four characters do for hundreds of thousands of matters; then they grow.
        matter.reference = Reference::longer(Series::Mistake, more / 8);
    }
    panic!("among {TRIES} references of up to eight characters one is free");
}

pub(super) async fn insert_report(
    conn: &mut Conn<'_>,
    matter: MistakeId,
    number: StoryNumber,
    report: &Report,
    incoming: &Incoming,
) -> Result<(), DbError> {
    let marked = serde_json::to_string(&report.marked).expect("marked words are plain data");
    conn.execute(
        "INSERT INTO report (id, mistake, number, at, language, version, marked, suggestion, word, email, \
         confirm_hash, secret_hash, network, spam_score) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        [
            report.id.into(),
            matter.into(),
            number.into(),
            report.at.into(),
            report.language.as_str().into(),
            report.version.into(),
            marked.into(),
            report.suggestion.as_str().into(),
            report.word.as_str().into(),
            incoming.email.clone().into(),
            incoming.confirm.clone().into(),
            incoming.secret.clone().into(),
            incoming.network.clone().into(),
            report.spam_score.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Another reader reported a matter.
pub(super) async fn one_more(conn: &mut Conn<'_>, id: MistakeId, now: Timestamp) -> Result<(), DbError> {
    let sql = "UPDATE mistake SET reports = reports + 1, moved_at = $2 WHERE id = $1";
    conn.execute(sql, [id.into(), now.into()]).await.map(|_| ())
}

/// Boards show the story's card anew.
pub(super) async fn stir(conn: &mut Conn<'_>, number: StoryNumber, now: Timestamp) -> Result<(), DbError> {
    let sql = "UPDATE story SET moved_at = $2 WHERE number = $1 AND moved_at < $2";
    conn.execute(sql, [number.into(), now.into()]).await.map(|_| ())
}

/// What waits on a story, the oldest first.
pub(super) async fn waiting(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<Mistake>, DbError> {
    let sql = columns!(
        "SELECT",
        "FROM mistake WHERE number = $1 AND state IN ('open', 'later') ORDER BY opened_at LIMIT $2"
    );
    conn.all(sql, [number.into(), MOST_WAITING.into()]).await?.iter().map(read).collect()
}

/// One matter by its reference.
pub(super) async fn find(conn: &mut Conn<'_>, reference: &str) -> Result<Option<Mistake>, DbError> {
    let sql = columns!("SELECT", "FROM mistake WHERE reference = $1");
    conn.optional(sql, [reference.into()]).await?.as_ref().map(read).transpose()
}

/// The same, kept from others until the transaction ends.
pub(super) async fn lock(conn: &mut Conn<'_>, reference: &str) -> Result<Option<Mistake>, DbError> {
    let sql = columns!("UPDATE mistake SET reports = reports WHERE reference = $1 RETURNING", "");
    conn.optional(sql, [reference.into()]).await?.as_ref().map(read).transpose()
}

/// Writes where a matter stands, but for what its reports are.
pub(super) async fn update(conn: &mut Conn<'_>, matter: &Mistake) -> Result<(), DbError> {
    let settled = matter.settled.clone();
    let has = settled.is_some();
    let settled = settled.unwrap_or_default();
    conn.execute(
        "UPDATE mistake SET state = $2, moved_at = $3, later_until = $4, followed_to = $5, anchors = $6, \
         settled_at = $7, settled_by = $8, settled_version = $9, by_itself = $10, reason = $11, \
         before_words = $12, after_words = $13 WHERE id = $1",
        [
            matter.id.into(),
            matter.state.as_str().into(),
            matter.moved_at.into(),
            matter.later_until.into(),
            matter.followed_to.into(),
            serde_json::to_string(&matter.anchors).expect("anchors are plain data").into(),
            has.then_some(settled.at).into(),
            settled.by.into(),
            settled.version.into(),
            settled.by_itself.into(),
            settled.reason.into(),
            settled.before.into(),
            settled.after.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The reports of a matter, the first first; at most `limit`.
pub(super) async fn reports(conn: &mut Conn<'_>, id: MistakeId, limit: i64) -> Result<Vec<Report>, DbError> {
    let sql = "SELECT id, at, language, version, marked, suggestion, word, email_confirmed_at, spam_score \
               FROM report WHERE mistake = $1 ORDER BY at, id LIMIT $2";
    conn.all(sql, [id.into(), limit.into()]).await?.iter().map(read_report).collect()
}

fn read_report(row: &Row) -> Result<Report, DbError> {
    Ok(Report {
        id: row.parsed("id", |bytes: Vec<u8>| ReportId::from_bytes(&bytes))?,
        at: row.get("at")?,
        language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
        version: row.get("version")?,
        marked: row.json("marked")?,
        suggestion: row.get("suggestion")?,
        word: row.get("word")?,
        told: row.get::<Option<Timestamp>>("email_confirmed_at")?.is_some(),
        spam_score: row.get("spam_score")?,
    })
}

pub(super) fn read(row: &Row) -> Result<Mistake, DbError> {
    let settled = match row.get::<Option<Timestamp>>("settled_at")? {
        None => None,
        Some(at) => Some(Settled {
            at,
            by: row.get::<Option<Vec<u8>>>("settled_by")?.as_deref().and_then(PersonId::from_bytes),
            version: row.get("settled_version")?,
            by_itself: row.get("by_itself")?,
            reason: row.get("reason")?,
            before: row.get("before_words")?,
            after: row.get("after_words")?,
        }),
    };
    Ok(Mistake {
        id: row.parsed("id", |bytes: Vec<u8>| MistakeId::from_bytes(&bytes))?,
        reference: row.parsed("reference", |text: String| Reference::parse(Series::Mistake, &text))?,
        number: row.parsed("number", StoryNumber::new)?,
        language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
        desk: row.get("desk")?,
        section: row.get("section")?,
        kind: row.parsed("kind", |word: String| Kind::parse(&word))?,
        state: row.parsed("state", |word: String| State::parse(&word))?,
        opened_at: row.get("opened_at")?,
        moved_at: row.get("moved_at")?,
        later_until: row.get("later_until")?,
        followed_to: row.get("followed_to")?,
        anchors: row.json("anchors")?,
        reports: row.get("reports")?,
        settled,
    })
}

/// Every matter of a story.
pub(super) async fn of_story(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<Mistake>, DbError> {
    let sql = columns!("SELECT", "FROM mistake WHERE number = $1 ORDER BY opened_at");
    conn.all(sql, [number.into()]).await?.iter().map(read).collect()
}

/// A report and its matter.
pub(super) async fn report_and_matter(
    conn: &mut Conn<'_>,
    id: ReportId,
) -> Result<Option<(Mistake, Report)>, DbError> {
    let sql = "SELECT id, at, language, version, marked, suggestion, word, email_confirmed_at, spam_score, mistake \
               FROM report WHERE id = $1";
    let Some(row) = conn.optional(sql, [id.into()]).await? else { return Ok(None) };
    let report = read_report(&row)?;
    let matter = row.parsed("mistake", |bytes: Vec<u8>| MistakeId::from_bytes(&bytes))?;
    let sql = columns!("SELECT", "FROM mistake WHERE id = $1");
    let matter = conn.optional(sql, [matter.into()]).await?.as_ref().map(read).transpose()?;
    Ok(matter.map(|matter| (matter, report)))
}

/// Writes a report's words back after some in them were replaced.
pub(super) async fn rewrite_report(conn: &mut Conn<'_>, report: &Report) -> Result<(), DbError> {
    let marked = serde_json::to_string(&report.marked).expect("marked words are plain data");
    let sql = "UPDATE report SET marked = $2, suggestion = $3, word = $4 WHERE id = $1";
    let values =
        [report.id.into(), marked.into(), report.suggestion.as_str().into(), report.word.as_str().into()];
    conn.execute(sql, values).await.map(|_| ())
}

/// The reports of a matter from which was learned what spam is.
pub(super) async fn taught(conn: &mut Conn<'_>, id: MistakeId) -> Result<Vec<(Report, Lesson)>, DbError> {
    let sql = "SELECT id, at, language, version, marked, suggestion, word, email_confirmed_at, spam_score, taught \
               FROM report WHERE mistake = $1 AND taught IS NOT NULL";
    let rows = conn.all(sql, [id.into()]).await?;
    let lesson = |row: &Row| row.parsed("taught", |word: String| Lesson::parse(&word));
    rows.iter().map(|row| Ok((read_report(row)?, lesson(row)?))).collect()
}

pub(super) async fn set_taught(
    conn: &mut Conn<'_>,
    id: ReportId,
    lesson: Option<Lesson>,
) -> Result<(), DbError> {
    let sql = "UPDATE report SET taught = $2 WHERE id = $1";
    conn.execute(sql, [id.into(), lesson.map(Lesson::as_str).into()]).await.map(|_| ())
}
