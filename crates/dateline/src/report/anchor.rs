//! Words in a version: marked, widened to whole words, followed to where they are now.

use serde::{Deserialize, Serialize};
use text_anchor::{BadVersion, Fate, Refused, Selector, Span, Unit, Version, follow};

use super::{Passage, Refusal};
use crate::story::StoryCopy;

/// The headline, among the blocks of a story: no block of a body has such an id.
pub const HEADLINE: &str = "@headline";
/// The summary.
pub const SUMMARY: &str = "@summary";
/// The captions of the pictures beside the body, a line each.
pub const CAPTIONS: &str = "@captions";

/// The most of a whole block that is kept as its words, in characters.
const MOST_KEPT: usize = 300;

/// The words of a copy, block by block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// Headline, summary, captions, and the blocks of the body.
    pub fn of(copy: &StoryCopy) -> Text {
        let mut blocks = vec![(HEADLINE.to_owned(), copy.headline.clone())];
        blocks.extend(copy.summary.clone().map(|summary| (SUMMARY.to_owned(), summary)));
        let captions: Vec<&str> = copy.media.iter().filter_map(|media| media.caption.as_deref()).collect();
        if !captions.is_empty() {
            blocks.push((CAPTIONS.to_owned(), captions.join("\n")));
        }
        blocks.extend(copy.body.blocks.iter().map(|block| (block.id.to_string(), block.plain_text())));
        Text(blocks)
    }

    /// As a version in which words can be found; refused beyond the bounds of [`text_anchor::bounds`].
    pub fn version(&self) -> Result<Version<'_>, BadVersion> {
        Version::new(self.0.iter().map(|(id, text)| (id.as_str(), text.as_str())))
    }

    /// Ids and words, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// The words of a block.
    pub fn block(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|(block, _)| block == id).map(|(_, text)| text.as_str())
    }
}

/// Words that were marked, as the version itself has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// Where they stand, and what stands around them.
    pub selector: Selector,
    /// Whether nothing closer than the whole block was marked; its words may then be cut short.
    #[serde(default)]
    pub whole: bool,
}

/// What became of marked words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They stand where they stood.
    Kept,
    /// They stand elsewhere.
    Moved,
    /// Others stand in their place.
    Changed,
    /// They are gone.
    Deleted,
    /// Nobody can say.
    Unanchored,
}

/// Marked words, and where they are in a later version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words as they were marked.
    pub marked: Marked,
    /// What became of them.
    pub standing: Standing,
    /// Where they are, or what stands in their place.
    pub now: Option<Span>,
    /// What stands in their place, where that is something else.
    pub words: Option<String>,
}

impl Anchor {
    /// Words in the version they were marked in.
    pub fn here(marked: Marked) -> Anchor {
        let now = Some(marked.selector.span.clone());
        Anchor { marked, standing: Standing::Kept, now, words: None }
    }

