//! How large a body may be. What arrives as JSON beyond a bound is refused; HTML is cut there, with a notice.

/// Bytes of a body's JSON form.
pub const MAX_JSON_BYTES: usize = 32 << 20;
/// Bytes of HTML read; the rest is left out.
pub const MAX_HTML_BYTES: usize = 4 << 20;
/// Bytes of all texts of a body together: words, captions, alternatives, addresses.
pub const MAX_TEXT_BYTES: usize = 6 << 20;
/// Runs, items, cells, pictures and tracks of a body together.
pub const MAX_PARTS: usize = 100_000;
/// Blocks in a body.
pub const MAX_BLOCKS: usize = 10_000;
/// Lists within lists, the outermost counted.
pub const MAX_LIST_DEPTH: usize = 6;
/// Items of a list with all its inner lists.
pub const MAX_LIST_ITEMS: usize = 10_000;
/// Cells of one table.
pub const MAX_TABLE_CELLS: usize = 20_000;
/// Columns or rows one cell may span.
pub const MAX_SPAN: u16 = 100;
/// Pictures of one gallery.
pub const MAX_GALLERY: usize = 500;
/// Text tracks of one video.
pub const MAX_TRACKS: usize = 50;
/// Bytes of one web address.
pub const MAX_LINK_BYTES: usize = 4_096;
/// Bytes of one media reference.
pub const MAX_MEDIA_BYTES: usize = 4_096;
/// Open elements while HTML is read; deeper tags are ignored, their text stays.
pub const MAX_HTML_DEPTH: usize = 200;
