//! The editions there are, and a new one in any language.

use axum::extract::{Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::people_page::SaidQuery;
use super::super::trouble::Said;
use super::super::{Newsroom, Trouble};
use crate::edition::AgencyDescription;
use crate::edition::description::EditionEntry;
use crate::lang::Language;
use crate::people::Right;
use crate::publication::apply_description;
use crate::texts::Texts;

/// First parts of addresses that belong to the program.
const RESERVED: [&str; 6] = ["api", "wire", "media", "newsroom", "captcha", "assets"];

#[derive(Serialize)]
struct EditionRow {
    tag: String,
    dir: &'static str,
    language: String,
    name: String,
    sections: usize,
    texts: usize,
    /// Whether the interface texts of its language are built in.
    spoken: bool,
}

/// `GET /newsroom/settings/editions`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    page(&room, &who, http::StatusCode::OK, &query.said, "", "").await
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    status: http::StatusCode,
    said: &str,
    typed: &str,
    problem: &str,
) -> Answer {
    let standing = room.standing().await?;
    let own = context! { editions => filling(rows(&standing)), typed => typed, problem => problem };
    room.settings_page(who, status, ("editions.html", "editions"), said, own).await
}

fn rows(standing: &AgencyDescription) -> Vec<EditionRow> {
    let row = |(tag, entry): (&String, &EditionEntry)| {
        let language = Language::parse(tag).ok()?;
        Some(EditionRow {
            tag: tag.clone(),
            dir: language.direction().as_str(),
            language: language.native_name().to_owned(),
            name: entry.name.clone().unwrap_or_else(|| standing.agency.name.clone()),
            sections: entry.section.len(),
            texts: entry.texts.len(),
            spoken: Texts::built_in().languages().any(|known| known.base() == language.base()),
        })
    };
    standing.editions.iter().filter_map(row).collect()
}

/// `POST /newsroom/settings/editions`: a new one, as is usual in its language.
pub(super) async fn add(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let typed = form.line("language");
    let language = match Language::parse(&typed) {
        Ok(language) if !RESERVED.contains(&language.base()) => language,
        _ => {
            return page(
                &room,
                &who,
                http::StatusCode::UNPROCESSABLE_ENTITY,
                "",
                &typed,
                "bad_language_text",
            )
            .await;
        }
    };
    if room.standing().await?.editions.contains_key(language.as_str()) {
        return page(&room, &who, http::StatusCode::CONFLICT, "", &typed, "edition_known").await;
    }
    room.act(0, &(&who, language), |act, &(who, language)| {
        Box::pin(async move {
            let mut standing = crate::edition::describe(&mut act.conn()).await?;
            if standing.editions.contains_key(language.as_str()) {
                return Err(Trouble::Conflict(Said::Key("edition_known")));
            }
            standing.editions.insert(language.to_string(), EditionEntry::default());
            apply_description(act, &who.actor(), &standing).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other(&format!("/newsroom/settings/editions/{language}?said=made")))
}
