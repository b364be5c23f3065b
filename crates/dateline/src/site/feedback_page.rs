//! Letters to the newsroom: the page with the form, and what stands in its place where there is none.

use http::StatusCode;
use serde::Serialize;

use super::assets::asset_path;
use super::form_door::{Barred, CaptchaView, FieldView};
use super::topic_page::list_trail;
use super::value::{LanguageLink, Link};
use super::view::{Failure, Framing, View};
use super::{PageRequest, Place, Site, list};
use crate::captcha::{Mode, Offer};
use crate::feedback::{Draft, Fault, Field, Reference};
use crate::lang::Language;
use crate::page_cache::Rendered;

#[derive(Serialize)]
struct FeedbackPage {
    trail: Vec<Link>,
    title: String,
    form: Option<FormView>,
    /// The reference of a letter that was just taken.
    taken: Option<String>,
}

/// The form as the page shows it.
#[derive(Serialize)]
struct FormView {
    action: String,
    subject: FieldView,
    name: FieldView,
    email: FieldView,
    message: FieldView,
    captcha: CaptchaView,
    /// What is wrong with the whole.
    problem: Option<String>,
}

/// What a form page says.
pub(super) enum Shown<'a> {
    /// The form.
    Form(Filled<'a>),
    /// A letter was taken.
    Taken(&'a Reference),
}

/// A form, as far as it was filled in.
pub(super) struct Filled<'a> {
    pub draft: &'a Draft,
    pub wrong: &'a Wrong,
    pub offer: &'a Offer,
    pub mode: Mode,
    /// The letters that were typed.
    pub typed: &'a str,
}

/// What is wrong with a form that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Fields, and what is wrong with them.
    pub fields: Vec<(Field, Fault)>,
    /// What else is.
    pub barred: Barred,
}

impl Wrong {
    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Wrong::default()
    }
}

/// `/{lang}/feedback` where it is kept or written out: without a form, which is made for each request.
pub(super) async fn render(view: View<'_>, place: Place<'_>) -> Result<Rendered, Failure> {
    let path = format!("{}/feedback", place.face.home);
    let title = place.face.text("feedback_title").to_owned();
    let languages = fellows(&view, place);
    page(view, place, StatusCode::OK, &path, (title, languages), |page| page)
}

impl Site {
    /// The page of an edition's form, made for one request.
    pub(super) async fn feedback_form(
        &self,
        language: Language,
        status: StatusCode,
        shown: Shown<'_>,
    ) -> Result<Rendered, Failure> {
        let view = View::open(self).await?;
        let agency = view.agency();
        let edition = agency.edition(language).ok_or(Failure::NoEdition)?;
        let face = view.house.face(language).ok_or(Failure::NoEdition)?;
        let path = format!("{}/feedback", face.home);
        let request = PageRequest::path(path.clone());
        let place = Place { edition, face: &face, request: &request };
        let title = face.text("feedback_title").to_owned();
        let languages = fellows(&view, place);
        page(view, place, status, &path, (title, languages), |page| match shown {
            Shown::Taken(reference) => FeedbackPage { taken: Some(reference.to_string()), ..page },
            Shown::Form(filled) => FeedbackPage { form: Some(form(place, &path, &filled)), ..page },
        })
    }
}

fn form(place: Place<'_>, path: &str, filled: &Filled<'_>) -> FormView {
    let Filled { draft, wrong, offer, mode, typed } = filled;
    let text = |key: &str| place.face.text(key).to_owned();
    let field = |field: Field, value: &str| FieldView {
        value: value.to_owned(),
        fault: wrong.fields.iter().find(|(of, _)| *of == field).map(|(_, fault)| text(words_of(*fault))),
    };
    FormView {
        action: path.to_owned(),
        subject: field(Field::Subject, &draft.subject),
        name: field(Field::Name, &draft.name),
        email: field(Field::Email, &draft.email),
        message: field(Field::Message, &draft.message),
        captcha: CaptchaView::of(place.face, *mode, offer, typed, &wrong.barred),
        problem: wrong.barred.problem(place.face),
    }
}

fn words_of(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "field_missing",
        Fault::TooLong => "field_too_long",
        Fault::NoAddress => "field_no_address",
    }
}

fn fellows(view: &View<'_>, place: Place<'_>) -> Vec<LanguageLink> {
    view.languages(place.face, |edition| Some(format!("/{}/feedback", edition.language)))
}

fn page(
    view: View<'_>,
    place: Place<'_>,
    status: StatusCode,
    path: &str,
    (title, languages): (String, Vec<LanguageLink>),
    filled: impl FnOnce(FeedbackPage) -> FeedbackPage,
) -> Result<Rendered, Failure> {
    let mut head = list::head(&view, place, &title, path);
    head.indexed = false;
    let page = FeedbackPage { trail: list_trail(place), title, form: None, taken: None };
    let page = filled(page);
    if page.form.is_some() {
        head.scripts = vec![asset_path("feedback-form.js")];
    }
    let framing = Framing { head, here: String::new(), languages };
    view.page(status, "feedback_page.html", place.face, framing, page)
}
