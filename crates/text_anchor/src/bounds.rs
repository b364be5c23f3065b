//! How large things may be. What is larger is refused.

/// Bytes of text in one version.
pub const MAX_TEXT_BYTES: usize = 8 << 20;
/// Blocks in one version.
pub const MAX_BLOCKS: usize = 20_000;
/// Bytes of a block's id.
pub const MAX_BLOCK_ID_BYTES: usize = 64;
/// Characters as readers see them (grapheme clusters) in a quote.
pub const MAX_QUOTE_GRAPHEMES: usize = 300;
/// Bytes of a quote from outside; a grapheme cluster has no bound of its own.
pub const MAX_QUOTE_BYTES: usize = 16 << 10;
/// Unicode scalar values kept before and after a quote.
pub const MAX_CONTEXT: usize = 64;
/// Bytes of a Web Annotation that is read.
pub const MAX_ANNOTATION_BYTES: usize = 256 << 10;
/// Words of a changed stretch that are compared one by one; a longer one is first cut where six words stand
/// once on both sides, and what is still longer counts as replaced.
pub const MAX_COMPARED_WORDS: usize = 2_000;
