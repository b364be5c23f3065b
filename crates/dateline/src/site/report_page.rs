//! A mistake reported: the story with the form, and what a report is answered at once.

use http::StatusCode;
use serde::Serialize;

use super::address::StoryPart;
use super::assets::asset_path;
use super::face::Face;
use super::form_door::{Barred, CaptchaView, FieldView};
use super::value::{HeadlineLink, Link};
use super::view::{Failure, Framing, View};
use super::{PageRequest, Place, Site, list, section_page, store};
use crate::captcha::{Mode, Offer};
use crate::ids::StoryNumber;
use crate::page_cache::Rendered;
use crate::people::Email;
use crate::report::{Draft, Kind, LONGEST_SUGGESTION, LONGEST_WORD, Passage, Taken, Text};
use crate::story::{self, Release, ReleasedStory, StoryCopy};

#[derive(Serialize)]
struct ReportPage {
    trail: Vec<Link>,
    title: String,
    story: HeadlineLink,
    form: Option<FormView>,
    answer: Option<AnswerView>,
}

/// The form as the page shows it.
#[derive(Serialize)]
struct FormView {
    action: String,
    version: i64,
    /// What was marked, as a script sent it; empty where paragraphs are chosen.
    passages: String,
    marked: String,
    blocks: Vec<BlockView>,
    which: Option<String>,
    suggestion: FieldView,
    kinds: Vec<KindView>,
    kind_fault: Option<String>,
    word: FieldView,
    email: FieldView,
    captcha: CaptchaView,
    problem: Option<String>,
}

/// A paragraph to choose.
#[derive(Serialize)]
struct BlockView {
    id: String,
    text: String,
    chosen: bool,
}

#[derive(Serialize)]
struct KindView {
    value: &'static str,
    name: String,
    chosen: bool,
}

/// What a reader is told at once.
#[derive(Serialize)]
struct AnswerView {
    said: String,
    reference: Option<String>,
    /// The address of the page where the report is followed.
    status: Option<String>,
    before: Option<String>,
    after: Option<String>,
    /// Whether a letter is on its way that confirms the address.
    mail: bool,
}

/// What a reader filled in.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The version they read.
    pub version: i64,
    /// What they marked, as a script sent it.
    pub sent: String,
    /// The same, read.
    pub passages: Vec<Passage>,
    /// Blocks they chose in place of it.
    pub blocks: Vec<String>,
    /// What it should say.
    pub suggestion: String,
    /// What kind of mistake; `None` where they did not say.
    pub kind: Option<Kind>,
    /// A word to the editor.
    pub word: String,
    /// Where an answer goes; may be empty.
    pub email: String,
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What was marked, or which paragraph.
    Which,
    /// What it should say.
    Suggestion,
    /// What kind of mistake.
    Kind,
    /// A word to the editor.
    Word,
    /// The address.
    Email,
}

/// What is wrong with a form that was sent: parts and the keys of what is said there, and what else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    pub parts: Vec<(Part, &'static str)>,
    pub barred: Barred,
}

/// What the page says.
pub(super) enum Shown<'a> {
    /// The form, as far as it was filled in.
    Form { typed: &'a Typed, wrong: &'a Wrong, offer: &'a Offer, mode: Mode, letters: &'a str },
    /// What came of a report; whether a letter goes to its reader.
    Answer(&'a Taken),
}

impl Wrong {
    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Wrong::default()
    }

    fn at(&self, part: Part, face: &Face) -> Option<String> {
        let found = self.parts.iter().find(|(of, _)| *of == part);
        found.map(|(_, key)| face.text(key).to_owned())
    }
}

