//! What a person is told when something cannot be done. The page is made where the language is known.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::LOCATION;

use crate::blob::BlobError;
use crate::db::DbError;
use crate::desk::DeskError;
use crate::edition::Fault;
use crate::media::MediaError;
use crate::people::{EndRefused, FactorError, PasskeyError, PeopleError, Refused};
use crate::publication::MediaWorkError;
use crate::report::ReportError;
use crate::story::{StageRefused, StoryError};

/// Why a request was not answered with what it asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Somebody must sign in first; then they come back to this address.
    SignIn {
        /// Path and query.
        back: String,
    },
    /// They may not.
    Refused,
    /// Nothing is there, or nothing they may see.
    NotFound,
    /// It cannot be taken as it was sent, and why: the key of a text, or the domain's own words.
    Bad(Said),
    /// It does not fit how things stand.
    Conflict(Said),
    /// Too large.
    TooLarge,
    /// It came from another site.
    Foreign,
    /// Our own fault, told in the log.
    Ours,
}

/// A sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A text of the newsroom, by its key.
    Key(&'static str),
    /// What is wrong with a setting.
    Fault(Box<Fault>),
    /// Words of the domain, in English where they name what only the domain knows.
    Words(String),
}

impl Trouble {
    /// A refusal by the key of its text.
    pub fn bad(key: &'static str) -> Trouble {
        Trouble::Bad(Said::Key(key))
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Trouble::SignIn { .. } => StatusCode::SEE_OTHER,
            Trouble::Refused | Trouble::Foreign => StatusCode::FORBIDDEN,
            Trouble::NotFound => StatusCode::NOT_FOUND,
            Trouble::Bad(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Trouble::Conflict(_) => StatusCode::CONFLICT,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Our own fault: told in the log, once, here.
    pub fn ours(error: &dyn std::fmt::Display) -> Trouble {
        tracing::error!(%error, "a page of the newsroom");
        Trouble::Ours
    }

    /// The key of its heading, and the sentence below it.
    pub fn said(&self) -> (&'static str, Said) {
        match self {
            Trouble::SignIn { .. } => ("sign_in", Said::Key("sign_in_first")),
            Trouble::Refused => ("refused_title", Said::Key("refused_text")),
            Trouble::Foreign => ("refused_title", Said::Key("foreign_text")),
            Trouble::NotFound => ("missing_title", Said::Key("missing_text")),
            Trouble::Bad(said) => ("bad_title", said.clone()),
            Trouble::Conflict(said) => ("conflict_title", said.clone()),
            Trouble::TooLarge => ("bad_title", Said::Key("too_large_text")),
            Trouble::Ours => ("error_title", Said::Key("error_text")),
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Trouble::SignIn { back } = &self {
            let to = match super::on_duty::safe_path(back) {
                Some(back) if back != "/newsroom" => {
                    let coded =
                        percent_encoding::utf8_percent_encode(back, percent_encoding::NON_ALPHANUMERIC);
                    format!("/newsroom/sign-in?next={coded}")
                }
                _ => "/newsroom/sign-in".to_owned(),
            };
            if let Ok(to) = to.parse() {
                response.headers_mut().insert(LOCATION, to);
            }
        }
        // The layer around every route makes the page of it.
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Refused> for Trouble {
    fn from(_: Refused) -> Trouble {
        Trouble::Refused
    }
}

impl From<DbError> for Trouble {
    fn from(error: DbError) -> Trouble {
        if error.is_deadlock() {
            return Trouble::Conflict(Said::Key("busy_text"));
        }
        Trouble::ours(&error)
    }
}

impl From<BlobError> for Trouble {
    fn from(error: BlobError) -> Trouble {
        Trouble::ours(&error)
    }
}

impl From<StoryError> for Trouble {
    fn from(error: StoryError) -> Trouble {
        let words = Said::Words(error.to_string());
        match error {
            StoryError::Db(error) => error.into(),
            StoryError::Refused(refused) => refused.into(),
            StoryError::NotFound => Trouble::NotFound,
            StoryError::NotNow { .. } => Trouble::Conflict(Said::Key("not_now_text")),
            StoryError::Stage(StageRefused::NotYours(_)) => Trouble::Conflict(Said::Key("not_approved_text")),
            StoryError::Stage(StageRefused::NotSubmitted(_)) => {
                Trouble::Conflict(Said::Key("not_submitted_text"))
            }
            StoryError::Stage(StageRefused::Spiked(_)) => Trouble::Conflict(Said::Key("spiked_text")),
            StoryError::Behind { .. } => Trouble::Conflict(Said::Key("behind_text")),
            StoryError::Changed { .. } => Trouble::Conflict(Said::Key("changed_text")),
            StoryError::HeldBy { .. } => Trouble::Conflict(Said::Key("held_text")),
            StoryError::SamePerson => Trouble::Conflict(Said::Key("same_person_text")),
            StoryError::NothingPending(_) => Trouble::Conflict(Said::Key("nothing_pending_text")),
            StoryError::AlreadyOut(_) => Trouble::Conflict(Said::Key("already_out_text")),
            StoryError::NoteMissing { .. } => Trouble::bad("note_missing_text"),
            _ => Trouble::Bad(words),
        }
    }
}

impl From<ReportError> for Trouble {
    fn from(error: ReportError) -> Trouble {
        match error {
            ReportError::Db(error) => error.into(),
            ReportError::Refused(refused) => refused.into(),
            ReportError::Unknown => Trouble::NotFound,
            ReportError::NotNow => Trouble::Conflict(Said::Key("report_answered_text")),
            ReportError::BadReason => Trouble::bad("report_reason_text"),
            ReportError::BadInstant => Trouble::bad("past_time_text"),
        }
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Trouble {
        match error {
            DeskError::Db(error) => error.into(),
            DeskError::Refused(refused) => refused.into(),
            DeskError::Unknown(_) | DeskError::UnknownPerson | DeskError::UnknownRole => Trouble::NotFound,
            DeskError::Known(_) => Trouble::Conflict(Said::Key("desk_known_text")),
            other => Trouble::Bad(Said::Words(other.to_string())),
        }
    }
}

impl From<PeopleError> for Trouble {
    fn from(error: PeopleError) -> Trouble {
        match error {
            PeopleError::Db(error) => error.into(),
            PeopleError::Refused(refused) => refused.into(),
            PeopleError::Unknown(_) => Trouble::NotFound,
            PeopleError::LastAdministrator(_) => Trouble::Conflict(Said::Key("last_administrator_text")),
            PeopleError::UnknownRole => Trouble::NotFound,
            PeopleError::RoleKnown(_) => Trouble::Conflict(Said::Key("role_known_text")),
            PeopleError::TooManyRoles => Trouble::Conflict(Said::Key("role_many_text")),
            PeopleError::NoRole => Trouble::bad("no_role_text"),
            PeopleError::BadName => Trouble::bad("name_text"),
            PeopleError::Known(_) => Trouble::Conflict(Said::Key("person_known_text")),
            other => Trouble::Bad(Said::Words(other.to_string())),
        }
    }
}

impl From<EndRefused> for Trouble {
    fn from(error: EndRefused) -> Trouble {
        match error {
            EndRefused::Refused(refused) => refused.into(),
            EndRefused::Db(error) => error.into(),
        }
    }
}

impl From<FactorError> for Trouble {
    fn from(error: FactorError) -> Trouble {
        match error {
            FactorError::Db(error) => error.into(),
            FactorError::WrongCode => Trouble::bad("wrong_code_text"),
            FactorError::NothingBegun => Trouble::bad("wrong_code_text"),
            FactorError::Unusable(reason) => Trouble::ours(&reason),
        }
    }
}

impl From<PasskeyError> for Trouble {
    fn from(error: PasskeyError) -> Trouble {
        match error {
            PasskeyError::Db(error) => error.into(),
            PasskeyError::NotAsked => Trouble::bad("passkey_old_text"),
            PasskeyError::Wrong => Trouble::bad("passkey_wrong_text"),
            PasskeyError::Busy => Trouble::Conflict(Said::Key("sign_in_paused")),
            PasskeyError::TooMany => Trouble::Conflict(Said::Key("passkey_many_text")),
            PasskeyError::BadName => Trouble::bad("passkey_name_text"),
            PasskeyError::Unusable(reason) => Trouble::ours(&reason),
        }
    }
}

impl From<MediaWorkError> for Trouble {
    fn from(error: MediaWorkError) -> Trouble {
        match error {
            MediaWorkError::Db(error) => error.into(),
            MediaWorkError::Media(MediaError::NotAllowed(refused)) => refused.into(),
            MediaWorkError::Media(MediaError::Db(error)) => error.into(),
            MediaWorkError::Story(error) => error.into(),
            MediaWorkError::Darkroom(error) => Trouble::ours(&error),
            other => Trouble::Bad(Said::Words(other.to_string())),
        }
    }
}
