//! What was left out or changed while HTML was read.

use crate::block::Body;
use std::fmt;

/// A body read from HTML, with what did not survive.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The cleaned body.
    pub body: Body,
    /// What was left out or changed, in the order found, at most 100.
    pub notices: Vec<Notice>,
}

/// One thing left out or changed while HTML was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// An active or meaningless element went, with its content: its name.
    Dropped(String),
    /// A frame or object of no known provider went: its address.
    UnknownEmbed(String),
    /// A link to something else than a web page, a mail address or a path of the site lost its link; its
    /// words stay.
    BadLink(String),
    /// A picture, video or sound whose address cannot be taken went.
    BadMedia(String),
    /// Elements were nested deeper than is read; their text stays.
    TooDeep,
    /// The text was longer than is read and was cut.
    Cut,
    /// One tag was so long that it was passed over.
    LongTag,
    /// A table or list had more cells or items than are taken.
    TooMany(&'static str),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::Dropped(name) => write!(f, "<{name}> was left out"),
            Notice::UnknownEmbed(url) => write!(f, "a frame of no known provider was left out: {url}"),
            Notice::BadLink(url) => write!(f, "a link was taken off: {url}"),
            Notice::BadMedia(url) => write!(f, "a picture or recording was left out: {url}"),
            Notice::TooDeep => f.write_str("elements nested too deeply were flattened"),
            Notice::Cut => f.write_str("the text was too long and was cut"),
            Notice::LongTag => f.write_str("a tag was too long and was passed over"),
            Notice::TooMany(what) => write!(f, "too many {what}; the rest was left out"),
        }
    }
}

/// Gathers notices, bounded, each only once in a row.
#[derive(Debug, Default)]
pub(crate) struct Notices(pub(crate) Vec<Notice>);

impl Notices {
    pub(crate) fn add(&mut self, notice: Notice) {
        if self.0.len() < 100 && self.0.last() != Some(&notice) {
            self.0.push(notice);
        }
    }

    pub(crate) fn address(raw: &str) -> String {
        raw.chars().filter(|c| !c.is_control()).take(120).collect()
    }
}
