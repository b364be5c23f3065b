//! People: invited, given roles everywhere and at desks, disabled.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, see_other};
use super::form::Form;
use super::letter_page;
use super::look::filling;
use super::me_page::role_key;
use super::on_duty::OnDuty;
use super::story_page::said;
use super::words::Hour;
use super::{Newsroom, Trouble};
use crate::desk::{self, Desk, DeskKey};
use crate::ids::PersonId;
use crate::people::{self, Email, NewPerson, Purpose, Right, Role, Roles};
use crate::publication::Act;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SaidQuery {
    pub said: String,
}

#[derive(Serialize)]
struct PersonView {
    id: String,
    name: String,
    email: String,
    roles: Vec<String>,
    desks: Vec<DeskRoles>,
    since: Hour,
    disabled: bool,
    me: bool,
}

#[derive(Serialize)]
struct DeskRoles {
    key: String,
    name: String,
    roles: Vec<String>,
}

/// `GET /newsroom/people`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let people = people::list(&mut snapshot.conn()).await?;
    let own_roles = people::own_roles(&mut snapshot.conn()).await?;
    let desks = desk::list(&mut snapshot.conn()).await?;
    let members = desk::members(&mut snapshot.conn()).await?;
    drop(snapshot);
    let roles_at = |person: PersonId, desk: &Desk| -> Vec<String> {
        let found = members.iter().find(|member| member.person == person && member.desk == desk.key);
        found.map(|member| member.roles.words()).unwrap_or_default()
    };
    let views: Vec<PersonView> = people
        .iter()
        .map(|person| PersonView {
            id: person.id.to_string(),
            name: person.name.clone(),
            email: person.email.to_string(),
            roles: person.roles.words(),
            desks: desks
                .iter()
                .map(|desk| DeskRoles {
                    key: desk.key.to_string(),
                    name: desk.name.clone(),
                    roles: roles_at(person.id, desk),
                })
                .collect(),
            since: words.hour(person.created_at),
            disabled: person.disabled_at.is_some(),
            me: person.id == who.badge.person.id,
        })
        .collect();
    let built_in = Role::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), words.text(role_key(role.as_str())).to_owned()));
    let own = own_roles.into_iter().map(|role| (role.key.word(), role.name));
    let roles: Vec<(String, String)> = built_in.chain(own).collect();
    let own = context! {
        people => filling(views),
        roles => filling(roles),
        said => said(&words, &query.said),
    };
    room.page(&who, &words, "people", "people.html", own).await
}

fn roles(form: &Form, name: &str) -> Result<Roles, Trouble> {
    let words = form.every(name);
    Roles::parse(words.iter().map(String::as_str)).ok_or(Trouble::NotFound)
}

/// `POST /newsroom/people`: somebody new, who gets a letter.
pub(super) async fn invite(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let email = Email::parse(&form.line("email")).map_err(|_| Trouble::bad("bad_email_text"))?;
    let roles = roles(&form, "role")?;
    let words = room.words(who.visitor.language).await?;
    room.act(0, &(&who, &words, &form, &email, &roles), |act, &(who, words, form, email, roles)| {
        Box::pin(async move {
            let now = act.now;
            let new = NewPerson {
                email: email.clone(),
                name: form.filled("name"),
                roles: roles.clone(),
                password: None,
            };
            let person = people::add(&mut act.conn(), &who.actor(), new, now).await?;
            letter_page::send(act, &who.actor(), &person, Purpose::Invite, words).await
        })
    })
    .await?;
    Ok(see_other("/newsroom/people?said=done"))
}

/// `POST /newsroom/people/{id}`: other roles, a letter, or out.
pub(super) async fn change(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let id: PersonId = id.parse().map_err(|_| Trouble::NotFound)?;
    let words = room.words(who.visitor.language).await?;
    room.act(0, &(&who, &words, &form, id), |act, &(who, words, form, id)| {
        Box::pin(async move {
            let (now, actor) = (act.now, who.actor());
            let person = people::by_id(&mut act.conn(), id).await?.ok_or(Trouble::NotFound)?;
            match form.line("do").as_str() {
                "disable" => drop(people::disable(&mut act.conn(), &actor, &person.email, now).await?),
                "letter" => letter_page::send(act, &actor, &person, Purpose::Invite, words).await?,
                "forget_authenticator" => {
                    actor.must_outrank(person.rights())?;
                    people::remove_authenticator(&mut act.conn(), &actor, &person, now).await?;
                }
                "forget_passkeys" => {
                    actor.must_outrank(person.rights())?;
                    for passkey in people::passkeys(&mut act.conn(), person.id).await? {
                        people::remove_passkey(&mut act.conn(), &actor, &person, passkey.id, now).await?;
                    }
                }
                "roles" => {
                    let everywhere = roles(form, "role")?;
                    people::set_roles(&mut act.conn(), &actor, &person.email, &everywhere, now).await?;
                    set_desks(act, who, person.id, form).await?;
                }
                _ => return Err(Trouble::NotFound),
            }
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/people?said=done"))
}

async fn set_desks(act: &mut Act, who: &OnDuty, person: PersonId, form: &Form) -> Result<(), Trouble> {
    let now = act.now;
    let members = desk::members(&mut act.conn()).await?;
    for desk in desk::list(&mut act.conn()).await? {
        let wanted = roles(form, &format!("desk_{}", desk.key))?;
        let key: &DeskKey = &desk.key;
        let has = members.iter().find(|member| member.person == person && member.desk == *key);
        if has.map(|member| member.roles.words()).unwrap_or_default() != wanted.words() {
            desk::set_member(&mut act.conn(), key, person, wanted, &who.actor(), now).await?;
        }
    }
    Ok(())
}
