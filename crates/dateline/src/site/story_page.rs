//! A story: the page of record, with every part the agency promises.

use http::StatusCode;
use jiff::Timestamp;
use minijinja::Value;
use serde::Serialize;
use story_body::write_html::escape;

use super::address::{Cursor, StoryAddress, StoryPart};
use super::face::{Face, Moment};
use super::store::{self, Fellow, Runs};
use super::story_people::{byline, sign_off};
use super::value::{
    Head, HeadLink, HeadlineLink, LanguageLink, Link, Property, SectionLink, ShareImage, kind_label,
};
use super::view::{Failure, Framing, View};
use super::{
    Place, assets, error_page, heading, history_page, json_ld, list, machine, report_page, section_page,
    withdrawn_page,
};
use crate::edition::Agency;
use crate::ids::StoryNumber;
use crate::media::PictureView;
use crate::page_cache::Rendered;
use crate::story::dateline::DatelinePlacement;
use crate::story::{HeadlineRole, Release, ReleasedStory, YOUNG_SECONDS, story_path, touch};

/// How many other stories of the section stand beside a story.
const OTHERS: usize = 6;
/// How many related stories stand below a story.
const MOST_RELATED: usize = 12;

#[derive(Serialize)]
struct StoryPage {
    trail: Vec<Link>,
    story: StoryValue,
}

#[derive(Serialize)]
struct StoryValue {
    number: i64,
    version: i64,
    section: SectionLink,
    kind: Option<String>,
    headline: String,
    time: Moment,
    /// The archive of the day.
    day: String,
    updated: Option<String>,
    by: Option<Value>,
    continues: Option<HeadlineLink>,
    earlier: Option<HeadlineLink>,
    related: Vec<HeadlineLink>,
    behind: Option<HeadlineLink>,
    summary: Option<String>,
    lead: Option<PictureView>,
    dateline: Option<String>,
    body: Value,
    pictures: Vec<PictureView>,
    corrections: Vec<CorrectionValue>,
    /// One line for each role.
    sign_off: Vec<String>,
    usage_terms: Option<String>,
    history: String,
    report: String,
    topics: Vec<Link>,
    others: Vec<OtherNews>,
    translations: Vec<LanguageLink>,
}

#[derive(Serialize)]
struct CorrectionValue {
    version: i64,
    time: Moment,
    note: String,
}

#[derive(Serialize)]
struct OtherNews {
    headline: String,
    href: String,
    time: Moment,
}

/// What a number leads to.
pub(super) enum Found {
    /// A public story, asked for by its one address.
    Story(Box<ReleasedStory>),
    /// The answer is known already: a redirect to that address, a notice, or 404.
    Answered(Box<Rendered>),
}

/// Finds the story of an address and settles everything but a page of a public story at its right place.
pub(super) async fn find<'s>(
    mut view: View<'s>,
    place: Place<'_>,
    address: &StoryAddress,
) -> Result<(Option<View<'s>>, Found), Failure> {
    let answered = |page: Rendered| Ok((None, Found::Answered(Box::new(page))));
    view.on(touch::story(address.number));
    let Some(story) = store::story(&mut view.conn(), address.number).await? else {
        return answered(error_page::unknown(view, Some(place), place.request).await?);
    };
    if matches!(story.state, Release::Never | Release::Advanced) {
        return answered(error_page::not_found(view, place.face)?);
    }
    let agency = view.agency();
    let (Some(edition), Some(face)) = (agency.edition(story.language), view.house.face(story.language))
    else {
        return answered(error_page::not_found(view, place.face)?);
    };
    let own = story.path(&agency);
    // Without its slug a story taken down has one address only.
    let suffix = if story.slug.is_empty() { "" } else { address.part.suffix() };
    if place.request.path != format!("{own}{suffix}") {
        return answered(view.moved(&format!("{own}{suffix}")));
    }
    if story.state != Release::Public {
        let place = Place { edition, face: &face, request: place.request };
        return answered(withdrawn_page::render(view, place, &story).await?);
    }
    Ok((Some(view), Found::Story(Box::new(story))))
}

/// `/{lang}/{section}/{slug}-{number}` and the pages behind it.
pub(super) async fn render(
    view: View<'_>,
    place: Place<'_>,
    address: StoryAddress,
) -> Result<Rendered, Failure> {
    let (view, story) = match find(view, place, &address).await? {
        (Some(view), Found::Story(story)) => (view, story),
        (_, Found::Answered(page)) => return Ok(*page),
        (None, Found::Story(_)) => return Err(Failure::NoEdition),
    };
    match address.part {
        StoryPart::Story => public(view, place, &story).await,
        StoryPart::History => history_page::render(view, place, &story).await,
        StoryPart::Report => report_page::render(view, place, &story),
        StoryPart::Markdown => machine::markdown(view, &story).await,
    }
}

