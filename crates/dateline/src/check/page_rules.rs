//! What every page has to be. Each function answers what is wrong, in sentences.

use std::collections::HashSet;

use http::StatusCode;
use http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use serde_json::Value;

use super::page::{Page, Tag};
use crate::lang::Language;
use crate::page_cache::Rendered;

/// Most bytes of a story's page and its headers, compressed with Brotli: what fits in the first flight of a
/// connection.
pub const MOST_BYTES: usize = 14_000;

/// What every page has to be, whatever it shows. `path` is its address without the origin.
pub fn faults(page: &Page, rendered: &Rendered, origin: &str, path: &str) -> Vec<String> {
    let mut faults: Vec<String> = page.faults.iter().take(3).cloned().collect();
    faults.extend(head_faults(page));
    faults.extend(language_fault(page));
    faults.extend(attribute_faults(page, origin));
    faults.extend(json_ld(page).err());
    for name in [CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS] {
        if !rendered.headers.iter().any(|(found, _)| *found == name) {
            faults.push(format!("the header {name} is missing"));
        }
    }
    if rendered.status == StatusCode::OK && is_indexed(page) {
        let own = format!("{origin}{path}");
        if page.link("canonical") != Some(own.as_str()) {
            faults.push(format!("its canonical address is {:?}", page.link("canonical").unwrap_or_default()));
        }
    }
    faults
}

/// Whether search engines may show it.
pub fn is_indexed(page: &Page) -> bool {
    let robots = page.all("meta").find(|tag| tag.attribute("name") == Some("robots"));
    !robots.is_some_and(|tag| tag.attribute("content").is_some_and(|content| content.contains("noindex")))
}

fn head_faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let headings: Vec<&Tag> = page.all("h1").collect();
    if headings.len() != 1 || !page.has_words("h1") {
        faults.push(format!("{} headings of the first level, or one without words", headings.len()));
    }
    if page.all("title").next().is_none_or(|tag| tag.text.trim().is_empty()) {
        faults.push("there is no title".to_owned());
    }
    if !page.all("meta").any(|tag| tag.attribute("name") == Some("viewport")) {
        faults.push("there is no viewport".to_owned());
    }
    if page.all("main").count() != 1 {
        faults.push("there is not one main part".to_owned());
    }
    let alternates = page.alternates();
    if !alternates.is_empty() && !alternates.iter().any(|(tag, _)| *tag == "x-default") {
        faults.push("its translations have no x-default".to_owned());
    }
    faults
}

fn language_fault(page: &Page) -> Option<String> {
    let root = page.all("html").next();
    let of = |name: &str| root.and_then(|tag| tag.attribute(name)).unwrap_or_default();
    match Language::parse(of("lang")) {
        Ok(language) if language.direction().as_str() == of("dir") => None,
        _ => Some(format!("lang {:?} with dir {:?}", of("lang"), of("dir"))),
    }
}

fn attribute_faults(page: &Page, origin: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = HashSet::new();
    for tag in &page.tags {
        for (name, value) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                faults.push(format!("{} has an attribute {name}", tag.name));
            }
            if name == "id" && !ids.insert(value) {
                faults.push(format!("the id {value:?} is there twice"));
            }
        }
        if tag.name == "img" && tag.attribute("alt").is_none() {
            faults.push("a picture has no alt".to_owned());
        }
    }
    for address in loaded(page) {
        let elsewhere = address.starts_with("//") || address.contains("://");
        if elsewhere && !address.starts_with(&format!("{origin}/")) {
            faults.push(format!("{address} is loaded from elsewhere"));
        }
    }
    faults
}

/// The addresses of what a browser loads for a page by itself.
fn loaded(page: &Page) -> Vec<&str> {
    let mut found = Vec::new();
    for tag in &page.tags {
        match tag.name.as_str() {
            "img" | "source" | "video" | "audio" | "track" | "script" => {
                found.extend(tag.attribute("src"));
                found.extend(tag.attribute("poster"));
                found.extend(tag.attribute("srcset").into_iter().flat_map(candidates));
            }
            "link" if ["stylesheet", "icon", "preload", "manifest"].iter().any(|rel| tag.has("rel", rel)) => {
                found.extend(tag.attribute("href"));
            }
            _ => {}
        }
    }
    found
}

/// The addresses of a `srcset`.
fn candidates(srcset: &str) -> impl Iterator<Item = &str> {
    srcset.split(',').filter_map(|candidate| candidate.split_ascii_whitespace().next())
}

/// Every address a page names, as it is written.
pub fn addresses(page: &Page) -> Vec<&str> {
    let mut found = loaded(page);
    for tag in &page.tags {
        match tag.name.as_str() {
            "a" | "area" | "link" => found.extend(tag.attribute("href")),
            "form" => found.extend(tag.attribute("action")),
            _ => {}
        }
    }
    found
}

