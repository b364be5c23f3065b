//! `dateline user`: people.

use serde_json::json;

use super::password::PasswordArgs;
use super::place::say;
use super::{Failure, Outcome, Place};
use crate::people::{self, Actor, Email, NewPerson, Person, Role, Roles};

/// People: add, list, disable, reset the password
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Add a person
    Add {
        #[arg(value_parser = Email::parse)]
        email: Email,
        /// What others read; the first part of the address where absent
        #[arg(long)]
        name: Option<String>,
        /// What they are in the newsroom; several may be given
        #[arg(long, value_delimiter = ',', default_value = "reporter", value_parser = role)]
        role: Vec<Role>,
        #[command(flatten)]
        password: PasswordArgs,
    },
    /// List everybody
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Keep a person out from now on, and revoke their tokens
    Disable {
        #[arg(value_parser = Email::parse)]
        email: Email,
    },
    /// Give a person a new password; a disabled one may come in again
    Reset {
        #[arg(value_parser = Email::parse)]
        email: Email,
        #[command(flatten)]
        password: PasswordArgs,
    },
}

fn role(word: &str) -> Result<Role, String> {
    Role::parse(word).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        format!("a role is one of {}", known.join(", "))
    })
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let publication = place.publication().await?;
    let actor = Actor::program();
    match args.command {
        Command::Add { email, name, role, password } => {
            let hash = password.given().then(|| password.read()).transpose()?.map(|password| password.hash());
            let silent = hash.is_none();
            let mut act = publication.begin(0).await?;
            let (now, new) = (act.now, NewPerson { email, name, roles: Roles::of(&role), password: hash });
            let person = people::add(&mut act.conn(), &actor, new, now).await?;
            act.commit().await?;
            say(format_args!("added {}", line(&person)));
            if silent {
                say(format_args!("no password yet; set one with: dateline user reset {}", person.email));
            }
        }
        Command::List { json } => {
            let everybody = people::list(&mut publication.db.reader().await?.conn()).await?;
            match json {
                true => say(serde_json::Value::from_iter(everybody.iter().map(as_json))),
                false => everybody.iter().for_each(|person| say(line(person))),
            }
        }
        Command::Disable { email } => {
            let mut act = publication.begin(0).await?;
            let now = act.now;
            people::disable(&mut act.conn(), &actor, &email, now).await?;
            act.commit().await?;
            say(format_args!("disabled {email}"));
        }
        Command::Reset { email, password } => {
            people::find(&mut publication.db.reader().await?.conn(), &email).await?;
            let hash = password.read()?.hash();
            let mut act = publication.begin(0).await?;
            let now = act.now;
            people::reset(&mut act.conn(), &actor, &email, &hash, now).await?;
            act.commit().await?;
            say(format_args!("{email} has a new password"));
        }
    }
    Ok(Outcome::Done)
}

fn roles(person: &Person) -> Vec<String> {
    person.roles.words()
}

fn line(person: &Person) -> String {
    let end = if person.disabled_at.is_some() { "  (disabled)" } else { "" };
    format!("{}  {}  {}{end}", person.email, person.name, roles(person).join(","))
}

fn as_json(person: &Person) -> serde_json::Value {
    json!({
        "id": person.id.to_string(),
        "email": person.email.as_str(),
        "name": person.name,
        "roles": roles(person),
        "created_at": person.created_at.to_string(),
        "disabled_at": person.disabled_at.map(|at| at.to_string()),
    })
}
