//! Addresses the agency's stories and pages had before: each leads to where they are now.

use super::Site;
use super::store::{self, OldAddress};
use super::view::{Failure, View};
use crate::ids::StoryNumber;
use crate::story::touch;

/// Where a path that means no page leads on any host, if it once meant one.
pub(super) async fn find(view: &mut View<'_>, path: &str) -> Result<Option<String>, Failure> {
    view.on(touch::old_addresses());
    lookup(view, None, path).await
}

/// Where an address with its host and query leads, if it once was one. Asked for what is no page under its path
/// alone, and not kept: pages in memory know neither host nor query.
pub(super) async fn find_elsewhere(
    site: &Site,
    host: Option<&str>,
    path: &str,
    query: Option<&str>,
) -> Result<Option<String>, Failure> {
    let mut view = View::open(site).await?;
    if let Some(query) = query {
        let whole = format!("{path}?{query}");
        let found = match lookup(&mut view, host, &whole).await? {
            None if host.is_some() => lookup(&mut view, None, &whole).await?,
            found => found,
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    match host {
        Some(host) => lookup(&mut view, Some(host), path).await,
        None => Ok(None),
    }
}

async fn lookup(view: &mut View<'_>, host: Option<&str>, address: &str) -> Result<Option<String>, Failure> {
    let found = match store::old_address(&mut view.conn(), host, address).await? {
        Some(found) => Some(found),
        None => {
            let patterns = store::old_patterns(&mut view.conn(), host).await?;
            let led = patterns.iter().find_map(|(pattern, target)| lead(pattern, target, address));
            led.map(|target| match target.parse().ok().and_then(StoryNumber::new) {
                Some(number) => OldAddress::Story(number),
                None => OldAddress::Target(target),
            })
        }
    };
    Ok(match found {
        None => None,
        Some(OldAddress::Target(target)) => inside(target),
        Some(OldAddress::Story(number)) => {
            view.on(touch::story(number));
            let story = store::story(&mut view.conn(), number).await?;
            story.map(|story| story.path(&view.house.agency))
        }
    })
}

/// An address of the site itself; anything that would leave it is none.
fn inside(target: String) -> Option<String> {
    let stays = target.starts_with('/') && !target.starts_with("//") && !target.contains('\\');
    stays.then_some(target)
}

/// The target of a pattern for a path it matches. In a pattern `{name}` stands for one or more characters other than
/// `/`, `{number}` for digits, and `*` for anything, nothing included; in the target each name stands for what it
/// matched. A target that is a number alone is a story's.
fn lead(pattern: &str, target: &str, path: &str) -> Option<String> {
    let mut names = Vec::new();
    let expression = expression(pattern, &mut names)?;
    let found = expression.captures(path)?;
    let mut out = target.to_owned();
    for (place, name) in names.iter().enumerate() {
        let matched = found.get(place + 1).map_or("", |matched| matched.as_str());
        out = out.replace(&format!("{{{name}}}"), matched);
    }
    Some(out)
}

fn expression(pattern: &str, names: &mut Vec<String>) -> Option<regex::Regex> {
    let mut text = String::from("^");
    let mut rest = pattern;
    while let Some(place) = rest.find(['{', '*']) {
        text.push_str(&regex::escape(&rest[..place]));
        rest = &rest[place..];
        if let Some(after) = rest.strip_prefix('*') {
            text.push_str(".*");
            rest = after;
            continue;
        }
        let end = rest.find('}')?;
        let name = &rest[1..end];
        text.push_str(if name == "number" { "([0-9]{1,16})" } else { "([^/]+)" });
        names.push(name.to_owned());
        rest = &rest[end + 1..];
    }
    text.push_str(&regex::escape(rest));
    text.push('$');
    regex::RegexBuilder::new(&text).size_limit(1 << 20).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_takes_what_it_names_to_the_target() {
        assert_eq!(
            lead("/xeber/*-{number}", "{number}", "/xeber/Bir_iki-1537183").as_deref(),
            Some("1537183")
        );
        assert_eq!(lead("/{number}", "{number}", "/77").as_deref(), Some("77"));
        assert_eq!(
            lead("/cat/{section}/*", "/en/{section}", "/cat/politics/2").as_deref(),
            Some("/en/politics")
        );
        assert_eq!(lead("/news.(php)", "/en", "/news.(php)").as_deref(), Some("/en"));
        assert_eq!(lead("/{number}", "{number}", "/77a"), None);
        assert_eq!(lead("/a{", "/en", "/a{"), None);
    }

    #[test]
    fn no_address_of_the_past_leads_off_the_site() {
        assert_eq!(inside("/en/politics".to_owned()).as_deref(), Some("/en/politics"));
        for target in ["//evil.example", "https://evil.example", "/\\evil.example", "en"] {
            assert_eq!(inside(target.to_owned()), None, "{target}");
        }
    }
}
