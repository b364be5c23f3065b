//! Says whether an answer is right, from what the script knows.

use crate::copy::{Block, Copy, Letter};
use std::collections::{HashMap, HashSet};
use std::fmt;
use text_anchor::{Fate, Span, Version};

/// Words somebody looks for, by the names of their characters, blanks left out.
pub struct Marked {
    pub span: Span,
    pub words: String,
    pub names: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// They are untouched and were found.
    Kept,
    /// They are untouched, a copy of them was put into the story, and they were found, or not.
    BesideCopy { kept: bool },
    /// They are untouched and were not found.
    Lost(&'static str),
    /// They changed or are gone, and this was said.
    Seen,
    /// The answer is not what happened.
    Wrong(&'static str),
}

#[derive(Default)]
pub struct Count {
    pub spans: usize,
    pub kept: usize,
    /// Beside copies of themselves: kept, and not.
    pub beside: [usize; 2],
    pub lost: HashMap<&'static str, usize>,
    pub seen: usize,
    pub wrong: usize,
    pub how: HashMap<&'static str, usize>,
    pub shown: Vec<String>,
}

impl Count {
    pub fn add(&mut self, verdict: &Verdict) {
        self.spans += 1;
        match verdict {
            Verdict::Kept => self.kept += 1,
            Verdict::BesideCopy { kept } => self.beside[usize::from(!kept)] += 1,
            Verdict::Lost(how) => *self.lost.entry(how).or_default() += 1,
            Verdict::Seen => self.seen += 1,
            Verdict::Wrong(how) => {
                self.wrong += 1;
                *self.how.entry(how).or_default() += 1;
            }
        }
    }

    pub fn plus(mut self, other: Count) -> Count {
        self.spans += other.spans;
        self.kept += other.kept;
        self.beside = [0, 1].map(|at| self.beside[at] + other.beside[at]);
        self.seen += other.seen;
        self.wrong += other.wrong;
        self.shown.extend(other.shown);
        other.how.into_iter().for_each(|(how, count)| *self.how.entry(how).or_default() += count);
        other.lost.into_iter().for_each(|(how, count)| *self.lost.entry(how).or_default() += count);
        self
    }

    fn lost(&self) -> usize {
        self.lost.values().sum()
    }

    /// Of the untouched spans those that were found, where no copy of them was put into the story.
    pub fn kept_share(&self) -> f64 {
        self.kept as f64 / (self.kept + self.lost()).max(1) as f64
    }

    /// Of all untouched spans those that were found.
    pub fn kept_of_all(&self) -> f64 {
        let kept = self.kept + self.beside[0];
        kept as f64 / (kept + self.beside[1] + self.lost()).max(1) as f64
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { spans, kept, lost, seen, wrong, .. } = self;
        let share = self.kept_share() * 100.0;
        let untouched = kept + self.lost();
        write!(
            f,
            "{spans} spans followed, {wrong} wrong; {kept} of {untouched} untouched kept ({share:.2} %; "
        )?;
        write!(f, "lost: {lost:?}); {seen} touched; {:?}; ", self.how)?;
        let [found, doubted] = self.beside;
        write!(
            f,
            "beside a copy of themselves {found} kept, {doubted} not: {:.2} % of all",
            self.kept_of_all() * 100.0
        )
    }
}

/// `history` holds every version up to the one the answer speaks of.
pub fn judge(marked: &Marked, fate: &Fate, history: &[Copy], last: &Version<'_>) -> Verdict {
    let now = &history[history.len() - 1];
    match verdict(&marked.names, fate, now, last) {
        // What is wrong to the letter is right where words were cut out and pasted.
        Verdict::Wrong(why) => match verdict(&pasted(&marked.names, history), fate, now, last) {
            Verdict::Wrong(_) => Verdict::Wrong(why),
            _ => Verdict::Seen,
        },
        Verdict::Kept if was_copied(&marked.names, history) => Verdict::BesideCopy { kept: true },
        Verdict::Lost(_) if was_copied(&marked.names, history) => Verdict::BesideCopy { kept: false },
        right => right,
    }
}

/// True when the words, or some of them, were put elsewhere too.
fn was_copied(names: &[u32], history: &[Copy]) -> bool {
    let mut letters = history.iter().flat_map(|copy| &copy.blocks).flat_map(|block| &block.letters);
    letters.any(|letter| letter.copy_of.is_some_and(|from| names.contains(&from)))
}

fn verdict(names: &[u32], fate: &Fate, now: &Copy, last: &Version<'_>) -> Verdict {
    let letters: Vec<&Letter> = now.blocks.iter().flat_map(|block| &block.letters).collect();
    let words: Vec<&&Letter> = letters.iter().filter(|letter| letter.is_word()).collect();
    let untouched = words
        .iter()
        .position(|letter| letter.name == names[0])
        .is_some_and(|at| words[at..].iter().map(|l| l.name).take(names.len()).eq(names.iter().copied()));
    let alive = words.iter().filter(|letter| names.contains(&letter.name)).count();
    match fate {
        Fate::Kept { now: span } | Fate::Moved { now: span } => {
            let found = named(now, span, last);
            match found == names {
                true if untouched => Verdict::Kept,
                true => Verdict::Wrong("stands, though other characters came between"),
                false => Verdict::Wrong("other characters"),
            }
        }
        Fate::Changed { now: span, .. } if alive > 0 => {
            let found = named(now, span, last);
            let inside = names.iter().filter(|name| found.contains(name)).count();
            match inside == alive {
                true if untouched => Verdict::Lost("said to have changed"),
                true => Verdict::Seen,
                false if inside == 0 => Verdict::Wrong("other words stand in their place"),
                false => Verdict::Wrong("some of the words stand elsewhere"),
            }
        }
        Fate::Deleted { .. } if untouched => Verdict::Wrong("said to be gone"),
        Fate::Unanchored { .. } if untouched => Verdict::Lost("in doubt"),
        _ => Verdict::Seen,
    }
}

/// The names of the characters at a span, blanks left out.
fn named(copy: &Copy, span: &Span, last: &Version<'_>) -> Vec<u32> {
    assert!(last.words_of(span).is_some(), "{span:?} is no span of the version it speaks of");
    let place = |block: &str| copy.blocks.iter().position(|b| b.id == block).unwrap();
    let (first, end) = (place(&span.start.block), place(&span.end.block));
    (first..=end)
        .flat_map(|at| {
            let letters = &copy.blocks[at].letters;
            let from = if at == first { span.start.offset } else { 0 };
            let to = if at == end { span.end.offset } else { letters.len() };
            letters[from..to].iter().filter(|letter| letter.is_word()).map(|letter| letter.name)
        })
        .collect()
}

/// The characters that took the place of those an edit took away: cutting and pasting is copying and deleting
/// in one version, and what was deleted and typed again in its place is the same words.
fn pasted(names: &[u32], history: &[Copy]) -> Vec<u32> {
    let mut names = names.to_vec();
    for pair in history.windows(2) {
        let letters = || pair[1].blocks.iter().flat_map(|block| &block.letters);
        let there: HashSet<u32> = letters().map(|letter| letter.name).collect();
        let typed = typed_again(&names, &pair[0], &pair[1], &there);
        for name in &mut names {
            let fresh = |letter: &&Letter| letter.copy_of == Some(*name) && letter.name > pair[0].given;
            if there.contains(name) {
                continue;
            }
            if let Some(again) = typed.get(name) {
                *name = *again;
            } else if let Some(copy) = letters().find(fresh) {
                *name = copy.name;
            }
        }
    }
    names
}

/// For what was deleted between two characters that stayed: the same letters among those inserted there.
fn typed_again(names: &[u32], old: &Copy, new: &Copy, there: &HashSet<u32>) -> HashMap<u32, u32> {
    let mut again = HashMap::new();
    for block in &old.blocks {
        let Some(now) = new.blocks.iter().find(|now| now.id == block.id) else { continue };
        let gone: Vec<&Letter> = block
            .letters
            .iter()
            .filter(|letter| {
                letter.is_word() && names.contains(&letter.name) && !there.contains(&letter.name)
            })
            .collect();
        let Some(first) = gone.first() else { continue };
        let at = block.letters.iter().position(|letter| letter.name == first.name).unwrap();
        let stayed = |letter: &&Letter| now.letters.iter().any(|l| l.name == letter.name);
        let left =
            block.letters[..at].iter().rev().find(stayed).map_or(0, |letter| place(now, letter.name) + 1);
        let right = block.letters[at..].iter().find(stayed).map_or(now.letters.len(), |l| place(now, l.name));
        let come: Vec<&Letter> =
            now.letters.get(left..right).unwrap_or(&[]).iter().filter(|letter| letter.is_word()).collect();
        let same = |window: &&[&Letter]| window.iter().zip(&gone).all(|(one, other)| one.c == other.c);
        if let Some(window) = come.windows(gone.len()).find(same) {
            again.extend(gone.iter().zip(window).map(|(gone, come)| (gone.name, come.name)));
        }
    }
    again
}

fn place(block: &Block, name: u32) -> usize {
    block.letters.iter().position(|letter| letter.name == name).unwrap()
}
