//! Records read, on every core: from bytes to story files that were checked.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::open::{self, BytesRead, said};
use super::place::Place;
use super::sections::SectionHints;
use super::source::{Format, Source};
use super::split::{Piece, Splitter};
use super::wxr;
use super::{ImportOptions, Progress};
use crate::story::format::StoryFile;
use crate::story::import::SourceMark;

/// Records that are handed on together.
const RECORDS_IN_A_CHUNK: usize = 64;
/// Bytes that are handed on together.
const BYTES_IN_A_CHUNK: usize = 1 << 20;

/// A record as it was found.
#[derive(Debug)]
pub(super) struct Raw {
    pub at: Place,
    pub text: Text,
}

/// What was found.
#[derive(Debug)]
pub(super) enum Text {
    /// A JSON object, not read yet.
    Json(Vec<u8>),
    /// A story that another format was brought into.
    Story(Box<StoryFile>),
    /// No story, and why.
    Refused(String),
    /// Nothing to import: what it was, and how much of it.
    Passed(&'static str, u64),
}

/// A story file that was read and checked.
#[derive(Debug)]
pub(super) struct ReadStory {
    pub at: Place,
    pub file: Box<StoryFile>,
    pub mark: SourceMark,
}

/// What became of a record.
#[derive(Debug)]
pub(super) enum Outcome {
    Story(ReadStory),
    Refused(Place, String),
    Passed(&'static str, u64),
}

/// Reads all sources one after the other and hands their records on in chunks. `hand_on` answers `false` to stop.
pub(super) fn read_sources(
    sources: &[Arc<Source>],
    options: &ImportOptions,
    hints: &SectionHints,
    progress: &Progress,
    hand_on: &mut dyn FnMut(Vec<Raw>) -> bool,
) {
    let mut chunk = Chunk { records: Vec::new(), bytes: 0, hand_on };
    for source in sources {
        let reading = Reading { source, options, hints, read: &progress.bytes_read, index: 0 };
        if let Err(stopped) = reading.read(&mut chunk) {
            match stopped {
                Stopped::ByReader => return,
                Stopped::By(reason) => {
                    let at = Place { source: source.clone(), line: 0, index: u64::MAX };
                    if chunk.put(Raw { at, text: Text::Refused(reason) }).is_err() {
                        return;
                    }
                }
            }
        }
        if chunk.end().is_err() {
            return;
        }
    }
}

/// Why a source was not read to its end.
pub(super) enum Stopped {
    /// Nobody takes records any more.
    ByReader,
    /// It cannot be read.
    By(String),
}

/// Records gathered until there are enough.
pub(super) struct Chunk<'a> {
    records: Vec<Raw>,
    bytes: usize,
    hand_on: &'a mut dyn FnMut(Vec<Raw>) -> bool,
}

impl Chunk<'_> {
    pub(super) fn put(&mut self, raw: Raw) -> Result<(), Stopped> {
        self.bytes += match &raw.text {
            Text::Json(bytes) => bytes.len(),
            Text::Story(file) => file.body_html.as_ref().map_or(0, String::len),
            _ => 0,
        };
        self.records.push(raw);
        match self.records.len() >= RECORDS_IN_A_CHUNK || self.bytes >= BYTES_IN_A_CHUNK {
            true => self.end(),
            false => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), Stopped> {
        self.bytes = 0;
        let records = std::mem::take(&mut self.records);
        match records.is_empty() || (self.hand_on)(records) {
            true => Ok(()),
            false => Err(Stopped::ByReader),
        }
    }
}

/// One source being read.
struct Reading<'a> {
    source: &'a Arc<Source>,
    options: &'a ImportOptions,
    hints: &'a SectionHints,
    read: &'a Arc<BytesRead>,
    index: u64,
}

