//! Where a section stands, and which lists its stories stand in because of it.

use std::collections::BTreeSet;

use super::store;
use crate::db::{Conn, DbError};
use crate::edition::Section;

/// The deepest a section may stand.
const DEEPEST: usize = 16;

/// Why a section cannot stand where it was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misplaced {
    /// One it would stand below is not there.
    #[error("is no section")]
    Unknown,
    /// It would stand below itself.
    #[error("would go in a circle")]
    Circle,
    /// Deeper than sections go.
    #[error("would stand too deep or in a circle")]
    Deep,
}

/// Why a section cannot stand where it was put among `sections`; `None` where it can.
pub fn stands_well(sections: &[Section], key: &str) -> Option<Misplaced> {
    let mut at = key;
    for _ in 0..DEEPEST {
        let Some(section) = sections.iter().find(|section| section.key == at) else {
            return Some(Misplaced::Unknown);
        };
        match section.parent.as_deref() {
            None => return None,
            Some(parent) if parent == key => return Some(Misplaced::Circle),
            Some(parent) => at = parent,
        }
    }
    Some(Misplaced::Deep)
}

/// A section and those above it.
fn lineage<'a>(sections: &'a [Section], key: &'a str) -> Vec<&'a str> {
    let mut line = vec![key];
    let above = |key: &str| sections.iter().find(|section| section.key == key)?.parent.as_deref();
    while let Some(parent) = above(line[line.len() - 1]).filter(|parent| !line.contains(parent)) {
        line.push(parent);
    }
    line
}

/// A section and those below it.
fn family<'a>(sections: &'a [Section], key: &str) -> Vec<&'a str> {
    let below = |section: &&'a Section| lineage(sections, &section.key).contains(&key);
    sections.iter().filter(below).map(|section| section.key.as_str()).collect()
}

/// Puts a section below another, or at the top, where `before` says how sections stand now. Its stories take their
/// places in the lists above it, and give up those where nothing else keeps them.
pub async fn move_below(
    conn: &mut Conn<'_>,
    before: &[Section],
    key: &str,
    parent: Option<&str>,
) -> Result<Vec<Section>, DbError> {
    let mut after = before.to_vec();
    if let Some(section) = after.iter_mut().find(|section| section.key == key) {
        section.parent = parent.map(str::to_owned);
    }
    store::put_parent(conn, key, parent).await?;
    let (above, above_now) = (lineage(before, key), lineage(&after, key));
    let left: BTreeSet<&str> = above.iter().copied().filter(|one| !above_now.contains(one)).collect();
    let joined = above_now.iter().copied().filter(|one| !above.contains(one));
    let languages = store::languages(conn).await?;
    for section in joined {
        for language in &languages {
            store::join_list(conn, language, key, section).await?;
        }
    }
    for section in left {
        let family = family(&after, section);
        for language in &languages {
            store::leave_list(conn, language, key, section, &family).await?;
        }
    }
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(pairs: &[(&str, Option<&str>)]) -> Vec<Section> {
        let section = |(key, parent): &(&str, Option<&str>)| Section {
            key: (*key).to_owned(),
            parent: parent.map(str::to_owned),
        };
        pairs.iter().map(section).collect()
    }

    #[test]
    fn a_section_stands_below_one_that_is_there_and_never_below_itself() {
        let tree = sections(&[("economy", None), ("energy", Some("economy")), ("wind", Some("energy"))]);
        assert_eq!(stands_well(&tree, "wind"), None);
        assert_eq!(lineage(&tree, "wind"), ["wind", "energy", "economy"]);
        assert_eq!(family(&tree, "energy"), ["energy", "wind"]);
        let circle =
            sections(&[("economy", Some("wind")), ("energy", Some("economy")), ("wind", Some("energy"))]);
        assert_eq!(stands_well(&circle, "energy"), Some(Misplaced::Circle));
        let orphan = sections(&[("energy", Some("economy"))]);
        assert_eq!(stands_well(&orphan, "energy"), Some(Misplaced::Unknown));
    }
}
