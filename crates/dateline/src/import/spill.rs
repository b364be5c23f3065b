//! Stories set aside until the stories they name are here: on disk, since an archive may have millions of them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::place::Place;
use super::read::ReadStory;
use super::source::Source;
use crate::story::format::StoryFile;
use crate::story::import::SourceMark;

/// Stories that wait.
#[derive(Default)]
pub(super) struct Spill {
    file: Option<BufWriter<File>>,
    sources: Vec<Arc<Source>>,
    stories: u64,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    source: usize,
    line: u64,
    index: u64,
    mark: String,
    file: StoryFile,
}

impl Spill {
    /// How many wait.
    pub(super) fn len(&self) -> u64 {
        self.stories
    }

    /// Sets a story aside.
    pub(super) fn put(&mut self, story: ReadStory) -> io::Result<()> {
        let source = match self.sources.iter().position(|source| Arc::ptr_eq(source, &story.at.source)) {
            Some(place) => place,
            None => {
                self.sources.push(story.at.source.clone());
                self.sources.len() - 1
            }
        };
        let kept = Kept {
            source,
            line: story.at.line,
            index: story.at.index,
            mark: story.mark.to_string(),
            file: *story.file,
        };
        if self.file.is_none() {
            self.file = Some(BufWriter::new(tempfile::tempfile()?));
        }
        let file = self.file.as_mut().expect("opened above");
        serde_json::to_writer(&mut *file, &kept)?;
        file.write_all(b"\n")?;
        self.stories += 1;
        Ok(())
    }

    /// The stories that wait, in the order they came.
    pub(super) fn into_stories(self) -> io::Result<impl Iterator<Item = io::Result<ReadStory>>> {
        let sources = self.sources;
        let lines = match self.file {
            None => None,
            Some(file) => {
                let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.seek(SeekFrom::Start(0))?;
                Some(BufReader::new(file).lines())
            }
        };
        Ok(lines.into_iter().flatten().map(move |line| {
            let kept: Kept = serde_json::from_str(&line?)?;
            let at = Place { source: sources[kept.source].clone(), line: kept.line, index: kept.index };
            Ok(ReadStory { at, file: Box::new(kept.file), mark: SourceMark::parse(&kept.mark) })
        }))
    }
}