    /// The same words followed on through `versions`, the first of which is the one they were followed to before.
    pub fn on(&self, versions: &[Version<'_>]) -> Anchor {
        let Some(from) = &self.now else { return self.clone() };
        let (standing, now, words) = match follow(from, versions) {
            Fate::Kept { now } => (Standing::Kept, Some(now), None),
            Fate::Moved { now } => (Standing::Moved, Some(now), None),
            Fate::Changed { now, words, .. } => (Standing::Changed, Some(now), Some(words)),
            Fate::Deleted { .. } => (Standing::Deleted, None, None),
            Fate::Unanchored { .. } => (Standing::Unanchored, None, None),
        };
        // What was changed before and stands since is still something else than was marked.
        let (standing, words) = match (self.standing, standing) {
            (Standing::Changed, Standing::Kept | Standing::Moved) => (Standing::Changed, self.words.clone()),
            (Standing::Moved, Standing::Kept) => (Standing::Moved, None),
            _ => (standing, words),
        };
        Anchor { marked: self.marked.clone(), standing, now, words }
    }

    /// Whether it is beyond doubt that the words were replaced: their block lives, what stood beside them stands
    /// beside what replaced them, and they stand nowhere in the block any more.
    ///
    /// [`Fate::Changed`] alone is rarely wrong, and not never.
    pub fn is_surely_replaced(&self, now: &Version<'_>) -> bool {
        let (Standing::Changed, Some(span), Some(words)) = (self.standing, &self.now, &self.words) else {
            return false;
        };
        let Selector { span: was, exact, prefix, suffix } = &self.marked.selector;
        let same_block = span.start.block == was.start.block && span.end.block == was.end.block;
        let Some(text) = now.text(&span.start.block).filter(|_| same_block && !self.marked.whole) else {
            return false;
        };
        let before: String = text.chars().take(span.start.offset).collect();
        let after: String = text.chars().skip(span.end.offset).collect();
        let beside = |words: &str, near: usize, end: bool| -> String {
            let words = spaced(words);
            let count = words.chars().count();
            let skip = if end { count.saturating_sub(near) } else { 0 };
            words.chars().skip(skip).take(near).collect()
        };
        spaced(words) != spaced(exact)
            && !words.trim().is_empty()
            && !spaced(text).contains(&spaced(exact))
            && beside(&before, 12, true) == beside(prefix, 12, true)
            && beside(&after, 12, false) == beside(suffix, 12, false)
    }

    /// Whether words of the other are among these, where both are now.
    pub fn overlaps(&self, other: &Anchor) -> bool {
        let (Some(one), Some(two)) = (&self.now, &other.now) else { return false };
        one.start.block == two.start.block
            && one.start.offset < two.end.offset
            && two.start.offset < one.end.offset
    }
}

/// What was marked, checked against the version itself and widened to whole words; with the suggestion, widened or
/// narrowed to match.
pub(super) fn mark(
    version: &Version<'_>,
    passage: &Passage,
    suggestion: &str,
) -> Result<(Marked, String), Refusal> {
    let text = version.text(&passage.block).ok_or(Refusal::ForeignWords)?;
    let length = text.chars().count();
    let chosen = passage.start == 0 && passage.end == 0 && passage.exact.is_empty();
    let spelled = passage.start == 0 && passage.end == length && spaced(&passage.exact) == spaced(text);
    if text.trim().is_empty() {
        return Err(Refusal::NothingMarked);
    }
    if chosen || spelled {
        return Ok(narrowed(version, &passage.block, text, suggestion));
    }
    let claimed = Selector {
        span: Span::within(&passage.block, passage.start..passage.end),
        exact: passage.exact.clone(),
        prefix: passage.prefix.clone(),
        suffix: passage.suffix.clone(),
    };
    let own = version.check(&claimed).map_err(|refused| refusal(&refused))?;
    let snapped = [Unit::Words, Unit::Graphemes].into_iter().find_map(|unit| {
        let span = version.snap(&own.span, unit)?;
        version.select(&span).ok()
    });
    let snapped = snapped.ok_or(Refusal::TooLong)?;
    let suggestion = widened(text, &own, &snapped, suggestion);
    let suggestion = if spaced(&suggestion) == spaced(&snapped.exact) { String::new() } else { suggestion };
    Ok((Marked { selector: snapped, whole: false }, suggestion))
}

/// Refuses more than a reader marks: 300 characters over all passages that are no whole blocks.
pub(super) fn check_length(all: &[Marked]) -> Result<(), Refusal> {
    let words: Vec<&str> =
        all.iter().filter(|marked| !marked.whole).map(|marked| marked.selector.exact.as_str()).collect();
    let joined = words.join(" ");
    if joined.is_empty() {
        return Ok(());
    }
    let version = Version::new([("all", joined.as_str())]).map_err(|_| Refusal::TooLong)?;
    match version.select(&Span::within("all", 0..joined.chars().count())) {
        Ok(_) => Ok(()),
        Err(refused) => Err(refusal(&refused)),
    }
}

fn refusal(refused: &Refused) -> Refusal {
    match refused {
        Refused::TooLong => Refusal::TooLong,
        Refused::NoWords => Refusal::NothingMarked,
        _ => Refusal::ForeignWords,
    }
}

/// A whole block, of which a suggestion says closer what is meant.
fn narrowed(version: &Version<'_>, block: &str, text: &str, suggestion: &str) -> (Marked, String) {
    let said = suggestion.trim();
    let differs = !said.is_empty() && spaced(said) != spaced(text);
    if differs && let Some((selector, said)) = closest(version, block, text, said) {
        return (Marked { selector, whole: false }, said);
    }
    let span = Span::within(block, 0..text.chars().count());
    let exact = cut(text, MOST_KEPT);
    let selector = Selector { span, exact, prefix: String::new(), suffix: String::new() };
    (Marked { selector, whole: true }, if differs { said.to_owned() } else { String::new() })
}

/// The fewest words of a block that a suggestion for the whole of it changes, and what it says for them; `None` where
/// they are too many.
fn closest(version: &Version<'_>, block: &str, text: &str, said: &str) -> Option<(Selector, String)> {
    let (was, is): (Vec<char>, Vec<char>) = (text.chars().collect(), said.chars().collect());
    let same = was.iter().zip(&is).take_while(|(one, other)| one == other).count();
    let most = was.len().min(is.len()) - same;
    let tail =
        was.iter().rev().zip(is.iter().rev()).take_while(|(one, other)| one == other).count().min(most);
    let stretch = (same, was.len() - tail);
    [Grown::Least, Grown::Both].into_iter().find_map(|grown| {
        let (start, end) = grown.around(&was, stretch);
        let span = version.snap(&Span::within(block, start..end), Unit::Words)?;
        let selector = version.select(&span).ok()?;
        let head = same.min(selector.span.start.offset);
        let rest = tail.min(was.len() - selector.span.end.offset);
        let words: String = is.get(head..is.len() - rest)?.iter().collect();
        let words = words.trim().to_owned();
        let before: String = was[..selector.span.start.offset].iter().collect();
        let after: String = was[selector.span.end.offset..].iter().collect();
        // White space at an edge may belong to either side: what is not given back exactly is not narrowed.
        (spaced(&format!("{before}{words}{after}")) == spaced(said)).then_some((selector, words))
    })
}

/// How far a stretch is grown so that it holds words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grown {
    /// Where something is only missing, to the word before it, or after.
    Least,
    /// To the words on both sides.
    Both,
}

