//! The public site: every page people read, one file a page.
//!
//! A page is rendered from one consistent view of the database that first reads the log's head; it names everything
//! it was made from, and the moment at which time alone changes it, so that the page cache knows when it is stale.
//! Templates are the theme's, under the same names as the files here; texts are the edition's.
//!
//! Not here: feeds, sitemaps and whatever else is read by programs (`feed`). `server` is the layer before the router.

mod address;
pub mod answers;
mod archive_page;
mod assets;
mod author_page;
mod body;
pub mod captcha_file;
mod connection;
mod corrections_page;
mod error_page;
mod face;
pub mod feedback_form;
mod feedback_page;
pub mod form_door;
mod front_page;
mod heading;
pub mod health;
mod history_page;
mod home;
mod json_ld;
mod list;
mod machine;
pub mod media_file;
mod old_address;
pub mod proxies;
pub mod range;
pub mod report_form;
pub mod report_letters;
mod report_page;
pub mod report_status_page;
mod route;
pub mod same_origin;
mod sample;
mod section_page;
pub mod server;
mod store;
mod story_page;
mod story_people;
mod style;
#[cfg(test)]
mod tests;
mod theme;
pub mod tls;
mod topic_page;
mod value;
mod view;
mod withdrawn_page;

use std::sync::Arc;

use http::StatusCode;

use crate::clock::Clock;
use crate::db::Db;
use crate::edition::{Agency, AgencyCell};
use crate::feed::Reading;
use crate::page_cache::{PlainPage, RenderError, Rendered};
use crate::story::{Release, ReleasedStory};

pub use address::{Cursor, Page, StoryAddress, StoryPart, read as read_address};
pub use assets::{asset_path, scripts};
pub(crate) use json_ld::in_script;
pub use route::router;
pub use theme::{Theme, ThemeFault};
pub(crate) use value::title;
pub use view::Failure;

use address::read;
use face::{House, HouseCell};
use view::View;

/// The public site of an installation. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Site(Arc<Inner>);

/// What pages are made with.
#[derive(Debug)]
pub struct Inner {
    db: Db,
    agency: AgencyCell,
    clock: Clock,
    theme: Theme,
    houses: HouseCell,
}

impl std::ops::Deref for Site {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Redirects a draft's page is looked for through: to the language, to the address of now.
const MOST_REDIRECTS: usize = 4;

/// What of a request decides which page it gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// The path, as it came.
    pub path: String,
    /// The cursor of a list, as it came.
    pub before: Option<String>,
}

impl PageRequest {
    /// A plain request for a path.
    pub fn path(path: impl Into<String>) -> PageRequest {
        PageRequest { path: path.into(), ..PageRequest::default() }
    }
}

impl Site {
    /// The site over an installation's database.
    pub fn new(db: Db, agency: AgencyCell, clock: Clock, theme: Theme) -> Site {
        Site(Arc::new(Inner { db, agency, clock, theme, houses: HouseCell::default() }))
    }

    /// The theme, to be reloaded.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Renders the page of a request: a page, a redirect, a notice, or an error page in the edition's language. The
    /// page cache, the static export and tests all come through here.
    pub async fn render(&self, request: &PageRequest) -> Result<Rendered, RenderError> {
        match self.rendered(request).await {
            Ok(page) => Ok(page),
            Err(failure) => {
                let plain = self.plain_page(&request.path, &failure);
                Err(RenderError::new(failure).saying(plain))
            }
        }
    }

    async fn rendered(&self, request: &PageRequest) -> Result<Rendered, Failure> {
        self.rendered_in(View::open(self).await?, request).await
    }

    async fn rendered_in(&self, view: View<'_>, request: &PageRequest) -> Result<Rendered, Failure> {
        if let Some(reading) = Reading::of_path(&request.path) {
            return machine::render(view, &reading, request).await;
        }
        let (tag, page) = read(&request.path);
        let agency = view.agency();
        let edition = agency.edition_of_tag(tag);
        let Some((edition, face)) = edition.and_then(|e| Some((e, view.house.face(e.language)?))) else {
            return error_page::unknown(view, None, request).await;
        };
        if edition.language.as_str() != tag {
            let rest = request.path.trim_start_matches('/').trim_start_matches(tag);
            let before = request.before.as_ref().map_or_else(String::new, |b| format!("?before={b}"));
            return Ok(view.moved(&format!("/{}{rest}{before}", edition.language)));
        }
        let place = Place { edition, face: &face, request };
        match page {
            Page::Front => front_page::render(view, place).await,
            Page::Section(slug) => section_page::render(view, place, &slug).await,
            Page::Story(address) => story_page::render(view, place, address).await,
            Page::Numbered(number) => {
                story_page::render(view, place, StoryAddress { number, part: StoryPart::Story }).await
            }
            Page::Day(day) => archive_page::day(view, place, day).await,
            Page::Month(first) => archive_page::month(view, place, first).await,
            Page::Topic(slug) => topic_page::render(view, place, &slug).await,
            Page::Author(slug) => author_page::render(view, place, &slug).await,
            Page::Corrections => corrections_page::render(view, place).await,
            Page::Feedback => feedback_page::render(view, place).await,
            Page::Unknown => error_page::unknown(view, Some(place), request).await,
        }
    }

