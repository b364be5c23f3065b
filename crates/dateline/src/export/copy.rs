//! Stories as `dateline/story/1`: a file an edition, and their pictures beside them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::path::Path;

use story_body::MediaRef;

use super::file::NewFile;
use super::{ExportError, file, writing};
use crate::blob::BlobStore;
use crate::correction::CorrectionNote;
use crate::db::{Conn, Db, DbError, Row};
use crate::ids::{MediaId, StoryNumber};
use crate::lang::Language;
use crate::media::{self, Media, MediaName};
use crate::story::format::{CorrectionEntry, MediaEntry, Status, StoryFile, StoryName};
use crate::story::import::known_numbers;
use crate::story::{Release, ReleasedPage, StoryCopy};

/// Stories read at once.
const SLICE: i64 = 500;

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Exported {
    /// Stories.
    pub stories: u64,
    /// Pictures, video and sound.
    pub media: u64,
}

/// Writes every public story into `folder`, a `LANG.jsonl` an edition, and the media they show into `media/`. A
/// killed story is there as what the public sees of it: its headline and the public reason.
pub async fn export_copy(db: &Db, blobs: &BlobStore, folder: &Path) -> Result<Exported, ExportError> {
    std::fs::create_dir_all(folder).map_err(writing(folder))?;
    let mut writer =
        Writer { folder, blobs, files: BTreeMap::new(), media: HashMap::new(), written: HashSet::new() };
    let mut exported = Exported::default();
    let mut after = 0;
    loop {
        let stories = slice(&mut db.snapshot().await?.conn(), after, &mut writer).await?;
        let Some(last) = stories.last() else { break };
        after = last.number.map_or(i64::MAX, StoryNumber::get);
        for story in &stories {
            writer.put(story)?;
        }
        exported.stories += stories.len() as u64;
    }
    exported.media = writer.written.len() as u64;
    writer.finish()?;
    Ok(exported)
}

struct Writer<'a> {
    folder: &'a Path,
    blobs: &'a BlobStore,
    files: BTreeMap<Language, NewFile>,
    /// Names of files by id; `None` where the public has no file of it.
    media: HashMap<MediaId, Option<String>>,
    written: HashSet<String>,
}

/// The next stories behind `after`, with all that stands beside them.
async fn slice(
    conn: &mut Conn<'_>,
    after: i64,
    writer: &mut Writer<'_>,
) -> Result<Vec<StoryFile>, ExportError> {
    let rows = conn
        .all(
            "SELECT r.number, r.language, r.state, r.version, r.published_at, r.page, v.content, s.uri \
             FROM released r JOIN story s ON s.number = r.number \
             JOIN version v ON v.number = r.number AND v.version = r.version \
             WHERE r.number > $1 AND r.state IN ('public', 'killed') ORDER BY r.number LIMIT $2",
            [after.into(), SLICE.into()],
        )
        .await?;
    let Some(last) = rows.last() else { return Ok(Vec::new()) };
    let until: i64 = last.get("number")?;
    let mut addresses = by_number(
        conn.all(
            "SELECT number, address FROM old_address WHERE number > $1 AND number <= $2 ORDER BY address",
            [after.into(), until.into()],
        )
        .await?,
        |row| row.get("address"),
    )?;
    let mut corrections = by_number(
        conn.all(
            "SELECT number, version, at, note FROM correction WHERE number > $1 AND number <= $2 ORDER BY version",
            [after.into(), until.into()],
        )
        .await?,
        |row| Ok(CorrectionNote { version: row.get("version")?, at: row.get("at")?, note: row.get("note")? }),
    )?;
    let mut stories = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut story = story(row)?;
        let number = story.number.map_or(0, StoryNumber::get);
        story.old_addresses = addresses.remove(&number).unwrap_or_default();
        story.corrections = corrections.remove(&number).unwrap_or_default().into_iter().map(entry).collect();
        stories.push(story);
    }
    name_stories(conn, &mut stories).await?;
    for story in &mut stories {
        name_media(conn, story, writer).await?;
    }
    Ok(stories)
}

fn by_number<T>(
    rows: Vec<Row>,
    read: impl Fn(&Row) -> Result<T, DbError>,
) -> Result<HashMap<i64, Vec<T>>, DbError> {
    let mut by_number: HashMap<i64, Vec<T>> = HashMap::new();
    for row in &rows {
        by_number.entry(row.get("number")?).or_default().push(read(row)?);
    }
    Ok(by_number)
}

fn entry(note: CorrectionNote) -> CorrectionEntry {
    CorrectionEntry { version: Some(note.version), at: note.at, note: note.note }
}

