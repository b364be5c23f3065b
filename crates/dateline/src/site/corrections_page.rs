//! Every correction to the stories of an edition, the newest first.

use http::StatusCode;
use serde::Serialize;

use super::address::Cursor;
use super::face::Moment;
use super::topic_page::list_trail;
use super::value::{Link, Pager};
use super::view::{Failure, Framing, View};
use super::{Place, error_page, list};
use crate::correction::{self, Corrected};
use crate::page_cache::Rendered;
use crate::story::{story_path, touch};

#[derive(Serialize)]
struct CorrectionsPage {
    trail: Vec<Link>,
    corrections: Vec<CorrectionValue>,
    pager: Pager,
}

#[derive(Serialize)]
struct CorrectionValue {
    headline: String,
    href: String,
    note: String,
    time: Moment,
}

/// `/{lang}/corrections`
pub(super) async fn render(mut view: View<'_>, place: Place<'_>) -> Result<Rendered, Failure> {
    let language = place.edition.language;
    view.on(touch::corrections(language));
    let Some(cursor) = place.cursor() else { return error_page::not_found(view, place.face) };
    let before = crate::clock::instant(cursor.at);
    let most = list::A_PAGE as i64 + 1;
    let mut found = correction::of_edition(&mut view.conn(), language, before, most).await?;
    let more = found.len() > list::A_PAGE;
    found.truncate(list::A_PAGE);
    // A story's headline, slug or section may change without a correction.
    found.iter().for_each(|corrected| view.on(touch::story(corrected.number)));
    let path = format!("{}/corrections", place.face.home);
    let older = found.last().filter(|_| more).map(|last| {
        let cursor = Cursor { at: last.note.at.as_microsecond(), number: last.number.get() };
        format!("{path}?before={cursor}")
    });
    let agency = view.agency();
    let value = |corrected: &Corrected| CorrectionValue {
        headline: corrected.headline.clone(),
        href: story_path(&agency, language, &corrected.section, &corrected.slug, corrected.number),
        note: corrected.note.note.clone(),
        time: place.face.moment(corrected.note.at),
    };
    let newest = (cursor != Cursor::NEWEST).then(|| path.clone());
    let page = CorrectionsPage {
        trail: list_trail(place),
        corrections: found.iter().map(value).collect(),
        pager: Pager { newest, older },
    };
    let mut head = list::head(&view, place, place.face.text("corrections"), &path);
    let there: Vec<(String, String)> = agency
        .editions
        .iter()
        .map(|edition| (edition.language.to_string(), format!("/{}/corrections", edition.language)))
        .collect();
    head.alternates = list::alternates(&view, &there, None);
    let languages = view.languages(place.face, |edition| Some(format!("/{}/corrections", edition.language)));
    let framing = Framing { head, here: String::new(), languages };
    view.page(StatusCode::OK, "corrections_page.html", place.face, framing, page)
}
