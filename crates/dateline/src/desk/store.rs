//! The SQL of desks and their members.

use super::{Badge, Desk, DeskKey};
use crate::db::{Conn, DbError, Row};
use crate::ids::PersonId;
use crate::lang::Language;
use crate::people::{Person, Roles, by_id, own_roles};
use crate::story::ApprovalRule;

/// Somebody's roles at a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Which desk.
    pub desk: DeskKey,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub roles: Roles,
}

/// Every desk, in their order.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Desk>, DbError> {
    let rows = conn
        .all(
            "SELECT key, name, position, languages, sections, approval, steps FROM desk ORDER BY position, key",
            [],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The desk of a key.
pub async fn find(conn: &mut Conn<'_>, key: &DeskKey) -> Result<Option<Desk>, DbError> {
    let row = conn
        .optional(
            "SELECT key, name, position, languages, sections, approval, steps FROM desk WHERE key = $1",
            [key.as_str().into()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// A desk's rule for approval; that of a desk nobody knows any more is the strictest but the chief's.
pub async fn approval_of(conn: &mut Conn<'_>, key: &DeskKey) -> Result<ApprovalRule, DbError> {
    let row = conn.optional("SELECT approval FROM desk WHERE key = $1", [key.as_str().into()]).await?;
    row.map_or(Ok(ApprovalRule::AnotherPerson), |row| {
        row.parsed("approval", |word: String| ApprovalRule::parse(&word))
    })
}

/// Writes a desk, a new one or one that is there.
pub(super) async fn put(conn: &mut Conn<'_>, desk: &Desk) -> Result<(), DbError> {
    let languages: Vec<&str> = desk.languages.iter().map(Language::as_str).collect();
    conn.execute(
        "INSERT INTO desk (key, name, position, languages, sections, approval, steps) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO UPDATE SET name = excluded.name, \
         position = excluded.position, languages = excluded.languages, sections = excluded.sections, \
         approval = excluded.approval, steps = excluded.steps",
        [
            desk.key.as_str().into(),
            desk.name.as_str().into(),
            desk.position.into(),
            languages.join(" ").into(),
            desk.sections.join(" ").into(),
            desk.approval.as_str().into(),
            serde_json::to_string(&desk.steps).expect("texts are plain data").into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Who is at which desk; of one desk, or of all.
pub async fn members(conn: &mut Conn<'_>) -> Result<Vec<Member>, DbError> {
    let rows = conn.all("SELECT desk, person, roles FROM desk_member ORDER BY desk, person", []).await?;
    let read = |row: &Row| {
        Ok(Member {
            desk: row.parsed("desk", |key: String| DeskKey::parse(&key).ok())?,
            person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
            roles: row.parsed("roles", read_roles)?,
        })
    };
    let mut members = rows.iter().map(read).collect::<Result<Vec<_>, DbError>>()?;
    learn(conn, members.iter_mut().map(|member| &mut member.roles)).await?;
    Ok(members)
}

/// What the agency's own roles allow is read where somebody has one.
async fn learn(conn: &mut Conn<'_>, roles: impl Iterator<Item = &mut Roles>) -> Result<(), DbError> {
    let own: Vec<&mut Roles> = roles.filter(|roles| !roles.own.is_empty()).collect();
    if own.is_empty() {
        return Ok(());
    }
    let known = own_roles(conn).await?;
    own.into_iter().for_each(|roles| roles.learn(&known));
    Ok(())
}

/// A person's badge. Roles the program no longer knows give nothing.
pub async fn badge(conn: &mut Conn<'_>, person: Person) -> Result<Badge, DbError> {
    let rows = conn.all("SELECT desk, roles FROM desk_member WHERE person = $1", [person.id.into()]).await?;
    let mut desks: std::collections::BTreeMap<DeskKey, Roles> = std::collections::BTreeMap::new();
    for row in rows {
        let key = row.parsed("desk", |key: String| DeskKey::parse(&key).ok())?;
        desks.insert(key, row.parsed("roles", read_roles)?);
    }
    learn(conn, desks.values_mut()).await?;
    Ok(Badge { person, desks, network: None })
}

/// Sets somebody's roles at a desk; none take them from it.
pub(super) async fn put_member(conn: &mut Conn<'_>, member: &Member) -> Result<(), DbError> {
    if member.roles.is_empty() {
        return conn
            .execute(
                "DELETE FROM desk_member WHERE desk = $1 AND person = $2",
                [member.desk.as_str().into(), member.person.into()],
            )
            .await
            .map(|_| ());
    }
    conn.execute(
        "INSERT INTO desk_member (desk, person, roles) VALUES ($1, $2, $3) \
         ON CONFLICT (desk, person) DO UPDATE SET roles = excluded.roles",
        [member.desk.as_str().into(), member.person.into(), member.roles.words().join(" ").into()],
    )
    .await
    .map(|_| ())
}

/// Whether somebody of this id is known.
pub(super) async fn is_known(conn: &mut Conn<'_>, person: PersonId) -> Result<bool, DbError> {
    Ok(by_id(conn, person).await?.is_some())
}

fn read_roles(text: String) -> Option<Roles> {
    Roles::parse(text.split_whitespace())
}

fn read(row: &Row) -> Result<Desk, DbError> {
    let languages = |text: String| text.split_whitespace().map(|tag| Language::parse(tag).ok()).collect();
    Ok(Desk {
        key: row.parsed("key", |key: String| DeskKey::parse(&key).ok())?,
        name: row.get("name")?,
        position: row.get("position")?,
        languages: row.parsed("languages", languages)?,
        sections: row.get::<String>("sections")?.split_whitespace().map(str::to_owned).collect(),
        approval: row.parsed("approval", |word: String| ApprovalRule::parse(&word))?,
        steps: row.json("steps")?,
    })
}
