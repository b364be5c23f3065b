//! The newsroom: where the agency works. Pages for staff, one file a page.
//!
//! Complete HTML from the server in the person's language; scripts improve single elements. Every page asks the one
//! rule of who may do what where ([`crate::desk::Badge`]), and everything that is done is done by the same verbs as
//! through the API. Pages are about people and never kept by caches.
//!
//! Not here: the editor's bundle (`web/newsroom/editor`), which speaks with `story_save`.

mod acts_page;
mod answer;
mod assets;
mod audit_page;
mod board_filter;
mod board_menu;
mod board_page;
mod board_views;
mod calendar_page;
mod card;
mod cookie;
mod desks_page;
mod difference;
mod doing;
mod field_lists;
mod fields;
mod findings;
mod flash_page;
mod form;
mod hands;
mod letter_page;
mod live;
mod local_time;
mod look;
mod look_up;
mod me_page;
mod media_page;
mod new_story_page;
mod notice_letters;
mod notices;
mod notifications_page;
mod on_duty;
mod passkey_page;
mod people_here;
mod people_page;
mod preview_page;
mod readers_page;
mod reports;
mod revisions_page;
mod roles_page;
mod second_person;
mod settings;
mod sign_in_page;
mod start_page;
mod story_live;
mod story_look_up;
mod story_media;
mod story_page;
mod story_save;
mod story_waits;
mod surroundings;
mod tasks_page;
mod trouble;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use tokio::sync::Semaphore;

use crate::blob::BlobStore;
use crate::mail::Post;
use crate::publication::Publication;
use crate::site::Site;
use crate::vocabulary::SubjectsCell;

pub use letter_page::with_resets;
pub use live::{Live, follow};
pub use notice_letters::with_notice_letters;
pub use second_person::with_reminders;
pub use trouble::Trouble;

/// The largest form in bytes: a story with a body of the largest kind.
const MAX_FORM_BYTES: usize = 6 << 20;
/// The largest file in bytes.
const MAX_FILE_BYTES: usize = 256 << 20;
/// Passwords checked at once: each takes 19 MiB.
const CHECKED_AT_ONCE: usize = 3;

/// What the newsroom needs of a node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Newsroom {
    /// Acts, and the database.
    pub publication: Publication,
    /// Where the bytes of pictures are.
    pub blobs: BlobStore,
    /// The public site, for previews.
    pub site: Site,
    /// What changed for desks, as it changes.
    pub live: Live,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    look: look::Look,
    checking: Semaphore,
    subjects: SubjectsCell,
}

impl Newsroom {
    /// The newsroom of a node.
    pub fn new(publication: Publication, blobs: BlobStore, site: Site) -> Newsroom {
        let shared = Shared {
            look: look::Look::built_in(),
            checking: Semaphore::new(CHECKED_AT_ONCE),
            subjects: SubjectsCell::default(),
        };
        Newsroom { publication, blobs, site, live: Live::default(), shared: Arc::new(shared) }
    }
}

/// Sends letters as errands; the handler for [`crate::mail::SEND`].
pub fn with_post(handlers: crate::jobs::Handlers, post: Post) -> crate::jobs::Handlers {
    handlers.with(crate::mail::SEND, move |job| {
        let post = post.clone();
        async move {
            let letter = serde_json::from_str(&job.payload)?;
            Ok(post.send(&letter).await?)
        }
    })
}

/// The routes under `/newsroom`.
pub fn router(room: Newsroom) -> Router {
    let routes = Router::new()
        .merge(doors())
        .merge(desks())
        .merge(stories())
        .merge(acts_page::routes())
        .merge(calendar_page::routes())
        .merge(flash_page::routes())
        .merge(tasks_page::routes())
        .merge(offices())
        .merge(vocabularies())
        .merge(settings::routes())
        .merge(readers())
        .merge(reports::routes())
        .route("/newsroom/{*rest}", get(answer::missing).post(answer::missing))
        .layer(DefaultBodyLimit::max(MAX_FORM_BYTES))
        .with_state(room.clone());
    let assets = Router::new().route("/newsroom/assets/{hash}/{name}", get(assets::answer));
    routes.layer(middleware::from_fn_with_state(room, answer::finish)).merge(assets)
}

