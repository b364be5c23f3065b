//! What is asked of readers of a story that many report.

use jiff::{SignedDuration, Timestamp};

use crate::db::{Conn, DbError};
use crate::ids::StoryNumber;

/// From so many reports of a story in an hour on, a proof of work is asked for.
const PROOF_FROM: i64 = 20;
/// From so many on, letters.
const LETTERS_FROM: i64 = 60;
/// What counts as now.
const LATELY: SignedDuration = SignedDuration::from_hours(1);

/// What a report has to bring along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crowd {
    /// Nothing.
    Nothing,
    /// A proof of work.
    Proof,
    /// Letters read from a picture or heard.
    Letters,
}

/// What a report of a story has to bring along now.
pub async fn crowded(conn: &mut Conn<'_>, story: StoryNumber, now: Timestamp) -> Result<Crowd, DbError> {
    let sql = "SELECT count(*) AS reports FROM (SELECT 1 AS one FROM report WHERE number = $1 AND at > $2 LIMIT $3) AS lately";
    let values = [story.into(), (now - LATELY).into(), LETTERS_FROM.into()];
    let reports: i64 = conn.one(sql, values).await?.get("reports")?;
    Ok(match reports {
        LETTERS_FROM.. => Crowd::Letters,
        PROOF_FROM.. => Crowd::Proof,
        _ => Crowd::Nothing,
    })
}
