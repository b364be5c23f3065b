//! Running stories: the newest stands for them in lists, and older pages point on to it.

use jiff::Timestamp;

use super::{Story, StoryCopy, StoryError, Touches, released, store, touch};
use crate::db::{Conn, Engine};
use crate::edition::Agency;
use crate::ids::{StoryNumber, StoryRef};

/// Keeps the stories of a translation group, then every page an act on them may write, from others until the transaction
/// ends, each by number: whoever takes several takes them in this order, so that nobody waits for each other. SQLite has
/// one writer.
pub(super) async fn keep_group(conn: &mut Conn<'_>, target: StoryRef) -> Result<(), StoryError> {
    if conn.engine() == Engine::Sqlite {
        return Ok(());
    }
    let Some(group) = store::group_of(conn, target).await? else { return Ok(()) };
    let mut pages = Vec::new();
    for number in store::group_numbers(conn, group).await? {
        let Some(story) = store::lock(conn, StoryRef::Number(number)).await? else { continue };
        pages.push(number);
        pages.extend(beside(conn, number, story.copy.follows).await?);
    }
    Ok(released::keep(conn, &pages).await?)
}

/// The same for the pages that an act on one `story` writes beside its own. To be called before its own is written.
pub(super) async fn keep(
    conn: &mut Conn<'_>,
    story: StoryNumber,
    follows: Option<i64>,
) -> Result<(), StoryError> {
    if conn.engine() == Engine::Sqlite {
        return Ok(());
    }
    let mut run = beside(conn, story, follows).await?;
    if !run.is_empty() {
        run.push(story);
        released::keep(conn, &run).await?;
    }
    Ok(())
}

/// The stories of the run that `story` goes on from, and those it stands for.
async fn beside(
    conn: &mut Conn<'_>,
    story: StoryNumber,
    follows: Option<i64>,
) -> Result<Vec<StoryNumber>, StoryError> {
    let mut run = match follows {
        Some(older) => before(conn, older).await?,
        None => Vec::new(),
    };
    let stood_for = conn.all("SELECT number FROM released WHERE continued_by = $1", [story.into()]).await?;
    for row in stood_for {
        run.push(row.parsed("number", StoryNumber::new)?);
    }
    Ok(run)
}

/// `story` goes on from `older`: the older ones of the run point to it and give up their places on fronts and in
/// sections.
pub(super) async fn goes_on(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: StoryNumber,
    older: i64,
    now: Timestamp,
    touches: &mut Touches,
) -> Result<(), StoryError> {
    // A story in the middle of its run that is shown again does not take the place of the newest.
    let row = conn.optional("SELECT continued_by FROM released WHERE number = $1", [story.into()]).await?;
    let newest = match row {
        Some(row) => row.get::<Option<i64>>("continued_by")?.unwrap_or(story.get()),
        None => story.get(),
    };
    for number in before(conn, older).await?.into_iter().filter(|number| *number != story) {
        conn.execute(
            "UPDATE released SET continued_by = $2 WHERE number = $1",
            [number.into(), newest.into()],
        )
        .await?;
        set_superseded(conn, number, true).await?;
        touch_lists(conn, agency, number, now, touches).await?;
    }
    Ok(())
}

/// The longest run that is followed back.
const LONGEST_RUN: usize = 200;

/// `older` and the stories it goes on from, the newest first.
async fn before(conn: &mut Conn<'_>, older: i64) -> Result<Vec<StoryNumber>, StoryError> {
    let mut run = Vec::new();
    let mut next = StoryNumber::new(older);
    while let Some(number) = next.filter(|number| !run.contains(number) && run.len() < LONGEST_RUN) {
        run.push(number);
        let row = conn.optional("SELECT copy FROM story WHERE number = $1", [number.into()]).await?;
        let copy: Option<StoryCopy> = row.map(|row| row.json("copy")).transpose()?;
        next = copy.and_then(|copy| copy.follows).and_then(StoryNumber::new);
    }
    Ok(run)
}

/// `story` is withdrawn: the newest public story of those it stood for stands for them now.
pub(super) async fn stops(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &Story,
    now: Timestamp,
    touches: &mut Touches,
) -> Result<(), StoryError> {
    let run = conn
        .all(
            "SELECT number FROM released WHERE continued_by = $1 \
             ORDER BY CASE WHEN state = 'public' THEN 0 ELSE 1 END, published_at DESC, number DESC",
            [story.number.into()],
        )
        .await?;
    let mut newest = None;
    for row in run {
        let number = row.parsed("number", StoryNumber::new)?;
        conn.execute(
            "UPDATE released SET continued_by = $2 WHERE number = $1",
            [number.into(), newest.into()],
        )
        .await?;
        if newest.is_none() {
            set_superseded(conn, number, false).await?;
            newest = Some(number);
        }
        touch_lists(conn, agency, number, now, touches).await?;
    }
    Ok(())
}

async fn set_superseded(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    superseded: bool,
) -> Result<(), StoryError> {
    conn.execute("UPDATE listing SET superseded = $2 WHERE number = $1", [number.into(), superseded.into()])
        .await?;
    Ok(())
}

/// Names the page of a public story and every list it stands in.
pub async fn touch_lists(
    conn: &mut Conn<'_>,
    agency: &Agency,
    number: StoryNumber,
    now: Timestamp,
    touches: &mut Touches,
) -> Result<(), StoryError> {
    touches.add(touch::story(number));
    let row = conn
        .optional(
            "SELECT r.language, r.published_at, v.content FROM released r \
             JOIN version v ON v.number = r.number AND v.version = r.version WHERE r.number = $1",
            [number.into()],
        )
        .await?;
    if let Some(row) = row
        && let Some(copy) = row.opt_json::<StoryCopy>("content")?
    {
        let language = row.parsed("language", |tag: String| crate::lang::Language::parse(&tag).ok())?;
        touches.listed(agency, language, &copy, row.get("published_at")?, now);
    }
    Ok(())
}
