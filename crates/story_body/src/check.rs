//! Whether a body keeps its bounds.

use crate::block::{Body, Kind, List};
use crate::bounds::{
    MAX_BLOCKS, MAX_GALLERY, MAX_LIST_DEPTH, MAX_LIST_ITEMS, MAX_PARTS, MAX_TABLE_CELLS, MAX_TEXT_BYTES,
    MAX_TRACKS,
};
use crate::error::BodyError;
use std::collections::HashSet;

impl Body {
    /// Checks ids and bounds. What was read by this crate keeps them; a body put together by hand is checked
    /// before it is kept.
    ///
    /// # Errors
    /// The first id used twice, or the first bound of [`crate::bounds`] broken.
    pub fn check(&self) -> Result<(), BodyError> {
        let mut ids = HashSet::with_capacity(self.blocks.len());
        let (mut bytes, mut parts) = (0, 0);
        refuse_over(self.blocks.len(), "blocks", self.blocks.len(), MAX_BLOCKS)?;
        for (index, block) in self.blocks.iter().enumerate() {
            let place = index + 1;
            if !ids.insert(&block.id) {
                return Err(BodyError::IdTwice { place, id: block.id.clone() });
            }
            check_kind(place, &block.kind)?;
            bytes += block.kind.bytes();
            parts += block.kind.parts();
            refuse_over(place, "bytes of text", bytes, MAX_TEXT_BYTES)?;
            refuse_over(place, "runs, items, cells and pictures", parts, MAX_PARTS)?;
        }
        Ok(())
    }
}

fn refuse_over(place: usize, what: &'static str, found: usize, most: usize) -> Result<(), BodyError> {
    if found > most { Err(BodyError::TooMany { place, what, found, most }) } else { Ok(()) }
}

fn check_kind(place: usize, kind: &Kind) -> Result<(), BodyError> {
    match kind {
        Kind::List(list) => {
            refuse_over(place, "lists within lists", list.depth(), MAX_LIST_DEPTH)?;
            refuse_over(place, "items of a list", list.count_items(), MAX_LIST_ITEMS)
        }
        Kind::Table(table) => {
            refuse_over(place, "rows of a table", table.rows.len(), MAX_TABLE_CELLS)?;
            refuse_over(place, "cells of a table", table.rows.iter().map(Vec::len).sum(), MAX_TABLE_CELLS)
        }
        Kind::Gallery(gallery) => {
            refuse_over(place, "pictures of a gallery", gallery.pictures.len(), MAX_GALLERY)
        }
        Kind::Video(video) => refuse_over(place, "tracks of a video", video.tracks.len(), MAX_TRACKS),
        _ => Ok(()),
    }
}

impl List {
    /// How many lists stand within one another, this one counted.
    pub fn depth(&self) -> usize {
        1 + self
            .items
            .iter()
            .filter_map(|item| item.list.as_ref())
            .map(|list| list.depth())
            .max()
            .unwrap_or(0)
    }

    /// Items with those of inner lists.
    pub fn count_items(&self) -> usize {
        self.items.iter().map(|item| 1 + item.list.as_ref().map_or(0, |list| list.count_items())).sum()
    }
}

impl Kind {
    /// Bytes of all texts and addresses the block holds.
    pub fn bytes(&self) -> usize {
        let mut bytes = 0;
        self.each_content(&mut |content| bytes += content.bytes());
        self.each_plain_text(&mut |text| bytes += text.len());
        self.each_media(&mut |media| bytes += media.as_str().len());
        bytes
    }

    /// Runs, items, cells, pictures and tracks the block holds.
    pub fn parts(&self) -> usize {
        let mut parts = 0;
        self.each_content(&mut |content| parts += 1 + content.runs().len());
        self.each_media(&mut |_| parts += 1);
        parts + if let Kind::Table(table) = self { table.rows.len() } else { 0 }
    }
}
