//! A span of one version, followed forward through the versions after it.

use crate::descent::{Descent, Pair};
use crate::row::Row;
use crate::trace::{Comparison, Finding};
use crate::version::{Piece, Place, Span, Version};
use serde::Serialize;
use std::ops::Range;

/// What became of the words of a span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fate", rename_all = "lowercase")]
pub enum Fate {
    /// They stand in their block, word for word; only white space may differ.
    Kept {
        /// Where.
        now: Span,
    },
    /// They stand word for word in another block, or in their block at another place among the blocks.
    Moved {
        /// Where.
        now: Span,
    },
    /// Other words stand in their place.
    Changed {
        /// Where the words stand that replaced them; what was left of theirs is within.
        now: Span,
        /// The words that stand there.
        words: String,
        /// The stretch these words stand for, in the version before the last change: the words themselves,
        /// and neighbours that changed together with them.
        replaced: Span,
    },
    /// They are gone, and nothing stands in their place.
    Deleted {
        /// The place they left, in the version that no longer had them; `None` when their block went too.
        at: Option<Place>,
    },
    /// Nobody can say.
    Unanchored {
        /// Why.
        why: Doubt,
    },
}

/// Why nobody can say where words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// More than one reading of the changes fits.
    LookAlikes,
    /// The span holds nothing but white space, and its block changed.
    NoWords,
    /// The version it was taken from has no such span.
    NoSuchSpan,
}

impl Fate {
    /// Where the words are, or what stands in their place.
    pub fn span(&self) -> Option<&Span> {
        match self {
            Fate::Kept { now } | Fate::Moved { now } | Fate::Changed { now, .. } => Some(now),
            Fate::Deleted { .. } | Fate::Unanchored { .. } => None,
        }
    }

    /// True when the words stand word for word.
    pub fn is_intact(&self) -> bool {
        matches!(self, Fate::Kept { .. } | Fate::Moved { .. })
    }

    /// What became of the words when this happened first and `later` to what was left of them. Following
    /// through three versions is following to the second, and from there to the third.
    pub fn then(self, later: Fate) -> Fate {
        match (self, later) {
            (Fate::Moved { .. }, Fate::Kept { now }) => Fate::Moved { now },
            (Fate::Changed { words, replaced, .. }, Fate::Kept { now } | Fate::Moved { now }) => {
                Fate::Changed { now, words, replaced }
            }
            (Fate::Kept { .. } | Fate::Moved { .. } | Fate::Changed { .. }, later) => later,
            (settled, _) => settled,
        }
    }
}

