//! Which page an address means, by its shape alone.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use crate::ids::StoryNumber;

/// Longest part of an address looked at, in bytes after decoding.
const LONGEST_PART: usize = 300;

/// A page of one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/{lang}`
    Front,
    /// `/{lang}/{section}`
    Section(String),
    /// `/{lang}/{section}/{slug}-{number}` and what stands behind it.
    Story(StoryAddress),
    /// `/{lang}/{number}`
    Numbered(StoryNumber),
    /// `/{lang}/{yyyy}/{mm}/{dd}`
    Day(Date),
    /// `/{lang}/{yyyy}/{mm}`, by its first day.
    Month(Date),
    /// `/{lang}/topics/{topic}`
    Topic(String),
    /// `/{lang}/authors/{author}`
    Author(String),
    /// `/{lang}/corrections`
    Corrections,
    /// `/{lang}/feedback`
    Feedback,
    /// None of them.
    Unknown,
}

impl Page {
    /// Whether a cursor means another page.
    pub fn takes_cursor(&self) -> bool {
        matches!(self, Page::Section(_) | Page::Topic(_) | Page::Author(_) | Page::Day(_) | Page::Corrections)
    }
}

/// A story as an address names it: the number counts, section and slug are checked against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryAddress {
    /// Its number for life.
    pub number: StoryNumber,
    /// Which of its pages.
    pub part: StoryPart,
}

/// The pages of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryPart {
    /// The story.
    Story,
    /// `…/history`
    History,
    /// `…/report`
    Report,
    /// `….md`
    Markdown,
}

impl StoryPart {
    /// What follows the story's own address.
    pub fn suffix(self) -> &'static str {
        match self {
            StoryPart::Story => "",
            StoryPart::History => "/history",
            StoryPart::Report => "/report",
            StoryPart::Markdown => ".md",
        }
    }
}

/// The first part of a path, which names the edition, and the page behind it. `/` has neither.
pub fn read(path: &str) -> (&str, Page) {
    let mut parts = path.trim_start_matches('/').split('/');
    let edition = parts.next().unwrap_or_default();
    let rest: Option<Vec<String>> = parts.map(decoded).take(5).collect();
    let Some(rest) = rest else { return (edition, Page::Unknown) };
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    (edition, page(&rest).unwrap_or(Page::Unknown))
}

fn decoded(part: &str) -> Option<String> {
    let text = percent_decode_str(part).decode_utf8().ok()?;
    let fits = !text.is_empty() && text.len() <= LONGEST_PART && !text.chars().any(char::is_control);
    fits.then(|| text.into_owned())
}

fn page(parts: &[&str]) -> Option<Page> {
    match *parts {
        [] => Some(Page::Front),
        ["corrections"] => Some(Page::Corrections),
        ["feedback"] => Some(Page::Feedback),
        [only] if is_digits(only) => number(only).map(Page::Numbered),
        [only] => Some(Page::Section(only.to_owned())),
        ["topics", topic] => Some(Page::Topic(topic.to_owned())),
        ["authors", author] => Some(Page::Author(author.to_owned())),
        [year, month] if is_digits(year) => date(year, month, "01").map(Page::Month),
        [year, month, day] if is_digits(year) => date(year, month, day).map(Page::Day),
        [_, story] => match story.strip_suffix(".md") {
            Some(story) => story_page(story, StoryPart::Markdown),
            None => story_page(story, StoryPart::Story),
        },
        [_, story, "history"] => story_page(story, StoryPart::History),
        [_, story, "report"] => story_page(story, StoryPart::Report),
        _ => None,
    }
}