/// Coming in and going out.
fn doors() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/sign-in", get(sign_in_page::show).post(sign_in_page::sign_in))
        .route("/newsroom/sign-in/code", get(sign_in_page::ask_code).post(sign_in_page::take_code))
        .route("/newsroom/sign-in/passkey", post(passkey_page::sign_in))
        .route("/newsroom/sign-in/passkey/begin", post(passkey_page::begin_using))
        .route("/newsroom/sign-out", post(sign_in_page::sign_out))
        .route("/newsroom/language", post(sign_in_page::language))
        .route("/newsroom/forgotten", get(letter_page::forgotten).post(letter_page::ask))
        .route("/newsroom/letter/{secret}", get(letter_page::show).post(letter_page::accept))
}

/// Boards, and what people find on them.
fn desks() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom", get(start_page::show))
        .route("/newsroom/board", get(board_page::show))
        .route("/newsroom/board/views", get(board_views::show).post(board_views::keep))
        .route("/newsroom/board/views/{id}", post(board_views::change))
        .route("/newsroom/board/stories/{id}", get(board_menu::show))
        .route("/newsroom/live", get(live::stream))
        .route("/newsroom/notices", get(notices::show).post(notices::seen))
        .route("/newsroom/notices/live", get(live::notices))
        .route("/newsroom/notices/count", get(notices::count))
        .route("/newsroom/me/notifications", get(notifications_page::show).post(notifications_page::choose))
        .route(
            "/newsroom/media",
            get(media_page::search).post(media_page::upload).layer(DefaultBodyLimit::max(MAX_FILE_BYTES)),
        )
        .route("/newsroom/media/{id}", post(media_page::focus))
        .route("/newsroom/media/{address}/{name}", get(media_page::file))
}

/// Stories: written, handed on, released.
fn stories() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/stories/new", get(new_story_page::new))
        .route("/newsroom/stories/find", get(story_look_up::stories))
        .route("/newsroom/dateline", get(story_look_up::dateline))
        .route("/newsroom/stories", post(new_story_page::create))
        .route("/newsroom/stories/{id}", get(story_page::show).post(story_save::submit_form))
        .route("/newsroom/stories/{id}/save", post(story_save::save))
        .route("/newsroom/stories/{id}/live", get(story_live::stream))
        .route("/newsroom/stories/{id}/hands/{what}", post(hands::hand))
        .route("/newsroom/stories/{id}/remarks", post(hands::remark))
        .route("/newsroom/stories/{id}/translations", post(new_story_page::translate))
        .route("/newsroom/stories/{id}/preview", get(preview_page::show))
        .route("/newsroom/stories/{id}/revisions", get(revisions_page::show))
        .route("/newsroom/stories/{id}/restore", post(revisions_page::restore))
}

/// What readers write.
fn readers() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/readers", get(readers_page::list))
        .route("/newsroom/readers/{id}", get(readers_page::show).post(readers_page::act))
}

/// Settings of people and desks, and the record of who did what.
fn offices() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/me", get(me_page::show))
        .route("/newsroom/me/password", post(me_page::password))
        .route("/newsroom/me/sessions/end", post(me_page::end_session))
        .route("/newsroom/me/authenticator", post(me_page::authenticator))
        .route("/newsroom/me/authenticator.png", get(me_page::picture))
        .route("/newsroom/me/passkeys", post(passkey_page::make))
        .route("/newsroom/me/passkeys/begin", post(passkey_page::begin_making))
        .route("/newsroom/me/passkeys/{id}", post(passkey_page::remove))
        .route("/newsroom/people", get(people_page::show).post(people_page::invite))
        .route("/newsroom/people/{id}", post(people_page::change))
        .route("/newsroom/roles", get(roles_page::show).post(roles_page::make))
        .route("/newsroom/roles/{key}", post(roles_page::change))
        .route("/newsroom/desks", get(desks_page::show).post(desks_page::add))
        .route("/newsroom/desks/{key}", post(desks_page::edit))
        .route("/newsroom/desks/{key}/up", post(desks_page::move_up))
        .route("/newsroom/desks/{key}/members", post(desks_page::set_member))
        .route("/newsroom/audit", get(audit_page::show))
        .route("/newsroom/audit.csv", get(audit_page::table))
}

/// The vocabularies stories draw on.
fn vocabularies() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/places", get(look_up::places))
        .route("/newsroom/subjects", get(look_up::subjects))
}
