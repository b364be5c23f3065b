//! Settings of the agency changed in one act, with the entries that make every page hear of it.

use super::{Act, Entry, EntryKind};
use crate::db::DbError;
use crate::edition::{self, AgencyDescription, Applied, ApplyError};
use crate::lang::Language;
use crate::people::{Actor, Refused, Right, audit};
use crate::section::{self, LeaveError, SectionError};

/// What every page depends on.
const AGENCY: &str = "agency";

/// Why a description was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DescriptionError {
    /// The one who asked may not.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The description cannot be.
    #[error(transparent)]
    Apply(#[from] ApplyError),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Takes one section into another, which is audited and one entry.
pub async fn merge_sections(
    act: &mut Act,
    actor: &Actor,
    from: &str,
    into: &str,
) -> Result<(), SectionError> {
    let (agency, now) = (act.agency.clone(), act.now);
    section::merge(&mut act.conn(), &agency, from, into, actor).await?;
    act.record(Entry::settings(now, "merge", EntryKind::Section, from, vec![AGENCY.to_owned()]));
    audit(&mut act.conn(), now, actor, "section.merge", from, Some(into)).await?;
    Ok(())
}

/// Puts sections in an order, which is audited and one entry; nothing where they stand so already.
pub async fn arrange_sections(act: &mut Act, actor: &Actor, keys: &[String]) -> Result<(), LeaveError> {
    let (agency, now) = (act.agency.clone(), act.now);
    if section::arrange(&mut act.conn(), &agency, keys, actor).await? {
        act.record(Entry::settings(now, "arrange", EntryKind::Section, AGENCY, vec![AGENCY.to_owned()]));
        audit(&mut act.conn(), now, actor, "section.arrange", AGENCY, Some(&keys.join(", "))).await?;
    }
    Ok(())
}

/// Takes a section out of an edition, which is audited and one entry.
pub async fn take_out_section(
    act: &mut Act,
    actor: &Actor,
    edition: Language,
    key: &str,
) -> Result<(), LeaveError> {
    let (agency, now) = (act.agency.clone(), act.now);
    section::leave_edition(&mut act.conn(), &agency, edition, key, actor).await?;
    let entry = Entry::settings(now, "take_out", EntryKind::Section, key, vec![AGENCY.to_owned()]);
    act.record(Entry { language: Some(edition), ..entry });
    audit(&mut act.conn(), now, actor, "section.take_out", key, Some(edition.as_str())).await?;
    Ok(())
}

/// Forgets a place of the agency's own, so that the built-in one of its key stands again; audited, and one entry.
pub async fn forget_place(act: &mut Act, actor: &Actor, key: &str) -> Result<(), DescriptionError> {
    actor.must(Right::Admin)?;
    let now = act.now;
    edition::forget_place(&mut act.conn(), key).await?;
    let subject = format!("place:{key}");
    act.record(Entry::settings(now, "forget", EntryKind::Edition, subject, vec![AGENCY.to_owned()]));
    audit(&mut act.conn(), now, actor, "place.forget", key, None).await?;
    Ok(())
}

/// Brings an agency description in: what differs is written, audited, and recorded as entries.
pub async fn apply_description(
    act: &mut Act,
    actor: &Actor,
    file: &AgencyDescription,
) -> Result<Applied, DescriptionError> {
    actor.must(Right::Admin)?;
    let applied = edition::apply(&mut act.conn(), file).await?;
    let now = act.now;
    let entry = |kind, subject: &str| Entry::settings(now, "apply", kind, subject, vec![AGENCY.to_owned()]);
    if applied.agency {
        act.record(entry(EntryKind::Edition, AGENCY));
    }
    for language in &applied.editions {
        act.record(Entry { language: Some(*language), ..entry(EntryKind::Edition, language.as_str()) });
    }
    for section in &applied.sections {
        act.record(entry(EntryKind::Section, section));
    }
    for place in &applied.places {
        // The day of a dateline is that at its place.
        act.record(entry(EntryKind::Edition, &format!("place:{place}")));
    }
    for change in &applied.changes {
        let detail = applied.details.get(change).map(String::as_str);
        audit(&mut act.conn(), now, actor, "settings.apply", change, detail).await?;
    }
    Ok(applied)
}
