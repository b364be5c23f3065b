//! `/llms.txt`: where language models find what, by the proposal of llmstxt.org.

use super::reading::FeedFormat;
use super::seen::Seen;
use crate::edition::{Agency, Edition};
use crate::page_cache::Rendered;

/// The agency, its editions with their sections and feeds, and the terms of use.
pub(super) fn render(seen: Seen<'_>) -> Rendered {
    let agency = seen.agency.clone();
    let default = agency.edition(agency.default_language).or(agency.editions.first());
    let Some(default) = default else {
        return seen.finish("text/plain; charset=utf-8", format!("# {}\n", agency.name));
    };
    let intro = default.texts.format("llms_intro", &[("agency", default.name.as_str().into())]);
    let mut text = format!("# {}\n\n> {intro}\n", default.name);
    heading(&mut text, default, "llms_editions");
    agency.editions.iter().for_each(|edition| {
        let address = format!("{}/{}", agency.origin, edition.language);
        link(&mut text, &format!("{} ({})", edition.name, edition.language), &address);
    });
    agency.editions.iter().for_each(|edition| of_edition(&mut text, &agency, edition));
    heading(&mut text, default, "llms_use");
    text.push_str(&format!("{}\n", default.texts.get("use_notice").unwrap_or_default()));
    heading(&mut text, default, "sitemap");
    for name in ["sitemap.xml", "news-sitemap.xml"] {
        link(&mut text, name, &format!("{}/{name}", agency.origin));
    }
    seen.finish("text/plain; charset=utf-8", text)
}

fn of_edition(text: &mut String, agency: &Agency, edition: &Edition) {
    let home = format!("{}/{}", agency.origin, edition.language);
    text.push_str(&format!("\n## {} ({})\n\n", edition.name, edition.language));
    for section in agency.sections.iter().filter_map(|section| edition.sections.get(&section.key)) {
        link(text, &section.name, &format!("{home}/{}", section.slug));
    }
    link(text, edition.texts.get("corrections").unwrap_or_default(), &format!("{home}/corrections"));
    for format in FeedFormat::ALL {
        link(text, format.file_name(), &format!("{home}/{}", format.file_name()));
    }
}

fn heading(text: &mut String, edition: &Edition, key: &str) {
    text.push_str(&format!("\n## {}\n\n", edition.texts.get(key).unwrap_or_default()));
}

fn link(text: &mut String, name: &str, address: &str) {
    text.push_str(&format!("- [{}]({address})\n", name.replace(['[', ']'], "")));
}
