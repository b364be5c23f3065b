//! Views of boards: what of a board is shown, under a name. Somebody's own, or a desk's for everybody who sees it.

use super::{Badge, DeskKey};
use crate::db::{Conn, DbError, Row};
use crate::ids::{PersonId, ViewId};
use crate::people::{Refused, Right};

/// The most views of one person, or of one desk.
const MOST_VIEWS: usize = 30;
/// Longest query of a view, in bytes.
const LONGEST_QUERY: usize = 1_000;

/// A view of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardView {
    /// Its id.
    pub id: ViewId,
    /// Who made it.
    pub person: PersonId,
    /// The desk it is for; somebody's own where absent.
    pub desk: Option<DeskKey>,
    /// What people read.
    pub name: String,
    /// Its place among those of the person or desk.
    pub position: i64,
    /// What of a board is shown, as in its address.
    pub query: String,
}

/// What is done with a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// Another name.
    Rename(String),
    /// What of the board is shown.
    Show(String),
    /// One place up among its like.
    Up,
    /// One place down.
    Down,
    /// It is gone.
    Remove,
}

/// Why a view was refused.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// It is another's, or a desk's where they may not approve.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// No view has this id, or none they may see.
    #[error("there is no such view")]
    Unknown,
    /// Names are for people to read.
    #[error("a view's name has 1 to 40 characters, none of them a control character")]
    BadName,
    /// More than anybody finds again.
    #[error("at most {MOST_VIEWS} views")]
    TooMany,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The views somebody finds at their boards: their own, then those of the desks they see.
pub async fn views(conn: &mut Conn<'_>, who: &Badge) -> Result<Vec<BoardView>, DbError> {
    let rows = conn
        .all(
            "SELECT board_view.id, person, desk, board_view.name, board_view.position, query FROM board_view \
             LEFT JOIN desk ON desk.key = board_view.desk WHERE desk IS NOT NULL OR person = $1 \
             ORDER BY CASE WHEN desk IS NULL THEN 0 ELSE 1 END, desk.position, desk, board_view.position, \
             board_view.id",
            [who.person.id.into()],
        )
        .await?;
    let mut views = rows.iter().map(read).collect::<Result<Vec<BoardView>, DbError>>()?;
    views.retain(|view| view.desk.as_ref().is_none_or(|desk| who.may_at(desk, Right::StoriesRead)));
    Ok(views)
}

/// Keeps a view behind the others of the person or desk; the right to approve at a desk gives it views.
pub async fn keep_view(
    conn: &mut Conn<'_>,
    who: &Badge,
    desk: Option<DeskKey>,
    name: &str,
    query: &str,
) -> Result<BoardView, ViewError> {
    check(who, who.person.id, desk.as_ref())?;
    let name = checked(name)?;
    if query.len() > LONGEST_QUERY {
        return Err(ViewError::BadName);
    }
    let mut known = views(conn, who).await?;
    known.retain(|view| view.desk == desk);
    if known.len() >= MOST_VIEWS {
        return Err(ViewError::TooMany);
    }
    let view = BoardView {
        id: ViewId::new(),
        person: who.person.id,
        desk,
        name,
        position: known.iter().map(|view| view.position).max().unwrap_or(0) + 1,
        query: query.to_owned(),
    };
    conn.execute(
        "INSERT INTO board_view (id, person, desk, name, position, query) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            view.id.into(),
            view.person.into(),
            view.desk.as_ref().map(DeskKey::as_str).into(),
            view.name.as_str().into(),
            view.position.into(),
            view.query.as_str().into(),
        ],
    )
    .await?;
    Ok(view)
}

/// Changes a view; gives it as it was.
pub async fn change_view(
    conn: &mut Conn<'_>,
    who: &Badge,
    id: ViewId,
    change: &ViewChange,
) -> Result<BoardView, ViewError> {
    let known = views(conn, who).await?;
    let view = known.iter().find(|view| view.id == id).cloned().ok_or(ViewError::Unknown)?;
    check(who, view.person, view.desk.as_ref())?;
    match change {
        ViewChange::Rename(name) => {
            let sql = "UPDATE board_view SET name = $2 WHERE id = $1";
            conn.execute(sql, [id.into(), checked(name)?.into()]).await?;
        }
        ViewChange::Show(query) if query.len() > LONGEST_QUERY => return Err(ViewError::BadName),
        ViewChange::Show(query) => {
            let sql = "UPDATE board_view SET query = $2 WHERE id = $1";
            conn.execute(sql, [id.into(), query.as_str().into()]).await?;
        }
        ViewChange::Up | ViewChange::Down => {
            let mut row: Vec<&BoardView> = known.iter().filter(|other| other.desk == view.desk).collect();
            let place = row.iter().position(|other| other.id == id).unwrap_or_default();
            let other = if *change == ViewChange::Up { place.saturating_sub(1) } else { place + 1 };
            if other < row.len() {
                row.swap(place, other);
            }
            for (position, view) in (1_i64..).zip(row) {
                let sql = "UPDATE board_view SET position = $2 WHERE id = $1";
                conn.execute(sql, [view.id.into(), position.into()]).await?;
            }
        }
        ViewChange::Remove => {
            conn.execute("DELETE FROM board_opening WHERE view = $1", [id.into()]).await?;
            conn.execute("DELETE FROM board_view WHERE id = $1", [id.into()]).await?;
        }
    }
    Ok(view)
}

/// With which view somebody's board opens; `None` for everything.
pub async fn opening_view(conn: &mut Conn<'_>, person: PersonId) -> Result<Option<ViewId>, DbError> {
    let row = conn.optional("SELECT view FROM board_opening WHERE person = $1", [person.into()]).await?;
    row.map(|row| row.parsed("view", |bytes: Vec<u8>| ViewId::from_bytes(&bytes))).transpose()
}

/// Sets with which view somebody's board opens.
pub async fn open_with(conn: &mut Conn<'_>, who: &Badge, view: Option<ViewId>) -> Result<(), ViewError> {
    conn.execute("DELETE FROM board_opening WHERE person = $1", [who.person.id.into()]).await?;
    let Some(view) = view else { return Ok(()) };
    if !views(conn, who).await?.iter().any(|known| known.id == view) {
        return Err(ViewError::Unknown);
    }
    let sql = "INSERT INTO board_opening (person, view) VALUES ($1, $2)";
    conn.execute(sql, [who.person.id.into(), view.into()]).await?;
    Ok(())
}

/// A view of one's own is one's own; one of a desk is of those who approve there.
fn check(who: &Badge, owner: PersonId, desk: Option<&DeskKey>) -> Result<(), ViewError> {
    match desk {
        Some(desk) => Ok(who.actor_at(desk).must(Right::StoriesApprove)?),
        None if owner == who.person.id => Ok(()),
        None => Err(ViewError::Unknown),
    }
}

fn checked(name: &str) -> Result<String, ViewError> {
    let name = name.trim();
    let good = (1..=40).contains(&name.chars().count()) && !name.contains(char::is_control);
    if good { Ok(name.to_owned()) } else { Err(ViewError::BadName) }
}

fn read(row: &Row) -> Result<BoardView, DbError> {
    let desk: Option<String> = row.get("desk")?;
    Ok(BoardView {
        id: row.parsed("id", |bytes: Vec<u8>| ViewId::from_bytes(&bytes))?,
        person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
        desk: desk.and_then(|key| DeskKey::parse(&key).ok()),
        name: row.get("name")?,
        position: row.get("position")?,
        query: row.get("query")?,
    })
}
