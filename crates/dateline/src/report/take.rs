//! A report taken: checked against our own copy of the version, followed to today's words, joined or kept.

use jiff::Timestamp;
use text_anchor::Version as Anchored;

use super::anchor::{self, spaced};
use super::draft::{LONGEST_SUGGESTION, LONGEST_WORD, MOST_PASSAGES};
use super::letters::Secret;
use super::store::{self, Incoming};
use super::{Anchor, Draft, Kind, Marked, Mistake, Refusal, Report, State, Text, spam};
use crate::db::{Conn, DbError};
use crate::desk;
use crate::feedback::Reference;
use crate::ids::{MistakeId, ReportId, StoryRef};
use crate::notice;
use crate::people::{self, Email, Right};
use crate::story::{self, Release, Story, Version};

/// What a reader is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is the first about these words.
    Accepted {
        /// What it is called.
        reference: Reference,
        /// The secret of its status page.
        secret: String,
        /// The secret of the letter that confirms the address, where one was given.
        confirm: Option<String>,
    },
    /// Others reported the same words before.
    Joined {
        /// What the matter is called.
        reference: Reference,
        /// The secret of this reader's status page.
        secret: String,
        /// The secret of the letter that confirms the address, where one was given.
        confirm: Option<String>,
        /// How many came before.
        before: u64,
    },
    /// The words were put right since the version the reader had.
    AlreadyFixed {
        /// What they marked.
        before: String,
        /// What stands there now.
        after: String,
    },
    /// It was not taken.
    Refused(Refusal),
}

/// Why a verb on reports failed.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is no such matter.
    #[error("there is no such report")]
    Unknown,
    /// It has been answered meanwhile, or waits for an answer and none is to be taken back.
    #[error("this was answered otherwise meanwhile")]
    NotNow,
    /// A reason is missing or too long.
    #[error("a reason has 1 to {LONGEST_WORD} characters")]
    BadReason,
    /// An instant has passed, or is too far.
    #[error("this instant cannot be waited for")]
    BadInstant,
    /// The right is missing.
    #[error(transparent)]
    Refused(#[from] people::Refused),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Takes a report; `network` is a keyed hash of where it comes from. Call it in a transaction, on the story's lane.
pub async fn take(
    conn: &mut Conn<'_>,
    draft: &Draft,
    network: Vec<u8>,
    now: Timestamp,
) -> Result<Taken, DbError> {
    taken(conn, draft, (network, Doubt::None), now).await
}

/// The same for a report that gives itself away as a program's: it is put aside, and its sender is answered as any other.
pub async fn take_aside(
    conn: &mut Conn<'_>,
    draft: &Draft,
    network: Vec<u8>,
    now: Timestamp,
) -> Result<Taken, DbError> {
    taken(conn, draft, (network, Doubt::Certain), now).await
}

/// Whether a report is put aside whatever it says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    Certain,
}

async fn taken(
    conn: &mut Conn<'_>,
    draft: &Draft,
    (network, doubt): (Vec<u8>, Doubt),
    now: Timestamp,
) -> Result<Taken, DbError> {
    if let Err(refusal) = check(draft) {
        return Ok(Taken::Refused(refusal));
    }
    let found = story::store::lock(conn, StoryRef::Number(draft.story)).await?;
    let Some(story) = found.filter(|story| story.release == Release::Public) else {
        return Ok(Taken::Refused(Refusal::NotPublic));
    };
    let versions = story::versions_since(conn, draft.story, draft.version).await?;
    if !was_public(&story, draft, &versions) {
        return Ok(Taken::Refused(Refusal::UnknownVersion));
    }
    let looked = match look(&versions, draft) {
        Ok(looked) => looked,
        Err(refusal) => return Ok(Taken::Refused(refusal)),
    };
    if let Some((before, after)) = looked.fixed {
        return Ok(Taken::AlreadyFixed { before, after });
    }
    keep(conn, &story, draft, looked, (network, doubt), now).await
}

