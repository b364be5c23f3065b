//! Names of what a page depends on.

use std::fmt::{self, Display, Write};
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;

/// Longest name in bytes; a longer one keeps its beginning and ends in a hash of the whole.
const LONGEST: usize = 120;

/// The name of one thing a page was made from: `story:123`, `section:en:politics`, `day:en:2026-06-01`.
///
/// Pages record names while they render, acts name what they touched, and the two meet by equality. A name is
/// 1 to 120 visible ASCII characters without comma and quotes (anything else is percent-encoded), so that it
/// goes out in `Surrogate-Key` and `Cache-Tag` as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dep(Box<str>);

impl Dep {
    /// Everything the public sees of one story, its versions and its withdrawal, by public number.
    pub fn story(number: u64) -> Dep {
        Dep::of("story", &[&number])
    }

    /// The front of an edition.
    pub fn front(edition: impl Display) -> Dep {
        Dep::of("front", &[&edition])
    }

    /// The newest stories of a section, as its page and its feeds show them; `section` is its key.
    pub fn section(edition: impl Display, section: impl Display) -> Dep {
        Dep::of("section", &[&edition, &section])
    }

    /// The older stories of a section, behind its first page.
    pub fn past(edition: impl Display, section: impl Display) -> Dep {
        Dep::of("past", &[&edition, &section])
    }

    /// The archive of one day in the agency's time zone.
    pub fn day(edition: impl Display, day: Date) -> Dep {
        Dep::of("day", &[&edition, &day])
    }

    /// The archive of the month `day` lies in.
    pub fn month(edition: impl Display, day: Date) -> Dep {
        Dep::of("month", &[&edition, &format_args!("{:04}-{:02}", day.year(), day.month())])
    }

    /// The stories of a topic.
    pub fn topic(edition: impl Display, topic: impl Display) -> Dep {
        Dep::of("topic", &[&edition, &topic])
    }

    /// An author's name, page and list of stories.
    pub fn author(edition: impl Display, author: impl Display) -> Dep {
        Dep::of("author", &[&edition, &author])
    }

    /// The interface texts and patterns of an edition.
    pub fn texts(edition: impl Display) -> Dep {
        Dep::of("texts", &[&edition])
    }

    /// The agency's own settings: name, origin, editions, sections.
    pub fn agency() -> Dep {
        Dep::of("agency", &[])
    }

    /// The corrections page of an edition.
    pub fn corrections(edition: impl Display) -> Dep {
        Dep::of("corrections", &[&edition])
    }

    /// The sitemap's index and the news sitemap.
    pub fn sitemap() -> Dep {
        Dep::of("sitemap", &[])
    }

    /// A picture and its renditions, by its hash or number.
    pub fn media(media: impl Display) -> Dep {
        Dep::of("media", &[&media])
    }

    /// The dependency an act calls by this name, its parts joined by colons: `story:12`, `topic:en:climate`.
    pub fn named(name: &str) -> Dep {
        let mut parts = name.split(':');
        let kind = parts.next().unwrap_or_default();
        let parts: Vec<&str> = parts.collect();
        let parts: Vec<&dyn Display> = parts.iter().map(|part| part as &dyn Display).collect();
        Dep::of(kind, &parts)
    }

    /// A name of another kind: `kind` and `parts` joined by colons. Kinds are ours, parts may come from outside.
    pub fn of(kind: &str, parts: &[&dyn Display]) -> Dep {
        let mut name = Name { text: String::with_capacity(24), hasher: DefaultHasher::new() };
        let written = name.write_str(kind).and_then(|()| {
            parts.iter().try_for_each(|part| {
                name.text.push(':');
                write!(name, "{part}")
            })
        });
        written.expect("writing into memory succeeds");
        Dep(name.finish())
    }

    /// The name as it stands in `Surrogate-Key`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the table of positions is keyed by. Two names with one hash make a page stale too often, never too late.
    pub(crate) fn hash64(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }
}

impl Display for Dep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

struct Name {
    text: String,
    hasher: DefaultHasher,
}

impl Name {
    fn finish(mut self) -> Box<str> {
        if self.text.len() > LONGEST {
            let mark = format!("~{:016x}", self.hasher.finish());
            self.text.truncate(LONGEST - mark.len());
            self.text.push_str(&mark);
        }
        self.text.into_boxed_str()
    }
}

impl Write for Name {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.hasher.write(part.as_bytes());
        for byte in part.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => {
                    self.text.push(byte.into())
                }
                _ => write!(self.text, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_the_newsroom_says_them() {
        let day = jiff::civil::date(2026, 6, 1);
        assert_eq!(Dep::story(123).as_str(), "story:123");
        assert_eq!(Dep::section("en", "politics").as_str(), "section:en:politics");
        assert_eq!(Dep::day("zh-Hans", day).as_str(), "day:zh-Hans:2026-06-01");
        assert_eq!(Dep::month("en", day).as_str(), "month:en:2026-06");
        assert_eq!(Dep::agency().as_str(), "agency");
    }

    #[test]
    fn a_name_from_outside_cannot_break_a_header_or_pass_for_another() {
        let hostile = Dep::topic("en", "a b,c\r\nX: y:\u{0}ش");
        assert!(hostile.as_str().bytes().all(|b| b.is_ascii_graphic() && b != b','), "{hostile}");
        assert_ne!(Dep::topic("en", "a:b"), Dep::of("topic", &[&"en", &"a", &"b"]));
        let long = "x".repeat(500);
        assert!(Dep::topic("en", &long).as_str().len() <= LONGEST);
        assert_ne!(Dep::topic("en", format!("{long}1")), Dep::topic("en", format!("{long}2")));
    }
}