    /// The page of a story as it would be, which is not kept; `None` where its language has no edition.
    pub async fn preview(&self, story: ReleasedStory) -> Result<Preview, Failure> {
        let view = View::open(self).await?;
        let agency = view.agency();
        let edition = agency.edition(story.language).ok_or(Failure::NoEdition)?;
        let face = view.house.face(story.language).ok_or(Failure::NoEdition)?;
        let request = PageRequest::path(story.path(&agency));
        let place = Place { edition, face: &face, request: &request };
        let page = match story.state {
            Release::Public => story_page::public(view, place, &story).await?,
            _ => withdrawn_page::render(view, place, &story).await?,
        };
        Ok(Preview::of(&page))
    }

    /// A page as it would be if the agency were another, which is not kept. Redirects inside the site are followed.
    pub async fn draft(&self, agency: Agency, request: &PageRequest) -> Result<Preview, Failure> {
        let house = Arc::new(House::new(Arc::new(agency)));
        let mut request = request.clone();
        for _ in 0..MOST_REDIRECTS {
            let mut view = View::open(self).await?;
            view.house = house.clone();
            let page = self.rendered_in(view, &request).await?;
            let moved = page.headers.iter().find(|(name, _)| *name == http::header::LOCATION);
            match moved.and_then(|(_, to)| to.to_str().ok()) {
                Some(to) => request = PageRequest::path(to),
                None => return Ok(Preview::of(&page)),
            }
        }
        Ok(Preview::default())
    }

    /// What is shown where rendering failed and no earlier page may stand in, in the language of the path: what the
    /// page would have answered, where that much is known.
    fn plain_page(&self, path: &str, failure: &Failure) -> PlainPage {
        let house = self.agency.newest().map(|agency| self.houses.of(agency));
        let face = house.and_then(|house| {
            let edition = house.agency.edition_of_tag(read(path).0).map(|edition| edition.language);
            edition.and_then(|language| house.face(language)).or_else(|| house.default_face())
        });
        let Some(face) = face else { return PlainPage::default() };
        let (status, heading, sentence) = match failure {
            Failure::Theme { status: StatusCode::NOT_FOUND, .. } => {
                (StatusCode::NOT_FOUND, "not_found_title", "not_found_text")
            }
            Failure::Theme { status: StatusCode::GONE, .. } => (StatusCode::GONE, "gone_title", "gone_text"),
            Failure::Theme { status: StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, .. } => {
                (StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "legal_title", "legal_text")
            }
            _ => (StatusCode::SERVICE_UNAVAILABLE, "error_title", "error_text"),
        };
        PlainPage {
            status,
            language: face.language.to_string(),
            direction: face.language.direction().as_str(),
            heading: face.text(heading).to_owned(),
            sentence: face.text(sentence).to_owned(),
        }
    }
}

/// A page nobody has been given yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The page.
    pub html: String,
    /// What its policy allows as styles.
    pub styles: String,
}

impl Preview {
    fn of(page: &Rendered) -> Preview {
        let policy = page.headers.iter().find(|(name, _)| *name == http::header::CONTENT_SECURITY_POLICY);
        let policy = policy.and_then(|(_, value)| value.to_str().ok()).unwrap_or_default();
        let styles = policy.split(';').find_map(|part| part.trim().strip_prefix("style-src "));
        Preview {
            html: String::from_utf8_lossy(&page.body).into_owned(),
            styles: styles.unwrap_or("'none'").to_owned(),
        }
    }
}

/// Where a page stands: its edition, and the request for it.
#[derive(Clone, Copy)]
struct Place<'a> {
    edition: &'a crate::edition::Edition,
    face: &'a face::Face,
    request: &'a PageRequest,
}

impl Place<'_> {
    /// `<title>` for a page of this name.
    fn title(&self, name: &str) -> String {
        value::title(&self.edition.title_pattern, name, &self.edition.name)
    }

    /// The cursor of the request: the head of the list without one, `None` where it is not well formed.
    fn cursor(&self) -> Option<Cursor> {
        match &self.request.before {
            None => Some(Cursor::NEWEST),
            Some(text) => Cursor::parse(text),
        }
    }
}
