//! One section: what it is called in each edition, where it stands, and what leads where once it is another.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use minijinja::value::merge_maps;
use serde::Serialize;

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::people_page::SaidQuery;
use super::super::words::Words;
use super::super::{Newsroom, Trouble};
use super::fault_words::of_fault;
use super::fields::Fields;
use super::redirects::{of_slugs, stories_of};
use super::sheet::{Sent, Sheet};
use crate::edition::Fault;
use crate::edition::{AgencyDescription, EditionSection};
use crate::lang::Language;
use crate::people::Right;
use crate::publication::take_out_section;
use crate::section::stands_well;

/// The sheet of one section.
struct SectionSheet(String);

impl Sheet for SectionSheet {
    fn fields(&self, standing: &AgencyDescription) -> Fields {
        let Some(section) = standing.sections.iter().find(|section| section.key == self.0) else {
            return Fields::new();
        };
        let mut fields = Fields::from([("parent".to_owned(), section.parent.clone().unwrap_or_default())]);
        for (tag, entry) in &standing.editions {
            let section = entry.section.get(&self.0);
            fields.insert(format!("slug.{tag}"), section.map(|s| s.slug.clone()).unwrap_or_default());
            fields.insert(format!("name.{tag}"), section.map(|s| s.name.clone()).unwrap_or_default());
        }
        fields
    }

    fn put(&self, standing: &mut AgencyDescription, typed: &Fields) {
        let value = |name: String| typed.get(&name).cloned().unwrap_or_default();
        if let Some(section) = standing.sections.iter_mut().find(|section| section.key == self.0) {
            section.parent = Some(value("parent".to_owned())).filter(|parent| !parent.is_empty());
        }
        for (tag, entry) in &mut standing.editions {
            let (slug, name) = (value(format!("slug.{tag}")), value(format!("name.{tag}")));
            if slug.is_empty() && name.is_empty() && !entry.section.contains_key(&self.0) {
                continue;
            }
            entry.section.insert(self.0.clone(), EditionSection { slug, name });
        }
    }

    fn field_of(&self, at: &str) -> Option<String> {
        if at.starts_with("section ") {
            return Some("parent".to_owned());
        }
        let (tag, rest) = at.strip_prefix("edition.")?.split_once(".section.")?;
        let (key, field) = rest.rsplit_once('.')?;
        (key == self.0).then(|| format!("{field}.{tag}"))
    }
}

#[derive(Serialize)]
struct EditionRow {
    tag: String,
    dir: &'static str,
    language: String,
    /// Whether it stands there now.
    here: bool,
}

/// `GET /newsroom/settings/sections/{key}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    Query(query): Query<SaidQuery>,
) -> Answer {
    let sheet = SectionSheet(key);
    let (standing, sent) = room.opened(&who, &sheet).await?;
    page(&room, &who, &sheet, &standing, &sent, &query.said).await
}

/// `POST /newsroom/settings/sections/{key}`: saved, or shown again with what would lead where.
pub(super) async fn submit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (sheet, form) = (SectionSheet(key), Form::read(&body)?);
    let (drafted, mut sent) = room.drafted(&who, &sheet, &form).await?;
    let words = room.words(who.visitor.language).await?;
    misplaced(&words, &sheet, &drafted, &mut sent);
    if form.line("do") == "look" || !sent.faults.is_empty() {
        return page(&room, &who, &sheet, &drafted, &sent, "").await;
    }
    match room.saved(&who, &sheet, &form).await? {
        None => Ok(see_other(&format!("/newsroom/settings/sections/{}?said=saved", sheet.0))),
        Some(sent) => page(&room, &who, &sheet, &drafted, &sent, "").await,
    }
}

/// A section cannot stand below itself, and needs a name where it has a slug.
fn misplaced(words: &Words, sheet: &SectionSheet, drafted: &AgencyDescription, sent: &mut Sent) {
    let section = |entry: &crate::edition::description::SectionEntry| crate::edition::Section {
        key: entry.key.clone(),
        parent: entry.parent.clone(),
    };
    let sections: Vec<_> = drafted.sections.iter().map(section).collect();
    if let Some(reason) = stands_well(&sections, &sheet.0) {
        sent.faults.push(("parent".to_owned(), of_fault(words, &reason.into())));
    }
    for (tag, entry) in &drafted.editions {
        if entry.section.get(&sheet.0).is_some_and(|section| section.name.is_empty()) {
            sent.faults.push((format!("name.{tag}"), of_fault(words, &Fault::Empty)));
        }
    }
}

/// `POST /newsroom/settings/sections/{key}/preview`
pub(super) async fn preview(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let (sheet, form) = (SectionSheet(key), Form::read(&body)?);
    let language = Language::parse(&form.line("preview_language")).map_err(|_| Trouble::NotFound)?;
    room.preview_of(&who, &sheet, &form, (language, Some(&sheet.0))).await
}

/// `POST /newsroom/settings/sections/{key}/take-out`: out of one edition, where no story is at home in it.
pub(super) async fn take_out(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let edition = Language::parse(&Form::read(&body)?.line("edition")).map_err(|_| Trouble::NotFound)?;
    room.act(0, &(&who, &key, edition), |act, &(who, key, edition)| {
        Box::pin(async move { Ok(take_out_section(act, &who.actor(), edition, key).await?) })
    })
    .await?;
    Ok(see_other(&format!("/newsroom/settings/sections/{key}?said=done")))
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    sheet: &SectionSheet,
    drafted: &AgencyDescription,
    sent: &Sent,
    said: &str,
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let standing = room.standing().await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let redirects = of_slugs(&mut snapshot.conn(), &standing, drafted).await?;
    let stories = stories_of(&mut snapshot.conn(), &agency, &sheet.0).await?;
    drop(snapshot);
    let editions: Vec<EditionRow> = agency
        .editions
        .iter()
        .map(|edition| EditionRow {
            tag: edition.language.to_string(),
            dir: edition.language.direction().as_str(),
            language: edition.language.native_name().to_owned(),
            here: edition.sections.contains_key(&sheet.0),
        })
        .collect();
    let parent = |description: &AgencyDescription| {
        let found = description.sections.iter().find(|section| section.key == sheet.0);
        found.and_then(|section| section.parent.clone()).unwrap_or_default()
    };
    let (was, is) = (parent(&standing), parent(drafted));
    let own = context! {
        key => sheet.0.as_str(),
        stories => stories,
        editions => filling(editions),
        choices => filling(super::super::board_page::sections(&agency, &words)),
        redirects => filling(redirects),
        moved => was != is,
        moved_from => was,
        moved_to => is,
        changed => sent.draft.is_changed(),
    };
    let own = merge_maps([own, sent.filling()]);
    room.settings_page(who, sent.status(), ("section.html", "sections"), said, own).await
}
