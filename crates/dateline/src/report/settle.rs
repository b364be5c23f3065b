//! What a new version does to the matters of a story: their words are followed on, and those that were replaced are
//! settled by themselves.
//!
//! *Deleted* and *unanchored* settle nothing: they are shown to an editor.

use jiff::Timestamp;
use text_anchor::Version as Anchored;

use super::take::swapped;
use super::{Anchor, Mistake, Report, Settled, Standing, State, Text, letters, store};
use crate::db::{Conn, DbError};
use crate::ids::StoryNumber;
use crate::story::{self, Version};

/// Follows the words of what waits on a story to its newest version, in the act that made it. Matters whose words were
/// all replaced are settled, with what stood there and what stands there now.
pub async fn follow_on(conn: &mut Conn<'_>, number: StoryNumber, now: Timestamp) -> Result<(), DbError> {
    let matters = store::waiting(conn, number).await?;
    let Some(from) = matters.iter().map(|matter| matter.followed_to).min() else { return Ok(()) };
    let history = History::since(conn, number, from).await?;
    for mut matter in matters {
        if !history.follow(&mut matter) {
            continue;
        }
        if is_replaced(&matter.anchors) {
            let (before, after) = swapped(&matter.anchors);
            matter.state = State::Fixed;
            matter.settled = Some(Settled {
                at: now,
                version: Some(matter.followed_to),
                by_itself: true,
                before: Some(before),
                after: Some(after),
                ..Settled::default()
            });
            letters::tell(conn, matter.id, now).await?;
        }
        matter.moved_at = now;
        store::update(conn, &matter).await?;
    }
    Ok(())
}

/// Follows the words of one matter to the newest version, and settles nothing.
pub(super) async fn catch_up(conn: &mut Conn<'_>, matter: &mut Mistake) -> Result<(), DbError> {
    let history = History::since(conn, matter.number, matter.followed_to).await?;
    history.follow(matter);
    Ok(())
}

/// Where the words of one report are in the newest version.
pub async fn standing(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    report: &Report,
) -> Result<Vec<Anchor>, DbError> {
    let history = History::since(conn, number, report.version).await?;
    let here = report.marked.iter().map(|marked| Anchor::here(marked.clone()));
    let versions: Result<Vec<Anchored<'_>>, _> = history.0.iter().map(|(_, text)| text.version()).collect();
    Ok(match versions {
        Ok(versions) if !versions.is_empty() => here.map(|anchor| anchor.on(&versions)).collect(),
        _ => here.map(|anchor| lost(&anchor)).collect(),
    })
}

/// Whether other words stand wherever words were marked.
fn is_replaced(anchors: &[Anchor]) -> bool {
    let replaced = |anchor: &Anchor| {
        let says_something = anchor.words.as_deref().is_some_and(|words| !words.trim().is_empty());
        anchor.standing == Standing::Changed && says_something && !anchor.marked.whole
    };
    !anchors.is_empty() && anchors.iter().all(replaced)
}

/// The texts of a story's versions from one on.
struct History(Vec<(i64, Text)>);

impl History {
    async fn since(conn: &mut Conn<'_>, number: StoryNumber, from: i64) -> Result<History, DbError> {
        let versions = story::versions_since(conn, number, from).await?;
        let text = |version: &Version| Some((version.version, Text::of(version.content.as_ref()?)));
        Ok(History(versions.iter().filter_map(text).collect()))
    }

    /// Follows a matter on; whether there was a newer version than it was followed to.
    fn follow(&self, matter: &mut Mistake) -> bool {
        let at = self.0.partition_point(|(version, _)| *version < matter.followed_to);
        let Some((newest, _)) = self.0[at..].last().filter(|(version, _)| *version > matter.followed_to)
        else {
            return false;
        };
        let versions: Result<Vec<Anchored<'_>>, _> =
            self.0[at..].iter().map(|(_, text)| text.version()).collect();
        let newest = *newest;
        matter.anchors = match versions {
            Ok(versions) => matter.anchors.iter().map(|anchor| anchor.on(&versions)).collect(),
            // Beyond the bounds of what is followed nobody can say where words are.
            Err(_) => matter.anchors.iter().map(lost).collect(),
        };
        matter.followed_to = newest;
        true
    }
}

fn lost(anchor: &Anchor) -> Anchor {
    Anchor { standing: Standing::Unanchored, now: None, words: None, ..anchor.clone() }
}

/// Takes what readers quoted and wrote off the reports of a story that was taken down.
pub async fn forget_words(conn: &mut Conn<'_>, number: StoryNumber) -> Result<(), DbError> {
    let matters =
        "UPDATE mistake SET anchors = '[]', before_words = NULL, after_words = NULL WHERE number = $1";
    conn.execute(matters, [number.into()]).await?;
    let reports = "UPDATE report SET marked = '[]', suggestion = '', word = '' WHERE number = $1";
    conn.execute(reports, [number.into()]).await.map(|_| ())
}

/// Puts a redaction's words out of the reports of a story: `replace` gives in how many places a text had them. Words
/// that stand otherwise now are anchored no longer. In how many places it was.
pub async fn redact(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    replace: &(dyn Fn(&mut String) -> usize + Sync),
) -> Result<usize, DbError> {
    let mut places = 0;
    for mut matter in store::of_story(conn, number).await? {
        let mut here = 0;
        for anchor in &mut matter.anchors {
            let mut changed = selector(&mut anchor.marked.selector, replace);
            changed += anchor.words.as_mut().map_or(0, replace);
            if changed > 0 {
                *anchor = lost(anchor);
            }
            here += changed;
        }
        if let Some(settled) = &mut matter.settled {
            let texts = [&mut settled.before, &mut settled.after, &mut settled.reason];
            here += texts.into_iter().flatten().map(replace).sum::<usize>();
        }
        store::update(conn, &matter).await?;
        for mut report in store::reports(conn, matter.id, i64::MAX).await? {
            let marked = report.marked.iter_mut().map(|marked| selector(&mut marked.selector, replace));
            let changed = marked.sum::<usize>() + replace(&mut report.suggestion) + replace(&mut report.word);
            if changed > 0 {
                store::rewrite_report(conn, &report).await?;
            }
            here += changed;
        }
        places += here;
    }
    Ok(places)
}

fn selector(selector: &mut text_anchor::Selector, replace: &(dyn Fn(&mut String) -> usize + Sync)) -> usize {
    replace(&mut selector.exact) + replace(&mut selector.prefix) + replace(&mut selector.suffix)
}
