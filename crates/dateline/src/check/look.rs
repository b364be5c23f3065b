//! One address asked for and looked at.

use http::StatusCode;
use http::header::LOCATION;

use super::page::Page;
use super::report::About;
use super::{feed_rules, page_rules};
use crate::feed::Reading;
use crate::page_cache::Rendered;
use crate::site::{Page as Place, PageRequest, Site, StoryPart, read_address};

/// What was seen at an address.
#[derive(Debug)]
pub(super) struct Seen {
    /// 503 where it could not be made.
    pub status: StatusCode,
    /// What it is.
    pub kind: Kind,
    /// Addresses inside the site it names, without the origin; where it leads, for a redirect.
    pub links: Vec<String>,
    /// Languages and absolute addresses of its translations, in order; empty unless it is the canonical page.
    pub alternates: Vec<(String, String)>,
    /// Bytes with headers, compressed; of stories only.
    pub weight: usize,
    pub faults: Vec<(About, String)>,
}

/// What an address is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Story,
    Feed,
    Other,
}

/// Asks the site for an address and looks at the answer.
pub(super) async fn look(site: &Site, origin: &str, address: &str) -> Seen {
    let (path, before) = match address.split_once("?before=") {
        Some((path, before)) => (path, Some(before.to_owned())),
        None => (address, None),
    };
    let request = PageRequest { before, ..PageRequest::path(path) };
    match site.render(&request).await {
        Ok(rendered) => seen(origin, address, path, &rendered),
        Err(error) => Seen {
            faults: vec![(About::Answer, format!("it could not be made: {error}"))],
            ..nothing(StatusCode::SERVICE_UNAVAILABLE)
        },
    }
}

fn nothing(status: StatusCode) -> Seen {
    Seen {
        status,
        kind: Kind::Other,
        links: Vec::new(),
        alternates: Vec::new(),
        weight: 0,
        faults: Vec::new(),
    }
}

fn seen(origin: &str, address: &str, path: &str, rendered: &Rendered) -> Seen {
    let mut seen = nothing(rendered.status);
    let leads = rendered.headers.iter().find(|(name, _)| *name == LOCATION);
    seen.links.extend(leads.and_then(|(_, to)| inside(origin, to.to_str().ok()?)));
    let Ok(text) = std::str::from_utf8(&rendered.body) else { return seen };
    if let (Some(Reading::Feed { format, .. }), StatusCode::OK) = (Reading::of_path(path), rendered.status) {
        seen.kind = Kind::Feed;
        let faults = feed_rules::faults(format, &format!("{origin}{path}"), text);
        seen.faults.extend(faults.into_iter().map(|fault| (About::Feed, fault)));
    }
    if !rendered.content_type.as_bytes().starts_with(b"text/html") {
        return seen;
    }
    let page = Page::read(text);
    let markup = |fault: String| (About::Markup, fault);
    seen.faults.extend(page_rules::faults(&page, rendered, origin, address).into_iter().map(markup));
    seen.links.extend(page_rules::addresses(&page).into_iter().filter_map(|link| inside(origin, link)));
    let is_story = matches!(read_address(path).1, Place::Story(story) if story.part == StoryPart::Story);
    if is_story && rendered.status == StatusCode::OK {
        seen.kind = Kind::Story;
        seen.faults.extend(page_rules::story_faults(&page, origin, path).into_iter().map(markup));
        seen.weight = page_rules::weight(rendered);
    }
    if page.link("canonical") == Some(&format!("{origin}{address}")) {
        let found = page.alternates().into_iter();
        seen.alternates = found.map(|(tag, href)| (tag.to_owned(), href.to_owned())).collect();
        seen.alternates.sort();
    }
    seen
}

/// The address inside the site that a link leads to, without origin and fragment; `None` for one that leads
/// elsewhere or to another part of the program.
pub(super) fn inside(origin: &str, link: &str) -> Option<String> {
    let path = match link.strip_prefix(origin) {
        Some("") => "/",
        Some(rest) => rest,
        None => link,
    };
    let path = path.split('#').next().unwrap_or_default();
    let own = path.starts_with('/') && !path.starts_with("//") && path.len() > 1;
    let other = ["/newsroom", "/api/", "/wire/", "/captcha/"].iter().any(|part| path.starts_with(part));
    (own && !other).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_inside_the_site_are_told_from_others() {
        let own = |link| inside("https://arna.example", link);
        assert_eq!(own("/en/a-1#b-2").as_deref(), Some("/en/a-1"));
        assert_eq!(own("https://arna.example/en").as_deref(), Some("/en"));
        assert_eq!(own("/en?before=1-2").as_deref(), Some("/en?before=1-2"));
        for link in
            ["#content", "https://elsewhere.example/", "//elsewhere.example/", "mailto:a@b.example", "/", ""]
        {
            assert_eq!(own(link), None, "{link}");
        }
        assert_eq!(own("https://arna.example.org/x"), None);
    }
}
