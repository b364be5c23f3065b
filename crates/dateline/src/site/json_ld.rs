//! What pages say to programs in the words of schema.org.

use minijinja::Value;
use serde_json::json;

use super::Place;
use super::section_page;
use super::value::{SectionLink, ShareImage};
use crate::edition::Agency;
use crate::media::PictureView;
use crate::story::{Author, HeadlineRole, ReleasedStory};

/// The agency, for fronts.
pub(super) fn organisation(agency: &Agency, place: Place<'_>) -> Value {
    let mut organisation = publisher(agency, place);
    organisation["@context"] = json!("https://schema.org");
    organisation["correctionsPolicy"] = json!(format!("{}{}/corrections", agency.origin, place.face.home));
    organisation["actionableFeedbackPolicy"] =
        json!(format!("{}{}/feedback", agency.origin, place.face.home));
    in_script(&organisation.to_string())
}

fn publisher(agency: &Agency, place: Place<'_>) -> serde_json::Value {
    json!({
        "@type": "NewsMediaOrganization",
        "name": place.edition.name,
        "url": format!("{}{}", agency.origin, place.face.home),
        "logo": {"@type": "ImageObject", "url": format!("{}/icon-512.png", agency.origin)},
    })
}

/// A story and the way to it.
pub(super) fn story(
    agency: &Agency,
    place: Place<'_>,
    story: &ReleasedStory,
    canonical: &str,
    lead: Option<&PictureView>,
) -> Value {
    let page = &story.page;
    let section = SectionLink::of(place.edition, &story.section);
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": page.headline,
        "url": canonical,
        "mainEntityOfPage": canonical,
        "datePublished": place.face.moment(story.published_at).iso,
        "dateModified": place.face.moment(page.updated_at.unwrap_or(story.published_at)).iso,
        "inLanguage": story.language,
        "articleSection": section.name,
        "publisher": publisher(agency, place),
        "author": authors(agency, place, &page.authors),
        "isAccessibleForFree": true,
        "acquireLicensePage": acquire_license(agency, place),
    });
    let mut set = |key: &str, value: serde_json::Value| article[key] = value;
    if let Some(license) = &agency.license {
        set("license", json!(license));
    }
    if let Some(summary) = page.summary.as_ref().or(Some(&page.intro).filter(|text| !text.is_empty())) {
        set("description", json!(summary));
    }
    if let Some(short) = page.headlines.iter().find(|other| other.role == HeadlineRole::Short) {
        set("alternativeHeadline", json!(short.value));
    }
    if let Some(picture) = lead {
        set("image", json!([ShareImage::of(agency, picture).address]));
    }
    if let Some(at) = page.dateline.as_ref().and_then(|parts| parts.place.as_ref()) {
        set("dateline", json!(at));
    }
    if page.words > 0 {
        set("wordCount", json!(page.words));
    }
    let words: Vec<&str> = page
        .topics
        .iter()
        .map(|topic| topic.name.as_str())
        .chain(page.keywords.iter().map(String::as_str))
        .collect();
    if !words.is_empty() {
        set("keywords", json!(words));
    }
    if !page.corrections.is_empty() {
        let corrections = page.corrections.iter().map(|note| {
            json!({
                "@type": "CorrectionComment",
                "text": note.note,
                "datePublished": place.face.moment(note.at).iso,
            })
        });
        set("correction", corrections.collect());
    }
    let graph = json!({"@context": "https://schema.org", "@graph": [article, trail(agency, place, story)]});
    in_script(&graph.to_string())
}

/// Where a licence is asked for: as set, else in a letter.
fn acquire_license(agency: &Agency, place: Place<'_>) -> String {
    let letters = || format!("{}{}/feedback", agency.origin, place.face.home);
    agency.acquire_license.clone().unwrap_or_else(letters)
}

fn authors(agency: &Agency, place: Place<'_>, authors: &[Author]) -> serde_json::Value {
    if authors.is_empty() {
        return json!([{
            "@type": "NewsMediaOrganization",
            "name": place.edition.name,
            "url": format!("{}{}", agency.origin, place.face.home),
        }]);
    }
    let person = |author: &Author| {
        let url = format!("{}{}/authors/{}", agency.origin, place.face.home, author.slug);
        json!({"@type": "Person", "name": author.name, "url": url})
    };
    authors.iter().map(person).collect()
}

fn trail(agency: &Agency, place: Place<'_>, story: &ReleasedStory) -> serde_json::Value {
    let links = section_page::trail_of(agency, place, &story.section);
    let items = links.iter().enumerate().map(|(place, link)| {
        json!({
            "@type": "ListItem",
            "position": place + 1,
            "name": link.name,
            "item": format!("{}{}", agency.origin, link.href),
        })
    });
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<serde_json::Value>()})
}

/// JSON to stand in a script element: no text in it can end it before its time, since `<` may begin a tag or a comment,
/// and none breaks a line of a script.
pub(crate) fn in_script(json: &str) -> Value {
    let safe = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Value::from_safe_string(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_headline_ends_the_script_element() {
        let text = in_script(&json!({"headline": "</script><!--"}).to_string()).to_string();
        assert!(!text.contains('<'), "{text}");
        let back: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["headline"], "</script><!--");
    }
}