pub(super) async fn public(
    mut view: View<'_>,
    place: Place<'_>,
    story: &ReleasedStory,
) -> Result<Rendered, Failure> {
    let agency = view.agency();
    let face = place.face;
    let group = store::group(&mut view.conn(), story.group).await?;
    group.iter().for_each(|fellow| view.on(touch::story(fellow.number)));
    let others = other_news(&mut view, place, story).await?;
    let continues = headline(&mut view, story.continued_by).await?;
    let earlier = headline(&mut view, story.page.follows.and_then(StoryNumber::new)).await?;
    let related = related(&mut view, story).await?;
    let behind = behind(&mut view, story, &group).await?;
    let (lead, pictures) = pictures(&mut view, story);
    let (dateline, body) = dated_body(&view.agency(), place, story);
    let path = story.path(&agency);
    let translations: Vec<LanguageLink> = group
        .iter()
        .filter(|fellow| fellow.number != story.number)
        .map(|fellow| LanguageLink::new(fellow.language, fellow.path(&agency), false))
        .collect();
    let head = head(&view, place, story, &group, lead.as_ref());
    let value = StoryValue {
        number: story.number.get(),
        version: story.version,
        section: SectionLink::of(place.edition, &story.section),
        kind: kind_label(face, story.page.kind),
        headline: story.page.headline.clone(),
        time: face.moment(story.published_at),
        day: face.day_path(face.date(story.published_at)),
        updated: story.page.updated_at.map(|at| updated(face, story, at)),
        by: byline(face, story),
        continues,
        earlier,
        related,
        behind,
        summary: story.page.summary.clone(),
        lead,
        dateline,
        body: Value::from_safe_string(body),
        pictures,
        corrections: corrections(face, story),
        sign_off: sign_off(place, story),
        usage_terms: own_terms(face, story),
        history: format!("{path}{}", StoryPart::History.suffix()),
        report: format!("{path}{}", StoryPart::Report.suffix()),
        topics: topics(face, story),
        others,
        translations,
    };
    let languages = view.languages(face, |edition| {
        let fellow = group.iter().find(|fellow| fellow.language == edition.language);
        fellow.map(|fellow| fellow.path(&agency))
    });
    let trail = section_page::trail(&view, place, &story.section);
    let framing = Framing { head, here: story.section.clone(), languages };
    view.page(StatusCode::OK, "story_page.html", face, framing, StoryPage { trail, story: value })
}

/// When readers were last given something new, and whether that put something right.
fn updated(face: &Face, story: &ReleasedStory, at: Timestamp) -> String {
    let corrected = story.page.corrections.iter().any(|note| note.at == at);
    let key = if corrected { "corrected_at" } else { "updated_at" };
    face.format(key, &[("time", face.moment(at).text.as_str().into())])
}

/// The newest of the section for a young story, those nearest before it for an older one, so that old pages stay
/// as they are.
async fn other_news(
    view: &mut View<'_>,
    place: Place<'_>,
    story: &ReleasedStory,
) -> Result<Vec<OtherNews>, Failure> {
    let language = story.language;
    let old_from = story.published_at.as_microsecond().saturating_add(YOUNG_SECONDS * 1_000_000);
    let before = if view.now.as_microsecond() < old_from {
        view.on(touch::section(language, &story.section));
        view.until(crate::clock::instant(old_from));
        Cursor::NEWEST
    } else {
        view.on(touch::past(language, &story.section));
        Cursor { at: story.published_at.as_microsecond(), number: story.number.get() }
    };
    let list = format!("{language}/section/{}", story.section);
    let found =
        store::listed(&mut view.conn(), &list, Runs::Newest, before, Timestamp::MIN, OTHERS + 1).await?;
    let agency = view.agency();
    let others = found.into_iter().filter(|other| other.number != story.number).take(OTHERS);
    Ok(others
        .map(|other| OtherNews {
            href: story_path(&agency, language, &other.section, &other.slug, other.number),
            time: place.face.moment(other.at),
            headline: other.card.headline,
        })
        .collect())
}

async fn headline(view: &mut View<'_>, number: Option<StoryNumber>) -> Result<Option<HeadlineLink>, Failure> {
    let Some(number) = number else { return Ok(None) };
    view.on(touch::story(number));
    let linked = store::linked(&mut view.conn(), number).await?;
    Ok(linked.map(|linked| HeadlineLink::of(&view.house.agency, &linked)))
}

/// Stories to read beside this one, as far as they are public.
async fn related(view: &mut View<'_>, story: &ReleasedStory) -> Result<Vec<HeadlineLink>, Failure> {
    let mut links = Vec::new();
    for number in story.page.related.iter().take(MOST_RELATED) {
        links.extend(headline(view, StoryNumber::new(*number)).await?);
    }
    Ok(links)
}