impl Typed {
    /// The words that were marked, a line for each passage.
    pub fn marked(&self) -> String {
        self.passages.iter().map(|passage| passage.exact.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// What is wrong with it, part by part.
    pub fn faults(&self) -> Vec<(Part, &'static str)> {
        let mut faults = Vec::new();
        if self.passages.is_empty() && self.blocks.is_empty() {
            faults.push((Part::Which, "report_which_missing"));
        }
        let suggestion = self.suggestion.trim();
        // A picture or a link is wrong as it stands; anything else has words that should stand there.
        let speaks_for_itself = matches!(self.kind, None | Some(Kind::Picture | Kind::Link));
        let says_nothing = suggestion.is_empty() || suggestion == self.marked().trim();
        if self.suggestion.chars().count() > LONGEST_SUGGESTION {
            faults.push((Part::Suggestion, "field_too_long"));
        } else if says_nothing && self.word.trim().is_empty() && !speaks_for_itself {
            faults.push((Part::Suggestion, "report_nothing_said"));
        }
        if self.kind.is_none() {
            faults.push((Part::Kind, "report_kind_missing"));
        }
        if self.word.chars().count() > LONGEST_WORD {
            faults.push((Part::Word, "field_too_long"));
        }
        if !self.email.trim().is_empty() && Email::parse(self.email.trim()).is_err() {
            faults.push((Part::Email, "field_no_address"));
        }
        faults
    }

    /// What is taken; `None` without a kind.
    pub fn draft(&self, story: &ReleasedStory) -> Option<Draft> {
        let whole = |block: &String| Passage { block: block.clone(), ..Passage::default() };
        let chosen = || self.blocks.iter().map(whole).collect();
        Some(Draft {
            story: story.number,
            version: self.version,
            passages: if self.passages.is_empty() { chosen() } else { self.passages.clone() },
            suggestion: self.suggestion.clone(),
            kind: self.kind?,
            word: self.word.clone(),
            email: Some(self.email.trim().to_owned()).filter(|email| !email.is_empty()),
            language: story.language,
        })
    }
}

/// `/{lang}/{section}/{slug}-{number}/report` where it is kept or written out: without a form, which is made for each
/// request.
pub(super) fn render(view: View<'_>, place: Place<'_>, story: &ReleasedStory) -> Result<Rendered, Failure> {
    page(view, place, StatusCode::OK, story, |page| page)
}

impl Site {
    /// A story that can be reported; `None` where it is not public, or not in an edition.
    pub(super) async fn reportable(&self, number: StoryNumber) -> Result<Option<ReleasedStory>, Failure> {
        let mut view = View::open(self).await?;
        let found = store::story(&mut view.conn(), number).await?;
        let agency = view.agency();
        Ok(found.filter(|story| story.state == Release::Public && agency.edition(story.language).is_some()))
    }

    /// The page of a story's report, made for one request.
    pub(super) async fn report_page(
        &self,
        story: &ReleasedStory,
        status: StatusCode,
        shown: Shown<'_>,
    ) -> Result<Rendered, Failure> {
        let mut view = View::open(self).await?;
        let agency = view.agency();
        let edition = agency.edition(story.language).ok_or(Failure::NoEdition)?;
        let face = view.house.face(story.language).ok_or(Failure::NoEdition)?;
        let versions = story::versions_since(&mut view.conn(), story.number, story.version).await?;
        let copy = versions.into_iter().next().and_then(|version| version.content);
        let action = format!("{}{}", story.path(&agency), StoryPart::Report.suffix());
        let request = PageRequest::path(action.clone());
        let place = Place { edition, face: &face, request: &request };
        page(view, place, status, story, |page| match shown {
            Shown::Answer(taken) => ReportPage { answer: Some(answer(&face, taken)), ..page },
            Shown::Form { typed, wrong, offer, mode, letters } => {
                let captcha = CaptchaView::of(&face, mode, offer, letters, &wrong.barred);
                let form = copy.map(|copy| form(&face, story, &copy, action, (typed, wrong), captcha));
                ReportPage { form, ..page }
            }
        })
    }
}

fn form(
    face: &Face,
    story: &ReleasedStory,
    copy: &StoryCopy,
    action: String,
    (typed, wrong): (&Typed, &Wrong),
    captcha: CaptchaView,
) -> FormView {
    let field = |part: Part, value: &str| FieldView { value: value.to_owned(), fault: wrong.at(part, face) };
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.fits(copy));
    FormView {
        action,
        // What was marked by a script stands in the version it was marked in, what is chosen here in the newest.
        version: if typed.passages.is_empty() { story.version } else { typed.version },
        passages: if typed.passages.is_empty() { String::new() } else { typed.sent.clone() },
        marked: typed.marked(),
        blocks: blocks(copy, &typed.blocks),
        which: wrong.at(Part::Which, face),
        suggestion: field(Part::Suggestion, &typed.suggestion),
        kinds: kinds
            .map(|kind| KindView {
                value: kind.as_str(),
                name: face.text(name_of(kind)).to_owned(),
                chosen: typed.kind == Some(kind),
            })
            .collect(),
        kind_fault: wrong.at(Part::Kind, face),
        word: field(Part::Word, &typed.word),
        email: field(Part::Email, &typed.email),
        captcha,
        problem: wrong.barred.problem(face),
    }
}

/// The parts of a story, as they are chosen.
fn blocks(copy: &StoryCopy, chosen: &[String]) -> Vec<BlockView> {
    let text = Text::of(copy);
    let shown = text.blocks().filter(|(_, words)| !words.trim().is_empty());
    shown
        .map(|(id, words)| BlockView {
            id: id.to_owned(),
            text: words.to_owned(),
            chosen: chosen.iter().any(|one| one == id),
        })
        .collect()
}

fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Slip => "report_kind_slip",
        Kind::Fact => "report_kind_fact",
        Kind::Translation => "report_kind_translation",
        Kind::Picture => "report_kind_picture",
        Kind::Link => "report_kind_link",
    }
}

