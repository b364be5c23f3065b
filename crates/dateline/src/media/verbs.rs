//! What is done with a picture, video or audio file once it is taken in. Each verb says what changed for the public.

use jiff::Timestamp;

use super::address::{Format, PictureAddress};
use super::intake::TakenIn;
use super::item::{Made, Media, Standing};
use super::metadata::PhotoFields;
use super::renditions::FocalPoint;
use super::store;
use crate::db::{Conn, DbError};
use crate::ids::MediaId;
use crate::people::{Actor, Refused as NotAllowed, Right};
use crate::story::Release;

/// Why a verb was refused.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// A right is missing.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// There is no such file.
    #[error("there is no picture, video or sound with the id {0}")]
    NotFound(MediaId),
    /// It is withdrawn, or its rights have ended.
    #[error("{name} is no longer to be used: it is {}", standing.as_str())]
    NotInUse {
        /// The name it was sent under.
        name: String,
        /// Where it stands.
        standing: Standing,
    },
    /// The end of its rights is in the past.
    #[error("its rights would have ended at {0}, which is not in the future")]
    AlreadyExpired(Timestamp),
    /// The name is empty or too long.
    #[error("a file's name has 1 to {MAX_NAME_CHARS} characters, this has {0}")]
    BadName(usize),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The longest name a file is sent under, in characters.
pub const MAX_NAME_CHARS: usize = 200;

/// A file to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMedia {
    /// The id its address was made of.
    pub id: MediaId,
    /// What [`take_in`](super::take_in) gave.
    pub taken: TakenIn,
    /// The name it was sent under.
    pub name: String,
    /// What matters in it, where somebody said so.
    pub focal: Option<FocalPoint>,
    /// When its rights end.
    pub expires_at: Option<Timestamp>,
}

/// What an edit changes; what is absent stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MediaEdit {
    /// The fields, whole.
    pub fields: Option<PhotoFields>,
    /// What matters in it.
    pub focal: Option<FocalPoint>,
    /// When its rights end; `Some(None)` for never.
    pub expires_at: Option<Option<Timestamp>>,
}

/// One thing done to a file, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaChange {
    /// Which file.
    pub media: MediaId,
    /// Where the public finds it.
    pub address: PictureAddress,
    /// What was done.
    pub act: MediaAct,
    /// When.
    pub at: Timestamp,
}

/// What is done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaAct {
    /// Renditions were made.
    Renditions,
    /// Fields, focal point or the end of its rights changed.
    Edit,
    /// Its rights ended.
    Expire,
    /// The newsroom withdrew it.
    Withdraw,
    /// A withdrawal was taken back.
    Restore,
}

impl MediaAct {
    /// The word in the log.
    pub fn as_str(self) -> &'static str {
        match self {
            MediaAct::Renditions => "renditions",
            MediaAct::Edit => "edit",
            MediaAct::Expire => "expire",
            MediaAct::Withdraw => "withdraw",
            MediaAct::Restore => "restore",
        }
    }

    /// Whether the file is no longer public after it.
    pub fn withdraws(self) -> bool {
        matches!(self, MediaAct::Expire | MediaAct::Withdraw)
    }
}

/// Adds a file that was taken in. It is public once a public story shows it.
pub async fn add(
    conn: &mut Conn<'_>,
    new: NewMedia,
    who: &Actor,
    now: Timestamp,
) -> Result<Media, MediaError> {
    who.must(Right::MediaWrite)?;
    let chars = new.name.chars().count();
    if chars == 0 || chars > MAX_NAME_CHARS {
        return Err(MediaError::BadName(chars));
    }
    check_expiry(new.expires_at, now)?;
    let made = Made { original_bytes: new.taken.original_bytes, ..Made::default() };
    let media = Media {
        id: new.id,
        original: new.taken.original,
        address: new.taken.address,
        kind: new.taken.sniffed.kind,
        name: new.name,
        bytes: new.taken.bytes,
        size: new.taken.size,
        duration: new.taken.sniffed.duration,
        focal: new.focal.unwrap_or_default(),
        fields: new.taken.fields,
        made,
        standing: Standing::Good,
        expires_at: new.expires_at,
        created_at: now,
        created_by: who.person,
    };
    store::insert(conn, &media).await?;
    Ok(media)
}

/// Changes what is said of a file, its focal point, or the end of its rights. Renditions carry fields and crops: after
/// this they are to be made again.
pub async fn edit(
    conn: &mut Conn<'_>,
    id: MediaId,
    edit: MediaEdit,
    who: &Actor,
    now: Timestamp,
) -> Result<MediaChange, MediaError> {
    who.must(Right::MediaWrite)?;
    check_expiry(edit.expires_at.flatten(), now)?;
    let mut media = in_use(conn, id).await?;
    if let Some(fields) = edit.fields {
        // How the stored pixels lie is the file's own matter.
        media.fields = PhotoFields { orientation: media.fields.orientation, ..fields };
    }
    media.focal = edit.focal.unwrap_or(media.focal);
    media.expires_at = edit.expires_at.unwrap_or(media.expires_at);
    store::update(conn, &media).await?;
    Ok(change(&media, MediaAct::Edit, now))
}

