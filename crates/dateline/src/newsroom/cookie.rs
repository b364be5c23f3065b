//! The cookies of the newsroom: the session, and the language of its pages.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue, Uri};

use crate::site::same_origin::host;
use crate::site::server::Transport;

/// Cookies of a session on an encrypted origin are bound to the host (RFC 6265bis §4.1.3.2).
const SEALED: &str = "__Host-newsroom";
const PLAIN: &str = "newsroom";
/// Of a browser that is signing in with a passkey: what it was asked is bound to it.
const SEALED_DOOR: &str = "__Host-newsroom_door";
const PLAIN_DOOR: &str = "newsroom_door";
const LANGUAGE: &str = "newsroom_language";
/// Of a language; a year.
const LONG: u32 = 365 * 24 * 3600;
/// Of a door; as long as a passkey is waited for.
const BRIEF: u32 = 300;

/// How a request came, as far as cookies are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// Encrypted, by us or by a proxy in front of the configured origin.
    Sealed,
    /// As it is.
    Plain,
}

impl Seal {
    /// Of a request: encrypted here or by a trusted proxy, or asked for under the host of an `https` origin.
    pub fn of(transport: Option<Transport>, headers: &HeaderMap, uri: &Uri, origin: &str) -> Seal {
        let sealed_origin = origin.strip_prefix("https://").filter(|own| Some(*own) == host(headers, uri));
        match transport {
            Some(Transport::Tls) => Seal::Sealed,
            _ if sealed_origin.is_some() => Seal::Sealed,
            _ => Seal::Plain,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Seal::Sealed => SEALED,
            Seal::Plain => PLAIN,
        }
    }

    fn marks(self) -> &'static str {
        match self {
            Seal::Sealed => "; Secure",
            Seal::Plain => "",
        }
    }

    /// Gives the browser a session; it keeps it until it is closed or the session ends.
    pub fn keep_session(self, secret: &str) -> HeaderValue {
        self.header(self.name(), secret, "; HttpOnly", None)
    }

    /// Takes the session from the browser.
    pub fn drop_session(self) -> HeaderValue {
        self.header(self.name(), "", "; HttpOnly", Some(0))
    }

    /// Keeps the language of the pages.
    pub fn keep_language(self, tag: &str) -> HeaderValue {
        self.header(LANGUAGE, tag, "; HttpOnly", Some(LONG))
    }

    /// Binds what a browser is asked before anybody has signed in to it.
    pub fn keep_door(self, secret: &str) -> HeaderValue {
        self.header(self.door_name(), secret, "; HttpOnly", Some(BRIEF))
    }

    /// Takes that away again.
    pub fn drop_door(self) -> HeaderValue {
        self.header(self.door_name(), "", "; HttpOnly", Some(0))
    }

    /// What binds a browser, as it sent it.
    pub fn door(self, headers: &HeaderMap) -> Option<&str> {
        sent(headers, self.door_name()).filter(|secret| (1..=64).contains(&secret.len()))
    }

    fn door_name(self) -> &'static str {
        match self {
            Seal::Sealed => SEALED_DOOR,
            Seal::Plain => PLAIN_DOOR,
        }
    }

    /// The session a browser sent.
    pub fn session(self, headers: &HeaderMap) -> Option<&str> {
        sent(headers, self.name()).filter(|secret| !secret.is_empty())
    }

    fn header(self, name: &str, value: &str, more: &str, lasts: Option<u32>) -> HeaderValue {
        let lasts = lasts.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        let text = format!("{name}={value}; Path=/{more}; SameSite=Lax{lasts}{}", self.marks());
        HeaderValue::from_str(&text).expect("names, tags and secrets are plain letters")
    }
}

/// The language a browser was told to keep.
pub(super) fn language(headers: &HeaderMap) -> Option<&str> {
    sent(headers, LANGUAGE)
}

fn sent<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use http::header::HOST;

    use super::*;

    fn seal(transport: Option<Transport>, host: &str, origin: &str) -> Seal {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        Seal::of(transport, &headers, &Uri::from_static("/newsroom"), origin)
    }

    #[test]
    fn a_cookie_is_sealed_where_the_way_is_encrypted() {
        assert_eq!(seal(Some(Transport::Tls), "arna.example", "http://arna.example"), Seal::Sealed);
        assert_eq!(seal(Some(Transport::Plain), "arna.example", "https://arna.example"), Seal::Sealed);
        assert_eq!(seal(Some(Transport::Plain), "localhost:8080", "https://arna.example"), Seal::Plain);
        let kept = Seal::Sealed.keep_session("s");
        assert_eq!(kept, "__Host-newsroom=s; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(Seal::Plain.keep_session("s"), "newsroom=s; Path=/; HttpOnly; SameSite=Lax");
    }

    #[test]
    fn a_session_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, "a=b; newsroom=x; newsroom_language=az".parse().unwrap());
        assert_eq!(Seal::Plain.session(&headers), Some("x"));
        assert_eq!(Seal::Sealed.session(&headers), None);
        assert_eq!(language(&headers), Some("az"));
    }
}
