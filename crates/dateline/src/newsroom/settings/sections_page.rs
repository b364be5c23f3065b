//! The sections in their order, and a new one.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::people_page::SaidQuery;
use super::super::words::Words;
use super::super::{Newsroom, Trouble};
use super::fault_words::sentence;
use super::redirects::stories_of;
use crate::edition::{self, Agency, AgencyDescription, EditionSection, description::SectionEntry};
use crate::people::Right;
use crate::publication::{apply_description, arrange_sections};
use crate::section::LeaveError;

#[derive(Serialize)]
struct SectionRow {
    key: String,
    name: String,
    depth: usize,
    stories: u64,
    /// Tag and slug where an edition has it.
    editions: Vec<(String, String)>,
}

/// `GET /newsroom/settings/sections`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    page(&room, &who, http::StatusCode::OK, &query.said, &Form::default(), "").await
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    status: http::StatusCode,
    said: &str,
    form: &Form,
    fault: &str,
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let mut rows = Vec::new();
    for key in in_tree(&agency) {
        let stories = stories_of(&mut snapshot.conn(), &agency, key).await?;
        rows.push(row(&agency, &words, key, stories));
    }
    drop(snapshot);
    let tags: Vec<(String, String)> = super::super::board_page::languages(&agency);
    let typed = |name: &str| form.line(name);
    let slugs: Vec<(String, String, String, String)> = tags
        .iter()
        .map(|(tag, name)| {
            (tag.clone(), name.clone(), typed(&format!("slug.{tag}")), typed(&format!("name.{tag}")))
        })
        .collect();
    let own = context! {
        rows => filling(rows),
        choices => filling(super::super::board_page::sections(&agency, &words)),
        slugs => filling(slugs),
        typed_key => typed("key"),
        typed_parent => typed("parent"),
        fault => fault,
    };
    room.settings_page(who, status, ("sections.html", "sections"), said, own).await
}

/// The keys of sections, each with those below it behind it.
fn in_tree(agency: &Agency) -> Vec<&str> {
    fn below<'a>(agency: &'a Agency, parent: Option<&str>, found: &mut Vec<&'a str>) {
        for section in agency.sections.iter().filter(|section| section.parent.as_deref() == parent) {
            if !found.contains(&section.key.as_str()) {
                found.push(&section.key);
                below(agency, Some(&section.key), found);
            }
        }
    }
    let mut found = Vec::new();
    below(agency, None, &mut found);
    found
}

fn row(agency: &Agency, words: &Words, key: &str, stories: u64) -> SectionRow {
    let here = agency.editions.iter().filter_map(|edition| {
        let section = edition.sections.get(key)?;
        Some((edition.language.to_string(), section.slug.clone()))
    });
    let named = super::super::board_page::sections(agency, words);
    SectionRow {
        key: key.to_owned(),
        name: named
            .into_iter()
            .find(|(found, _)| found == key)
            .map_or_else(|| key.to_owned(), |(_, name)| name),
        depth: agency.lineage(key).len() - 1,
        stories,
        editions: here.collect(),
    }
}

/// `POST /newsroom/settings/sections`: a new one, in the editions that get a slug and a name.
pub(super) async fn add(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let words = room.words(who.visitor.language).await?;
    let key = form.line("key");
    let mut drafted = room.standing().await?;
    let refused = match drafted.sections.iter().any(|section| section.key == key) {
        true => Some(words.text("section_known").to_owned()),
        false => {
            put_new(&mut drafted, &key, &form);
            edition::faults(&drafted).first().map(|fault| sentence(&words, fault))
        }
    };
    if let Some(fault) = refused {
        return page(&room, &who, http::StatusCode::UNPROCESSABLE_ENTITY, "", &form, &fault).await;
    }
    room.act(0, &(&who, &key, &form), |act, &(who, key, form)| {
        Box::pin(async move {
            let mut standing = edition::describe(&mut act.conn()).await?;
            put_new(&mut standing, key, form);
            apply_description(act, &who.actor(), &standing).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other(&format!("/newsroom/settings/sections/{key}?said=made")))
}

fn put_new(standing: &mut AgencyDescription, key: &str, form: &Form) {
    let parent = Some(form.line("parent")).filter(|parent| !parent.is_empty());
    standing.sections.push(SectionEntry { key: key.to_owned(), parent });
    for (tag, entry) in &mut standing.editions {
        let (slug, name) = (form.line(&format!("slug.{tag}")), form.line(&format!("name.{tag}")));
        if slug.is_empty() && name.is_empty() {
            continue;
        }
        let slug = if slug.is_empty() { key.to_owned() } else { slug };
        let name = if name.is_empty() { slug.clone() } else { name };
        entry.section.insert(key.to_owned(), EditionSection { slug, name });
    }
}

/// `POST /newsroom/settings/sections/{key}/move`: one place up or down among those beside it.
pub(super) async fn shift(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let down = Form::read(&body)?.line("do") == "down";
    room.act(0, &(&who, &key, down), |act, &(who, key, down)| {
        Box::pin(async move {
            let agency = act.agency.clone();
            let section = agency.section(key).ok_or(Trouble::NotFound)?;
            let beside: Vec<&str> = agency
                .sections
                .iter()
                .filter(|other| other.parent == section.parent)
                .map(|other| other.key.as_str())
                .collect();
            let at = beside.iter().position(|other| other == key).ok_or(Trouble::NotFound)?;
            let other =
                if down { beside.get(at + 1) } else { at.checked_sub(1).and_then(|at| beside.get(at)) };
            let Some(other) = other else { return Ok(()) };
            let mut keys: Vec<String> = agency.sections.iter().map(|section| section.key.clone()).collect();
            let (one, two) = (place_of(&keys, key)?, place_of(&keys, other)?);
            keys.swap(one, two);
            arrange_sections(act, &who.actor(), &keys).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/settings/sections?said=saved"))
}

fn place_of(keys: &[String], key: &str) -> Result<usize, Trouble> {
    keys.iter().position(|found| found == key).ok_or(Trouble::NotFound)
}

impl From<LeaveError> for Trouble {
    fn from(error: LeaveError) -> Trouble {
        match error {
            LeaveError::Refused(refused) => refused.into(),
            LeaveError::Unknown { .. } => Trouble::NotFound,
            LeaveError::Stories { .. } => {
                Trouble::Conflict(super::super::trouble::Said::Key("section_has_stories"))
            }
            LeaveError::Db(error) => error.into(),
        }
    }
}
