//! Taking stated words out of a body.

use crate::block::Body;
use crate::inline::{Content, Run};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

impl Body {
    /// Puts `with` in the place of every occurrence of `words`: in paragraphs, items, cells, captions,
    /// alternatives, credits and preformatted text, also where the words go over several runs. A link whose
    /// address holds the words is taken off. Gives the number of places changed.
    ///
    /// Texts are compared in the form NFC, exactly and with case. What was changed has no occurrence left,
    /// even one that the replacement brought together, unless `with` itself holds the words. References to
    /// media are not words.
    pub fn replace_words(&mut self, words: &str, with: &str) -> usize {
        let task = Task { words: words.nfc().collect(), with: with.nfc().collect() };
        if task.words.is_empty() {
            return 0;
        }
        let mut count = 0;
        for block in &mut self.blocks {
            block.kind.each_content_mut(&mut |content| count += task.in_content(content));
            block.kind.each_plain_text_mut(&mut |text| {
                let (changed, places) = replace_in_text(text, &task.words, &task.with);
                if places > 0 {
                    *text = changed;
                }
                count += places;
            });
            block.kind.tidy();
        }
        count
    }
}

/// Puts `with` in the place of `words` in a text such as a headline, as [`Body::replace_words`]; gives the
/// number of places.
pub fn replace_in_text(text: &str, words: &str, with: &str) -> (String, usize) {
    let task = Task { words: words.nfc().collect(), with: with.nfc().collect() };
    let mut content = Chars::of([(text, 0)]);
    if task.words.is_empty() || !content.text.contains(&task.words) {
        return (text.to_string(), 0);
    }
    let count = task.run(&mut content);
    (content.text, count)
}

struct Task {
    words: String,
    with: String,
}

impl Task {
    fn in_content(&self, content: &mut Content) -> usize {
        let mut count = self.take_off_links(content);
        let mut chars =
            Chars::of(content.runs().iter().enumerate().map(|(place, run)| (run.text.as_str(), place)));
        if !chars.text.contains(&self.words) {
            return count;
        }
        count += self.run(&mut chars);
        let runs = content.runs();
        let pieces =
            chars.pieces().map(|(text, place)| Run { text: text.to_string(), ..runs[place].clone() });
        *content = Content::from(pieces.collect::<Vec<_>>());
        count
    }

    fn take_off_links(&self, content: &mut Content) -> usize {
        let holds = |run: &Run| run.link.as_ref().is_some_and(|link| holds_words(link.as_str(), &self.words));
        let count = content.runs().iter().filter(|run| holds(run)).count();
        if count > 0 {
            let bare = |run: &Run| Run { link: run.link.clone().filter(|_| !holds(run)), ..run.clone() };
            *content = Content::from(content.runs().iter().map(bare).collect::<Vec<_>>());
        }
        count
    }

    fn run(&self, chars: &mut Chars) -> usize {
        let mut count = chars.replace(&self.words, &self.with);
        // What the replacement brought together goes without one.
        while !self.with.contains(&self.words) && chars.text.contains(&self.words) {
            count += chars.cut_all(&self.words);
        }
        count
    }
}

/// True when an address holds the words, as they stand or percent-decoded.
fn holds_words(address: &str, words: &str) -> bool {
    if address.contains(words) {
        return true;
    }
    let mut bytes = Vec::with_capacity(address.len());
    let raw = address.as_bytes();
    let mut at = 0;
    while at < raw.len() {
        let code = (raw[at] == b'%').then(|| address.get(at + 1..at + 3)).flatten();
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => (bytes.push(byte), at += 3).1,
            None => (bytes.push(raw[at]), at += 1).1,
        }
    }
    let decoded: String = String::from_utf8_lossy(&bytes).nfc().collect();
    decoded.contains(words)
}

/// A text in NFC that remembers from which run each part of it came.
struct Chars {
    text: String,
    /// Where a part begins, and its run; rising, the first at 0.
    parts: Vec<(usize, usize)>,
}

impl Chars {
    /// Joins runs. What is one character to a reader belongs to the run in which it begins.
    fn of<'a>(runs: impl IntoIterator<Item = (&'a str, usize)>) -> Chars {
        let (mut whole, mut starts) = (String::new(), Vec::new());
        for (text, run) in runs {
            starts.push((whole.len(), run));
            whole.push_str(text);
        }
        if is_nfc(&whole) {
            return Chars { text: whole, parts: starts };
        }
        let mut chars = Chars { text: String::with_capacity(whole.len()), parts: Vec::new() };
        let mut next = 0;
        for (at, cluster) in whole.grapheme_indices(true) {
            while next < starts.len() && starts[next].0 <= at {
                next += 1;
            }
            chars.push(cluster.nfc(), starts[next - 1].1);
        }
        // Normalising piece by piece may leave pieces that compose only together; then the whole is of one
        // run.
        if !is_nfc(&chars.text) {
            chars.text = chars.text.nfc().collect();
            chars.parts.truncate(1);
        }
        chars
    }

    fn push(&mut self, text: impl Iterator<Item = char>, run: usize) {
        if self.parts.last().is_none_or(|(_, last)| *last != run) {
            self.parts.push((self.text.len(), run));
        }
        self.text.extend(text);
    }

    fn pieces(&self) -> impl Iterator<Item = (&str, usize)> {
        let ends = self.parts.iter().skip(1).map(|(at, _)| *at).chain([self.text.len()]);
        self.parts.iter().zip(ends).map(|((from, run), to)| (&self.text[*from..to], *run))
    }

    /// Replaces what is found from left to right; what takes its place belongs to the run in which it began.
    fn replace(&mut self, words: &str, with: &str) -> usize {
        let found: Vec<usize> = self.text.match_indices(words).map(|(at, _)| at).collect();
        let mut out = Chars { text: String::with_capacity(self.text.len()), parts: Vec::new() };
        let mut from = 0;
        let mut part = 0;
        let mut copy = |out: &mut Chars, from: usize, to: usize| -> usize {
            let mut at = from;
            loop {
                while part + 1 < self.parts.len() && self.parts[part + 1].0 <= at {
                    part += 1;
                }
                let run = self.parts.get(part).map_or(0, |(_, run)| *run);
                let end = self.parts.get(part + 1).map_or(to, |(start, _)| to.min(*start));
                out.push(self.text[at..end].chars(), run);
                at = end;
                if at >= to {
                    return run;
                }
            }
        };
        for at in &found {
            copy(&mut out, from, *at);
            let run = copy(&mut out, *at, *at);
            out.push(with.chars(), run);
            from = at + words.len();
        }
        copy(&mut out, from, self.text.len());
        let recomposed = !is_nfc(&out.text);
        *self = if recomposed { Chars::of(out.pieces()) } else { out };
        found.len()
    }

    /// Takes out every occurrence, also those that taking out brings together, in one pass.
    fn cut_all(&mut self, words: &str) -> usize {
        let mut out = Chars { text: String::with_capacity(self.text.len()), parts: Vec::new() };
        let mut count = 0;
        let pieces: Vec<(String, usize)> = self.pieces().map(|(text, run)| (text.to_string(), run)).collect();
        for (text, run) in pieces {
            for c in text.chars() {
                out.push([c].into_iter(), run);
                if out.text.ends_with(words) {
                    out.text.truncate(out.text.len() - words.len());
                    while out.parts.last().is_some_and(|(start, _)| *start >= out.text.len()) {
                        out.parts.pop();
                    }
                    count += 1;
                }
            }
        }
        *self = if is_nfc(&out.text) { out } else { Chars::of(out.pieces()) };
        count
    }
}