fn check(draft: &Draft) -> Result<(), Refusal> {
    if draft.passages.is_empty() {
        return Err(Refusal::NothingMarked);
    }
    let long = draft.passages.len() > MOST_PASSAGES
        || draft.word.chars().count() > LONGEST_WORD
        || draft.suggestion.chars().count() > LONGEST_SUGGESTION;
    if long {
        return Err(Refusal::TooLong);
    }
    match &draft.email {
        Some(email) if !email.trim().is_empty() && Email::parse(email).is_err() => Err(Refusal::NoAddress),
        _ => Ok(()),
    }
}

/// Whether readers of this language ever had the version: what was held, or went to trusted readers alone before its
/// embargo ended, they had not.
fn was_public(story: &Story, draft: &Draft, since: &[Version]) -> bool {
    let Some(read) = since.first().filter(|version| version.version == draft.version) else { return false };
    let Some(published) = story.published_at else { return false };
    let last_before = since.get(1).is_none_or(|next| next.at > published);
    story.language == draft.language
        && read.status == "usable"
        && read.content.is_some()
        && (read.at >= published || last_before)
}

/// What was marked, and where it is now.
struct Looked {
    anchors: Vec<Anchor>,
    suggestion: String,
    /// What stood there and what stands there now, where that is certain.
    fixed: Option<(String, String)>,
}

fn look(versions: &[Version], draft: &Draft) -> Result<Looked, Refusal> {
    let texts: Vec<Text> =
        versions.iter().filter_map(|version| version.content.as_ref()).map(Text::of).collect();
    let versions: Vec<Anchored<'_>> =
        texts.iter().map(Text::version).collect::<Result<_, _>>().map_err(|_| Refusal::UnknownVersion)?;
    let (first, last) = (&versions[0], &versions[versions.len() - 1]);
    let said: Vec<&str> = draft.suggestion.trim().lines().collect();
    let single = draft.passages.len() == 1;
    let apart = !single && said.len() == draft.passages.len();
    let (mut marked, mut suggested): (Vec<Marked>, Vec<String>) = (Vec::new(), Vec::new());
    for (place, passage) in draft.passages.iter().enumerate() {
        let said = match (single, apart) {
            (true, _) => draft.suggestion.as_str(),
            (_, true) => said[place],
            _ => "",
        };
        let (words, said) = anchor::mark(first, passage, said)?;
        // A line that leaves its passage as it is says so by repeating it.
        suggested.push(if apart && said.is_empty() { words.selector.exact.clone() } else { said });
        marked.push(words);
    }
    anchor::check_length(&marked)?;
    let unchanged = marked.iter().zip(&suggested).all(|(words, said)| words.selector.exact == *said);
    let suggestion = match (single, apart) {
        (true, _) => suggested.remove(0),
        (_, true) if unchanged => String::new(),
        (_, true) => suggested.join("\n"),
        _ => draft.suggestion.trim().to_owned(),
    };
    let anchors: Vec<Anchor> = marked.into_iter().map(|words| Anchor::here(words).on(&versions)).collect();
    let fixed = surely_fixed(&anchors, &suggestion, last);
    Ok(Looked { anchors, suggestion, fixed })
}

/// Told only where nothing is lost by it: every word was replaced beyond doubt, by what the reader suggests where they
/// suggest anything.
fn surely_fixed(anchors: &[Anchor], suggestion: &str, now: &Anchored<'_>) -> Option<(String, String)> {
    if !anchors.iter().all(|anchor| anchor.is_surely_replaced(now)) {
        return None;
    }
    let (before, after) = swapped(anchors);
    (suggestion.is_empty() || spaced(suggestion) == spaced(&after)).then_some((before, after))
}

