//! Two revisions made from one: what each changed, in one body.

use crate::block::{Block, Body};
use crate::ids::BlockId;
use std::collections::{HashMap, HashSet};

/// What two revisions of one body make together.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The body; where both changed a block, it is mine.
    pub body: Body,
    /// Blocks both changed, each otherwise.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// True when nothing was changed by both.
    pub fn is_clean(&self) -> bool {
        self.conflicts.is_empty()
    }
}

/// A block both changed, each otherwise. Where one side removed what the other changed, the changed block
/// stays in the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The block.
    pub block: BlockId,
    /// As both found it; `None` when both added it under one id.
    pub base: Option<Block>,
    /// As I left it; `None` when I removed it.
    pub mine: Option<Block>,
    /// As they left it; `None` when they removed it.
    pub theirs: Option<Block>,
}

/// Merges block by block what `mine` and `theirs` made of `base`: a correction made beside a working copy,
/// say. A block one side alone changed, moved, added or removed is taken as that side has it.
///
/// The blocks stand in the order of whichever side moved any, mine when both did; what the other side added
/// follows what it followed there.
pub fn merge(base: &Body, mine: &Body, theirs: &Body) -> Merged {
    let of_base = by_id(base);
    let of_mine = by_id(mine);
    let of_theirs = by_id(theirs);
    let mut conflicts = Vec::new();
    let mut kept: HashMap<&BlockId, &Block> = HashMap::new();
    let mut seen = HashSet::new();
    for id in [base, mine, theirs].iter().flat_map(|body| &body.blocks).map(|block| &block.id) {
        if !seen.insert(id) {
            continue;
        }
        let sides = Sides {
            base: of_base.get(id).copied(),
            mine: of_mine.get(id).copied(),
            theirs: of_theirs.get(id).copied(),
        };
        if let Some(block) = sides.settle(&mut conflicts) {
            kept.insert(id, block);
        }
    }
    let order = order(base, mine, theirs, &kept);
    Merged { body: Body { blocks: order.into_iter().map(|id| kept[id].clone()).collect() }, conflicts }
}

fn by_id(body: &Body) -> HashMap<&BlockId, &Block> {
    body.blocks.iter().map(|block| (&block.id, block)).collect()
}

/// One block in the three bodies.
struct Sides<'a> {
    base: Option<&'a Block>,
    mine: Option<&'a Block>,
    theirs: Option<&'a Block>,
}

impl<'a> Sides<'a> {
    /// The block the merged body has, if any.
    fn settle(self, conflicts: &mut Vec<Conflict>) -> Option<&'a Block> {
        let Sides { base, mine, theirs } = self;
        if mine == theirs || theirs == base {
            return mine;
        }
        if mine == base {
            return theirs;
        }
        let either = mine.or(theirs)?;
        let copy = |block: Option<&Block>| block.cloned();
        conflicts.push(Conflict {
            block: either.id.clone(),
            base: copy(base),
            mine: copy(mine),
            theirs: copy(theirs),
        });
        Some(either)
    }
}

/// The order of the blocks kept.
fn order<'a>(
    base: &'a Body,
    mine: &'a Body,
    theirs: &'a Body,
    kept: &HashMap<&'a BlockId, &'a Block>,
) -> Vec<&'a BlockId> {
    let (first, second) = if moved_any(base, mine) { (mine, theirs) } else { (theirs, mine) };
    let mut order: Vec<&BlockId> =
        first.blocks.iter().map(|b| &b.id).filter(|id| kept.contains_key(id)).collect();
    let placed: HashSet<&BlockId> = order.iter().copied().collect();
    // What the second side has and the first has not, under the block it followed there.
    let mut following: HashMap<Option<&BlockId>, Vec<&BlockId>> = HashMap::new();
    let mut before = None;
    for id in second.blocks.iter().map(|block| &block.id).filter(|id| kept.contains_key(id)) {
        if placed.contains(id) {
            before = Some(id);
        } else {
            following.entry(before).or_default().push(id);
        }
    }
    if following.is_empty() {
        return order;
    }
    let skeleton = std::mem::take(&mut order);
    order.extend(following.remove(&None).unwrap_or_default());
    for id in skeleton {
        order.push(id);
        order.extend(following.remove(&Some(id)).unwrap_or_default());
    }
    order
}

/// True when blocks both bodies have stand in another order.
fn moved_any(base: &Body, side: &Body) -> bool {
    let place: HashMap<&BlockId, usize> =
        base.blocks.iter().enumerate().map(|(place, b)| (&b.id, place)).collect();
    !side.blocks.iter().filter_map(|block| place.get(&block.id)).is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(html: &str) -> Body {
        Body::from_html(html).body
    }

    fn text(body: &Body) -> String {
        body.to_text().replace("\n\n", "|")
    }

    const BASE: &str = "<p id=b-1>one</p><p id=b-2>two</p><p id=b-3>three</p>";

    #[test]
    fn changes_to_different_blocks_are_both_kept() {
        let merged = merge(
            &body(BASE),
            &body("<p id=b-1>one</p><p id=b-9>mine</p><p id=b-2>TWO</p><p id=b-3>three</p>"),
            &body("<p id=b-1>ONE</p><p id=b-2>two</p><p id=b-8>theirs</p>"),
        );
        assert_eq!(text(&merged.body), "ONE|mine|TWO|theirs");
        assert!(merged.is_clean());
    }

    #[test]
    fn a_block_both_changed_is_a_conflict_and_stays_mine() {
        let merged = merge(
            &body(BASE),
            &body("<p id=b-1>mine</p>"),
            &body("<p id=b-1>theirs</p><p id=b-2>two</p><p id=b-3>three</p>"),
        );
        assert_eq!(text(&merged.body), "mine");
        assert_eq!(merged.conflicts.len(), 1);
        assert_eq!(merged.conflicts[0].theirs.as_ref().unwrap().plain_text(), "theirs");
    }

    #[test]
    fn what_one_removed_and_the_other_changed_stays_as_a_conflict() {
        let merged = merge(
            &body(BASE),
            &body("<p id=b-1>one</p><p id=b-3>three</p>"),
            &body(&BASE.replace("two", "TWO")),
        );
        assert_eq!(text(&merged.body), "one|TWO|three");
        assert_eq!(merged.conflicts[0].mine, None);
    }

    #[test]
    fn a_move_on_one_side_and_a_change_on_the_other_go_together() {
        let moved = "<p id=b-3>three</p><p id=b-1>one</p><p id=b-2>two</p>";
        for (mine, theirs) in
            [(moved, BASE.replace("two", "TWO")), (&*BASE.replace("two", "TWO"), moved.to_string())]
        {
            let merged = merge(&body(BASE), &body(mine), &body(&theirs));
            assert_eq!(text(&merged.body), "three|one|TWO");
            assert!(merged.is_clean());
        }
    }
}
