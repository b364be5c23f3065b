//! Who calls: a bearer token (RFC 6750), and how often it may.

use std::num::NonZeroU32;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::{Api, Problem};
use crate::ids::TokenId;
use crate::people::{self, Actor, Right};

/// How often each token may call.
#[derive(Debug)]
pub struct Limit(DefaultKeyedRateLimiter<TokenId>);

impl Limit {
    /// So many requests a minute, with bursts of as many.
    pub fn per_minute(requests: NonZeroU32) -> Limit {
        Limit(RateLimiter::keyed(Quota::per_minute(requests)))
    }
}

/// Somebody with a valid token.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The person behind the token, with the token's rights.
    pub actor: Actor,
    /// The token.
    pub token: TokenId,
}

impl Caller {
    /// Refuses unless the token gives the right.
    pub fn must(&self, right: Right) -> Result<(), Problem> {
        Ok(self.actor.must(right)?)
    }

    /// Whether copy under embargo may be shown.
    pub fn is_trusted(&self) -> bool {
        self.actor.rights.has(Right::StoriesEmbargoed)
    }
}

impl FromRequestParts<Api> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Caller, Problem> {
        let unauthorized = |detail| Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", detail);
        let sent = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let sent =
            sent.ok_or_else(|| unauthorized("Send a token in the header `Authorization: Bearer TOKEN`."))?;
        let (scheme, secret) = sent.split_once(' ').unwrap_or((sent, ""));
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(unauthorized("Only bearer tokens are taken."));
        }
        let mut reader = api.publication.db.reader().await?;
        let now = api.publication.clock.now();
        let (actor, token) = people::authenticate(&mut reader.conn(), secret.trim(), now).await?;
        if let Some(limit) = &api.limit
            && limit.0.check_key(&token.id).is_err()
        {
            let detail = "This token has made as many requests as it may in a minute.";
            return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", detail));
        }
        Ok(Caller { actor, token: token.id })
    }
}
