//! Random edits of the kinds a desk makes, and of the kinds that mislead whoever looks for words.

use crate::chance::Chance;
use crate::copy::{Block, Copy, Letter};
use crate::stories::Language;
use std::collections::HashSet;
use std::ops::Range;

/// Someone who edits a story.
pub struct Editor<'l> {
    pub language: &'l Language,
    pub chance: Chance,
    /// What was done, for whoever reads a failure.
    pub done: Vec<String>,
    /// The sentences it has used.
    pub drawn: HashSet<String>,
}

impl Editor<'_> {
    pub fn story(&mut self) -> Copy {
        let mut copy = Copy { blocks: Vec::new(), given: 0, ids: 0 };
        for _ in 0..3 + self.chance.below(5) {
            let id = copy.fresh_id();
            let text = self.paragraph();
            let letters = copy.letters(&text);
            copy.blocks.push(Block { id, letters });
        }
        copy
    }

    fn paragraph(&mut self) -> String {
        let count = 1 + self.chance.below(4);
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(self.language.blank)
    }

    /// A sentence that was not drawn before: words come twice only by copying, and that is known.
    fn sentence(&mut self) -> String {
        let sentences = &self.language.sentences;
        let from = self.chance.below(sentences.len());
        let fresh = (from..sentences.len()).chain(0..from).find(|at| !self.drawn.contains(&sentences[*at]));
        let sentence = match fresh {
            Some(at) => sentences[at].clone(),
            None => self.shuffled(&sentences[from]),
        };
        self.drawn.insert(sentence.clone());
        sentence
    }

    /// Where the sentences run out: the words of one in another order.
    fn shuffled(&mut self, sentence: &str) -> String {
        let blank = self.language.blank;
        let body = sentence.trim_end_matches(['.', '。']);
        let mut words: Vec<String> = match blank {
            "" => body.chars().map(String::from).collect(),
            _ => body.split(' ').map(str::to_owned).collect(),
        };
        for at in (1..words.len()).rev() {
            words.swap(at, self.chance.below(at + 1));
        }
        words.join(blank) + if blank.is_empty() { "。" } else { "." }
    }

    /// A word of a block; of Chinese one to three characters, foreign words whole.
    pub fn word(&mut self, block: &Block) -> Option<Range<usize>> {
        let words = words(&block.letters);
        if words.is_empty() {
            return None;
        }
        let word = self.chance.pick(&words).clone();
        if !self.language.blank.is_empty() {
            return Some(word);
        }
        let mut start = word.start + self.chance.below(word.len());
        let mut end = (start + 1 + self.chance.below(3)).min(word.end);
        let latin = |place: usize| block.letters[place].c.is_ascii_alphanumeric();
        while start > word.start && latin(start) && latin(start - 1) {
            start -= 1;
        }
        while end < word.end && latin(end) && latin(end - 1) {
            end += 1;
        }
        Some(start..end)
    }

    /// One to five words in a row, or one that stands several times.
    pub fn span(&mut self, block: &Block) -> Option<Range<usize>> {
        let first = self.word(block)?;
        if self.chance.one_in(2) {
            return Some(first);
        }
        let later: Vec<_> = words(&block.letters).into_iter().filter(|word| word.end >= first.end).collect();
        let last = later.get(self.chance.below(5).min(later.len().saturating_sub(1)))?;
        Some(first.start..last.end)
    }

    fn block(&mut self, copy: &Copy) -> usize {
        self.chance.below(copy.blocks.len())
    }

    /// One edit; `marked` are characters that somebody will look for.
    pub fn edit(&mut self, copy: &mut Copy, marked: &[u32]) {
        let at = self.block(copy);
        match self.chance.below(24) {
            0..=5 => self.replace_word(copy, at),
            6..=7 => self.insert_word(copy, at),
            8..=9 => self.delete_words(copy, at),
            10..=11 => self.insert_sentence(copy, at),
            12 => self.delete_sentence(copy, at),
            13 => self.insert_block(copy),
            14 => self.copy_block(copy, at),
            15 => self.delete_block(copy, at),
            16 => self.move_block(copy, at),
            17 => self.split(copy, at),
            18 => self.merge(copy, at),
            19..=20 => self.edit_at_the_edge(copy, marked),
            21..=22 => self.correct_and_repeat(copy, marked),
            _ => self.copy_sentence(copy, at),
        }
    }

    fn note(&mut self, what: &str, letters: &[Letter]) {
        self.done.push(format!("{what} {:?}", letters.iter().map(|letter| letter.c).collect::<String>()));
    }

    /// Replaces letters; of Chinese, what the new words share with the old at either end stays.
    fn replace(&mut self, copy: &mut Copy, at: usize, range: Range<usize>, with: &str) {
        let old = copy.blocks[at].letters[range.clone()].to_vec();
        let mut new = copy.letters(with);
        if self.language.blank.is_empty() || old.iter().map(|l| l.c).eq(with.chars()) {
            keep_shared_ends(&old, &mut new);
        }
        self.note("replace", &old);
        self.note("  with", &new);
        copy.blocks[at].letters.splice(range, new);
    }

    fn any_word(&mut self, copy: &Copy) -> String {
        if self.chance.one_in(4) {
            return (self.chance.below(90) + 10).to_string();
        }
        let block = copy.blocks[self.block(copy)].clone();
        let word = self.word(&block).map(|word| block.letters[word].iter().map(|l| l.c).collect::<String>());
        word.unwrap_or_else(|| "38".to_owned())
    }

    fn replace_word(&mut self, copy: &mut Copy, at: usize) {
        let Some(word) = self.word(&copy.blocks[at].clone()) else { return };
        let with = self.any_word(copy);
        self.replace(copy, at, word, &with);
    }

    fn insert(&mut self, copy: &mut Copy, at: usize, place: usize, letters: Vec<Letter>) {
        self.note(&format!("insert at {}:{place}", copy.blocks[at].id), &letters);
        copy.blocks[at].letters.splice(place..place, letters);
    }

    fn delete(&mut self, copy: &mut Copy, at: usize, range: Range<usize>) {
        let id = copy.blocks[at].id.clone();
        let gone: Vec<Letter> = copy.blocks[at].letters.drain(range.clone()).collect();
        self.note(&format!("delete {id}:{range:?}"), &gone);
    }

    fn insert_word(&mut self, copy: &mut Copy, at: usize) {
        let Some(word) = self.word(&copy.blocks[at].clone()) else { return };
        let text = format!("{}{}", self.any_word(copy), self.language.blank);
        let letters = copy.letters(&text);
        self.insert(copy, at, word.start, letters);
    }

    fn delete_words(&mut self, copy: &mut Copy, at: usize) {
        let block = copy.blocks[at].clone();
        let Some(span) = self.span(&block) else { return };
        let blank = block.letters.get(span.end).is_some_and(|letter| !letter.is_word());
        self.delete(copy, at, span.start..span.end + usize::from(blank));
    }

    /// Where a sentence may begin, the end of the block included.
    fn joints(&self, block: &Block) -> Vec<usize> {
        let ends = block.letters.windows(2).enumerate().filter(|(_, pair)| match self.language.blank {
            "" => pair[0].c == '。',
            _ => ".!?".contains(pair[0].c) && pair[1].c == ' ',
        });
        let skip = 1 + self.language.blank.len();
        [0].into_iter().chain(ends.map(|(place, _)| place + skip)).chain([block.letters.len()]).collect()
    }

    fn put_sentence(&mut self, copy: &mut Copy, at: usize, mut letters: Vec<Letter>) {
        let joints = self.joints(&copy.blocks[at]);
        let place = *self.chance.pick(&joints);
        let blank = copy.letters(self.language.blank);
        if place == copy.blocks[at].letters.len() && place > 0 {
            letters.splice(0..0, blank);
        } else {
            letters.extend(blank);
        }
        self.insert(copy, at, place, letters);
    }

    fn insert_sentence(&mut self, copy: &mut Copy, at: usize) {
        let text = self.sentence();
        let letters = copy.letters(&text);
        self.put_sentence(copy, at, letters);
    }

    fn sentence_of(&mut self, copy: &Copy, at: usize) -> Range<usize> {
        let joints = self.joints(&copy.blocks[at]);
        let first = self.chance.below(joints.len() - 1);
        joints[first]..joints[first + 1]
    }

    /// A sentence of the story a second time, as it is or with one word changed.
    fn copy_sentence(&mut self, copy: &mut Copy, at: usize) {
        let from = self.block(copy);
        let range = self.sentence_of(copy, from);
        let source = copy.blocks[from].letters[range].to_vec();
        let mut letters = copy.copied(&source);
        if let Some(word) = self.word(&Block { id: String::new(), letters: letters.clone() })
            && self.chance.one_in(2)
        {
            let with = self.any_word(copy);
            let with = copy.letters(&with);
            letters.splice(word, with);
        }
        self.put_sentence(copy, at, letters);
    }

    fn delete_sentence(&mut self, copy: &mut Copy, at: usize) {
        let range = self.sentence_of(copy, at);
        if range.len() == copy.blocks[at].letters.len() {
            return self.delete_block(copy, at);
        }
        self.delete(copy, at, range);
    }

    fn insert_block(&mut self, copy: &mut Copy) {
        let text = self.paragraph();
        let block = Block { id: copy.fresh_id(), letters: copy.letters(&text) };
        let place = self.chance.below(copy.blocks.len() + 1);
        self.note(&format!("insert block {} at {place}", block.id), &block.letters);
        copy.blocks.insert(place, block);
    }

    /// A paragraph a second time, beside the first or elsewhere; then perhaps a word of either changes.
    fn copy_block(&mut self, copy: &mut Copy, at: usize) {
        let source = copy.blocks[at].letters.clone();
        let block = Block { id: copy.fresh_id(), letters: copy.copied(&source) };
        let place = if self.chance.one_in(2) { at + 1 } else { self.chance.below(copy.blocks.len() + 1) };
        self.note(&format!("copy block {} as {} to {place}", copy.blocks[at].id, block.id), &[]);
        copy.blocks.insert(place, block);
        let original = at + usize::from(place <= at);
        match self.chance.below(4) {
            0 => self.replace_word(copy, original),
            1 => self.replace_word(copy, place),
            2 => self.delete_sentence(copy, original),
            _ => {}
        }
    }

    fn delete_block(&mut self, copy: &mut Copy, at: usize) {
        if copy.blocks.len() > 1 {
            let gone = copy.blocks.remove(at);
            self.note(&format!("delete block {}", gone.id), &gone.letters);
        }
    }

    fn move_block(&mut self, copy: &mut Copy, at: usize) {
        let block = copy.blocks.remove(at);
        let place = self.chance.below(copy.blocks.len() + 1);
        self.done.push(format!("move block {} to {place}", block.id));
        copy.blocks.insert(place, block);
    }

    fn split(&mut self, copy: &mut Copy, at: usize) {
        let joints = self.joints(&copy.blocks[at]);
        let mut place = *self.chance.pick(&joints);
        if let Some(word) = self.word(&copy.blocks[at].clone())
            && self.chance.one_in(3)
        {
            place = word.start;
        }
        if place == 0 || place == copy.blocks[at].letters.len() {
            return;
        }
        let id = copy.fresh_id();
        let first = &mut copy.blocks[at];
        let letters = first.letters.split_off(place);
        while first.letters.pop_if(|letter| !letter.is_word()).is_some() {}
        self.done.push(format!("split block {} at {place}, the rest is {id}", copy.blocks[at].id));
        copy.blocks.insert(at + 1, Block { id, letters });
    }

    fn merge(&mut self, copy: &mut Copy, at: usize) {
        if at + 1 < copy.blocks.len() {
            let second = copy.blocks.remove(at + 1);
            let blank = copy.letters(self.language.blank);
            self.done.push(format!("merge block {} into {}", second.id, copy.blocks[at].id));
            copy.blocks[at].letters.extend(blank);
            copy.blocks[at].letters.extend(second.letters);
        }
    }

    fn find(&mut self, copy: &Copy, marked: &[u32]) -> Option<(usize, usize)> {
        let name = *self.chance.pick(marked);
        copy.blocks
            .iter()
            .enumerate()
            .find_map(|(at, block)| Some((at, block.letters.iter().position(|letter| letter.name == name)?)))
    }

    /// Another word just before or just after the words somebody will look for, or in place of a neighbour.
    fn edit_at_the_edge(&mut self, copy: &mut Copy, marked: &[u32]) {
        let Some((at, place)) = self.find(copy, marked) else { return };
        let words = words(&copy.blocks[at].letters);
        let Some(own) = words.iter().position(|word| word.contains(&place)) else { return };
        match self.chance.below(4) {
            0 => {
                let text = format!("{}{}", self.any_word(copy), self.language.blank);
                let letters = copy.letters(&text);
                self.insert(copy, at, words[own].start, letters);
            }
            1 => {
                let text = format!("{}{}", self.language.blank, self.any_word(copy));
                let letters = copy.letters(&text);
                self.insert(copy, at, words[own].end, letters);
            }
            side if !self.language.blank.is_empty() => {
                let beside = if side == 2 { own.checked_sub(1) } else { Some(own + 1) };
                let Some(word) = beside.and_then(|beside| words.get(beside)) else { return };
                let with = self.any_word(copy);
                self.replace(copy, at, word.clone(), &with);
            }
            _ => {}
        }
    }

    /// The word is put right, and what it was, or what it is, comes elsewhere too.
    fn correct_and_repeat(&mut self, copy: &mut Copy, marked: &[u32]) {
        let Some((at, place)) = self.find(copy, marked) else { return };
        let all = words(&copy.blocks[at].letters);
        let Some(word) = all.into_iter().find(|word| word.contains(&place)) else { return };
        let was = copy.blocks[at].letters[word.clone()].to_vec();
        let with = self.any_word(copy);
        if self.chance.one_in(2) {
            self.replace(copy, at, word, &with);
        }
        let elsewhere = if self.chance.one_in(2) { at } else { self.block(copy) };
        let Some(spot) = self.word(&copy.blocks[elsewhere].clone()) else { return };
        let mut letters = if self.chance.one_in(2) { copy.letters(&with) } else { copy.copied(&was) };
        letters.extend(copy.letters(self.language.blank));
        self.insert(copy, elsewhere, spot.start, letters);
    }
}

fn keep_shared_ends(old: &[Letter], new: &mut [Letter]) {
    let before = old.iter().zip(&*new).take_while(|(a, b)| a.c == b.c).count();
    new[..before].copy_from_slice(&old[..before]);
    let (old, new) = (&old[before..], &mut new[before..]);
    let after = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a.c == b.c).count();
    let from = new.len() - after;
    new[from..].copy_from_slice(&old[old.len() - after..]);
}

/// The words of letters: what stands between blanks, without the marks at its ends.
pub fn words(letters: &[Letter]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 0..=letters.len() {
        let splits = letters.get(end).is_none_or(|letter| !letter.is_word() || "，。“”".contains(letter.c));
        if !splits {
            continue;
        }
        let sound = |place: &usize| letters[*place].c.is_alphanumeric();
        let first = (start..end).find(sound);
        let last = (start..end).rev().find(sound);
        if let (Some(first), Some(last)) = (first, last) {
            let marks = (last + 1..end).take_while(|place| !letters[*place].c.is_ascii_punctuation());
            found.push(first..last + 1 + marks.count());
        }
        start = end + 1;
    }
    found
}
