//! Desks: their languages, sections, rule for approval, steps and members.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::board_page::{languages, sections};
use super::form::Form;
use super::look::filling;
use super::me_page::role_key;
use super::on_duty::OnDuty;
use super::people_page::SaidQuery;
use super::surroundings::Surroundings;
use super::{Newsroom, Trouble};
use crate::desk::{self, Desk, DeskKey, DeskPlan};
use crate::ids::PersonId;
use crate::lang::Language;
use crate::people::{self, Right, Role, Roles};
use crate::story::ApprovalRule;

#[derive(Serialize)]
struct DeskView {
    key: String,
    name: String,
    languages: Vec<String>,
    sections: Vec<String>,
    approval: &'static str,
    steps: String,
    members: Vec<MemberView>,
    /// Those who are no members, by id and name.
    others: Vec<(String, String)>,
}

#[derive(Serialize)]
struct MemberView {
    id: String,
    name: String,
    roles: Vec<String>,
}

/// `GET /newsroom/desks`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let around = Surroundings::load(&room, &mut snapshot.conn()).await?;
    let own_roles = people::own_roles(&mut snapshot.conn()).await?;
    drop(snapshot);
    let (agency, desks) = (&around.agency, &around.desks);
    let views: Vec<DeskView> = desks
        .iter()
        .map(|desk| DeskView {
            key: desk.key.to_string(),
            name: desk.name.clone(),
            languages: desk.languages.iter().map(Language::to_string).collect(),
            sections: desk.sections.clone(),
            approval: desk.approval.as_str(),
            steps: desk.steps.join("\n"),
            members: members_of(desk, &around),
            others: others(desk, &around),
        })
        .collect();
    let rules: Vec<(&str, &str)> =
        ApprovalRule::ALL.iter().map(|rule| (rule.as_str(), words.text(rule_key(*rule)))).collect();
    let built_in = Role::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), words.text(role_key(role.as_str())).to_owned()));
    let own = own_roles.into_iter().map(|role| (role.key.word(), role.name));
    let roles: Vec<(String, String)> = built_in.chain(own).collect();
    let own = context! {
        desks => filling(views),
        languages => filling(languages(agency)),
        sections => filling(sections(agency, &words)),
        rules => filling(rules),
        roles => filling(roles),
        said => super::story_page::said(&words, &query.said),
    };
    room.page(&who, &words, "desks", "desks.html", own).await
}

fn members_of(desk: &Desk, around: &Surroundings) -> Vec<MemberView> {
    let here = around.members.iter().filter(|member| member.desk == desk.key);
    let mut views: Vec<MemberView> = here
        .map(|member| MemberView {
            id: member.person.to_string(),
            name: around.people.name(Some(member.person)),
            roles: member.roles.words(),
        })
        .collect();
    views.sort_by_key(|member| member.name.to_lowercase());
    views
}

fn others(desk: &Desk, around: &Surroundings) -> Vec<(String, String)> {
    let is_member = |id| around.members.iter().any(|member| member.desk == desk.key && member.person == id);
    let others = around.people.present().into_iter().filter(|person| !is_member(person.id));
    others.map(|person| (person.id.to_string(), person.name.clone())).collect()
}

fn rule_key(rule: ApprovalRule) -> &'static str {
    match rule {
        ApprovalRule::Nobody => "approval_nobody",
        ApprovalRule::AnotherPerson => "approval_another_person",
        ApprovalRule::Chief => "approval_chief",
    }
}

fn plan(form: &Form) -> Result<DeskPlan, Trouble> {
    let tags = form.every("language");
    let languages =
        tags.iter().map(|tag| Language::parse(tag).map_err(|_| Trouble::bad("bad_language_text")));
    Ok(DeskPlan {
        name: form.line("name"),
        languages: languages.collect::<Result<_, _>>()?,
        sections: form.every("section"),
        approval: ApprovalRule::parse(&form.line("approval")).ok_or(Trouble::NotFound)?,
        steps: form
            .text("steps")
            .lines()
            .map(str::trim)
            .filter(|step| !step.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

/// `POST /newsroom/desks`
pub(super) async fn add(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let key = DeskKey::parse(&form.line("key")).map_err(|_| Trouble::bad("desk_key_text"))?;
    let plan = plan(&form)?;
    room.act(0, &(&who, &key, &plan), |act, &(who, key, plan)| {
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            desk::add(&mut act.conn(), &agency, key.clone(), plan.clone(), &who.actor(), now).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/desks?said=saved"))
}

/// `POST /newsroom/desks/{key}`
pub(super) async fn edit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let key = DeskKey::parse(&key).map_err(|_| Trouble::NotFound)?;
    let plan = plan(&Form::read(&body)?)?;
    room.act(0, &(&who, &key, &plan), |act, &(who, key, plan)| {
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            desk::edit(&mut act.conn(), &agency, key, plan.clone(), &who.actor(), now).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/desks?said=saved"))
}

/// `POST /newsroom/desks/{key}/up`: one place up among desks, on boards and in menus.
pub(super) async fn move_up(State(room): State<Newsroom>, who: OnDuty, Path(key): Path<String>) -> Answer {
    who.actor().must(Right::Admin)?;
    let key = DeskKey::parse(&key).map_err(|_| Trouble::NotFound)?;
    room.act(0, &(&who, &key), |act, &(who, key)| {
        Box::pin(async move {
            let now = act.now;
            Ok(desk::move_up(&mut act.conn(), key, &who.actor(), now).await?)
        })
    })
    .await?;
    Ok(see_other("/newsroom/desks?said=saved"))
}

/// `POST /newsroom/desks/{key}/members`: somebody's roles at the desk; none take them from it.
pub(super) async fn set_member(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let key = DeskKey::parse(&key).map_err(|_| Trouble::NotFound)?;
    let form = Form::read(&body)?;
    let person: PersonId = form.line("person").parse().map_err(|_| Trouble::bad("person_text"))?;
    let words = form.every("role");
    let roles = Roles::parse(words.iter().map(String::as_str)).ok_or(Trouble::NotFound)?;
    room.act(0, &(&who, &key, person, &roles), |act, &(who, key, person, roles)| {
        Box::pin(async move {
            let now = act.now;
            desk::set_member(&mut act.conn(), key, person, roles.clone(), &who.actor(), now).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other(&format!("/newsroom/desks?said=saved#desk-{key}")))
}
