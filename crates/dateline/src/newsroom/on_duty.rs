//! Who asks: somebody signed in, with their rights, and the language of their pages.

use axum::extract::FromRequestParts;
use http::header::{ACCEPT_LANGUAGE, USER_AGENT};
use http::request::Parts;

use super::cookie::{self, Seal};
use super::{Newsroom, Trouble, words};
use crate::desk::{self, Badge};
use crate::lang::Language;
use crate::people::{self, Actor, Proof, Right, Session, Whereabouts};
use crate::site::same_origin;
use crate::site::server::{self, Transport};

/// What of a request is known before anybody has signed in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// How cookies are kept.
    pub(super) seal: Seal,
    /// The language of the pages.
    pub language: Language,
    /// From where they come.
    pub whereabouts: Whereabouts,
    /// The session their browser sent, unchecked.
    pub secret: Option<String>,
    /// What binds a browser nobody has signed in with yet, unchecked.
    pub door: Option<String>,
    /// The host they asked for.
    pub host: Option<String>,
}

impl Visitor {
    /// Reads it from a request's head.
    pub fn of(parts: &Parts, origin: &str) -> Visitor {
        let transport = parts.extensions.get::<Transport>().copied();
        let seal = Seal::of(transport, &parts.headers, &parts.uri, origin);
        let header = |name| parts.headers.get(name).and_then(|value: &http::HeaderValue| value.to_str().ok());
        let kept = cookie::language(&parts.headers).and_then(words::spoken);
        let language = kept.unwrap_or_else(|| words::wanted(header(ACCEPT_LANGUAGE).unwrap_or_default()));
        let network = server::caller(parts);
        let agent = header(USER_AGENT).unwrap_or_default().to_owned();
        let secret = seal.session(&parts.headers).map(str::to_owned);
        let door = seal.door(&parts.headers).map(str::to_owned);
        let host = same_origin::host(&parts.headers, &parts.uri).map(str::to_owned);
        Visitor { seal, language, whereabouts: Whereabouts { network, agent }, secret, door, host }
    }
}

impl FromRequestParts<Newsroom> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, room: &Newsroom) -> Result<Visitor, Trouble> {
        Ok(Visitor::of(parts, &room.origin().await?))
    }
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct OnDuty {
    /// Who, with their roles.
    pub badge: Badge,
    /// Their session.
    pub session: Session,
    /// How they came.
    pub visitor: Visitor,
}

impl OnDuty {
    /// Their rights everywhere.
    pub fn actor(&self) -> Actor {
        self.badge.actor()
    }

    /// Refuses unless they have a right somewhere.
    pub fn must(&self, right: Right) -> Result<(), Trouble> {
        Ok(self.badge.must(right)?)
    }
}

impl FromRequestParts<Newsroom> for OnDuty {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, room: &Newsroom) -> Result<OnDuty, Trouble> {
        let visitor = Visitor::from_request_parts(parts, room).await?;
        let asked = || {
            let here = parts.uri.path_and_query().map_or("", |here| here.as_str());
            let back = if parts.method.is_safe() { here } else { "" };
            Trouble::SignIn { back: back.to_owned() }
        };
        let secret = visitor.secret.as_deref().ok_or_else(asked)?;
        let now = room.publication.clock.now();
        let mut reader = room.publication.db.reader().await?;
        let found = people::session(&mut reader.conn(), secret, now).await?;
        let (session, person) =
            found.filter(|(session, _)| session.proof == Proof::Whole).ok_or_else(asked)?;
        let badge = desk::badge(&mut reader.conn(), person).await?;
        drop(reader);
        if session.is_due(now) {
            let mut act = room.publication.begin_errand().await?;
            people::note_use(&mut act.conn(), &session, now).await?;
            act.commit().await?;
        }
        let badge = Badge { network: Some(visitor.whereabouts.network), ..badge };
        Ok(OnDuty { badge, session, visitor })
    }
}

/// A path of the newsroom to come back to; `None` for anything else, which might lead elsewhere.
pub(super) fn safe_path(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/newsroom")?;
    let own = rest.is_empty() || rest.starts_with('/') || rest.starts_with('?');
    let plain = !path.contains(['\\', '\r', '\n', '\0']) && !path.contains("//") && path.len() < 500;
    (own && plain && !rest.starts_with("/sign-")).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::safe_path;

    #[test]
    fn only_the_newsroom_is_come_back_to() {
        assert_eq!(safe_path("/newsroom/stories/5?x=1"), Some("/newsroom/stories/5?x=1"));
        for path in
            ["https://evil.example", "//evil", "/newsroom//evil", "/newsroomx", "/newsroom/sign-out", "/en"]
        {
            assert_eq!(safe_path(path), None, "{path}");
        }
    }
}
