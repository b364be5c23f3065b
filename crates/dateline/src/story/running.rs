//! Running stories: the newest stands for them in lists, and older pages point on to it.

use jiff::Timestamp;

use super::{Story, StoryCopy, StoryError, Touches, touch};
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::StoryNumber;

/// `story` goes on from `older`: the older ones of the run point to it and give up their places on fronts and in
/// sections.
pub(super) async fn goes_on(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &Story,
    older: i64,
    now: Timestamp,
    touches: &mut Touches,
) -> Result<(), StoryError> {
    // A story in the middle of its run that is shown again does not take the place of the newest.
    let run = conn
        .all(
            "UPDATE released SET continued_by = \
             coalesce((SELECT r.continued_by FROM released r WHERE r.number = $1), $1) \
             WHERE (number = $2 OR continued_by = $2) AND number <> $1 RETURNING number",
            [story.number.into(), older.into()],
        )
        .await?;
    for row in run {
        let number = row.parsed("number", StoryNumber::new)?;
        set_superseded(conn, number, true).await?;
        touch_lists(conn, agency, number, now, touches).await?;
    }
    Ok(())
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
