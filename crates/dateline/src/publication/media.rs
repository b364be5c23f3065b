//! What follows a change of a picture, video or audio file: pages that show it, and renditions.

use bytes::Bytes;
use jiff::Timestamp;

use super::{Act, Entry, EntryKind, Publication};
use crate::blob::{BlobStore, ContentHash};
use crate::db::DbError;
use crate::ids::MediaId;
use crate::jobs::{self, Handlers, Lane};
use crate::media::{
    self, Darkroom, FocalPoint, Format, Media, MediaAct, MediaChange, MediaError, NewMedia, NotDeveloped,
    NotTaken, PhotoFields, Standing,
};
use crate::people::{Actor, Right};
use crate::story::{self, StoryError, Touches, touch};

/// Why a change of a file was not carried through.
#[derive(Debug, thiserror::Error)]
pub enum MediaWorkError {
    /// The file is not what is taken, or could not be kept.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
    /// What is said of the file cannot be kept.
    #[error("what is said of the file: {0}")]
    BadFields(String),
    /// The file could not be changed.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// The pages of its stories could not be made anew.
    #[error("making the pages of its stories anew")]
    Story(#[from] StoryError),
    /// Its renditions could not be made.
    #[error(transparent)]
    Darkroom(#[from] NotDeveloped),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The job that makes a picture's renditions; its payload is a [`Develop`].
pub const DEVELOP: &str = "media.develop";

/// Which picture's renditions are to be made, and whether those that are there are to be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Develop {
    /// The picture.
    pub media: MediaId,
    /// After an edit: fields and crops are part of every rendition.
    #[serde(default)]
    pub again: bool,
}

/// A file to be taken in.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// The name it is sent under.
    pub name: String,
    /// The file.
    pub bytes: Bytes,
    /// What matters in it, where somebody said so.
    pub focal: Option<FocalPoint>,
    /// When its rights end.
    pub expires_at: Option<Timestamp>,
}

/// A file that is known now.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    /// It was added, and its renditions are queued.
    Added(Box<Media>),
    /// The same bytes were sent under the same name before: nothing was done.
    Before(Box<Media>),
}

impl Known {
    /// The file.
    pub fn media(&self) -> &Media {
        match self {
            Known::Added(media) | Known::Before(media) => media,
        }
    }
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Looked {
    /// It is taken, and not recorded yet.
    New(Box<NewMedia>),
    /// The same bytes were sent under the same name before.
    Before(Box<Media>),
}

impl Act {
    /// Keeps the pages that show a file from others until this act ends: before the file itself is changed.
    pub async fn keep_pages_of(&mut self, media: MediaId) -> Result<(), DbError> {
        let stories = media::store::users(&mut self.conn(), media).await?;
        story::keep_pages(&mut self.conn(), &stories).await
    }

    /// Records a file that was looked at, and queues its renditions.
    pub async fn add_media(&mut self, new: NewMedia, who: &Actor) -> Result<Media, MediaWorkError> {
        let now = self.now;
        let media = media::add(&mut self.conn(), new, who, now).await?;
        if media.exposure().is_some() {
            queue(self, Develop { media: media.id, again: false }).await?;
        }
        Ok(media)
    }

    /// Writes down what follows `change`: renditions to be made are queued, the pages of public stories that show the file are
    /// made anew in this transaction, and one entry of the log names them. A file no story has shown to the public leaves no
    /// entry.
    pub async fn record_media(&mut self, change: &MediaChange) -> Result<(), MediaWorkError> {
        let (agency, now) = (self.agency.clone(), self.now);
        match change.act {
            MediaAct::Edit => queue(self, Develop { media: change.media, again: true }).await?,
            MediaAct::Restore => queue(self, Develop { media: change.media, again: false }).await?,
            MediaAct::Renditions | MediaAct::Expire | MediaAct::Withdraw => {}
        }
        let stories = media::store::users(&mut self.conn(), change.media).await?;
        if stories.is_empty() {
            return Ok(());
        }
        story::refresh_pages(&mut self.conn(), &stories).await?;
        let mut touches = Touches::new();
        touches.add(touch::media(change.address.as_str()));
        for number in stories {
            story::touch_lists(&mut self.conn(), &agency, number, now, &mut touches).await?;
        }
        let (act, subject) = (change.act.as_str(), change.media.to_string());
        let entry = Entry::settings(change.at, act, EntryKind::Media, subject, touches.into_names());
        self.record(Entry { withdrawn: change.act.withdraws(), ..entry });
        Ok(())
    }
}

async fn queue(act: &mut Act, job: Develop) -> Result<(), DbError> {
    let now = act.now;
    jobs::queue_on(&mut act.conn(), Lane::Slow, DEVELOP, &job, now).await.map(|_| ())
}

/// `handlers`, and the one that makes renditions in `formats`.
pub fn with_darkroom(
    handlers: Handlers,
    publication: Publication,
    darkroom: Darkroom,
    formats: &'static [Format],
) -> Handlers {
    handlers.with(DEVELOP, move |job| {
        let (publication, darkroom) = (publication.clone(), darkroom.clone());
        async move {
            let develop = serde_json::from_str(&job.payload)?;
            Ok(publication.develop(&darkroom, develop, formats).await?)
        }
    })
}

impl Publication {
    /// Takes a file in: looks at it, keeps it, records it, queues its renditions. Sent again under the same name it is the same file. `describe` may
    /// say more, or otherwise, than the file says of itself.
    pub async fn take_in<F>(
        &self,
        blobs: &BlobStore,
        file: NewFile,
        describe: F,
        who: &Actor,
    ) -> Result<Known, MediaWorkError>
    where
        F: FnOnce(PhotoFields) -> Result<PhotoFields, String> + Send,
    {
        let new = match self.look_at(blobs, file, describe, who).await? {
            Looked::Before(media) => return Ok(Known::Before(media)),
            Looked::New(new) => *new,
        };
        let mut act = self.begin_errand().await?;
        let media = act.add_media(new, who).await?;
        act.commit().await?;
        Ok(Known::Added(Box::new(media)))
    }

