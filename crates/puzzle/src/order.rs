//! What a token is made for: form, subject, how long, and how much work proves it.

use std::time::Duration;

/// An instant, as microseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// The instant this many microseconds after the start of 1970 in UTC.
    pub const fn from_micros(micros: i64) -> Moment {
        Moment(micros)
    }

    /// Microseconds since the start of 1970 in UTC.
    pub fn as_micros(self) -> i64 {
        self.0
    }

    /// How long after `earlier` this is; zero if it is not after it.
    pub fn since(self, earlier: Moment) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// The instant `wait` later, or the last there is.
    pub fn after(self, wait: Duration) -> Moment {
        Moment(self.0.saturating_add(i64::try_from(wait.as_micros()).unwrap_or(i64::MAX)))
    }
}

/// The longest a token may be good for: a day.
pub const MAX_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);
const MAX_FORM_BYTES: usize = 32;
const MAX_SUBJECT_BYTES: usize = 128;

/// Why an [`Order`] or a part of it was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadOrder {
    /// A form's name is 1 to 32 of `a` to `z`, `0` to `9` and `-`.
    #[error("a form's name is 1 to 32 of a to z, 0 to 9 and -")]
    Form,
    /// A subject is at most 128 bytes without control characters.
    #[error("a subject is at most 128 bytes without control characters")]
    Subject,
    /// A token lasts longer than nothing and at most [`MAX_LIFETIME`].
    #[error("a token lasts longer than nothing and at most a day")]
    Lifetime,
    /// A part of a proof asks for 1 to 24 zero bits.
    #[error("a part of a proof asks for 1 to 24 zero bits")]
    Difficulty,
}

/// The form a token is for, such as `feedback`: 1 to 32 of `a` to `z`, `0` to `9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form(String);

impl Form {
    /// Checks the name.
    ///
    /// # Errors
    /// [`BadOrder::Form`] for other characters or another length.
    pub fn new(name: &str) -> Result<Form, BadOrder> {
        match is_name(name, MAX_FORM_BYTES) {
            true => Ok(Form(name.to_owned())),
            false => Err(BadOrder::Form),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the form is about, such as a story's number: at most 128 bytes without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// Checks the text.
    ///
    /// # Errors
    /// [`BadOrder::Subject`] if it is too long or holds a control character.
    pub fn new(text: &str) -> Result<Subject, BadOrder> {
        if text.len() > MAX_SUBJECT_BYTES || text.chars().any(char::is_control) {
            return Err(BadOrder::Subject);
        }
        Ok(Subject(text.to_owned()))
    }

    /// The form is about nothing in particular.
    pub fn none() -> Subject {
        Subject(String::new())
    }

    /// The text; empty for none.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Zero bits each of the [`PARTS`](crate::PARTS) of a proof must begin with: 1 to 24. One more doubles the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difficulty(u8);

impl Difficulty {
    /// Checks the number of bits.
    ///
    /// # Errors
    /// [`BadOrder::Difficulty`] outside 1 to 24.
    pub fn new(bits: u8) -> Result<Difficulty, BadOrder> {
        match bits {
            1..=24 => Ok(Difficulty(bits)),
            _ => Err(BadOrder::Difficulty),
        }
    }

    /// Zero bits of one part.
    pub fn bits(self) -> u8 {
        self.0
    }
}

/// What a token is to be good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The form it opens.
    pub form: Form,
    /// What that form is about.
    pub subject: Subject,
    /// Work that is taken in place of letters; `None` when only letters are.
    pub proof: Option<Difficulty>,
    lasts: Duration,
}

impl Order {
    /// A token for `form` about `subject`, good for `lasts`, without a proof of work.
    ///
    /// # Errors
    /// [`BadOrder::Lifetime`] for no time at all or more than [`MAX_LIFETIME`].
    pub fn new(form: Form, subject: Subject, lasts: Duration) -> Result<Order, BadOrder> {
        if lasts.as_micros() == 0 || lasts > MAX_LIFETIME {
            return Err(BadOrder::Lifetime);
        }
        Ok(Order { form, subject, proof: None, lasts })
    }

    /// The same, with a proof of work offered.
    pub fn with_proof(self, difficulty: Difficulty) -> Order {
        Order { proof: Some(difficulty), ..self }
    }

    /// How long the token is good for.
    pub fn lasts(&self) -> Duration {
        self.lasts
    }
}

/// Whether `name` is 1 to `most` of `a` to `z`, `0` to `9` and `-`.
pub(crate) fn is_name(name: &str, most: usize) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=most).contains(&name.len()) && name.bytes().all(allowed)
}
