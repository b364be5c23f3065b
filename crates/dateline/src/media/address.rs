//! Where the public finds a picture: `/media/{hash}/{name}`.

use std::fmt;

use sha2::{Digest, Sha256};

use super::kind::MediaKind;
use crate::blob::{BlobKey, ContentHash};

/// The first part of a picture's addresses: 20 hexadecimal digits, the same for as long as the picture is. It is mixed
/// from the original's hash and the picture's own id, because a picture (rights, crops, expiry) is not its bytes: two
/// pictures of the same bytes are withdrawn each on its own, and nobody who has the bytes can guess whether they are
/// published here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PictureAddress(String);

/// The last part: `640.webp`, `card.jpg`, `thumb.webp`, `original.png`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaName {
    /// The picture in this many pixels across.
    Width(u32, Format),
    /// What social networks show, 1200 × 630.
    Card,
    /// A square of 160 pixels.
    Thumb(Format),
    /// The cleaned original, or a recording.
    Original(MediaKind),
}

/// What renditions are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For every browser; a story waits for these.
    Jpeg,
    /// Smaller.
    Webp,
    /// Smaller still and slow to write: by setting.
    Avif,
}

impl Format {
    /// What is made of every picture, in this order.
    pub const USUAL: [Format; 2] = [Format::Jpeg, Format::Webp];
    /// What is made where AVIF is wanted.
    pub const ALL: [Format; 3] = [Format::Jpeg, Format::Webp, Format::Avif];

    /// The end of an address.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Jpeg => "jpg",
            Format::Webp => "webp",
            Format::Avif => "avif",
        }
    }

    /// The registered media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Webp => "image/webp",
            Format::Avif => "image/avif",
        }
    }

    fn by_extension(extension: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

const HEX_DIGITS: usize = 20;

impl PictureAddress {
    /// The address of the picture with the id `picture` whose original has the hash `original`.
    pub fn of(original: &ContentHash, picture: &[u8; 16]) -> PictureAddress {
        let mut digest = Sha256::new();
        digest.update(b"dateline/picture/1\0");
        digest.update(original.as_bytes());
        digest.update(picture);
        let mut hex = hex::encode(digest.finalize());
        hex.truncate(HEX_DIGITS);
        PictureAddress(hex)
    }

    /// Checks what stands in an address; `None` is an address nobody gave out.
    pub fn parse(raw: &str) -> Option<PictureAddress> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (raw.len() == HEX_DIGITS && raw.bytes().all(is_digit)).then(|| PictureAddress(raw.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The root-relative address of `name`.
    pub fn path(&self, name: MediaName) -> String {
        format!("/media/{}/{name}", self.0)
    }

    /// Where the bytes of `name` are kept.
    pub fn key(&self, name: MediaName) -> BlobKey {
        BlobKey::parse(&format!("media/{}/{name}", self.0)).expect("digits and a name make a key")
    }

    /// Under which all its public bytes are kept.
    pub fn folder(&self) -> BlobKey {
        BlobKey::parse(&format!("media/{}", self.0)).expect("digits make a key")
    }
}

impl fmt::Display for PictureAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl MediaName {
    /// Checks what stands in an address; `None` is a name nobody gave out.
    pub fn parse(raw: &str) -> Option<MediaName> {
        let (stem, extension) = raw.split_once('.')?;
        match stem {
            "card" => (extension == "jpg").then_some(MediaName::Card),
            "thumb" => Format::by_extension(extension).map(MediaName::Thumb),
            "original" => MediaKind::by_extension(extension).map(MediaName::Original),
            digits => {
                let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
                let width = digits.parse().ok().filter(|_| plain)?;
                Format::by_extension(extension).map(|format| MediaName::Width(width, format))
            }
        }
    }

    /// The registered media type of what stands there.
    pub fn media_type(self) -> &'static str {
        match self {
            MediaName::Width(_, format) | MediaName::Thumb(format) => format.media_type(),
            MediaName::Card => Format::Jpeg.media_type(),
            MediaName::Original(kind) => kind.media_type(),
        }
    }
}

impl fmt::Display for MediaName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MediaName::Width(width, format) => write!(f, "{width}.{}", format.extension()),
            MediaName::Card => f.write_str("card.jpg"),
            MediaName::Thumb(format) => write!(f, "thumb.{}", format.extension()),
            MediaName::Original(kind) => write!(f, "original.{}", kind.extension()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_for_life_and_another_for_another_picture() {
        let original = ContentHash::of(b"strait");
        let address = PictureAddress::of(&original, &[1; 16]);
        assert_eq!(address, PictureAddress::of(&original, &[1; 16]));
        assert_ne!(address, PictureAddress::of(&original, &[2; 16]));
        assert_ne!(address, PictureAddress::of(&ContentHash::of(b"bridge"), &[1; 16]));
        assert_eq!(PictureAddress::parse(address.as_str()), Some(address.clone()));
        assert_eq!(address.path(MediaName::Card), format!("/media/{address}/card.jpg"));
        assert_eq!(address.as_str(), "190df36dfaa961bb5ea8");
    }

    #[test]
    fn names_are_read_as_they_are_written_and_no_others() {
        let names =
            ["640.webp", "1920.jpg", "320.avif", "card.jpg", "thumb.webp", "thumb.jpg", "original.mp4"];
        for name in names {
            assert_eq!(MediaName::parse(name).map(|parsed| parsed.to_string()).as_deref(), Some(name));
        }
        for name in [
            "",
            "640",
            "0640.webp",
            "+640.webp",
            "640.png",
            "card.webp",
            "original.svg",
            "../x.jpg",
            "640.jpg.php",
        ] {
            assert_eq!(MediaName::parse(name), None, "{name}");
        }
        for raw in ["", "xyz", "ABCDEF0123456789abcd", "abcdef0123456789abcd0"] {
            assert_eq!(PictureAddress::parse(raw), None, "{raw}");
        }
    }
}