impl Grown {
    fn around(self, text: &[char], (start, end): (usize, usize)) -> (usize, usize) {
        let before = text[..start].iter().rposition(|c| !c.is_whitespace());
        let after = text[end..].iter().position(|c| !c.is_whitespace()).map(|after| end + after + 1);
        let holds_words = text[start..end].iter().any(|c| !c.is_whitespace());
        match (self, before, after) {
            (Grown::Least, ..) if holds_words => (start, end),
            (Grown::Least, Some(before), _) => (before, end),
            (_, before, after) => (before.unwrap_or(start), after.unwrap_or(end)),
        }
    }
}

/// A suggestion for words that were widened: what was added to them is added to it, unless it says so itself.
fn widened(text: &str, own: &Selector, snapped: &Selector, suggestion: &str) -> String {
    let said = suggestion.trim();
    if said.is_empty() {
        return String::new();
    }
    let between = |from: usize, to: usize| -> String {
        text.chars().skip(from).take(to.saturating_sub(from)).collect()
    };
    let head = between(snapped.span.start.offset, own.span.start.offset);
    let tail = between(own.span.end.offset, snapped.span.end.offset);
    let whole = (!head.is_empty() && said.starts_with(&head)) || (!tail.is_empty() && said.ends_with(&tail));
    if whole { said.to_owned() } else { format!("{head}{said}{tail}") }
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most).chain(['…']).collect()
}

/// White space run together; none at the ends.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