/// The original, where it has changed since this translation was made.
async fn behind(
    view: &mut View<'_>,
    story: &ReleasedStory,
    group: &[Fellow],
) -> Result<Option<HeadlineLink>, Failure> {
    let (Some(original), Some(version)) = (story.page.translation_of, story.page.translation_of_version)
    else {
        return Ok(None);
    };
    let Some(original) = group.iter().find(|fellow| fellow.number.get() == original) else {
        return Ok(None);
    };
    let changed = original.version > version
        && store::changed_since(&mut view.conn(), original.number, version).await?;
    if changed { headline(view, Some(original.number)).await } else { Ok(None) }
}

/// The picture at the head and those after the body; what stands in the body is shown there alone.
fn pictures(view: &mut View<'_>, story: &ReleasedStory) -> (Option<PictureView>, Vec<PictureView>) {
    let page = &story.page;
    page.media.iter().for_each(|media| view.on(touch::media(&media.public)));
    let beside = page.media.iter().filter(|media| !media.in_body);
    let mut pictures: Vec<PictureView> = beside.filter_map(PictureView::of).collect();
    let lead = (!pictures.is_empty()).then(|| pictures.remove(0));
    (lead, pictures)
}

/// The dateline in a line of its own and the body, or the body with the dateline run in.
fn dated_body(agency: &Agency, place: Place<'_>, story: &ReleasedStory) -> (Option<String>, String) {
    let body = heading::in_outline(&story.page.body_html, 1);
    let Some(line) = story.dateline(agency, place.edition) else {
        return (None, body);
    };
    // Only a paragraph can take it in; `<p` alone would take `<pre` for one.
    let opens = body.starts_with("<p>") || body.starts_with("<p ");
    match (place.edition.dateline, body.find('>')) {
        (DatelinePlacement::RunIn, Some(end)) if opens => {
            let mut dated = String::with_capacity(body.len() + line.len() + 64);
            dated.push_str(&body[..=end]);
            dated.push_str("<span class=\"dateline\">");
            escape(&mut dated, &line);
            // The blank is the dateline's: places in the paragraph are counted from its own first character.
            dated.push_str(" </span>");
            dated.push_str(&body[end + 1..]);
            (None, dated)
        }
        _ => (Some(line), body),
    }
}

fn corrections(face: &Face, story: &ReleasedStory) -> Vec<CorrectionValue> {
    let notes = story.page.corrections.iter();
    notes
        .map(|note| CorrectionValue {
            version: note.version,
            time: face.moment(note.at),
            note: note.note.clone(),
        })
        .collect()
}

fn topics(face: &Face, story: &ReleasedStory) -> Vec<Link> {
    let topics = story.page.topics.iter().filter(|topic| !topic.slug.is_empty());
    topics
        .map(|topic| Link { name: topic.name.clone(), href: format!("{}/topics/{}", face.home, topic.slug) })
        .collect()
}

/// The story's own terms, where the notice of the site does not say them already.
fn own_terms(face: &Face, story: &ReleasedStory) -> Option<String> {
    let terms = story.page.usage_terms.as_deref()?.trim();
    let said = face.text("use_notice").contains(terms);
    (!terms.is_empty() && !said).then(|| terms.to_owned())
}

fn head(
    view: &View<'_>,
    place: Place<'_>,
    story: &ReleasedStory,
    group: &[Fellow],
    lead: Option<&PictureView>,
) -> Head {
    let agency = view.agency();
    let path = story.path(&agency);
    let mut head = list::head(view, place, &story.page.headline, &path);
    if let Some(searched) = story.page.headlines.iter().find(|other| other.role == HeadlineRole::Seo) {
        head.title = place.title(&searched.value);
    }
    head.kind = "article";
    let intro = Some(story.page.intro.clone()).filter(|text| !text.is_empty());
    head.description = story.page.summary.clone().or(intro);
    head.image = lead.map(|picture| ShareImage::of(&agency, picture));
    let published = place.face.moment(story.published_at).iso;
    head.properties.push(Property { name: "article:published_time", content: published });
    if let Some(at) = story.page.updated_at {
        let content = place.face.moment(at).iso;
        head.properties.push(Property { name: "article:modified_time", content });
    }
    let there: Vec<(String, String)> =
        group.iter().map(|fellow| (fellow.language.to_string(), fellow.path(&agency))).collect();
    head.alternates = list::alternates(view, &there, None);
    let markdown = format!("{path}{}", StoryPart::Markdown.suffix());
    head.links.push(HeadLink { kind: "text/markdown", title: None, href: markdown });
    head.scripts.push(assets::asset_path("story-page.js"));
    head.json_ld = Some(json_ld::story(&agency, place, story, head.canonical.as_deref().unwrap_or(""), lead));
    head
}