/// The address of the page where whoever has the secret follows a report.
pub(super) fn status_path(face: &Face, secret: &str) -> String {
    format!("{}/feedback/{secret}", face.home)
}

fn answer(face: &Face, taken: &Taken) -> AnswerView {
    let text = |key: &str| face.text(key).to_owned();
    let none = AnswerView {
        said: String::new(),
        reference: None,
        status: None,
        before: None,
        after: None,
        mail: false,
    };
    match taken {
        Taken::Accepted { reference, secret, confirm } => AnswerView {
            said: text("report_thanks"),
            reference: Some(reference.to_string()),
            status: Some(status_path(face, secret)),
            mail: confirm.is_some(),
            ..none
        },
        Taken::Joined { reference, secret, confirm, before } => AnswerView {
            said: face.format("report_joined", &[("count", (*before).into())]),
            reference: Some(reference.to_string()),
            status: Some(status_path(face, secret)),
            mail: confirm.is_some(),
            ..none
        },
        Taken::AlreadyFixed { before, after } => AnswerView {
            said: text("report_already_fixed"),
            before: Some(before.clone()),
            after: Some(after.clone()),
            ..none
        },
        Taken::Refused(_) => AnswerView { said: text("feedback_failed"), ..none },
    }
}

fn page(
    view: View<'_>,
    place: Place<'_>,
    status: StatusCode,
    story: &ReleasedStory,
    filled: impl FnOnce(ReportPage) -> ReportPage,
) -> Result<Rendered, Failure> {
    let own = story.path(&view.agency());
    let title = place.face.text("report_button").to_owned();
    let mut head = list::head(&view, place, &title, &format!("{own}{}", StoryPart::Report.suffix()));
    head.indexed = false;
    let link = HeadlineLink {
        headline: story.page.headline.clone(),
        href: own,
        tag: story.language,
        dir: story.language.direction().as_str(),
    };
    let trail = section_page::trail(&view, place, &story.section);
    let page = filled(ReportPage { trail, title, story: link, form: None, answer: None });
    if page.form.is_some() {
        head.scripts = vec![asset_path("feedback-form.js")];
    }
    let languages = view.fronts(place.face);
    let framing = Framing { head, here: story.section.clone(), languages };
    view.page(status, "report_page.html", place.face, framing, page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            version: 1,
            blocks: vec!["p1".to_owned()],
            suggestion: "May".to_owned(),
            kind: Some(Kind::Fact),
            ..Typed::default()
        }
    }

    #[test]
    fn a_report_says_where_what_and_of_which_kind() {
        assert_eq!(typed().faults(), []);
        let parts: Vec<Part> = Typed::default().faults().into_iter().map(|(part, _)| part).collect();
        assert_eq!(parts, [Part::Which, Part::Kind]);
        let mute = Typed { suggestion: " ".to_owned(), ..typed() };
        assert_eq!(mute.faults(), [(Part::Suggestion, "report_nothing_said")]);
        let link = Typed { kind: Some(Kind::Link), ..mute };
        assert_eq!(link.faults(), []);
    }

    #[test]
    fn the_marked_words_alone_are_no_suggestion() {
        let passage =
            Passage { block: "p1".to_owned(), exact: "June".to_owned(), end: 4, ..Passage::default() };
        let same = Typed { passages: vec![passage], suggestion: "June".to_owned(), ..typed() };
        assert_eq!(same.faults(), [(Part::Suggestion, "report_nothing_said")]);
        assert_eq!(Typed { word: "It was in May.".to_owned(), ..same }.faults(), []);
    }

    #[test]
    fn what_is_too_long_or_no_address_is_said_at_its_field() {
        let wrong = Typed { word: "ə".repeat(1_001), email: "nobody".to_owned(), ..typed() };
        assert_eq!(wrong.faults(), [(Part::Word, "field_too_long"), (Part::Email, "field_no_address")]);
    }
}