/// Follows a span of the first version to the last.
///
/// `versions` is the history from the version the span was taken from. What was replaced is followed on, so
/// that the answer speaks of the last version; what was deleted or is in doubt stays so.
///
/// Costs one comparison of the blocks concerned for each pair of versions: linear in their words, and within
/// a changed stretch of n words at most n², with n ≤ [`crate::bounds::MAX_COMPARED_WORDS`]; finding
/// look-alikes is linear in the places where the words stand.
pub fn follow(span: &Span, versions: &[Version<'_>]) -> Fate {
    let Some(first) = versions.first().filter(|version| version.pieces(span).is_some()) else {
        return Fate::Unanchored { why: Doubt::NoSuchSpan };
    };
    let mut fate = Fate::Kept { now: span.clone() };
    let mut old = first;
    for new in &versions[1..] {
        let Some(now) = fate.span() else { return fate };
        let later = step(now, old, new);
        fate = fate.then(later);
        old = new;
    }
    fate
}

/// What became of the words of a span from one version to the next.
pub fn step(span: &Span, old: &Version<'_>, new: &Version<'_>) -> Fate {
    let Some(pieces) = old.pieces(span) else { return Fate::Unanchored { why: Doubt::NoSuchSpan } };
    let pair = Pair { old, new };
    if let [piece] = pieces[..] {
        return pair.step(piece);
    }
    let pieces = pieces.into_iter().filter(|piece| !piece.text(old).trim().is_empty());
    let fates: Vec<(Piece, Fate)> = pieces.map(|piece| (piece, pair.step(piece))).collect();
    pair.join(span, &fates)
}

impl Pair<'_, '_> {
    fn step(&self, piece: Piece) -> Fate {
        if let Some(fate) = self.untouched(piece) {
            return fate;
        }
        if piece.text(self.old).trim().is_empty() {
            return Fate::Unanchored { why: Doubt::NoWords };
        }
        match &self.descents(piece.block)[..] {
            [] => self.gone(piece),
            [descent] => self.trace(piece, descent),
            _ => Fate::Unanchored { why: Doubt::LookAlikes },
        }
    }

    /// The place in a block that says what it said.
    fn untouched(&self, piece: Piece) -> Option<Fate> {
        let block = self.new.place_of(self.old.id_at(piece.block))?;
        let same = self.old.text_at(piece.block) == self.new.text_at(block);
        same.then(|| {
            let now = self.new.span((block, piece.start), (block, piece.end));
            if self.stays(piece.block) { Fate::Kept { now } } else { Fate::Moved { now } }
        })
    }

    fn trace(&self, piece: Piece, descent: &Descent) -> Fate {
        let old = Row::of(self.old, descent.old.iter().copied());
        let new = Row::of(self.new, descent.new.iter().copied());
        let doubt = |why| Fate::Unanchored { why };
        let Some(words) = old.covered(piece.block, piece.start..piece.end) else {
            return doubt(Doubt::NoWords);
        };
        let comparison = Comparison::new(&old, &new);
        match comparison.trace(words.clone()) {
            Finding::Stands(at) | Finding::Replaced { new: at, .. } if !new.is_unbroken(&at) => {
                doubt(Doubt::LookAlikes)
            }
            Finding::Stands(at) if old.says_the_same(self.old, words.clone(), (&new, self.new, at.start)) => {
                if self.came_elsewhere(piece.block, piece.start..piece.end, descent) {
                    return doubt(Doubt::LookAlikes);
                }
                self.stands(piece, (&old, words), (&new, at))
            }
            Finding::Doubtful | Finding::Stands(_) => doubt(Doubt::LookAlikes),
            Finding::Replaced { old: gone, new: come } => {
                let own = Some((&comparison, &words));
                if self.may_have_gone(piece.block, piece.start..piece.end, descent, own) {
                    return doubt(Doubt::LookAlikes);
                }
                self.replaced((&old, gone), (&new, come), descent.new[0])
            }
        }
    }

    /// The fate of words whose block is gone, and no neighbour took it.
    fn gone(&self, piece: Piece) -> Fate {
        let nowhere = Descent { old: Vec::new(), new: Vec::new() };
        if self.may_have_gone(piece.block, piece.start..piece.end, &nowhere, None) {
            return Fate::Unanchored { why: Doubt::LookAlikes };
        }
        Fate::Deleted { at: None }
    }

    fn stands(&self, piece: Piece, old: (&Row, Range<usize>), new: (&Row, Range<usize>)) -> Fate {
        let ((old, words), (new, at)) = (old, new);
        // A span may begin or end within a word: as far into the same word it begins and ends now.
        let (first, last) = (old.start(words.start).1, old.end(words.end - 1).1);
        let (start, end) = (new.start(at.start), new.end(at.end - 1));
        let start = (start.0, start.1 + piece.start.saturating_sub(first));
        let end = (end.0, end.1 - last.saturating_sub(piece.end));
        let now = self.new.span(start, end);
        let own = self.new.place_of(self.old.id_at(piece.block));
        let at_home = own == Some(start.0) && own == Some(end.0);
        if at_home && self.stays(piece.block) { Fate::Kept { now } } else { Fate::Moved { now } }
    }

    fn replaced(&self, old: (&Row, Range<usize>), new: (&Row, Range<usize>), home: usize) -> Fate {
        let ((old, gone), (new, come)) = (old, new);
        if come.is_empty() {
            let before = come.start.checked_sub(1).map(|word| new.end(word));
            return Fate::Deleted { at: Some(self.new.place(before.unwrap_or((home, 0)))) };
        }
        let now = self.new.span(new.start(come.start), new.end(come.end - 1));
        let replaced = self.old.span(old.start(gone.start), old.end(gone.end - 1));
        self.changed(now, replaced)
    }

    fn changed(&self, now: Span, replaced: Span) -> Fate {
        let words = self.new.words_of(&now).expect("a span made from places of the version");
        Fate::Changed { now, words, replaced }
    }

    /// The fate of words over several blocks, from the fates of their parts.
    fn join(&self, span: &Span, parts: &[(Piece, Fate)]) -> Fate {
        let doubtful = parts.iter().find(|(_, fate)| matches!(fate, Fate::Unanchored { .. }));
        if let Some((_, doubtful)) = doubtful {
            return doubtful.clone();
        }
        let spans: Vec<&Span> = parts.iter().filter_map(|(_, fate)| fate.span()).collect();
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
            return parts.first().map_or(Fate::Unanchored { why: Doubt::NoWords }, |(_, fate)| fate.clone());
        };
        let now = Span { start: first.start.clone(), end: last.end.clone() };
        let Some(words) = self.new.words_of(&now) else {
            // Their order changed: there is no one stretch any more.
            return Fate::Unanchored { why: Doubt::LookAlikes };
        };
        let was: Vec<&str> = parts.iter().map(|(piece, _)| piece.text(self.old)).collect();
        if !parts.iter().all(|(_, fate)| fate.is_intact()) || !same_words(&was.join("\n"), &words) {
            return self.changed(now, span.clone());
        }
        let all_kept = parts.iter().all(|(_, fate)| matches!(fate, Fate::Kept { .. }));
        if all_kept { Fate::Kept { now } } else { Fate::Moved { now } }
    }
}

/// True when two texts differ in white space at most.
fn same_words(one: &str, other: &str) -> bool {
    let dense = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    dense(one) == dense(other)
}
