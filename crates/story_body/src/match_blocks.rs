//! Which block of the last revision a block read from HTML is, so that it keeps its id.

use crate::block::{Block, Body, Kind};
use crate::bounds::{MAX_BLOCKS, MAX_PARTS, MAX_TEXT_BYTES};
use crate::ids::{BlockId, FreshIds};
use crate::inline::{Content, Run};
use crate::notice::{Notice, Notices, Reading};
use crate::read_html::Draft;
use std::collections::{HashMap, VecDeque};
use unicode_segmentation::UnicodeSegmentation;

/// How many blocks of the last revision one block is compared with.
const CANDIDATES: usize = 16;

/// Gives every block its id: its own, the one it had, or a new one. What breaks a bound is left out.
pub(crate) fn name_blocks(drafts: Vec<Draft>, previous: Option<&Body>, mut notices: Notices) -> Reading {
    let drafts = keep_bounds(drafts, &mut notices);
    let mut ids = own_ids(&drafts, previous);
    if let Some(previous) = previous {
        Matching::new(&drafts, &mut ids, previous).run();
    }
    let renders: HashMap<&BlockId, _> = previous
        .iter()
        .flat_map(|body| &body.blocks)
        .filter_map(|b| Some((&b.id, b.renders.as_ref()?)))
        .collect();
    let known = previous.iter().flat_map(|body| &body.blocks).map(|block| &block.id);
    let mut fresh = FreshIds::avoiding(known.chain(ids.iter().flatten()));
    let mut blocks = Vec::with_capacity(drafts.len());
    for (draft, id) in drafts.into_iter().zip(ids) {
        let nameless =
            Block { id: unnamed(), dir: draft.dir, lang: draft.lang, renders: None, kind: draft.kind };
        let id = id.unwrap_or_else(|| fresh.fresh(&nameless.fingerprint()));
        let renders = renders.get(&id).map(|renders| (*renders).clone());
        blocks.push(Block { id, renders, ..nameless });
    }
    Reading { body: Body { blocks }, notices: notices.0 }
}

fn unnamed() -> BlockId {
    BlockId::parse("0").expect("a digit is a block id")
}

/// The ids the HTML itself gave. Of several with one id that stands which says what it said; else the first.
fn own_ids(drafts: &[Draft], previous: Option<&Body>) -> Vec<Option<BlockId>> {
    let mut holders: HashMap<&BlockId, Vec<usize>> = HashMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        draft.id.iter().for_each(|id| holders.entry(id).or_default().push(place));
    }
    let mut ids = vec![None; drafts.len()];
    for (id, places) in holders {
        let old = previous.filter(|_| places.len() > 1).and_then(|body| body.block(id));
        let unchanged = old.and_then(|old| places.iter().find(|place| drafts[**place].kind == old.kind));
        ids[*unchanged.unwrap_or(&places[0])] = Some(id.clone());
    }
    ids
}

/// Takes off marks and links, then blocks, from where the body breaks a bound.
fn keep_bounds(mut drafts: Vec<Draft>, notices: &mut Notices) -> Vec<Draft> {
    let (mut bytes, mut parts, mut kept) = (0, 0, 0);
    for draft in &mut drafts {
        draft.kind.tidy();
        let mut size = (draft.kind.bytes(), draft.kind.parts());
        if bytes + size.0 > MAX_TEXT_BYTES || parts + size.1 > MAX_PARTS {
            notices.add(Notice::TooMany("marks and links"));
            draft
                .kind
                .each_content_mut(&mut |content| *content = Content::from(vec![Run::plain(content.text())]));
            size = (draft.kind.bytes(), draft.kind.parts());
        }
        (bytes, parts) = (bytes + size.0, parts + size.1);
        if bytes > MAX_TEXT_BYTES || parts > MAX_PARTS || kept == MAX_BLOCKS {
            notices.add(Notice::Cut);
            break;
        }
        kept += 1;
    }
    drafts.truncate(kept);
    drafts
}

impl Block {
    /// What the block is known by: its words and what it shows.
    pub(crate) fn fingerprint(&self) -> String {
        fingerprint(&self.kind)
    }
}

fn fingerprint(kind: &Kind) -> String {
    let mut print = String::new();
    kind.each_content(&mut |content| {
        content.runs().iter().for_each(|run| print.push_str(&run.text));
        print.push('\n');
    });
    kind.each_plain_text(&mut |text| {
        print.push_str(text);
        print.push('\n');
    });
    kind.each_media(&mut |media| {
        print.push_str(media.as_str());
        print.push('\n');
    });
    if let Kind::Embed(embed) = kind {
        print.push_str(&embed.url());
    }
    print
}