/// The pieces of JSON-LD of a page, graphs taken apart; or the reason one cannot be read.
fn json_ld(page: &Page) -> Result<Vec<Value>, String> {
    let mut found = Vec::new();
    for script in page.all("script").filter(|tag| tag.attribute("type") == Some("application/ld+json")) {
        let value: Value =
            serde_json::from_str(&script.text).map_err(|error| format!("its JSON-LD: {error}"))?;
        let pieces = match value {
            Value::Array(pieces) => pieces,
            one => vec![one],
        };
        for piece in pieces {
            if piece["@context"] != "https://schema.org" {
                return Err("its JSON-LD is not of schema.org".to_owned());
            }
            match piece["@graph"].as_array() {
                Some(graph) => found.extend(graph.iter().cloned()),
                None => found.push(piece),
            }
        }
    }
    Ok(found)
}

/// What a story's page has to have beyond that: the parts the agency promises.
pub fn story_faults(page: &Page, origin: &str, path: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let own = format!("{origin}{path}");
    let mut needs = |there: bool, part: &str| {
        if !there {
            faults.push(format!("there is no {part}"));
        }
    };
    needs(page.all("nav").any(|tag| tag.attribute("aria-label").is_some()), "breadcrumb");
    let dated = |tag: &Tag| tag.attribute("datetime").is_some_and(|at| at.parse::<jiff::Timestamp>().is_ok());
    needs(page.all("time").any(dated), "time");
    needs(page.all("a").any(|tag| tag.attribute("href") == Some(&own)), "line that links to it");
    let leads = |ending: &str| {
        let wanted = format!("{path}/{ending}");
        addresses(page).into_iter().any(|address| address == wanted)
    };
    needs(leads("history"), "link to its history");
    needs(leads("report"), "way to report a mistake");
    let feedback = |tag: &Tag| tag.attribute("href").is_some_and(|href| href.ends_with("/feedback"));
    needs(page.all("a").any(feedback), "link to the feedback form");
    let markdown = format!("{path}.md");
    let text = page.all("link").any(|tag| tag.attribute("href") == Some(&markdown));
    needs(text, "link to its Markdown");
    faults.extend(article_faults(page));
    faults
}

/// What Google News asks of `NewsArticle`.
fn article_faults(page: &Page) -> Vec<String> {
    let Ok(pieces) = json_ld(page) else { return Vec::new() };
    let of_kind = |kind: &str| {
        pieces.iter().find(|piece| match &piece["@type"] {
            Value::Array(kinds) => kinds.iter().any(|found| found == kind),
            one => one == kind,
        })
    };
    let mut faults = Vec::new();
    if of_kind("BreadcrumbList").is_none() {
        faults.push("there is no BreadcrumbList".to_owned());
    }
    let Some(article) = of_kind("NewsArticle") else {
        faults.push("there is no NewsArticle".to_owned());
        return faults;
    };
    for key in ["headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"] {
        if article[key].is_null() {
            faults.push(format!("NewsArticle has no {key}"));
        }
    }
    faults
}

/// What a page and its headers weigh on the way, compressed as at the first request.
pub fn weight(rendered: &Rendered) -> usize {
    /// Brotli's quality when a reader waits.
    const QUALITY: i32 = 5;
    /// The status line, and what the cache and the server add: dates, tags, lengths.
    const ADDED: usize = 400;
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: QUALITY, ..brotli::enc::BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    let written = brotli::BrotliCompress(&mut rendered.body.as_ref(), &mut compressed, &parameters);
    let body = written.map_or(rendered.body.len(), |_| compressed.len());
    let headers: usize =
        rendered.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    body + headers + ADDED
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inside: &str) -> Page {
        Page::read(&format!(
            "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><title>T</title>\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"robots\" content=\"noindex\"></head><body><main>{inside}</main></body></html>"
        ))
    }

    fn found(inside: &str) -> Vec<String> {
        let mut rendered = Rendered::html("", 1);
        for name in [CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS] {
            rendered = rendered.with_header(name, http::HeaderValue::from_static("x"));
        }
        faults(&read(inside), &rendered, "https://arna.example", "/ar")
    }

    #[test]
    fn a_good_page_has_no_faults() {
        assert_eq!(
            found("<h1>A</h1><p id=\"a\">b <img src=\"/media/x.jpg\" alt=\"\"></p>"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_a_page_must_not_be_is_told() {
        for inside in [
            "",
            "<h1>A</h1><h1>B</h1>",
            "<h1></h1>",
            "<h1>A</h1><p style=\"color:red\">b</p>",
            "<h1>A</h1><p onclick=\"x()\">b</p>",
            "<h1>A</h1><p id=\"a\"></p><p id=\"a\"></p>",
            "<h1>A</h1><img src=\"/a.jpg\">",
            "<h1>A</h1><img src=\"https://elsewhere.example/a.jpg\" alt=\"\">",
            "<h1>A</h1><script src=\"//elsewhere.example/a.js\"></script>",
            "<h1>A</h1><script type=\"application/ld+json\">{</script>",
            "<h1>A</h1><p><em>b</p></em>",
        ] {
            assert!(!found(inside).is_empty(), "{inside}");
        }
    }
}