    /// The first half of [`Publication::take_in`]: the bytes are looked at and kept, and nothing is recorded yet.
    /// [`Act::add_media`] is the second.
    pub async fn look_at<F>(
        &self,
        blobs: &BlobStore,
        file: NewFile,
        describe: F,
        who: &Actor,
    ) -> Result<Looked, MediaWorkError>
    where
        F: FnOnce(PhotoFields) -> Result<PhotoFields, String> + Send,
    {
        who.must(Right::MediaWrite).map_err(MediaError::from)?;
        let bytes = file.bytes.clone();
        let hashed = tokio::task::spawn_blocking(move || ContentHash::of(&bytes)).await;
        let original = hashed.map_err(|_| NotTaken::Stopped)?;
        let before =
            media::store::sent_before(&mut self.db.reader().await?.conn(), &original, &file.name).await?;
        if let Some(media) = before {
            return Ok(Looked::Before(Box::new(media)));
        }
        let id = MediaId::new();
        let mut taken = media::take_in(blobs, file.bytes, id.0.as_bytes()).await?;
        taken.fields = describe(taken.fields).map_err(MediaWorkError::BadFields)?;
        let new = NewMedia { id, taken, name: file.name, focal: file.focal, expires_at: file.expires_at };
        Ok(Looked::New(Box::new(new)))
    }

    /// Makes the renditions `job` asks for, each format public as soon as it is there: JPEG, WebP, then AVIF where `formats`
    /// has it. Doing it again does no harm. A picture that cannot be rendered is noted as such, which is no error.
    pub async fn develop(
        &self,
        darkroom: &Darkroom,
        job: Develop,
        formats: &[Format],
    ) -> Result<(), MediaWorkError> {
        let media = media::store::by_id(&mut self.db.reader().await?.conn(), job.media).await?;
        let Some(media) = media.filter(|media| media.standing == Standing::Good) else { return Ok(()) };
        let Some(exposure) = media.exposure() else { return Ok(()) };
        let wanted: Vec<Format> =
            formats.iter().copied().filter(|format| job.again || !media.made.has(*format)).collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let developed = match darkroom.develop(exposure).await {
            Ok(developed) => developed,
            Err(NotDeveloped::Cannot(reason)) => {
                return self.note_failed(job.media, &reason.to_string()).await;
            }
            Err(error) => return Err(error.into()),
        };
        for format in wanted {
            developed.print(format).await?;
            let mut act = self.begin_errand().await?;
            let now = act.now;
            act.keep_pages_of(job.media).await?;
            if let Some(change) = media::note_made(&mut act.conn(), job.media, format, now).await? {
                act.record_media(&change).await?;
            }
            act.commit().await?;
        }
        Ok(())
    }

    async fn note_failed(&self, id: MediaId, reason: &str) -> Result<(), MediaWorkError> {
        tracing::warn!(media.id = %id, reason, "a picture has no renditions");
        let mut act = self.begin_errand().await?;
        media::note_failed(&mut act.conn(), id, reason).await?;
        act.commit().await?;
        Ok(())
    }

    /// Ends every file whose rights have ended by now, one act a transaction.
    pub async fn expire_media(&self) -> Result<(), MediaWorkError> {
        let now = self.clock.now();
        loop {
            let next = media::store::next_expiry(&mut self.db.reader().await?.conn()).await?;
            if next.is_none_or(|at| at > now) {
                return Ok(());
            }
            let mut act = self.begin(0).await?;
            if let Some(media) = media::store::expired(&mut act.conn(), now).await? {
                act.keep_pages_of(media).await?;
            }
            let Some(change) = media::expire_next(&mut act.conn(), now).await? else { return Ok(()) };
            act.record_media(&change).await?;
            act.commit().await?;
        }
    }
}