fn story(row: &Row) -> Result<StoryFile, DbError> {
    let language = row.parsed("language", |tag: String| Language::parse(&tag).ok())?;
    let state = row.parsed("state", |word: String| Release::parse(&word))?;
    let page: ReleasedPage = row.json("page")?;
    let copy: Option<StoryCopy> = row.opt_json("content")?;
    let mut file = match (copy, state) {
        (Some(copy), Release::Public) => StoryFile::of_copy(language, &copy),
        // Of a withdrawn story the public has the headline and the reason, and a section that makes its address.
        (copy, _) => StoryFile {
            section: copy.map(|copy| copy.section),
            status: Status::Canceled,
            public_note: page.notice.and_then(|notice| notice.reason),
            ..StoryFile::new(language, page.headline)
        },
    };
    file.uri = row.get("uri")?;
    file.number = Some(row.parsed("number", StoryNumber::new)?);
    file.version = Some(row.get("version")?);
    file.published_at = Some(row.get("published_at")?);
    file.updated_at = page.updated_at;
    Ok(file)
}

/// Other stories are named by their `uri` where they have one: numbers may be taken where this is imported.
async fn name_stories(conn: &mut Conn<'_>, stories: &mut [StoryFile]) -> Result<(), DbError> {
    let named = stories
        .iter()
        .flat_map(|story| story.follows.iter().chain(&story.translation_of).chain(&story.related));
    let mut numbers: Vec<StoryNumber> = named
        .filter_map(|name| match name {
            StoryName::Number(number) => StoryNumber::new(*number),
            StoryName::Uri(_) => None,
        })
        .collect();
    numbers.sort();
    numbers.dedup();
    let known = known_numbers(conn, &numbers).await?;
    let uris: HashMap<i64, String> =
        known.into_iter().filter_map(|known| Some((known.number.get(), known.uri?))).collect();
    for story in stories {
        let named = story.follows.iter_mut().chain(&mut story.translation_of).chain(&mut story.related);
        for name in named {
            if let StoryName::Number(number) = name
                && let Some(uri) = uris.get(number)
            {
                *name = StoryName::Uri(uri.clone());
            }
        }
    }
    Ok(())
}

/// Media are named by their files; those the public has no file of are left out.
async fn name_media(
    conn: &mut Conn<'_>,
    story: &mut StoryFile,
    writer: &mut Writer<'_>,
) -> Result<(), ExportError> {
    let mut entries = Vec::with_capacity(story.media.len());
    for entry in std::mem::take(&mut story.media) {
        let Some(id) = entry.media else { continue };
        if let Some(file) = writer.media_file(conn, id).await? {
            entries.push(MediaEntry { media: None, file: Some(file), ..entry });
        }
    }
    story.media = entries;
    let Some(body) = &mut story.body else { return Ok(()) };
    let ids: Vec<MediaId> = body.media().filter_map(|media| media.as_str().parse().ok()).collect();
    let mut names = HashMap::new();
    for id in ids {
        if let Some(file) = writer.media_file(conn, id).await? {
            names.insert(id.to_string(), file);
        }
    }
    for block in &mut body.blocks {
        block.kind.each_media_mut(&mut |media| {
            if let Some(Ok(name)) = names.get(media.as_str()).map(|name| MediaRef::parse(name)) {
                *media = name;
            }
        });
    }
    Ok(())
}

impl Writer<'_> {
    fn put(&mut self, story: &StoryFile) -> Result<(), ExportError> {
        let path = self.folder.join(format!("{}.jsonl", story.language));
        let file = match self.files.entry(story.language) {
            Entry::Occupied(begun) => begun.into_mut(),
            Entry::Vacant(place) => place.insert(NewFile::begin(&path).map_err(writing(&path))?),
        };
        let mut line = serde_json::to_vec(story).expect("story files are plain data");
        line.push(b'\n');
        file.write_all(&line).map_err(writing(&path))
    }

    fn finish(self) -> Result<(), ExportError> {
        for (language, file) in self.files {
            let path = self.folder.join(format!("{language}.jsonl"));
            file.finish().map_err(writing(&path))?;
        }
        Ok(())
    }

    /// Writes the file the public has of `id`, once; how it is called from the stories.
    async fn media_file(&mut self, conn: &mut Conn<'_>, id: MediaId) -> Result<Option<String>, ExportError> {
        if let Some(known) = self.media.get(&id) {
            return Ok(known.clone());
        }
        let name = match media::store::by_id(conn, id).await? {
            Some(media) => self.write_media(&media).await?,
            None => None,
        };
        self.media.insert(id, name.clone());
        Ok(name)
    }

    async fn write_media(&mut self, media: &Media) -> Result<Option<String>, ExportError> {
        let key = media.address.key(MediaName::Original(media.kind));
        if media.standing != media::Standing::Good || self.blobs.head(&key).await?.is_none() {
            return Ok(None);
        }
        let bytes = self.blobs.get(&key).await?;
        let own_name: String = media
            .name
            .chars()
            .map(|c| if c.is_alphanumeric() || "._- ".contains(c) { c } else { '-' })
            .collect();
        let own_name = match own_name.trim_matches(['.', ' ']) {
            "" => format!("file.{}", media.kind.extension()),
            name => name.to_owned(),
        };
        let name = format!("media/{}/{own_name}", media.address);
        let place = self.folder.join(&name);
        file::put(&place, &bytes).map_err(writing(&place))?;
        self.written.insert(name.clone());
        Ok(Some(name))
    }
}
