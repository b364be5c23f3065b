//! `/manifest.webmanifest`: the site as an application on a reader's device.

use serde::Serialize;

use super::FeedError;
use super::icon::Icon;
use super::seen::Seen;
use crate::page_cache::Rendered;

#[derive(Serialize)]
struct Manifest<'a> {
    id: &'static str,
    name: &'a str,
    short_name: &'a str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    lang: &'a str,
    dir: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<ManifestIcon>,
}

#[derive(Serialize)]
struct ManifestIcon {
    src: String,
    sizes: String,
    r#type: &'static str,
    purpose: &'static str,
}

/// The manifest, in the agency's default language; `/` then finds the reader's own edition.
pub(super) fn render(seen: Seen<'_>) -> Result<Rendered, FeedError> {
    let agency = seen.agency.clone();
    let language = agency.default_language;
    let name = agency.edition(language).map_or(agency.name.as_str(), |edition| &edition.name);
    let icons = [Icon::Svg, Icon::Png192, Icon::Png512, Icon::Maskable];
    let manifest = Manifest {
        id: "/",
        name,
        short_name: name,
        start_url: "/",
        scope: "/",
        display: "minimal-ui",
        lang: language.as_str(),
        dir: language.direction().as_str(),
        background_color: "#ffffff",
        theme_color: "#ffffff",
        icons: icons.into_iter().map(icon).collect(),
    };
    let text =
        serde_json::to_string(&manifest).map_err(|error| FeedError::unwritten("the manifest", error))?;
    Ok(seen.finish("application/manifest+json", text))
}

fn icon(icon: Icon) -> ManifestIcon {
    ManifestIcon {
        src: format!("/{}", icon.file_name()),
        sizes: icon.pixels().map_or("any".to_owned(), |side| format!("{side}x{side}")),
        r#type: icon.media_type(),
        purpose: if icon == Icon::Maskable { "maskable" } else { "any" },
    }
}
