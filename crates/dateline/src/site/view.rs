//! One page in the making: one consistent view of the database, and everything the page turned out to depend on.

use std::sync::Arc;

use http::header::{CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, StatusCode};
use jiff::Timestamp;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::Site;
use super::assets::asset_path;
use super::face::{Face, House};
use super::store;
use super::theme::ThemeFault;
use super::value::{Head, LanguageLink};
use crate::db::{Conn, DbError, Snapshot};
use crate::edition::{Agency, Edition};
use crate::feed::FeedError;
use crate::page_cache::{Dep, Rendered};
use crate::story::touch;

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A template could not be filled; what the page would have answered is known.
    #[error("{fault}")]
    Theme {
        /// What is wrong.
        fault: ThemeFault,
        /// The answer's status.
        status: StatusCode,
    },
    /// What programs read.
    #[error(transparent)]
    Feed(#[from] FeedError),
    /// There is nothing to show yet.
    #[error("the agency has no edition")]
    NoEdition,
}

/// One page in the making.
pub(super) struct View<'s> {
    pub site: &'s Site,
    snapshot: Snapshot,
    pub house: Arc<House>,
    /// The log's head this view sees.
    pub seq: i64,
    /// For what time alone changes; never for what is public.
    pub now: Timestamp,
    deps: Vec<Dep>,
    until: Option<Timestamp>,
}

/// What the frame around a page shows beside what every page of the edition has.
pub(super) struct Framing {
    pub head: Head,
    /// Key of the section the page belongs to; empty for none.
    pub here: String,
    /// The page in each language, or the front of that edition.
    pub languages: Vec<LanguageLink>,
}

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

impl<'s> View<'s> {
    /// A view of this instant: the log's head first, then the agency as it stands there.
    pub async fn open(site: &'s Site) -> Result<View<'s>, Failure> {
        let mut snapshot = site.db.snapshot().await?;
        let (seq, revision) = store::opening(&mut snapshot.conn()).await?;
        let agency = site.agency.at_revision(&mut snapshot.conn(), revision).await?;
        let house = site.houses.of(agency);
        let deps = vec![Dep::named(&touch::agency())];
        Ok(View { site, snapshot, house, seq, now: site.clock.now(), deps, until: None })
    }

    pub fn conn(&mut self) -> Conn<'_> {
        self.snapshot.conn()
    }

    pub fn agency(&self) -> Arc<Agency> {
        self.house.agency.clone()
    }

    /// Notes what the page was made from, or looked for in vain.
    pub fn on(&mut self, touch: String) {
        self.deps.push(Dep::named(&touch));
    }

    /// Notes what was looked for elsewhere.
    pub fn on_all(&mut self, deps: Vec<Dep>) {
        self.deps.extend(deps);
    }

    /// Notes an instant from which time alone makes the page another.
    pub fn until(&mut self, at: Timestamp) {
        self.until = Some(self.until.map_or(at, |already| already.min(at)));
    }

    /// The language switch of a page that has no fellow elsewhere: the fronts.
    pub fn fronts(&self, face: &Face) -> Vec<LanguageLink> {
        self.languages(face, |_| None)
    }

    /// The language switch: where `address` knows no page in a language, its front.
    pub fn languages(&self, face: &Face, address: impl Fn(&Edition) -> Option<String>) -> Vec<LanguageLink> {
        let editions = self.house.agency.editions.iter();
        editions
            .map(|edition| {
                let href = address(edition).unwrap_or_else(|| format!("/{}", edition.language));
                LanguageLink::new(edition.language, href, edition.language == face.language)
            })
            .collect()
    }

    /// A lasting redirect.
    pub fn moved(self, location: &str) -> Rendered {
        let page = Rendered::moved(location, self.seq.max(0) as u64);
        finished(page, self.deps, self.until)
    }

    /// The page: `own` in the frame of `face`.
    pub fn page(
        self,
        status: StatusCode,
        template: &str,
        face: &Face,
        framing: Framing,
        own: impl Serialize,
    ) -> Result<Rendered, Failure> {
        let Framing { mut head, here, languages } = framing;
        if !matches!(template, "feedback_page.html" | "report_page.html") {
            head.scripts.push(asset_path("feedback-link.js"));
        }
        #[cfg(test)]
        super::sample::covers(template, &serde_json::to_value(&own).unwrap_or_default());
        let framing = minijinja::context! {
            head => Value::from(Serde(head)),
            here => here,
            languages => Value::from(Serde(languages)),
        };
        let values = minijinja::value::merge_maps([face.frame(), Value::from(Serde(own)), framing]);
        let View { site, snapshot, seq, deps, until, .. } = self;
        // Everything has been read: another page may have the connection while this one is put together.
        drop(snapshot);
        let filled = site.theme.render(template, values).map_err(|fault| Failure::Theme { fault, status })?;
        let mut page = Rendered::html(filled.html, seq.max(0) as u64);
        page.status = status;
        page = page
            .with_header(CONTENT_SECURITY_POLICY, policy(&filled.style_hashes))
            .with_header(REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"))
            .with_header(PERMISSIONS_POLICY, HeaderValue::from_static(UNUSED_FEATURES));
        Ok(finished(page, deps, until))
    }
}

/// The page with the names of what it was made from and the instant at which time changes it.
fn finished(page: Rendered, deps: Vec<Dep>, until: Option<Timestamp>) -> Rendered {
    let mut page = page.with_header(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")).on_all(deps);
    page.until = until;
    page
}

const UNUSED_FEATURES: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// Nothing from elsewhere, styles by their hashes, scripts only from files of the site.
fn policy(style_hashes: &[String]) -> HeaderValue {
    let styles = match style_hashes {
        [] => "'none'".to_owned(),
        hashes => hashes.join(" "),
    };
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self'; media-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}
