//! One section taken into another, once it was seen which addresses lead where.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Deserialize;

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::trouble::Said;
use super::super::{Newsroom, Trouble};
use super::redirects::{of_merge, stories_of};
use crate::people::Right;
use crate::publication::merge_sections;
use crate::section::SectionError;

/// What is to be looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MergeQuery {
    into: String,
}

/// `GET /newsroom/settings/sections/{key}/merge?into=`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    Query(query): Query<MergeQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    agency.section(&key).ok_or(Trouble::NotFound)?;
    let into = Some(query.into.as_str()).filter(|into| agency.section(into).is_some() && *into != key);
    let redirects = match into {
        Some(into) => of_merge(&mut snapshot.conn(), &agency, &key, into).await?,
        None => Vec::new(),
    };
    let stories = stories_of(&mut snapshot.conn(), &agency, &key).await?;
    drop(snapshot);
    let named = super::super::board_page::sections(&agency, &words);
    // A section cannot go into one that stands below it.
    let may = |other: &str| !agency.lineage(other).contains(&key.as_str());
    let choices: Vec<&(String, String)> = named.iter().filter(|(other, _)| may(other)).collect();
    let own = context! {
        key => key.as_str(),
        into => into.unwrap_or_default(),
        choices => filling(choices),
        redirects => filling(redirects),
        stories => stories,
    };
    room.settings_page(&who, http::StatusCode::OK, ("merge.html", "sections"), "", own).await
}

/// `POST /newsroom/settings/sections/{key}/merge`
pub(super) async fn merge(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let into = Form::read(&body)?.line("into");
    room.act(0, &(&who, &key, &into), |act, &(who, key, into)| {
        Box::pin(async move { Ok(merge_sections(act, &who.actor(), key, into).await?) })
    })
    .await?;
    Ok(see_other("/newsroom/settings/sections?said=done"))
}

impl From<SectionError> for Trouble {
    fn from(error: SectionError) -> Trouble {
        match error {
            SectionError::Refused(refused) => refused.into(),
            SectionError::Unknown(_) => Trouble::NotFound,
            SectionError::Db(error) => error.into(),
            SectionError::Itself(_) | SectionError::Below { .. } => {
                Trouble::Conflict(Said::Key("section_below"))
            }
        }
    }
}
