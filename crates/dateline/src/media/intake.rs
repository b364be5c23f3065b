//! A file from outside, taken in: looked at, proved, kept as it came, and cleaned for the public.

use bytes::Bytes;
use tokio::sync::Semaphore;

use super::address::{MediaName, PictureAddress};
use super::clean::clean_original;
use super::kind::Nature;
use super::metadata::{PhotoFields, read_fields};
use super::renditions::{CannotRender, Plate};
use super::rights::Rights;
use super::sniff::{Refused, Sniffed, sniff};
use crate::blob::{BlobError, BlobStore, ContentHash};

/// Why a file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It is not what is taken.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It says it is a picture and cannot be decoded.
    #[error(transparent)]
    Broken(#[from] CannotRender),
    /// It could not be kept.
    #[error("keeping the file")]
    Blob(#[from] BlobError),
    /// The work was ended from outside: the program is stopping.
    #[error("the file was not looked at to its end: the program is stopping")]
    Stopped,
}

/// A file that was taken in and is kept, before the database knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenIn {
    /// What its bytes are called.
    pub original: ContentHash,
    /// Its length.
    pub bytes: u64,
    /// Where the public will find it.
    pub address: PictureAddress,
    /// What it is.
    pub sniffed: Sniffed,
    /// Pixels across and down, upright.
    pub size: Option<(u32, u32)>,
    /// What it says of itself; empty for video and sound.
    pub fields: PhotoFields,
    /// Length of what the public may have at once; `None` where browsers do not show it.
    pub original_bytes: Option<u64>,
}

/// So many files are looked at at a time: a picture takes up to 512 MiB while it is decoded.
static LOOKING: Semaphore = Semaphore::const_new(2);

struct Looked {
    sniffed: Sniffed,
    fields: PhotoFields,
    clean: Option<Vec<u8>>,
}

/// Looks at `bytes` and keeps them: as they came under their hash, and cleaned under the address of the picture whose
/// id is `picture`. Doing it again changes nothing. A picture is decoded once, so that a broken one is refused now and
/// not found out later.
pub async fn take_in(blobs: &BlobStore, bytes: Bytes, picture: &[u8; 16]) -> Result<TakenIn, NotTaken> {
    let looked_at = bytes.clone();
    let place = LOOKING.acquire().await.map_err(|_| NotTaken::Stopped)?;
    let looked =
        tokio::task::spawn_blocking(move || look(&looked_at)).await.map_err(|_| NotTaken::Stopped)??;
    drop(place);
    let length = bytes.len() as u64;
    let original = blobs.put(bytes).await?;
    let address = PictureAddress::of(&original, picture);
    let original_bytes = looked.clean.as_ref().map(|clean| clean.len() as u64);
    if let Some(clean) = looked.clean {
        let name = MediaName::Original(looked.sniffed.kind);
        blobs.put_named(&address.key(name), Bytes::from(clean)).await?;
    }
    let size = looked.sniffed.size.map(|size| looked.fields.orientation.upright(size));
    Ok(TakenIn {
        original,
        bytes: length,
        address,
        sniffed: looked.sniffed,
        size,
        fields: looked.fields,
        original_bytes,
    })
}

fn look(bytes: &[u8]) -> Result<Looked, NotTaken> {
    let sniffed = sniff(bytes)?;
    let kind = sniffed.kind;
    let fields = match kind.nature() {
        Nature::Picture => read_fields(kind, bytes),
        Nature::Video | Nature::Audio | Nature::Captions => PhotoFields::default(),
    };
    if kind.nature() == Nature::Picture {
        Plate::develop(kind, bytes, fields.orientation)?;
    }
    let clean = clean_original(kind, bytes, fields.orientation, &Rights::from(&fields));
    Ok(Looked { sniffed, fields, clean })
}