/// What stood there and what stands there now, a line for each passage.
pub(super) fn swapped(anchors: &[Anchor]) -> (String, String) {
    let before: Vec<&str> = anchors.iter().map(|anchor| anchor.marked.selector.exact.as_str()).collect();
    let after: Vec<&str> = anchors
        .iter()
        .map(|anchor| anchor.words.as_deref().unwrap_or(&anchor.marked.selector.exact))
        .collect();
    (before.join("\n"), after.join("\n"))
}

async fn keep(
    conn: &mut Conn<'_>,
    story: &Story,
    draft: &Draft,
    looked: Looked,
    (network, doubt): (Vec<u8>, Doubt),
    now: Timestamp,
) -> Result<Taken, DbError> {
    let word = draft.word.replace("\r\n", "\n").trim().to_owned();
    let email = draft.email.as_deref().and_then(|email| Email::parse(email).ok());
    let score = spam::score(conn, &[&word, &looked.suggestion]).await?;
    let (secret, confirm) = (Secret::new(), email.as_ref().map(|_| Secret::new()));
    let report = Report {
        id: ReportId::new(),
        at: now,
        language: draft.language,
        version: draft.version,
        marked: looked.anchors.iter().map(|anchor| anchor.marked.clone()).collect(),
        suggestion: looked.suggestion,
        word,
        told: false,
        spam_score: score,
    };
    let quarantined = doubt == Doubt::Certain || score >= spam::PUT_ASIDE;
    let first = match quarantined {
        true => None,
        false => store::waiting(conn, story.number).await?.into_iter().find(|matter| {
            matter.kind == draft.kind
                && matter.anchors.iter().any(|one| looked.anchors.iter().any(|other| one.overlaps(other)))
        }),
    };
    let hashes = Incoming {
        secret: secret.hash(),
        confirm: confirm.as_ref().map(Secret::hash),
        email: email.map(|email| email.to_string()),
        network,
    };
    let confirm = confirm.map(|secret| secret.reveal().to_owned());
    let secret = secret.reveal().to_owned();
    if let Some(matter) = first {
        store::insert_report(conn, matter.id, story.number, &report, &hashes).await?;
        store::one_more(conn, matter.id, now).await?;
        store::stir(conn, story.number, now).await?;
        let before = matter.reports.max(0) as u64;
        return Ok(Taken::Joined { reference: matter.reference, secret, confirm, before });
    }
    let mut matter = matter_of(story, draft.kind, looked.anchors, now);
    if quarantined {
        matter.state = State::Spam;
    }
    let reference = store::insert(conn, &mut matter).await?;
    store::insert_report(conn, matter.id, story.number, &report, &hashes).await?;
    if !quarantined {
        store::stir(conn, story.number, now).await?;
        if draft.kind == Kind::Fact {
            alert(conn, story, now).await?;
        }
    }
    Ok(Taken::Accepted { reference, secret, confirm })
}

fn matter_of(story: &Story, kind: Kind, anchors: Vec<Anchor>, now: Timestamp) -> Mistake {
    Mistake {
        id: MistakeId::new(),
        reference: Reference::random(crate::feedback::Series::Mistake),
        number: story.number,
        language: story.language,
        desk: story.desk.as_str().to_owned(),
        section: story.copy.section.clone(),
        kind,
        state: State::Open,
        opened_at: now,
        moved_at: now,
        later_until: None,
        followed_to: story.version,
        anchors,
        reports: 1,
        settled: None,
    }
}

/// Tells those who answer reports at the story's desk that a fact is said to be wrong.
async fn alert(conn: &mut Conn<'_>, story: &Story, now: Timestamp) -> Result<(), DbError> {
    for person in people::list(conn).await? {
        if person.disabled_at.is_some() {
            continue;
        }
        let badge = desk::badge(conn, person).await?;
        if badge.may_at(&story.desk, Right::ReportsAnswer) {
            let (to, number) = (badge.person.id, story.number);
            notice::tell(conn, to, notice::Kind::Reported, number, None, now).await?;
        }
    }
    Ok(())
}