fn story_page(part: &str, of: StoryPart) -> Option<Page> {
    let (slug, digits) = part.rsplit_once('-')?;
    let number = number(digits).filter(|_| !slug.is_empty())?;
    Some(Page::Story(StoryAddress { number, part: of }))
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number as it is written in addresses: without leading zeros.
fn number(digits: &str) -> Option<StoryNumber> {
    let plain = is_digits(digits) && !digits.starts_with('0') && digits.len() <= 16;
    digits.parse().ok().filter(|_| plain).and_then(StoryNumber::new)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let shaped = (year.len(), month.len(), day.len()) == (4, 2, 2) && is_digits(month) && is_digits(day);
    if !shaped {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1800..=2200).contains(&date.year()).then_some(date)
}

/// A place in a list: the instant in microseconds and the number of the last story shown. Written
/// `1780300000000000-1042`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Microseconds since 1970.
    pub at: i64,
    /// The story's number.
    pub number: i64,
}

impl Cursor {
    /// Before everything: the head of a list.
    pub const NEWEST: Cursor = Cursor { at: i64::MAX, number: i64::MAX };

    /// Reads a cursor; `None` where it is not well formed.
    pub fn parse(text: &str) -> Option<Cursor> {
        let (at, number) = text.rsplit_once('-')?;
        let digits = at.strip_prefix('-').unwrap_or(at);
        let plain = |text: &str| !text.is_empty() && text.len() <= 18 && is_digits(text);
        if !plain(digits) || !plain(number) {
            return None;
        }
        Some(Cursor { at: at.parse().ok()?, number: number.parse().ok()? })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.at, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn story(number: i64, part: StoryPart) -> Page {
        Page::Story(StoryAddress { number: StoryNumber::new(number).unwrap(), part })
    }

    #[test]
    fn every_address_of_the_interface_is_read() {
        let section = |slug: &str| Page::Section(slug.to_owned());
        for (path, edition, page) in [
            ("/en", "en", Page::Front),
            ("/zh-Hans", "zh-Hans", Page::Front),
            ("/en/politics", "en", section("politics")),
            ("/en/politics/a-b-12", "en", story(12, StoryPart::Story)),
            ("/en/politics/a-b-12/history", "en", story(12, StoryPart::History)),
            ("/en/politics/a-b-12/report", "en", story(12, StoryPart::Report)),
            ("/en/politics/a-b-12.md", "en", story(12, StoryPart::Markdown)),
            ("/en/12", "en", Page::Numbered(StoryNumber::new(12).unwrap())),
            ("/en/2026/06/01", "en", Page::Day(date(2026, 6, 1))),
            ("/en/2026/06", "en", Page::Month(date(2026, 6, 1))),
            ("/en/topics/climate", "en", Page::Topic("climate".to_owned())),
            ("/en/authors/lea-morin", "en", Page::Author("lea-morin".to_owned())),
            ("/en/topics/%D8%A2%D8%A8", "en", Page::Topic("آب".to_owned())),
            ("/en/corrections", "en", Page::Corrections),
            ("/en/feedback", "en", Page::Feedback),
        ] {
            assert_eq!(read(path), (edition, page), "{path}");
        }
    }

    #[test]
    fn other_addresses_are_unknown() {
        for path in [
            "/en/",
            "/en//x",
            "/en/012",
            "/en/99999999999999999",
            "/en/2026/13",
            "/en/2026/02/30",
            "/en/2026/6/1",
            "/en/politics/story",
            "/en/politics/-12",
            "/en/politics/a-0",
            "/en/politics/a-12/more",
            "/en/a/b/c/d",
            "/en/%ff",
            "/en/a%0Ab",
        ] {
            assert_eq!(read(path).1, Page::Unknown, "{path}");
        }
        let long = format!("/en/{}", "x".repeat(301));
        assert_eq!(read(&long).1, Page::Unknown);
    }

    #[test]
    fn cursors_come_back_as_they_were_written() {
        for cursor in [Cursor { at: 1_780_300_000_000_000, number: 1042 }, Cursor { at: -5, number: 1 }] {
            assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        }
        for bad in ["", "-", "1", "1-", "-1", "a-1", "1-a", "1-1-", "9999999999999999999-1", "+1-1"] {
            assert_eq!(Cursor::parse(bad), None, "{bad}");
        }
    }
}
