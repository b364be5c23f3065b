//! The SQL of sections that move and merge.

use serde::Deserialize;

use crate::db::{Conn, DbError, Value};

/// The languages of the editions.
pub(super) async fn languages(conn: &mut Conn<'_>) -> Result<Vec<String>, DbError> {
    let rows = conn.all("SELECT language FROM edition ORDER BY language", []).await?;
    rows.iter().map(|row| row.get("language")).collect()
}

/// Writes which section is above another.
pub(super) async fn put_parent(conn: &mut Conn<'_>, key: &str, parent: Option<&str>) -> Result<(), DbError> {
    conn.execute("UPDATE section SET parent = $2 WHERE key = $1", [key.into(), parent.into()]).await?;
    Ok(())
}

fn list(language: &str, key: &str) -> Value {
    format!("{language}/section/{key}").into()
}

/// Everything in the list of `key` stands in that of `section` too.
pub(super) async fn join_list(
    conn: &mut Conn<'_>,
    language: &str,
    key: &str,
    section: &str,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO listing (list, at, number, superseded) \
         SELECT $1, at, number, superseded FROM listing WHERE list = $2 \
         ON CONFLICT (list, at, number) DO NOTHING",
        [list(language, section), list(language, key)],
    )
    .await?;
    Ok(())
}

#[derive(Deserialize)]
struct AlsoIn {
    #[serde(default)]
    also_in: Vec<String>,
}

/// What is in the list of `key` leaves that of `section`, but for stories that are at home in `family`, the section
/// and those below it, or stand there as well.
pub(super) async fn leave_list(
    conn: &mut Conn<'_>,
    language: &str,
    key: &str,
    section: &str,
    family: &[&str],
) -> Result<(), DbError> {
    // Few stories stand in several sections: only those are read.
    let rows = conn
        .all(
            "SELECT r.number, r.page FROM released r JOIN listing l ON l.number = r.number \
             WHERE l.list = $1 AND r.page LIKE '%\"also_in\":[\"%'",
            [list(language, key)],
        )
        .await?;
    let mut also: Vec<i64> = Vec::new();
    for row in &rows {
        let page: AlsoIn = row.json("page")?;
        if page.also_in.iter().any(|other| family.contains(&other.as_str())) {
            also.push(row.get("number")?);
        }
    }
    let rows = conn
        .all(
            "SELECT l.number, r.section FROM listing l JOIN released r ON r.number = l.number WHERE l.list = $1",
            [list(language, key)],
        )
        .await?;
    for row in &rows {
        let (number, home): (i64, String) = (row.get("number")?, row.get("section")?);
        if !also.contains(&number) && !family.contains(&home.as_str()) {
            conn.execute(
                "DELETE FROM listing WHERE list = $1 AND number = $2",
                [list(language, section), number.into()],
            )
            .await?;
        }
    }
    Ok(())
}

/// Gives everything that was `from`'s to `into`, and lets what `from` was called lead there.
pub(super) async fn dissolve(conn: &mut Conn<'_>, from: &str, into: &str) -> Result<(), DbError> {
    for language in languages(conn).await? {
        conn.execute("DELETE FROM listing WHERE list = $1", [list(&language, from)]).await?;
    }
    for sql in [
        // Where an edition has both, the slug of the one leads to the other; where it has the one alone, the other
        // takes its slug and name.
        "INSERT INTO section_past (language, slug, section) \
         SELECT o.language, o.slug, i.section FROM edition_section o \
         JOIN edition_section i ON i.language = o.language AND i.section = $2 WHERE o.section = $1 \
         ON CONFLICT (language, slug) DO UPDATE SET section = excluded.section",
        "DELETE FROM edition_section WHERE section = $1 \
         AND language IN (SELECT language FROM edition_section WHERE section = $2)",
        "UPDATE edition_section SET section = $2 WHERE section = $1",
        "UPDATE section_past SET section = $2 WHERE section = $1",
        "UPDATE released SET section = $2 WHERE section = $1",
        "UPDATE section SET parent = $2 WHERE parent = $1",
        // A key is the same in every language, so its past is kept under none.
        "INSERT INTO section_past (language, slug, section) VALUES ('', $1, $2) \
         ON CONFLICT (language, slug) DO UPDATE SET section = excluded.section",
    ] {
        conn.execute(sql, [from.into(), into.into()]).await?;
    }
    conn.execute("DELETE FROM section WHERE key = $1", [from.into()]).await?;
    touch_agency(conn).await
}

/// Writes where a section stands among the others.
pub(super) async fn put_position(conn: &mut Conn<'_>, key: &str, position: i64) -> Result<(), DbError> {
    let sql = "UPDATE section SET position = $2 WHERE key = $1";
    conn.execute(sql, [key.into(), position.into()]).await.map(|_| ())
}

/// Raises the agency's revision: what nodes keep of it is read anew.
pub(super) async fn touch_agency(conn: &mut Conn<'_>) -> Result<(), DbError> {
    conn.execute("UPDATE agency SET revision = revision + 1 WHERE id = 1", []).await.map(|_| ())
}

/// Stories at home in a section of an edition.
pub(super) async fn at_home(conn: &mut Conn<'_>, language: &str, key: &str) -> Result<u64, DbError> {
    let sql = "SELECT count(*) AS stories FROM released WHERE language = $1 AND section = $2";
    let row = conn.one(sql, [language.into(), key.into()]).await?;
    Ok(row.get::<i64>("stories")?.unsigned_abs())
}

/// Takes a section out of an edition; what it was called leads to `above`.
pub(super) async fn leave_edition(
    conn: &mut Conn<'_>,
    language: &str,
    key: &str,
    above: Option<&str>,
) -> Result<(), DbError> {
    if let Some(above) = above {
        conn.execute(
            "INSERT INTO section_past (language, slug, section) \
             SELECT language, slug, $3 FROM edition_section WHERE language = $1 AND section = $2 \
             ON CONFLICT (language, slug) DO UPDATE SET section = excluded.section",
            [language.into(), key.into(), above.into()],
        )
        .await?;
        conn.execute(
            "UPDATE section_past SET section = $3 WHERE language = $1 AND section = $2",
            [language.into(), key.into(), above.into()],
        )
        .await?;
    }
    conn.execute(
        "DELETE FROM edition_section WHERE language = $1 AND section = $2",
        [language.into(), key.into()],
    )
    .await?;
    Ok(())
}
