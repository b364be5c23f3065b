//! Saving a story: every half second from the editor, or as a form where no script runs.

use axum::body::Bytes;
use axum::extract::{Path, RawForm, State};
use http::{HeaderMap, HeaderValue, StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use story_body::Body;

use super::answer::{Answer, json, see_other};
use super::doing::locked;
use super::fields::{Problem, Reader};
use super::form::Form;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::{Newsroom, Trouble, findings, story_page};
use crate::ids::{PersonId, StoryRef};
use crate::people::Right;
use crate::story::{self, Saved, Story, StoryCopy, StoryError};

/// What the editor sends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    revision: i64,
    #[serde(default)]
    fields: Map<String, Value>,
    #[serde(default)]
    body: Option<Value>,
    /// What stands there may be another window's: it is kept as a revision before these words take its place.
    #[serde(default)]
    keep: bool,
}

/// What the editor is told.
#[derive(Debug, Serialize)]
struct Kept {
    revision: i64,
    saved_at: String,
    problems: Vec<Problem>,
    /// What only the database can find: links that lead nowhere.
    findings: Vec<findings::Shown>,
}

/// What became of a save, once it is durable.
enum Outcome {
    Kept(Box<Story>, Timestamp, Vec<Problem>, Vec<findings::Shown>),
    /// Set aside as a revision of its own.
    Aside {
        revision: i64,
        holder: Option<PersonId>,
        aside: i64,
    },
    Unreadable(Vec<Problem>),
}

/// `POST /newsroom/stories/{id}/save`
pub(super) async fn save(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    who.must(Right::StoriesWrite)?;
    let target = story_ref(&id)?;
    let is_json = HeaderValue::from_static("application/json");
    if headers
        .get(http::header::CONTENT_TYPE)
        .is_none_or(|kind| !kind.as_bytes().starts_with(is_json.as_bytes()))
    {
        return Err(Trouble::bad("bad_text"));
    }
    let sent: Sent = match serde_json::from_slice(&body) {
        Ok(sent) => sent,
        Err(error) => {
            let problem = Problem { block: None, field: None, message: error.to_string() };
            return Ok(json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "problems": [problem] })));
        }
    };
    let words = room.words(who.visitor.language).await?;
    let outcome = room
        .act_on(target, &(&who, &words, &sent, target), |act, &(who, words, sent, target)| {
            Box::pin(async move {
                let (mut story, actor) = locked(act, who, target).await?;
                let (agency, now) = (act.agency.clone(), act.now);
                let mut copy = story.copy.clone();
                let reader = Reader { agency: &agency, language: story.language, words };
                let problems = reader.apply(&mut copy, &sent.fields);
                if let Some(body) = &sent.body {
                    match read_body(body) {
                        Ok(body) => copy.body = body,
                        Err(problem) => return Ok(Outcome::Unreadable(vec![problem])),
                    }
                }
                if sent.keep && story.revision == sent.revision {
                    story::store::keep_revision(&mut act.conn(), &story, now, actor.person, "work").await?;
                }
                let saved = story::write_locked(
                    &mut act.conn(),
                    &agency,
                    &mut story,
                    sent.revision,
                    copy,
                    &actor,
                    now,
                )
                .await;
                let saved = match saved {
                    Ok(saved) => saved,
                    Err(StoryError::BadCopy { field, reason }) => {
                        let message = format!("{field} {reason}");
                        return Ok(Outcome::Unreadable(vec![Problem {
                            block: None,
                            field: Some(field.to_owned()),
                            message,
                        }]));
                    }
                    Err(other) => return Err(other.into()),
                };
                Ok(match saved {
                    Saved::Whole => {
                        let found = findings::in_links(&mut act.conn(), &agency, words, &story.copy).await?;
                        Outcome::Kept(Box::new(story), now, problems, found)
                    }
                    Saved::SetAside(aside) => {
                        Outcome::Aside { revision: story.revision, holder: story.held_at(now), aside }
                    }
                })
            })
        })
        .await?;
    Ok(match outcome {
        Outcome::Kept(story, now, problems, findings) => {
            let saved_at = words.hour(now).iso;
            json(StatusCode::OK, &Kept { revision: story.revision, saved_at, problems, findings })
        }
        Outcome::Aside { revision, holder, aside } => {
            let people = PeopleHere::load(&mut room.publication.db.reader().await?.conn()).await?;
            let message = words.text("set_aside_text");
            json(
                StatusCode::CONFLICT,
                &json!({
                    "revision": revision,
                    "holder": people.name(holder),
                    "mine": holder == Some(who.badge.person.id),
                    "kept": aside,
                    "message": message,
                }),
            )
        }
        Outcome::Unreadable(problems) => {
            json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "problems": problems }))
        }
    })
}

