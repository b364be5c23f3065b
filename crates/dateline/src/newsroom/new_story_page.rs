//! A new story, and a translation begun: the draft is made and its maker holds it.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use http::StatusCode;
use minijinja::context;
use serde_json::Map;

use super::answer::{Answer, see_other};
use super::board_page::{languages, sections};
use super::doing::note;
use super::fields;
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::story_page::desk_names;
use super::story_save::story_ref;
use super::trouble::Said;
use super::words::Words;
use super::{Newsroom, Trouble};
use crate::desk::{self, DeskKey};
use crate::edition::Agency;
use crate::ids::StoryRef;
use crate::lang::Language;
use crate::people::Right;
use crate::publication::Act;
use crate::story::{self, Group, NewStory, Story, StoryCopy};

/// `GET /newsroom/stories/new`
pub(super) async fn new(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    who.must(Right::StoriesWrite)?;
    new_page(&room, &who, &Form::default(), "").await
}

async fn new_page(room: &Newsroom, who: &OnDuty, form: &Form, problem: &str) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let mut desks = desk::list(&mut reader.conn()).await?;
    drop(reader);
    desks.retain(|desk| who.badge.may_at(&desk.key, Right::StoriesWrite));
    let usual = agency.editions.iter().find(|edition| edition.language.base() == who.visitor.language.base());
    let usual = usual.map_or(agency.default_language, |edition| edition.language);
    let language = form.filled("language").unwrap_or_else(|| usual.to_string());
    let own = context! {
        desks => filling(desk_names(&desks)),
        languages => filling(languages(&agency)),
        sections => filling(sections(&agency, &words)),
        language => language,
        headline => form.text("headline"),
        slugline => form.text("slugline"),
        section => form.text("section"),
        urgency => form.filled("urgency").unwrap_or_else(|| "5".to_owned()),
        problem => words.text(problem),
    };
    let mut page = room.page(who, &words, "board", "new.html", own).await?;
    if !problem.is_empty() {
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(page)
}

/// `POST /newsroom/stories`
pub(super) async fn create(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    who.must(Right::StoriesWrite)?;
    let words = room.words(who.visitor.language).await?;
    let desk = form.filled("desk").map_or(Ok(DeskKey::default()), |key| DeskKey::parse(&key));
    let desk = desk.map_err(|_| Trouble::NotFound)?;
    let language = Language::parse(&form.line("language")).map_err(|_| Trouble::bad("bad_language_text"))?;
    let mut sent = Map::new();
    for name in ["section", "headline", "slugline", "urgency"] {
        if let Some(text) = form.filled(name) {
            sent.insert(name.to_owned(), text.into());
        }
    }
    if !sent.contains_key("headline") {
        return new_page(&room, &who, &form, "headline_text").await;
    }
    let made = room
        .act(
            rand::random(),
            &(&who, &words, &desk, &sent, language),
            |act, &(who, words, desk, sent, language)| {
                Box::pin(async move { make(act, who, words, desk, language, sent).await })
            },
        )
        .await;
    match made {
        Ok(story) => Ok(see_other(&format!("/newsroom/stories/{}?said=made", story.number))),
        Err(Trouble::Bad(Said::Key(key))) => new_page(&room, &who, &form, key).await,
        Err(other) => Err(other),
    }
}

async fn make(
    act: &mut Act,
    who: &OnDuty,
    words: &Words,
    desk: &DeskKey,
    language: Language,
    sent: &Map<String, serde_json::Value>,
) -> Result<Story, Trouble> {
    if desk::find(&mut act.conn(), desk).await?.is_none() {
        return Err(Trouble::NotFound);
    }
    let actor = who.badge.actor_at(desk);
    actor.must(Right::StoriesWrite)?;
    let agency: Arc<Agency> = act.agency.clone();
    let edition = agency.edition(language).ok_or(Trouble::bad("bad_language_text"))?;
    let first = agency.sections.iter().find(|section| edition.sections.contains_key(&section.key));
    let section = first.or(agency.sections.first()).ok_or(Trouble::bad("section_text"))?;
    let mut copy = StoryCopy::new(section.key.clone(), "…");
    let reader = fields::Reader { agency: &agency, language, words };
    if let Some(problem) = reader.apply(&mut copy, sent).into_iter().next() {
        return Err(Trouble::Bad(Said::Words(problem.message)));
    }
    let now = act.now;
    let new = NewStory { language, uri: None, number: None, group: Group::New, copy };
    let mut story = story::create_at(&mut act.conn(), &agency, new, desk.clone(), &actor, now).await?;
    story::hand_locked(&mut act.conn(), &mut story, &story::Handover::Claim, &actor, now).await?;
    note(act, &actor, "create", &story, None).await?;
    Ok(story)
}

/// `POST /newsroom/stories/{id}/translations`: a draft in another language, beginning with the original's copy.
pub(super) async fn translate(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesWrite)?;
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let language = Language::parse(&form.line("language")).map_err(|_| Trouble::bad("bad_language_text"))?;
    let story = room
        .act_on(target, &(&who, target, language), |act, &(who, target, language)| {
            Box::pin(async move { begin_translation(act, who, target, language).await })
        })
        .await?;
    Ok(see_other(&format!("/newsroom/stories/{}?said=made", story.number)))
}

async fn begin_translation(
    act: &mut Act,
    who: &OnDuty,
    target: StoryRef,
    language: Language,
) -> Result<Story, Trouble> {
    let (original, actor) = super::doing::locked(act, who, target).await?;
    actor.must(Right::StoriesWrite)?;
    let group = story::of_group(&mut act.conn(), original.group).await?;
    if act.agency.edition(language).is_none() || group.iter().any(|other| other.language == language) {
        return Err(Trouble::bad("bad_language_text"));
    }
    let mut copy = original.copy.clone();
    copy.translation_of = Some(original.number.get());
    copy.translation_of_version = (original.version > 0).then_some(original.version);
    // Topics and bylines are of an edition; they are written anew in its language.
    copy.topics.clear();
    copy.dateline = None;
    let (agency, now) = (act.agency.clone(), act.now);
    let new = NewStory { language, uri: None, number: None, group: Group::Of(original.group), copy };
    let mut made =
        story::create_at(&mut act.conn(), &agency, new, original.desk.clone(), &actor, now).await?;
    story::hand_locked(&mut act.conn(), &mut made, &story::Handover::Claim, &actor, now).await?;
    note(act, &actor, "translate", &made, Some(&original.number.to_string())).await?;
    Ok(made)
}