/// Notes that the renditions of `format` are there, for the first time or anew; `None` where the file is no longer used.
pub async fn note_made(
    conn: &mut Conn<'_>,
    id: MediaId,
    format: Format,
    now: Timestamp,
) -> Result<Option<MediaChange>, MediaError> {
    let mut media = store::lock(conn, id).await?.ok_or(MediaError::NotFound(id))?;
    if media.standing != Standing::Good {
        return Ok(None);
    }
    if !media.made.has(format) {
        media.made.formats.push(format);
        media.made.formats.sort();
    }
    media.made.failed = None;
    store::update(conn, &media).await?;
    Ok(Some(change(&media, MediaAct::Renditions, now)))
}

/// Notes why no renditions of a file can be made.
pub async fn note_failed(conn: &mut Conn<'_>, id: MediaId, reason: &str) -> Result<(), MediaError> {
    let mut media = store::lock(conn, id).await?.ok_or(MediaError::NotFound(id))?;
    media.made.failed = Some(reason.to_owned());
    store::update(conn, &media).await?;
    Ok(())
}

/// Withdraws a file: its addresses answer 410, pages that show it are made without it. Its bytes as they came stay.
pub async fn withdraw(
    conn: &mut Conn<'_>,
    id: MediaId,
    who: &Actor,
    now: Timestamp,
) -> Result<MediaChange, MediaError> {
    who.must(Right::MediaWrite)?;
    let mut media = in_use(conn, id).await?;
    media.standing = Standing::Withdrawn;
    store::update(conn, &media).await?;
    Ok(change(&media, MediaAct::Withdraw, now))
}

/// Takes a withdrawal back. A file whose rights have ended needs a new end first: it is given here.
pub async fn restore(
    conn: &mut Conn<'_>,
    id: MediaId,
    expires_at: Option<Timestamp>,
    who: &Actor,
    now: Timestamp,
) -> Result<MediaChange, MediaError> {
    who.must(Right::MediaWrite)?;
    check_expiry(expires_at, now)?;
    let mut media = store::lock(conn, id).await?.ok_or(MediaError::NotFound(id))?;
    media.standing = Standing::Good;
    media.expires_at = expires_at;
    store::update(conn, &media).await?;
    Ok(change(&media, MediaAct::Restore, now))
}

/// Ends one file whose rights have ended by `now`; `None` when there is none left.
pub async fn expire_next(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<MediaChange>, MediaError> {
    let ended = store::claim_expired(conn, now).await?;
    Ok(ended.map(|media| change(&media, MediaAct::Expire, now)))
}

/// What a public address of media answers.
#[derive(Debug, Clone, PartialEq)]
pub enum PublicMedia {
    /// The file is public.
    Public(Box<Media>),
    /// It is not: the status to answer with, 404, 410 or 451.
    NotPublic {
        /// The status.
        status: u16,
    },
}

/// Whether the file at `address` is public: it is in good standing and a public story shows it. A file used only by
/// stories that were withdrawn answers as the newest state of them does; one nobody has published does not exist.
pub async fn public(conn: &mut Conn<'_>, address: &PictureAddress) -> Result<PublicMedia, DbError> {
    let Some(media) = store::by_address(conn, address).await? else {
        return Ok(PublicMedia::NotPublic { status: 404 });
    };
    let releases = store::releases(conn, media.id).await?;
    if media.standing != Standing::Good {
        let status = if releases.is_empty() { 404 } else { 410 };
        return Ok(PublicMedia::NotPublic { status });
    }
    if releases.contains(&Release::Public) {
        return Ok(PublicMedia::Public(Box::new(media)));
    }
    let withdrawn = releases.iter().map(|release| release.http_status()).max();
    Ok(PublicMedia::NotPublic { status: withdrawn.unwrap_or(404) })
}

async fn in_use(conn: &mut Conn<'_>, id: MediaId) -> Result<Media, MediaError> {
    let media = store::lock(conn, id).await?.ok_or(MediaError::NotFound(id))?;
    match media.standing {
        Standing::Good => Ok(media),
        standing => Err(MediaError::NotInUse { name: media.name, standing }),
    }
}

fn check_expiry(expires_at: Option<Timestamp>, now: Timestamp) -> Result<(), MediaError> {
    match expires_at {
        Some(at) if at <= now => Err(MediaError::AlreadyExpired(at)),
        _ => Ok(()),
    }
}

fn change(media: &Media, act: MediaAct, at: Timestamp) -> MediaChange {
    MediaChange { media: media.id, address: media.address.clone(), act, at }
}