/// The body as the editor sends it: an object with blocks, or the blocks alone.
fn read_body(body: &Value) -> Result<Body, Problem> {
    Body::from_json(&body.to_string()).map_err(|error| {
        let message = error.to_string();
        let place =
            message.strip_prefix("block ").and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
        let blocks = body.get("blocks").unwrap_or(body).as_array();
        let block = place
            .and_then(|place| blocks?.get(place.checked_sub(1)?)?.get("id")?.as_str().map(str::to_owned));
        Problem { block, field: None, message }
    })
}

/// `POST /newsroom/stories/{id}`: the form, where no script runs.
pub(super) async fn submit_form(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let target = story_ref(&id)?;
    let form = Form::read(&body)?;
    let revision = form.line("revision").parse().map_err(|_| Trouble::bad("bad_text"))?;
    let words = room.words(who.visitor.language).await?;
    let outcome = room
        .act_on(
            target,
            &(&who, &words, &form, target, revision),
            |act, &(who, words, form, target, revision)| {
                Box::pin(async move {
                    let (mut story, actor) = locked(act, who, target).await?;
                    let (agency, now) = (act.agency.clone(), act.now);
                    let reader = Reader { agency: &agency, language: story.language, words };
                    let (copy, problems) = typed(&reader, &story.copy, form);
                    let saved = story::write_locked(
                        &mut act.conn(),
                        &agency,
                        &mut story,
                        revision,
                        copy,
                        &actor,
                        now,
                    )
                    .await?;
                    Ok(match saved {
                        Saved::Whole => Outcome::Kept(Box::new(story), now, problems, Vec::new()),
                        Saved::SetAside(aside) => {
                            Outcome::Aside { revision: story.revision, holder: story.held_at(now), aside }
                        }
                    })
                })
            },
        )
        .await?;
    match outcome {
        Outcome::Kept(story, _, problems, _) if problems.is_empty() => {
            Ok(see_other(&format!("/newsroom/stories/{}?said=saved", story.number)))
        }
        Outcome::Kept(story, _, problems, _) => {
            story_page::again(&room, &who, &words, *story, &form, problems).await
        }
        _ => Err(Trouble::Conflict(super::trouble::Said::Key("set_aside_text"))),
    }
}

/// What a form says of a story: its fields, its pictures, and its body as HTML.
fn typed(reader: &Reader<'_>, before: &StoryCopy, form: &Form) -> (StoryCopy, Vec<Problem>) {
    const FIELDS: [&str; 27] = [
        "section",
        "headline",
        "slugline",
        "byline",
        "summary",
        "usage_terms",
        "kind",
        "urgency",
        "keywords",
        "topics",
        "authors",
        "follows",
        "dateline_place",
        "dateline_country",
        "dateline_source",
        "dateline_date",
        "embargo_at",
        "embargo_zone",
        "editor_note",
        "headline_short",
        "headline_seo",
        "sign_off_reporter",
        "sign_off_writer",
        "sign_off_translator",
        "sign_off_editor",
        "subjects",
        "related",
    ];
    let mut copy = before.clone();
    let mut fields = Map::new();
    for name in FIELDS {
        if let Some(text) = form.given(name) {
            fields.insert(name.to_owned(), Value::from(text));
        }
    }
    // Its field may break the line; a headline does not.
    if form.given("headline").is_some() {
        fields.insert("headline".to_owned(), Value::from(form.line("headline")));
    }
    if form.given("also_in_shown").is_some() {
        fields.insert("also_in".to_owned(), Value::from(form.every("also_in")));
    }
    if form.given("media_shown").is_some() {
        fields.insert("media".to_owned(), Value::from(pictures(form)));
    }
    let problems = reader.apply(&mut copy, &fields);
    if let Some(html) = form.given("body_html") {
        copy.body = Body::from_html_keeping_ids(html, &before.body).body;
    }
    (copy, problems)
}

/// The pictures of a form, without those that were struck out, with one that was added.
fn pictures(form: &Form) -> Vec<Value> {
    let mut pictures = Vec::new();
    for place in 0..200 {
        let Some(media) = form.given(&format!("media_{place}")) else { break };
        let field = |name: &str| form.text(&format!("media_{place}_{name}"));
        if form.given(&format!("media_{place}_remove")).is_none() {
            let (alt, caption, credit) = (field("alt"), field("caption"), field("credit"));
            pictures.push(json!({ "media": media, "alt": alt, "caption": caption, "credit": credit }));
        }
    }
    if let Some(added) = form.filled("media_add") {
        pictures.push(json!({ "media": added }));
    }
    pictures
}

/// The story an address names.
pub(super) fn story_ref(id: &str) -> Result<StoryRef, Trouble> {
    id.parse().map_err(|()| Trouble::NotFound)
}

/// The words a person had typed where they could not be taken, by field.
pub(super) fn typed_again(form: &Form, problems: &[Problem], shown: &mut Map<String, Value>) {
    for field in problems.iter().filter_map(|problem| problem.field.as_deref()) {
        if let Some(text) = form.given(field) {
            shown.insert(field.to_owned(), Value::from(text));
        }
    }
}
