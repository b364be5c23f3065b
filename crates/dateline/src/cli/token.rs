//! `dateline token`: API tokens.

use jiff::Timestamp;
use serde_json::json;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::people::{self, Actor, Email, NewToken, Person, Scope, Token};

/// API tokens: create, list, revoke
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Make a token and print it, alone, on standard output; it is never shown again
    Create {
        /// What it is for
        #[arg(long)]
        name: String,
        /// What it may do; several may be given
        #[arg(long, required = true, value_delimiter = ',', value_parser = scope)]
        scope: Vec<Scope>,
        /// Whose acts its acts are; the first administrator's where absent
        #[arg(long, value_name = "EMAIL", value_parser = Email::parse)]
        user: Option<Email>,
        /// How many days it lasts; until it is revoked where absent
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
        expires: Option<u32>,
    },
    /// List tokens, never their text
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Take a token back
    Revoke {
        /// Its name or id
        #[arg(value_name = "NAME|ID")]
        token: String,
    },
}

fn scope(word: &str) -> Result<Scope, String> {
    Scope::parse(word).ok_or_else(|| {
        let known: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
        format!("a scope is one of {}", known.join(", "))
    })
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let publication = place.publication().await?;
    let actor = Actor::program();
    match args.command {
        Command::Create { name, scope, user, expires } => {
            let new = NewToken { name, scopes: scope, owner: user, days: expires };
            let mut act = publication.begin(0).await?;
            let now = act.now;
            let (secret, _) = people::create_token(&mut act.conn(), &actor, new, now).await?;
            act.commit().await?;
            say(secret.reveal());
        }
        Command::List { json } => {
            let mut reader = publication.db.reader().await?;
            let tokens = people::list_tokens(&mut reader.conn()).await?;
            let everybody = people::list(&mut reader.conn()).await?;
            let now = publication.clock.now();
            match json {
                true => say(serde_json::Value::from_iter(
                    tokens.iter().map(|token| as_json(token, &everybody, now)),
                )),
                false => tokens.iter().for_each(|token| say(line(token, &everybody, now))),
            }
        }
        Command::Revoke { token } => {
            let mut act = publication.begin(0).await?;
            let now = act.now;
            let revoked = people::revoke_token(&mut act.conn(), &actor, &token, now).await?;
            act.commit().await?;
            say(format_args!("revoked {}", revoked.name));
        }
    }
    Ok(Outcome::Done)
}

fn owner<'a>(token: &Token, everybody: &'a [Person]) -> &'a str {
    everybody.iter().find(|person| person.id == token.person).map_or("", |person| person.email.as_str())
}

fn scopes(token: &Token) -> Vec<&'static str> {
    token.scopes.iter().map(|scope| scope.as_str()).collect()
}

fn state(token: &Token, now: Timestamp) -> &'static str {
    match (token.revoked_at, token.holds_at(now)) {
        (Some(_), _) => "revoked",
        (None, true) => "valid",
        (None, false) => "expired",
    }
}

fn line(token: &Token, everybody: &[Person], now: Timestamp) -> String {
    let end = token.expires_at.map(|at| format!("  until {at:.0}")).unwrap_or_default();
    let (id, name, scopes) = (token.id, &token.name, scopes(token).join(","));
    format!("{id}  {name}  {}  {scopes}  {}{end}", owner(token, everybody), state(token, now))
}

fn as_json(token: &Token, everybody: &[Person], now: Timestamp) -> serde_json::Value {
    json!({
        "id": token.id.to_string(),
        "name": token.name,
        "user": owner(token, everybody),
        "scopes": scopes(token),
        "state": state(token, now),
        "created_at": token.created_at.to_string(),
        "expires_at": token.expires_at.map(|at| at.to_string()),
        "revoked_at": token.revoked_at.map(|at| at.to_string()),
    })
}