/// A block as it is compared.
struct Print {
    text: String,
    /// The hashes of its words, sorted.
    words: Vec<u64>,
}

impl Print {
    fn of(kind: &Kind) -> Print {
        let text = fingerprint(kind);
        let mut words: Vec<u64> = text.unicode_words().map(hash_word).collect();
        words.sort_unstable();
        Print { text, words }
    }

    /// Words both have.
    fn common(&self, other: &Print) -> usize {
        let (mut i, mut j, mut common) = (0, 0, 0);
        while i < self.words.len() && j < other.words.len() {
            match self.words[i].cmp(&other.words[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
            }
        }
        common
    }

    /// How alike two blocks are: 0 to 1, the share of common words.
    fn likeness(&self, other: &Print) -> f64 {
        let all = self.words.len() + other.words.len();
        if all == 0 { 0.0 } else { 2.0 * self.common(other) as f64 / all as f64 }
    }

    /// True when this may be the first part of what `old` was.
    fn begins(&self, old: &Print) -> bool {
        let start = self.text.trim_end();
        self.words.len() > 1 && self.words.len() < old.words.len() && old.text.starts_with(start)
    }

    /// True when nearly all its words were in `old`.
    fn is_part_of(&self, old: &Print) -> bool {
        self.words.len() > 3 && self.common(old) * 5 >= self.words.len() * 4
    }
}

fn hash_word(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Two revisions side by side.
struct Matching<'a> {
    new: Vec<Print>,
    old: Vec<Print>,
    old_ids: Vec<&'a BlockId>,
    ids: &'a mut [Option<BlockId>],
    /// For each new block the old one it is.
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'a> Matching<'a> {
    fn new(drafts: &[Draft], ids: &'a mut [Option<BlockId>], previous: &'a Body) -> Matching<'a> {
        let place_of: HashMap<&BlockId, usize> =
            previous.blocks.iter().enumerate().map(|(i, b)| (&b.id, i)).collect();
        let found: Vec<Option<usize>> = ids.iter().map(|id| place_of.get(id.as_ref()?).copied()).collect();
        let mut taken = vec![false; previous.blocks.len()];
        found.iter().flatten().for_each(|old| taken[*old] = true);
        Matching {
            new: drafts.iter().map(|draft| Print::of(&draft.kind)).collect(),
            old: previous.blocks.iter().map(|block| Print::of(&block.kind)).collect(),
            old_ids: previous.blocks.iter().map(|block| &block.id).collect(),
            ids,
            found,
            taken,
        }
    }

    fn run(mut self) {
        self.match_equal();
        self.match_near(|new, old| if new.begins(old) { 1.0 } else { 0.0 });
        self.match_near(|new, old| new.likeness(old));
        self.match_near(|new, old| if new.is_part_of(old) { 1.0 } else { 0.0 });
    }

    fn take(&mut self, new: usize, old: usize) {
        self.ids[new] = Some(self.old_ids[old].clone());
        self.found[new] = Some(old);
        self.taken[old] = true;
    }

    fn match_equal(&mut self) {
        let mut waiting: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (place, old) in self.old.iter().enumerate().filter(|(place, _)| !self.taken[*place]) {
            waiting.entry(old.text.clone()).or_default().push_back(place);
        }
        for new in 0..self.new.len() {
            if self.ids[new].is_some() {
                continue;
            }
            if let Some(old) = waiting.get_mut(&self.new[new].text).and_then(VecDeque::pop_front) {
                self.take(new, old);
            }
        }
    }

    /// Matches by a measure, at least one half, among the old blocks that stand between the neighbours
    /// already matched.
    fn match_near(&mut self, measure: impl Fn(&Print, &Print) -> f64) {
        let mut after = vec![self.old.len(); self.new.len()];
        let mut next = self.old.len();
        for new in (0..self.new.len()).rev() {
            after[new] = next;
            next = self.found[new].unwrap_or(next);
        }
        let mut from = 0;
        for (new, next) in after.into_iter().enumerate() {
            if self.ids[new].is_some() {
                from = self.found[new].map_or(from, |old| old + 1);
                continue;
            }
            let end = if next < from { self.old.len() } else { next };
            let free = (from..end).filter(|old| !self.taken[*old]).take(CANDIDATES);
            let scored = free.map(|old| (old, measure(&self.new[new], &self.old[old])));
            let best = scored.fold((0, 0.0), |best, one| if one.1 > best.1 { one } else { best });
            if best.1 >= 0.5 {
                self.take(new, best.0);
                from = best.0 + 1;
            }
        }
    }
}
