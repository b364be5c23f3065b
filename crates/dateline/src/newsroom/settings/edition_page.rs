//! One edition: its name, patterns, calendar and digits, with samples of what they write.

use axum::extract::{Path, Query, RawForm, State};
use axum::response::{Html, IntoResponse};
use minijinja::context;
use minijinja::value::merge_maps;

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::people_page::SaidQuery;
use super::super::{Newsroom, Trouble};
use super::fields::Fields;
use super::preview::PAGES;
use super::samples::written;
use super::sheet::{Sent, Sheet};
use crate::edition::time_pattern::TimePattern;
use crate::edition::{self, AgencyDescription, Edition};
use crate::lang::Language;
use crate::story::dateline::DatelinePattern;

/// The sheet of one edition.
pub(super) struct EditionSheet(pub Language);

/// The fields of an edition, as the description names them.
const FIELDS: [&str; 9] = [
    "name",
    "title_pattern",
    "time_pattern",
    "dateline_pattern",
    "dateline",
    "calendar",
    "digits",
    "feeds",
    "sign_off",
];

impl Sheet for EditionSheet {
    fn fields(&self, standing: &AgencyDescription) -> Fields {
        let Some(entry) = standing.editions.get(self.0.as_str()) else { return Fields::new() };
        let values = [
            &entry.name,
            &entry.title_pattern,
            &entry.time_pattern,
            &entry.dateline_pattern,
            &entry.dateline,
            &entry.calendar,
            &entry.digits,
            &entry.feeds,
            &entry.sign_off,
        ];
        let pairs = FIELDS.into_iter().zip(values);
        pairs.map(|(name, value)| (name.to_owned(), value.clone().unwrap_or_default())).collect()
    }

    fn put(&self, standing: &mut AgencyDescription, typed: &Fields) {
        let Some(entry) = standing.editions.get_mut(self.0.as_str()) else { return };
        let fields = [
            &mut entry.name,
            &mut entry.title_pattern,
            &mut entry.time_pattern,
            &mut entry.dateline_pattern,
            &mut entry.dateline,
            &mut entry.calendar,
            &mut entry.digits,
            &mut entry.feeds,
            &mut entry.sign_off,
        ];
        for (name, field) in FIELDS.into_iter().zip(fields) {
            *field = typed.get(name).cloned().filter(|value| !value.is_empty());
        }
    }

    fn field_of(&self, at: &str) -> Option<String> {
        let field = at.strip_prefix(&format!("edition.{}.", self.0))?;
        FIELDS.contains(&field).then(|| field.to_owned())
    }
}

fn sheet(tag: &str) -> Result<EditionSheet, Trouble> {
    Language::parse(tag).map(EditionSheet).map_err(|_| Trouble::NotFound)
}

/// `GET /newsroom/settings/editions/{language}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    Query(query): Query<SaidQuery>,
) -> Answer {
    let sheet = sheet(&tag)?;
    let (standing, sent) = room.opened(&who, &sheet).await?;
    page(&room, &who, sheet.0, &standing, &sent, &query.said).await
}

/// `POST /newsroom/settings/editions/{language}`: saved, or shown again with samples.
pub(super) async fn submit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (sheet, form) = (sheet(&tag)?, Form::read(&body)?);
    if form.line("do") == "samples" {
        let (drafted, sent) = room.drafted(&who, &sheet, &form).await?;
        return page(&room, &who, sheet.0, &drafted, &sent, "").await;
    }
    match room.saved(&who, &sheet, &form).await? {
        None => Ok(see_other(&format!("/newsroom/settings/editions/{}?said=saved", sheet.0))),
        Some(sent) => {
            let (drafted, _) = room.drafted(&who, &sheet, &form).await?;
            page(&room, &who, sheet.0, &drafted, &sent, "").await
        }
    }
}

/// `POST /newsroom/settings/editions/{language}/preview`
pub(super) async fn preview(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let sheet = sheet(&tag)?;
    room.preview_of(&who, &sheet, &Form::read(&body)?, (sheet.0, None)).await
}

/// `POST /newsroom/settings/editions/{language}/samples`: a part of the page, while somebody types.
pub(super) async fn samples(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let sheet = sheet(&tag)?;
    let (drafted, sent) = room.drafted(&who, &sheet, &Form::read(&body)?).await?;
    let words = room.words(who.visitor.language).await?;
    let own = context! { samples => filling(sampled(&room, sheet.0, &drafted).await?) };
    let own = merge_maps([own, sent.filling(), about(sheet.0, &drafted)]);
    Ok(Html(room.fragment(&words, "settings/samples.html", own)?).into_response())
}

async fn sampled(
    room: &Newsroom,
    language: Language,
    drafted: &AgencyDescription,
) -> Result<Vec<super::samples::Sample>, Trouble> {
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = edition::draft(&mut snapshot.conn(), drafted).await?;
    let stories = crate::story::newest(&mut snapshot.conn(), language, 3).await?;
    Ok(written(&agency, language, &stories))
}

/// What is usual where a field is empty, and the language of what is written.
fn about(language: Language, standing: &AgencyDescription) -> minijinja::Value {
    let usual = Edition::usual(language, &standing.agency.name);
    context! {
        tag => language.as_str(),
        tag_dir => language.direction().as_str(),
        language_name => language.native_name(),
        usual => context! {
            name => standing.agency.name.as_str(),
            title_pattern => usual.title_pattern,
            time_pattern => TimePattern::usual(language),
            dateline_pattern => DatelinePattern::usual(language),
            dateline => usual.dateline.as_str(),
            calendar => usual.calendar.as_str(),
            digits => usual.digits.as_str(),
        },
    }
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    language: Language,
    drafted: &AgencyDescription,
    sent: &Sent,
    said: &str,
) -> Answer {
    let own = context! {
        samples => filling(sampled(room, language, drafted).await?),
        pages => filling(PAGES),
        scripts => vec![super::super::assets::path("settings.js")],
    };
    let own = merge_maps([own, sent.filling(), about(language, drafted)]);
    room.settings_page(who, sent.status(), ("edition.html", "editions"), said, own).await
}
