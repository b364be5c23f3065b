//! What a file is, by its content.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The file formats taken. What a browser shows nowhere (TIFF) is taken as an original and shown as renditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MediaKind {
    /// JPEG, also in CMYK.
    Jpeg,
    /// PNG, also animated.
    Png,
    /// GIF, also animated.
    Gif,
    /// WebP, also animated.
    Webp,
    /// TIFF; its first picture counts.
    Tiff,
    /// MP4 with a picture track.
    Mp4,
    /// WebM.
    Webm,
    /// MPEG audio, layer III.
    Mp3,
    /// Ogg with Opus, Vorbis or FLAC.
    Ogg,
    /// RIFF WAVE.
    Wav,
    /// MP4 with sound alone.
    M4a,
    /// WebVTT: captions or subtitles of a video.
    Vtt,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// Shown through renditions.
    Picture,
    /// Played, with an optional poster.
    Video,
    /// Played.
    Audio,
    /// Read along with a video.
    Captions,
}

impl MediaKind {
    /// Every kind, in the order of their declaration.
    pub const ALL: [MediaKind; 12] = [
        MediaKind::Jpeg,
        MediaKind::Png,
        MediaKind::Gif,
        MediaKind::Webp,
        MediaKind::Tiff,
        MediaKind::Mp4,
        MediaKind::Webm,
        MediaKind::Mp3,
        MediaKind::Ogg,
        MediaKind::Wav,
        MediaKind::M4a,
        MediaKind::Vtt,
    ];

    /// What files of this kind are for.
    pub fn nature(self) -> Nature {
        match self {
            MediaKind::Jpeg | MediaKind::Png | MediaKind::Gif | MediaKind::Webp | MediaKind::Tiff => {
                Nature::Picture
            }
            MediaKind::Mp4 | MediaKind::Webm => Nature::Video,
            MediaKind::Mp3 | MediaKind::Ogg | MediaKind::Wav | MediaKind::M4a => Nature::Audio,
            MediaKind::Vtt => Nature::Captions,
        }
    }

    /// The name in the database and at the end of an address: `jpg`, `webp`, …
    pub fn extension(self) -> &'static str {
        match self {
            MediaKind::Jpeg => "jpg",
            MediaKind::Png => "png",
            MediaKind::Gif => "gif",
            MediaKind::Webp => "webp",
            MediaKind::Tiff => "tiff",
            MediaKind::Mp4 => "mp4",
            MediaKind::Webm => "webm",
            MediaKind::Mp3 => "mp3",
            MediaKind::Ogg => "ogg",
            MediaKind::Wav => "wav",
            MediaKind::M4a => "m4a",
            MediaKind::Vtt => "vtt",
        }
    }

    /// The kind with this [`extension`](MediaKind::extension).
    pub fn by_extension(extension: &str) -> Option<MediaKind> {
        MediaKind::ALL.into_iter().find(|kind| kind.extension() == extension)
    }

    /// The registered media type.
    pub fn media_type(self) -> &'static str {
        match self {
            MediaKind::Jpeg => "image/jpeg",
            MediaKind::Png => "image/png",
            MediaKind::Gif => "image/gif",
            MediaKind::Webp => "image/webp",
            MediaKind::Tiff => "image/tiff",
            MediaKind::Mp4 => "video/mp4",
            MediaKind::Webm => "video/webm",
            MediaKind::Mp3 => "audio/mpeg",
            MediaKind::Ogg => "audio/ogg",
            MediaKind::Wav => "audio/wav",
            MediaKind::M4a => "audio/mp4",
            MediaKind::Vtt => "text/vtt; charset=utf-8",
        }
    }

    /// The longest file of this kind that is taken.
    pub fn max_bytes(self) -> u64 {
        match self.nature() {
            Nature::Picture => 80 << 20,
            Nature::Audio => 512 << 20,
            Nature::Video => 2 << 30,
            Nature::Captions => 1 << 20,
        }
    }
}

impl Nature {
    /// The word in the database and in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Nature::Picture => "picture",
            Nature::Video => "video",
            Nature::Audio => "audio",
            Nature::Captions => "captions",
        }
    }
}

impl fmt::Display for MediaKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            MediaKind::Jpeg => "JPEG",
            MediaKind::Png => "PNG",
            MediaKind::Gif => "GIF",
            MediaKind::Webp => "WebP",
            MediaKind::Tiff => "TIFF",
            MediaKind::Mp4 => "MP4",
            MediaKind::Webm => "WebM",
            MediaKind::Mp3 => "MP3",
            MediaKind::Ogg => "Ogg",
            MediaKind::Wav => "WAV",
            MediaKind::M4a => "M4A",
            MediaKind::Vtt => "WebVTT",
        })
    }
}