impl Reading<'_> {
    fn read(mut self, chunk: &mut Chunk<'_>) -> Result<(), Stopped> {
        let opened = || open::open(self.source, self.read).map_err(|error| Stopped::By(said(&error)));
        let mut bytes = opened()?;
        match open::sniff(&mut bytes, self.options.format).map_err(Stopped::By)? {
            Format::Dateline => self.json(bytes, chunk),
            Format::Wxr => {
                drop(bytes);
                // Twice: what posts refer to (pictures, sections) may stand behind them.
                let channel = wxr::survey(opened()?).map_err(Stopped::By)?;
                channel.hint(self.hints, self.options.language);
                wxr::posts(opened()?, &channel, self.options, &mut |line, text| {
                    let at = Place { source: self.source.clone(), line, index: self.index };
                    self.index += 1;
                    chunk.put(Raw { at, text })
                })
            }
        }
    }

    fn json(&mut self, bytes: open::Bytes, chunk: &mut Chunk<'_>) -> Result<(), Stopped> {
        for piece in Splitter::new(bytes) {
            let (line, text) = match piece {
                Piece::Object(line, object) => (line, Text::Json(object)),
                Piece::Bad(line, reason) => (line, Text::Refused(reason)),
            };
            let at = Place { source: self.source.clone(), line, index: self.index };
            self.index += 1;
            chunk.put(Raw { at, text })?;
        }
        Ok(())
    }
}

/// Reads a chunk of records: the part that is done on every core.
pub(super) fn read_chunk(chunk: Vec<Raw>, options: &ImportOptions) -> Vec<Outcome> {
    chunk.into_iter().map(|raw| read_record(raw, options)).collect()
}

fn read_record(raw: Raw, options: &ImportOptions) -> Outcome {
    let Raw { mut at, text } = raw;
    let file = match text {
        Text::Refused(reason) => return Outcome::Refused(at, reason),
        Text::Passed(what, count) => return Outcome::Passed(what, count),
        Text::Story(file) => Ok(file),
        Text::Json(bytes) => read_json(&bytes, options, &mut at),
    };
    let checked = file.and_then(|file| file.check().map(|()| file).map_err(|wrong| wrong.to_string()));
    match checked {
        Ok(mut file) => {
            let mark = mark(&mut file);
            Outcome::Story(ReadStory { at, file, mark })
        }
        Err(reason) => Outcome::Refused(at, reason),
    }
}

fn read_json(bytes: &[u8], options: &ImportOptions, at: &mut Place) -> Result<Box<StoryFile>, String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|wrong| format!("is not UTF-8 from byte {} on", wrong.valid_up_to() + 1))?;
    let read = match options.language {
        // A language the file does not name is the one the command names; it cannot be filled in afterwards.
        Some(language) => {
            serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).and_then(|mut object| {
                if object.get("language").is_none_or(serde_json::Value::is_null) {
                    object.insert("language".to_owned(), language.as_str().into());
                }
                serde_json::from_value(object.into())
            })
        }
        None => serde_json::from_str(text),
    };
    let mut file: Box<StoryFile> = read.map(Box::new).map_err(|wrong| {
        at.line += (wrong.line() as u64).saturating_sub(1);
        let said = wrong.to_string();
        let end = said.rfind(" at line ").unwrap_or(said.len());
        match wrong.column() {
            0 => said,
            column => format!("{}, column {column}", &said[..end]),
        }
    })?;
    if file.section.as_deref().is_none_or(str::is_empty) {
        file.section = options.section.clone();
    }
    Ok(file)
}

/// What the file will be known by. One that names no identity gets one made of its content (RFC 6920), so that the
/// same content again is the same story.
fn mark(file: &mut StoryFile) -> SourceMark {
    let json = serde_json::to_vec(file).expect("story files are plain data");
    let digest = Sha256::digest(&json);
    if file.uri.is_none() && file.number.is_none() {
        use base64::Engine;
        let name = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(digest);
        file.uri = Some(format!("ni:///sha-256;{name}"));
    }
    SourceMark { hash: hex::encode(digest), version: file.version, updated_at: file.updated_at }
}
