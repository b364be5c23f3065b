//! Whatever changes something is asked for by a page of our own.

use http::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use http::{Method, Uri};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether a request may change something: `Sec-Fetch-Site` says it comes from this site, or, where a browser does
/// not say, `Origin` is the host it is sent to or the configured origin.
pub fn may_change(method: &Method, headers: &HeaderMap, uri: &Uri, origin: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    if let Some(site) = headers.get(FETCH_SITE) {
        return site == "same-origin";
    }
    let Some(sent) = headers.get(ORIGIN).and_then(|sent| sent.to_str().ok()) else { return false };
    let own_host = sent.split_once("://").map(|(_, sent)| sent);
    sent == origin || (own_host.is_some() && own_host == host(headers, uri))
}

/// The host a request names.
pub fn host<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> Option<&'a str> {
    headers.get(HOST).and_then(|host| host.to_str().ok()).or(uri.authority().map(|host| host.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), value.parse().unwrap());
        }
        may_change(&Method::POST, &headers, &Uri::from_static("/newsroom"), "https://arna.example")
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        assert!(may(&[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")]));
        assert!(!may(&[("sec-fetch-site", "same-site"), ("origin", "https://arna.example")]));
        assert!(!may(&[("sec-fetch-site", "cross-site")]));
        assert!(!may(&[("sec-fetch-site", "none")]));
        assert!(may(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]));
        assert!(may(&[("origin", "https://arna.example"), ("host", "10.0.0.1")]));
        assert!(!may(&[("origin", "https://evil.example"), ("host", "arna.example")]));
        assert!(!may(&[("origin", "null"), ("host", "null")]));
        assert!(!may(&[]));
    }

    #[test]
    fn reading_is_free() {
        assert!(may_change(&Method::GET, &HeaderMap::new(), &Uri::from_static("/newsroom"), ""));
    }
}
