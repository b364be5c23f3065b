//! Roles: what the built-in ones allow, and the agency's own.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::form::Form;
use super::look::filling;
use super::me_page::role_key;
use super::on_duty::OnDuty;
use super::people_page::SaidQuery;
use super::story_page::said;
use super::trouble::Said;
use super::{Newsroom, Trouble};
use crate::desk;
use crate::people::{self, OwnRole, PeopleError, Right, Rights, Role, RoleKey};

#[derive(Serialize)]
struct RoleView {
    key: String,
    name: String,
    rights: Vec<&'static str>,
    holders: Vec<String>,
}

fn rights_of(rights: Rights) -> Vec<&'static str> {
    Right::ALL.iter().filter(|right| rights.has(**right)).map(|right| right.as_str()).collect()
}

/// The text of a right's name.
fn right_key(right: Right) -> &'static str {
    match right {
        Right::StoriesRead => "right_stories_read",
        Right::StoriesWrite => "right_stories_write",
        Right::StoriesApprove => "right_stories_approve",
        Right::StoriesRelease => "right_stories_release",
        Right::StoriesRefile => "right_stories_refile",
        Right::StoriesUnpublish => "right_stories_unpublish",
        Right::StoriesWithdraw => "right_stories_withdraw",
        Right::StoriesRedact => "right_stories_redact",
        Right::StoriesEmbargoed => "right_stories_embargoed",
        Right::ReportsAnswer => "right_reports_answer",
        Right::LogRead => "right_log_read",
        Right::MediaWrite => "right_media_write",
        Right::FrontsWrite => "right_fronts_write",
        Right::Admin => "right_admin",
    }
}

/// `GET /newsroom/roles`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let own = people::own_roles(&mut snapshot.conn()).await?;
    let everybody = people::list(&mut snapshot.conn()).await?;
    let members = desk::members(&mut snapshot.conn()).await?;
    drop(snapshot);
    let holders = |key: &RoleKey| -> Vec<String> {
        let holds = everybody.iter().filter(|person| {
            let at_desk = members.iter().any(|one| one.person == person.id && one.roles.own.contains(key));
            at_desk || person.roles.own.contains(key)
        });
        holds.map(|person| person.name.clone()).collect()
    };
    let own: Vec<RoleView> = own
        .into_iter()
        .map(|role| RoleView {
            holders: holders(&role.key),
            key: role.key.to_string(),
            name: role.name,
            rights: rights_of(role.rights),
        })
        .collect();
    let built_in: Vec<RoleView> = Role::ALL
        .iter()
        .map(|role| RoleView {
            key: role.as_str().to_owned(),
            name: words.text(role_key(role.as_str())).to_owned(),
            rights: rights_of(role.rights()),
            holders: Vec::new(),
        })
        .collect();
    let rights: Vec<(&str, &str)> =
        Right::ALL.iter().map(|right| (right.as_str(), words.text(right_key(*right)))).collect();
    let own = context! {
        built_in => filling(built_in),
        own => filling(own),
        rights => filling(rights),
        said => said(&words, &query.said),
    };
    room.page(&who, &words, "people", "roles.html", own).await
}

fn read(form: &Form, key: RoleKey) -> Result<OwnRole, Trouble> {
    let rights: Option<Rights> = form.every("right").iter().map(|word| Right::parse(word)).collect();
    Ok(OwnRole { key, name: form.line("name"), rights: rights.ok_or(Trouble::NotFound)? })
}

/// `POST /newsroom/roles`: a new one.
pub(super) async fn make(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let key = RoleKey::parse(&form.line("key")).ok_or(Trouble::bad("role_key_text"))?;
    let role = read(&form, key)?;
    room.act(0, &(&who, &role), |act, &(who, role)| {
        Box::pin(async move {
            let now = act.now;
            Ok(people::make_role(&mut act.conn(), &who.actor(), role.clone(), now).await?)
        })
    })
    .await?;
    Ok(see_other("/newsroom/roles?said=saved"))
}

/// `POST /newsroom/roles/{key}`: changed, or deleted where nobody has it.
pub(super) async fn change(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let key = RoleKey::parse(&key).ok_or(Trouble::NotFound)?;
    let words = room.words(who.visitor.language).await?;
    let role = read(&form, key)?;
    room.act(0, &(&who, &words, &form, &role), |act, &(who, words, form, role)| {
        Box::pin(async move {
            let (now, actor) = (act.now, who.actor());
            let done = match form.line("do").as_str() {
                "save" => people::edit_role(&mut act.conn(), &actor, role.clone(), now).await,
                "delete" => desk::delete_role(&mut act.conn(), &role.key, &actor, now).await,
                _ => return Err(Trouble::NotFound),
            };
            done.map_err(|error| match error {
                PeopleError::RoleInUse { holders, .. } => {
                    let who = [("names", holders.as_str().into())];
                    Trouble::Conflict(Said::Words(words.format("role_in_use_text", &who)))
                }
                other => other.into(),
            })
        })
    })
    .await?;
    Ok(see_other("/newsroom/roles?said=saved"))
}
