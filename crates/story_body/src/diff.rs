//! What changed between two versions, in words: for the history page, the editor, and whoever follows a span
//! of text from version to version.

use crate::block::{Block, Body};
use crate::ids::BlockId;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

/// Words on each side beyond which a changed stretch is not looked into: it is removed and added as a whole.
pub const MAX_COMPARED_WORDS: usize = 3_000;

/// A stretch of words with one fate.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct WordRun {
    /// What happened to the words.
    pub fate: WordFate,
    /// The words, with the spaces between them.
    pub text: String,
}

/// What happened to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WordFate {
    /// In both versions.
    Kept,
    /// In the new version only.
    Added,
    /// In the old version only.
    Removed,
}

/// What happened to one block.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockChange<'a> {
    /// What happened.
    pub fate: BlockFate,
    /// The block as it was; `None` when it was added.
    pub old: Option<&'a Block>,
    /// The block as it is; `None` when it was removed.
    pub new: Option<&'a Block>,
    /// The words of [`Block::plain_text`], old and new, in reading order. Joined without the added they are
    /// the old text, without the removed the new one.
    pub words: Vec<WordRun>,
}

/// What happened to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockFate {
    /// It is as it was, where it was.
    Kept,
    /// It says or shows something else, or looks otherwise.
    Changed,
    /// It stands elsewhere among the blocks; its words may have changed as well.
    Moved,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// Compares two bodies block by block. The changes stand in the order of the new body; a removed block stands
/// after the one it followed.
///
/// Blocks are the same when their ids are; blocks without a fellow that say the same are taken for the same.
pub fn compare<'a>(old: &'a Body, new: &'a Body) -> Vec<BlockChange<'a>> {
    let fellows = fellows(old, new);
    let stayed = longest_rising(&fellows);
    let mut fellow_of_old = vec![false; old.blocks.len()];
    fellows.iter().flatten().for_each(|old| fellow_of_old[*old] = true);
    let mut changes = Vec::with_capacity(new.blocks.len());
    let mut seen_old = 0;
    for (place, block) in new.blocks.iter().enumerate() {
        if let Some(fellow) = fellows[place].filter(|_| stayed[place]) {
            removed(&mut changes, old, &fellow_of_old, seen_old..fellow);
            seen_old = fellow + 1;
        }
        changes.push(match fellows[place] {
            None => BlockChange {
                fate: BlockFate::Added,
                old: None,
                new: Some(block),
                words: compare_texts("", &block.plain_text()),
            },
            Some(fellow) => compare_blocks(&old.blocks[fellow], block, stayed[place]),
        });
    }
    removed(&mut changes, old, &fellow_of_old, seen_old..old.blocks.len());
    changes
}

fn removed<'a>(
    changes: &mut Vec<BlockChange<'a>>,
    old: &'a Body,
    has_fellow: &[bool],
    range: std::ops::Range<usize>,
) {
    for place in range.filter(|place| !has_fellow[*place]) {
        let block = &old.blocks[place];
        let words = compare_texts(&block.plain_text(), "");
        changes.push(BlockChange { fate: BlockFate::Removed, old: Some(block), new: None, words });
    }
}

fn compare_blocks<'a>(old: &'a Block, new: &'a Block, stayed: bool) -> BlockChange<'a> {
    let same = old.kind == new.kind && old.dir == new.dir && old.lang == new.lang;
    let fate = match (stayed, same) {
        (false, _) => BlockFate::Moved,
        (true, true) => BlockFate::Kept,
        (true, false) => BlockFate::Changed,
    };
    BlockChange {
        fate,
        old: Some(old),
        new: Some(new),
        words: compare_texts(&old.plain_text(), &new.plain_text()),
    }
}

/// For each new block the place of the old one it is.
fn fellows(old: &Body, new: &Body) -> Vec<Option<usize>> {
    let by_id: HashMap<&BlockId, usize> =
        old.blocks.iter().enumerate().map(|(place, b)| (&b.id, place)).collect();
    let mut fellows: Vec<Option<usize>> = new.blocks.iter().map(|b| by_id.get(&b.id).copied()).collect();
    let mut taken = vec![false; old.blocks.len()];
    fellows.iter().flatten().for_each(|old| taken[*old] = true);
    let mut waiting: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, block) in old.blocks.iter().enumerate().rev().filter(|(place, _)| !taken[*place]) {
        waiting.entry(block.fingerprint()).or_default().push(place);
    }
    for (fellow, block) in fellows.iter_mut().zip(&new.blocks).filter(|(fellow, _)| fellow.is_none()) {
        *fellow = waiting.get_mut(&block.fingerprint()).and_then(Vec::pop);
    }
    fellows
}

/// Which of the matched blocks kept their order: the longest rising row of old places.
fn longest_rising(places: &[Option<usize>]) -> Vec<bool> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (new, place) in places.iter().enumerate().filter_map(|(new, place)| Some((new, (*place)?))) {
        let at = tops.partition_point(|top| places[*top].is_some_and(|p| p < place));
        before[new] = at.checked_sub(1).map(|at| tops[at]);
        if at == tops.len() { tops.push(new) } else { tops[at] = new }
    }
    let mut stayed = vec![false; places.len()];
    let mut next = tops.last().copied();
    while let Some(new) = next {
        stayed[new] = true;
        next = before[new];
    }
    stayed
}

