//! What people want to be told, and how.

use std::collections::BTreeMap;

use super::{Kind, Way};
use crate::db::{Conn, DbError};
use crate::ids::PersonId;

/// Somebody's choices; kinds they never chose for are told here.
pub type Choices = BTreeMap<Kind, Way>;

/// What somebody chose, for every kind.
pub async fn choices(conn: &mut Conn<'_>, person: PersonId) -> Result<Choices, DbError> {
    let rows = conn.all("SELECT kind, way FROM notice_choice WHERE person = $1", [person.into()]).await?;
    let mut choices: Choices = Kind::ALL.into_iter().map(|kind| (kind, Way::default())).collect();
    for row in rows {
        let (kind, way): (String, String) = (row.get("kind")?, row.get("way")?);
        // Words the program no longer knows choose nothing.
        if let (Some(kind), Some(way)) = (Kind::parse(&kind), Way::parse(&way)) {
            choices.insert(kind, way);
        }
    }
    choices.insert(Kind::Confirm, Way::Here);
    Ok(choices)
}

/// Sets how somebody is told of a kind; what is fixed stays so.
pub async fn choose(conn: &mut Conn<'_>, person: PersonId, kind: Kind, way: Way) -> Result<(), DbError> {
    if kind.is_fixed() {
        return Ok(());
    }
    conn.execute(
        "INSERT INTO notice_choice (person, kind, way) VALUES ($1, $2, $3) \
         ON CONFLICT (person, kind) DO UPDATE SET way = excluded.way",
        [person.into(), kind.as_str().into(), way.as_str().into()],
    )
    .await
    .map(|_| ())
}

/// How somebody is told of a kind; whoever is not in the house, of nothing.
pub(super) async fn way_of(conn: &mut Conn<'_>, person: PersonId, kind: Kind) -> Result<Way, DbError> {
    let sql = "SELECT notice_choice.way AS way FROM person LEFT JOIN notice_choice \
               ON notice_choice.person = person.id AND notice_choice.kind = $2 WHERE person.id = $1";
    let Some(row) = conn.optional(sql, [person.into(), kind.as_str().into()]).await? else {
        return Ok(Way::Nothing);
    };
    if kind.is_fixed() {
        return Ok(Way::Here);
    }
    let word: Option<String> = row.get("way")?;
    Ok(word.and_then(|word| Way::parse(&word)).unwrap_or_default())
}
