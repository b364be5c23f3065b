//! The public page of a story as readers would get it, before they do.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse};
use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;

use super::answer::Answer;
use super::on_duty::OnDuty;
use super::story_save::story_ref;
use super::{Newsroom, Trouble};
use crate::story::{self, ReleasedStory};

/// `GET /newsroom/stories/{id}/preview`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    let target = story_ref(&id)?;
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    who.at(&story)?;
    let released = story::preview(&mut snapshot.conn(), &story, now).await?;
    drop(snapshot);
    framed(&room, released).await
}

/// A public page nobody has released, to be shown in a frame of the newsroom's own.
pub(super) async fn framed(room: &Newsroom, released: ReleasedStory) -> Answer {
    let addresses: Vec<String> = released.page.media.iter().map(|media| media.public.clone()).collect();
    let page = room.site.preview(released).await.map_err(|error| Trouble::ours(&error))?;
    // Pictures nobody has seen yet are shown to the newsroom alone, under an address of its own.
    let mut html = page.html;
    for address in addresses {
        html = html.replace(&format!("/media/{address}/"), &format!("/newsroom/media/{address}/"));
    }
    let mut response = Html(html).into_response();
    // Framed by the act's own page; its scripts are of no use here.
    let policy = format!(
        "default-src 'none'; style-src {}; img-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; \
         frame-ancestors 'self'; sandbox",
        page.styles
    );
    let policy = HeaderValue::from_str(&policy).map_err(|error| Trouble::ours(&error))?;
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}
