//! The draft of a correction's note, in the story's language: where it was, what is right, what was wrong.

use jiff::tz::TimeZone;
use story_body::block::Table;
use story_body::{BlockFate, Kind, WordFate, WordRun, compare, compare_texts};

use crate::lang::Language;
use crate::newsroom::words::Words;
use crate::story::StoryCopy;

/// The most changes a draft tells one by one; more of them are told by somebody, not by a program.
const MOST_TOLD: usize = 8;

/// The longest stretch of words that is quoted, in characters.
const LONGEST_QUOTED: usize = 160;

/// One line for each place that changed; empty where nothing did.
pub(in crate::newsroom) fn drafted(old: &StoryCopy, new: &StoryCopy, language: Language) -> String {
    let words = Words::of(language, TimeZone::UTC);
    let mut lines = Vec::new();
    line(&mut lines, words.text("note_headline"), &compare_texts(&old.headline, &new.headline), &words);
    let summary = |copy: &StoryCopy| copy.summary.clone().unwrap_or_default();
    line(&mut lines, words.text("note_summary"), &compare_texts(&summary(old), &summary(new)), &words);
    let mut counted = Counted::default();
    for change in compare(&old.body, &new.body) {
        let Some(block) = change.new.or(change.old) else { continue };
        let place =
            if change.fate == BlockFate::Removed { counted.after() } else { counted.count(&block.kind) };
        let Some(place) = place.filter(|_| change.fate != BlockFate::Kept) else { continue };
        match (change.old.map(|old| &old.kind), change.new.map(|new| &new.kind)) {
            (Some(Kind::Table(was)), Some(Kind::Table(is))) => {
                cells(&mut lines, place.number, was, is, &words)
            }
            _ => line(&mut lines, &place.said(&words), &change.words, &words),
        }
    }
    if lines.len() > MOST_TOLD {
        lines.truncate(MOST_TOLD);
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

/// Where in the text something stands: the third paragraph, the first table.
#[derive(Clone, Copy)]
struct Place {
    key: &'static str,
    number: u64,
}

impl Place {
    fn said(self, words: &Words) -> String {
        words.format(self.key, &[("number", self.number.into())])
    }
}

/// How many there were of each so far.
#[derive(Default)]
struct Counted {
    paragraphs: u64,
    tables: u64,
    lists: u64,
    pictures: u64,
    headings: u64,
}

impl Counted {
    fn count(&mut self, kind: &Kind) -> Option<Place> {
        let (key, count) = match kind {
            Kind::Paragraph(_) | Kind::Quotation(_) | Kind::Preformatted(_) => {
                ("note_paragraph", &mut self.paragraphs)
            }
            Kind::Heading(..) => ("note_heading", &mut self.headings),
            Kind::List(_) => ("note_list", &mut self.lists),
            Kind::Table(_) => ("note_table", &mut self.tables),
            Kind::Picture(_) | Kind::Gallery(_) | Kind::Video(_) | Kind::Audio(_) => {
                ("note_picture", &mut self.pictures)
            }
            Kind::Embed(_) | Kind::Rule => return None,
        };
        *count += 1;
        Some(Place { key, number: *count })
    }

    /// What is gone stood behind the paragraph counted last.
    fn after(&self) -> Option<Place> {
        Some(Place { key: "note_paragraph", number: self.paragraphs.max(1) })
    }
}

/// The cells of a table that changed, row by row.
fn cells(lines: &mut Vec<String>, table: u64, was: &Table, is: &Table, words: &Words) {
    for (row, (old, new)) in was.rows.iter().zip(&is.rows).enumerate() {
        for (old, new) in old.iter().zip(new) {
            let place =
                words.format("note_cell", &[("table", table.into()), ("row", (row as u64 + 1).into())]);
            line(lines, &place, &compare_texts(&old.content.text(), &new.content.text()), words);
        }
    }
}

/// `Paragraph 2: 53, not 35; Monday, not Sunday`
fn line(lines: &mut Vec<String>, place: &str, runs: &[WordRun], words: &Words) {
    let told: Vec<String> = swaps(runs).into_iter().filter_map(|swap| swap.told(words)).collect();
    if !told.is_empty() {
        let both = |first: String, second: String| {
            words.format("note_and", &[("first", first.as_str().into()), ("second", second.as_str().into())])
        };
        let told = told.into_iter().reduce(both).unwrap_or_default();
        lines.push(words.format("note_line", &[("place", place.into()), ("change", told.as_str().into())]));
    }
}

/// What stood there and what stands there now.
#[derive(Default)]
struct Swap {
    wrong: String,
    right: String,
}

impl Swap {
    fn told(&self, words: &Words) -> Option<String> {
        let (right, wrong) = (quoted(&self.right), quoted(&self.wrong));
        let gaps = [("right", right.as_str().into()), ("wrong", wrong.as_str().into())];
        match (right.is_empty(), wrong.is_empty()) {
            (true, true) => None,
            (false, false) => Some(words.format("note_swap", &gaps)),
            (false, true) => Some(words.format("note_added", &gaps[..1])),
            (true, false) => Some(words.format("note_removed", &gaps[1..])),
        }
    }
}

/// Runs of removed and added words next to each other belong together.
fn swaps(runs: &[WordRun]) -> Vec<Swap> {
    let mut swaps = vec![Swap::default()];
    for run in runs {
        let last = swaps.last_mut().expect("never empty");
        match run.fate {
            WordFate::Removed => last.wrong.push_str(&run.text),
            WordFate::Added => last.right.push_str(&run.text),
            // A space between two changed words joins them.
            WordFate::Kept if run.text.trim().is_empty() => {
                last.wrong.push_str(&run.text);
                last.right.push_str(&run.text);
            }
            WordFate::Kept => swaps.push(Swap::default()),
        }
    }
    swaps
}

fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_QUOTED {
        return line;
    }
    line.chars().take(LONGEST_QUOTED).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use story_body::Body;

    use super::*;

    fn told(language: Language, (was, old): (&str, &str), (is, new): (&str, &str)) -> String {
        let old = StoryCopy { body: Body::from_html(old).body, ..StoryCopy::new("politics", was) };
        let body = Body::from_html_keeping_ids(new, &old.body).body;
        drafted(&old, &StoryCopy { body, ..StoryCopy::new("politics", is) }, language)
    }

    fn note(tag: &str, old: &str, new: &str) -> String {
        told(Language::parse(tag).unwrap(), ("Prices", old), ("Prices", new))
    }

    #[test]
    fn a_figure_put_right_is_told_with_its_paragraph_in_every_language() {
        let (old, new) = ("<p>One.</p><p>It cost 35 manats.</p>", "<p>One.</p><p>It cost 53 manats.</p>");
        for (tag, said) in [
            ("en", "Paragraph 2: 53, not 35"),
            ("az", "Abzas 2: 35 deyil, 53"),
            ("ru", "Абзац 2: 53, а не 35"),
            ("de", "Absatz 2: 53 statt 35"),
            ("fr", "Paragraphe 2 : 53 et non 35"),
            ("es", "Párrafo 2: 53 y no 35"),
            ("ar", "الفقرة 2: 53 وليس 35"),
            ("fa", "بند ۲: 53 و نه 35"),
            ("zh", "第2段：应为“53”，而非“35”"),
        ] {
            assert_eq!(note(tag, old, new), said, "{tag}");
        }
    }

    #[test]
    fn several_changes_tables_and_headlines_are_told_each_at_its_place() {
        let old = "<p>On Sunday 35 met.</p><table><tbody><tr><td>2019</td><td>7</td></tr><tr><td>2020</td><td>8</td></tr></tbody></table>";
        let new = "<p>On Monday 53 met.</p><table><tbody><tr><td>2019</td><td>7</td></tr><tr><td>2020</td><td>9</td></tr></tbody></table>";
        let told = told(Language::ENGLISH, ("Prices fall", old), ("Prices rise", new));
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines[0], "Headline: rise, not fall");
        assert!(lines[1].starts_with("Paragraph 1: Monday"), "{told}");
        assert_eq!(lines[2], "Table 1, row 2: 9, not 8");
    }

    #[test]
    fn words_alone_added_or_gone_are_told_and_nothing_is_told_of_nothing() {
        assert_eq!(note("en", "<p>He did come.</p>", "<p>He did not come.</p>"), "Paragraph 1: “not” added");
        assert_eq!(
            note("en", "<p>He did not come.</p>", "<p>He did come.</p>"),
            "Paragraph 1: “not” removed"
        );
        assert_eq!(note("en", "<p>Same.</p>", "<p>Same.</p>"), "");
    }
}
