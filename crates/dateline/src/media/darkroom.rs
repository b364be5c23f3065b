//! Where renditions are made: away from requests, a few pictures at a time.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::address::{Format, PictureAddress};
use super::kind::MediaKind;
use super::metadata::Orientation;
use super::renditions::{CannotRender, FocalPoint, Plate};
use super::rights::Rights;
use crate::blob::{BlobError, BlobStore, ContentHash};

/// Why renditions were not made.
#[derive(Debug, thiserror::Error)]
pub enum NotDeveloped {
    /// The picture cannot be decoded or written.
    #[error(transparent)]
    Cannot(#[from] CannotRender),
    /// The original could not be read or a rendition not kept.
    #[error("reading the original or keeping a rendition")]
    Blob(#[from] BlobError),
    /// The work was ended from outside: the program is stopping.
    #[error("renditions were not made to their end: the program is stopping")]
    Stopped,
}

/// What is to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// What the original's bytes are called.
    pub original: ContentHash,
    /// Where the public will find the renditions.
    pub address: PictureAddress,
    /// What the original is.
    pub kind: MediaKind,
    /// How it must be turned.
    pub orientation: Orientation,
    /// What matters in it.
    pub focal: FocalPoint,
    /// What every rendition carries.
    pub rights: Rights,
}

/// Makes renditions, at most as many pictures at a time as it has places: a picture takes up to 512 MiB while it is
/// decoded. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Darkroom {
    blobs: BlobStore,
    places: Arc<Semaphore>,
}

/// A picture developed and ready to be printed.
#[derive(Debug, Clone)]
pub struct Developed {
    blobs: BlobStore,
    exposure: Arc<Exposure>,
    plate: Arc<Plate>,
}

impl Darkroom {
    /// A darkroom over `blobs` for `places` pictures at a time, at least one.
    pub fn new(blobs: BlobStore, places: usize) -> Darkroom {
        Darkroom { blobs, places: Arc::new(Semaphore::new(places.max(1))) }
    }

    /// Reads the original of `exposure`, proves its hash, and develops it.
    pub async fn develop(&self, exposure: Exposure) -> Result<Developed, NotDeveloped> {
        let _place = self.places.acquire().await.map_err(|_| NotDeveloped::Stopped)?;
        let bytes = self.blobs.get_proved(&exposure.original).await?;
        let (kind, orientation) = (exposure.kind, exposure.orientation);
        let developed = tokio::task::spawn_blocking(move || Plate::develop(kind, &bytes, orientation)).await;
        let plate = developed.map_err(|_| NotDeveloped::Stopped)??;
        Ok(Developed { blobs: self.blobs.clone(), exposure: Arc::new(exposure), plate: Arc::new(plate) })
    }
}

impl Developed {
    /// Prints every rendition of `format` and keeps them under the picture's address. Doing it again writes the same
    /// files.
    pub async fn print(&self, format: Format) -> Result<(), NotDeveloped> {
        let (plate, exposure) = (self.plate.clone(), self.exposure.clone());
        let printed =
            tokio::task::spawn_blocking(move || plate.print(format, exposure.focal, &exposure.rights)).await;
        for rendition in printed.map_err(|_| NotDeveloped::Stopped)?? {
            let key = self.exposure.address.key(rendition.name);
            self.blobs.put_named(&key, rendition.bytes.into()).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures_util::TryStreamExt;
    use image::ImageFormat;

    use super::*;
    use crate::media::{MediaName, NotTaken, Refused, samples, take_in};

    async fn names(blobs: &BlobStore, address: &PictureAddress) -> Vec<String> {
        let kept: Vec<_> = blobs.list(Some(&address.folder())).try_collect().await.expect("a list");
        let name = |key: &str| key.rsplit_once('/').map(|(_, name)| name.to_owned()).expect("a name");
        let mut names: Vec<_> = kept.iter().map(|entry| name(entry.key.as_str())).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn a_picture_is_kept_as_it_came_and_developed_later() {
        let dir = tempfile::tempdir().expect("a folder");
        let blobs = BlobStore::in_folder(dir.path()).expect("a store");
        let bytes = samples::encode(&samples::corners(700, 400), ImageFormat::Jpeg);
        let taken = take_in(&blobs, bytes.clone().into(), &[7; 16]).await.expect("taken in");
        assert_eq!(blobs.get_proved(&taken.original).await.expect("kept"), bytes);
        assert_eq!((taken.size, taken.bytes), (Some((700, 400)), bytes.len() as u64));
        assert_eq!(names(&blobs, &taken.address).await, ["original.jpg"]);

        let exposure = Exposure {
            original: taken.original,
            address: taken.address.clone(),
            kind: taken.sniffed.kind,
            orientation: taken.fields.orientation,
            focal: FocalPoint::USUAL,
            rights: Rights::from(&taken.fields),
        };
        let developed = Darkroom::new(blobs.clone(), 1).develop(exposure).await.expect("developed");
        for format in [Format::Jpeg, Format::Webp] {
            developed.print(format).await.expect("printed");
        }
        let expected = [
            "320.jpg",
            "320.webp",
            "700.jpg",
            "700.webp",
            "card.jpg",
            "original.jpg",
            "thumb.jpg",
            "thumb.webp",
        ];
        assert_eq!(names(&blobs, &taken.address).await, expected);
        for name in expected {
            let name = MediaName::parse(name).expect("a name of ours");
            assert!(blobs.head(&taken.address.key(name)).await.expect("a head").is_some());
        }
    }

    #[tokio::test]
    async fn a_refused_file_leaves_nothing_behind() {
        let dir = tempfile::tempdir().expect("a folder");
        let blobs = BlobStore::in_folder(dir.path()).expect("a store");
        let mut broken = samples::file(ImageFormat::WebP);
        let data = broken.len() / 2;
        broken[data..].fill(0xAA);
        let refused = take_in(&blobs, broken.into(), &[7; 16]).await;
        assert!(matches!(refused, Err(NotTaken::Broken(_))), "{refused:?}");
        let refused = take_in(&blobs, Bytes::from_static(b"<svg/>"), &[7; 16]).await;
        assert!(matches!(refused, Err(NotTaken::Refused(Refused::Unsupported { .. }))), "{refused:?}");
        let kept: Vec<_> = blobs.list(None).try_collect().await.expect("a list");
        assert_eq!(kept, []);
    }
}
