//! Pictures, video and audio: their fields, bytes, metadata and renditions.
//!
//! Owns what a file from outside must be to be taken ([`sniff()`]), what its metadata say ([`metadata`]), what the
//! public gets of it, and whether it may. A picture (rights, crops, expiry) is not its bytes. Decoding and encoding take the processor for as long as they need: [`take_in`] and the
//! [`Darkroom`] put them where blocking is allowed, everything else here is plain and synchronous.

mod address;
mod clean;
mod container;
mod darkroom;
mod intake;
mod item;
mod kind;
pub mod markup;
pub mod metadata;
mod page;
mod polyglot;
pub mod renditions;
mod rights;
#[cfg(test)]
mod samples;
mod sniff;
#[cfg(test)]
mod sniff_tests;
pub mod store;
mod verbs;
mod view;

pub use address::{Format, MediaName, PictureAddress};
pub use clean::clean_original;
pub use darkroom::{Darkroom, Developed, Exposure, NotDeveloped};
pub use intake::{NotTaken, TakenIn, take_in};
pub use item::{MAX_SHOWN_ORIGINAL_BYTES, Made, Media, Standing};
pub use kind::{MediaKind, Nature};
pub use metadata::{Orientation, PhotoFields, read_fields};
pub use page::for_page;
pub use renditions::{CannotRender, FocalPoint, Plate, Rendition};
pub use rights::Rights;
pub use sniff::{MAX_ANIMATED_PIXELS, MAX_PIXELS, MAX_SIDE_PIXELS, Refused, Sniffed, sniff};
pub use verbs::{
    MediaAct, MediaChange, MediaEdit, MediaError, NewMedia, PublicMedia, add, edit, expire_next, note_failed,
    note_made, public, restore, withdraw,
};
pub use view::PictureView;