/// Compares two texts word by word, by Unicode's word boundaries (UAX 29). Spaces alone do not part a change.
pub fn compare_texts(old: &str, new: &str) -> Vec<WordRun> {
    let mut runs = Runs::default();
    if old == new {
        runs.push(WordFate::Kept, old);
        return runs.0;
    }
    let old_words: Vec<&str> = old.split_word_bounds().collect();
    let new_words: Vec<&str> = new.split_word_bounds().collect();
    let before = old_words.iter().zip(&new_words).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old_words[before..], &new_words[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let old_mid = &old_rest[..old_rest.len() - after];
    let new_mid = &new_rest[..new_rest.len() - after];
    old_words[..before].iter().for_each(|word| runs.push(WordFate::Kept, word));
    compare_words(&mut runs, old_mid, new_mid);
    old_rest[old_rest.len() - after..].iter().for_each(|word| runs.push(WordFate::Kept, word));
    runs.0
}

fn compare_words(runs: &mut Runs, old: &[&str], new: &[&str]) {
    if old.len() > MAX_COMPARED_WORDS || new.len() > MAX_COMPARED_WORDS {
        old.iter().for_each(|word| runs.push(WordFate::Removed, word));
        return new.iter().for_each(|word| runs.push(WordFate::Added, word));
    }
    let steps: Vec<_> = capture_diff_slices(Algorithm::Myers, old, new);
    let last = steps.len().saturating_sub(1);
    // Words removed and added around spaces that were kept are one change to a reader: gathered, then
    // written.
    let (mut gone, mut come) = (String::new(), String::new());
    for (place, step) in steps.into_iter().enumerate() {
        let (tag, old_range, new_range) = step.as_tag_tuple();
        let (was, is) = (&old[old_range], &new[new_range]);
        let inside = place > 0 && place < last;
        if tag == DiffTag::Equal && !(inside && was.iter().all(|word| word.trim().is_empty())) {
            runs.push_change(&mut gone, &mut come);
            was.iter().for_each(|word| runs.push(WordFate::Kept, word));
        } else {
            gone.extend(was.iter().copied());
            come.extend(is.iter().copied());
        }
    }
    runs.push_change(&mut gone, &mut come);
}

/// Runs being written, neighbours of one fate joined.
#[derive(Default)]
struct Runs(Vec<WordRun>);

impl Runs {
    fn push(&mut self, fate: WordFate, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.fate == fate => last.text.push_str(text),
            _ => self.0.push(WordRun { fate, text: text.to_string() }),
        }
    }

    fn push_change(&mut self, gone: &mut String, come: &mut String) {
        self.push(WordFate::Removed, gone);
        self.push(WordFate::Added, come);
        gone.clear();
        come.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(runs: &[WordRun]) -> String {
        let mark = |run: &WordRun| match run.fate {
            WordFate::Kept => run.text.clone(),
            WordFate::Added => format!("[+{}]", run.text),
            WordFate::Removed => format!("[-{}]", run.text),
        };
        runs.iter().map(mark).collect()
    }

    #[test]
    fn a_number_changes_within_its_sentence() {
        let runs = compare_texts("Some 53,000 vehicles use it.", "Some 38,000 vehicles use it.");
        assert_eq!(marked(&runs), "Some [-53,000][+38,000] vehicles use it.");
    }

    #[test]
    fn neighbouring_words_change_together() {
        let runs = compare_texts("The old bridge is open.", "The new tunnel is open.");
        assert_eq!(marked(&runs), "The [-old bridge][+new tunnel] is open.");
    }

    #[test]
    fn chinese_changes_by_character() {
        assert_eq!(marked(&compare_texts("议会批准新政府", "议会否决新政府")), "议会[-批准][+否决]新政府");
    }

    fn body(html: &str) -> Body {
        Body::from_html(html).body
    }

    #[test]
    fn blocks_are_kept_changed_added_removed_and_moved() {
        let old =
            body("<p id=b-1>one</p><p id=b-2>two</p><p id=b-3>three</p><p id=b-4>four</p><p id=b-5>five</p>");
        let new = body(
            "<p id=b-4>four</p><p id=b-1>one</p><p id=b-2>two more</p><p id=b-6>six</p><p id=b-5>five</p>",
        );
        let told: Vec<_> = compare(&old, &new)
            .iter()
            .map(|c| (c.fate, c.new.or(c.old).expect("a change has a block").id.as_str().to_string()))
            .collect();
        let expected = [
            (BlockFate::Moved, "4"),
            (BlockFate::Kept, "1"),
            (BlockFate::Changed, "2"),
            (BlockFate::Added, "6"),
            (BlockFate::Removed, "3"),
            (BlockFate::Kept, "5"),
        ];
        assert_eq!(told, expected.map(|(fate, id)| (fate, id.to_string())));
    }

    #[test]
    fn the_same_words_under_another_id_are_the_same_block() {
        let (old, new) = (body("<p id=b-1>one</p>"), body("<p id=b-9>one</p>"));
        assert_eq!(compare(&old, &new)[0].fate, BlockFate::Kept);
    }

    #[test]
    fn marks_alone_are_a_change_of_the_block_and_of_no_word() {
        let (old, new) = (body("<p id=b-1>one two</p>"), body("<p id=b-1>one <b>two</b></p>"));
        let changes = compare(&old, &new);
        assert_eq!(changes[0].fate, BlockFate::Changed);
        assert_eq!(marked(&changes[0].words), "one two");
    }

    #[test]
    fn long_texts_that_share_nothing_are_compared_as_wholes() {
        let old: String = (0..20_000).map(|n| format!("a{n} ")).collect();
        let new: String = (0..20_000).map(|n| format!("b{n} ")).collect();
        assert!(compare_texts(&old, &new).len() < 5);
    }
}
