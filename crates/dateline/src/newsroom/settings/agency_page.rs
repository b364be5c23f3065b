//! The agency itself: name, address, time zone, default language, captcha, licence.

use axum::extract::{Query, RawForm, State};
use minijinja::context;
use minijinja::value::merge_maps;

use super::super::Newsroom;
use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::people_page::SaidQuery;
use super::fields::Fields;
use super::sheet::{Sent, Sheet};
use crate::edition::AgencyDescription;
use crate::lang::Language;

/// The sheet of the agency itself.
struct AgencySheet;

impl Sheet for AgencySheet {
    fn fields(&self, standing: &AgencyDescription) -> Fields {
        let head = standing.agency.clone();
        let pairs = [
            ("name", head.name),
            ("origin", head.origin),
            ("time_zone", head.time_zone),
            ("default_language", head.default_language),
            ("captcha", head.captcha.unwrap_or_default()),
            ("alone_after_minutes", head.alone_after_minutes.map(|m| m.to_string()).unwrap_or_default()),
            ("license", head.license.unwrap_or_default()),
            ("acquire_license", head.acquire_license.unwrap_or_default()),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn put(&self, standing: &mut AgencyDescription, typed: &Fields) {
        let value = |name: &str| typed.get(name).cloned().unwrap_or_default();
        let head = &mut standing.agency;
        head.name = value("name");
        head.origin = value("origin");
        head.time_zone = value("time_zone");
        head.default_language = value("default_language");
        let filled = |name: &str| Some(value(name).trim().to_owned()).filter(|value| !value.is_empty());
        head.captcha = filled("captcha");
        // What is no number cannot be either.
        head.alone_after_minutes = filled("alone_after_minutes").map(|minutes| minutes.parse().unwrap_or(-1));
        head.license = filled("license");
        head.acquire_license = filled("acquire_license");
    }

    fn field_of(&self, at: &str) -> Option<String> {
        at.strip_prefix("agency.").map(str::to_owned)
    }
}

/// `GET /newsroom/settings`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    let (standing, sent) = room.opened(&who, &AgencySheet).await?;
    page(&room, &who, &standing, &sent, &query.said).await
}

/// `POST /newsroom/settings`
pub(super) async fn submit(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    match room.saved(&who, &AgencySheet, &form).await? {
        None => Ok(see_other("/newsroom/settings?said=saved")),
        Some(sent) => page(&room, &who, &room.standing().await?, &sent, "").await,
    }
}

/// `POST /newsroom/settings/preview`
pub(super) async fn preview(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    let (drafted, _) = room.drafted(&who, &AgencySheet, &form).await?;
    let language = Language::parse(&drafted.agency.default_language).unwrap_or(Language::ENGLISH);
    room.preview_of(&who, &AgencySheet, &form, (language, None)).await
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    standing: &AgencyDescription,
    sent: &Sent,
    said: &str,
) -> Answer {
    let languages: Vec<(String, String)> = standing
        .editions
        .keys()
        .filter_map(|tag| Some((tag.clone(), Language::parse(tag).ok()?.native_name().to_owned())))
        .collect();
    let own = context! { languages => filling(languages) };
    room.settings_page(who, sent.status(), ("agency.html", "agency"), said, merge_maps([own, sent.filling()]))
        .await
}
