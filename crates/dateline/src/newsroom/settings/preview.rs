//! A public page as readers would see it, in a frame.

use axum::response::{Html, IntoResponse};
use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;

use super::super::answer::Answer;
use super::super::form::Form;
use super::super::on_duty::OnDuty;
use super::super::{Newsroom, Trouble};
use super::sheet::Sheet;
use crate::edition::{self, AgencyDescription};
use crate::lang::Language;
use crate::site::PageRequest;
use crate::story;

/// The pages a draft can be looked at on, and the keys of what the newsroom calls them.
pub(super) const PAGES: [(&str, &str); 5] = [
    ("front", "preview_front"),
    ("story", "preview_story"),
    ("section", "preview_section"),
    ("corrections", "preview_corrections"),
    ("missing", "preview_missing"),
];

impl Newsroom {
    /// The answer for the frame of a sheet: a page of `language` as the draft would have it, or what is wrong.
    pub(super) async fn preview_of(
        &self,
        who: &OnDuty,
        sheet: &impl Sheet,
        form: &Form,
        (language, section): (Language, Option<&str>),
    ) -> Answer {
        let (drafted, sent) = self.drafted(who, sheet, form).await?;
        if !sent.faults.is_empty() {
            let words = self.words(who.visitor.language).await?;
            return framed(&plain(words.text("settings_wrong")), "'none'");
        }
        let path = self.path_of(&drafted, language, &form.line("on"), section).await?;
        let mut snapshot = self.publication.db.snapshot().await?;
        let agency = edition::draft(&mut snapshot.conn(), &drafted).await?;
        drop(snapshot);
        let page = self.site.draft(agency, &PageRequest::path(path)).await;
        let page = page.map_err(|error| Trouble::ours(&error))?;
        framed(&page.html, &page.styles)
    }

    async fn path_of(
        &self,
        drafted: &AgencyDescription,
        language: Language,
        on: &str,
        section: Option<&str>,
    ) -> Result<String, Trouble> {
        if on == "story" {
            let mut snapshot = self.publication.db.snapshot().await?;
            let newest = story::newest(&mut snapshot.conn(), language, 1).await?;
            return Ok(newest
                .first()
                .map_or_else(|| format!("/{language}"), |story| format!("/{language}/{}", story.number)));
        }
        Ok(match (on, section) {
            ("section", _) | ("", Some(_)) => {
                let entry = drafted.editions.get(language.as_str());
                let mut sections = entry.into_iter().flat_map(|entry| &entry.section);
                let found = match section {
                    Some(key) => sections.find(|(found, _)| found.as_str() == key),
                    None => sections.next(),
                };
                let slug = found.map_or(String::new(), |(_, section)| format!("/{}", section.slug));
                format!("/{language}{slug}")
            }
            ("corrections", _) => format!("/{language}/corrections"),
            ("missing", _) => format!("/{language}/corrections/nothing-here"),
            _ => format!("/{language}"),
        })
    }
}

fn plain(sentence: &str) -> String {
    let mut html = String::from("<!doctype html><meta charset=\"utf-8\"><title>–</title><p>");
    story_body::write_html::escape(&mut html, sentence);
    html
}

/// A page of our own for a frame of our own, whose scripts are of no use there.
fn framed(html: &str, styles: &str) -> Answer {
    let policy = format!(
        "default-src 'none'; style-src {styles}; img-src 'self'; media-src 'self'; form-action 'none'; \
         base-uri 'none'; frame-ancestors 'self'; sandbox"
    );
    let policy = HeaderValue::from_str(&policy).map_err(|error| Trouble::ours(&error))?;
    let mut response = Html(html.to_owned()).into_response();
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}
