//! Slices written, one transaction each.

use tokio::sync::mpsc;

use super::ImportError;
use super::place::Place;
use super::positions;
use crate::ids::StoryNumber;
use crate::publication::Publication;
use crate::story::StoryError;
use crate::story::import::{Incoming, Known, Renewed, Sealed, insert_slice, renew};
use crate::story::store::raise_number;

/// A slice ready to be written.
#[derive(Default)]
pub(super) struct WriteSlice {
    /// New stories.
    pub new: Vec<(Place, Sealed)>,
    /// Stories that are here already.
    pub renewals: Vec<Renewal>,
    /// The highest number a new story brought itself.
    pub highest: Option<StoryNumber>,
    /// How far each source is then.
    pub positions: Vec<(String, i64)>,
}

/// A story that is here already and comes with other content.
pub(super) struct Renewal {
    pub at: Place,
    pub known: Known,
    pub incoming: Incoming,
    pub hash: String,
}

/// What became of a slice.
#[derive(Default)]
pub(super) struct Written {
    pub imported: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub refused: Vec<(Place, String)>,
}

/// Writes slices as they come, until no more come or one fails.
pub(super) async fn write_slices(
    publication: Publication,
    mut slices: mpsc::Receiver<WriteSlice>,
    tell: mpsc::Sender<Result<Written, ImportError>>,
) {
    while let Some(slice) = slices.recv().await {
        let written = write_or_part(&publication, slice).await;
        let failed = written.is_err();
        if tell.send(written).await.is_err() || failed {
            return;
        }
    }
}

/// Writes a slice whole. Where somebody else took a number or a `uri` of it meanwhile, its stories are written one by
/// one, so that only those are refused.
async fn write_or_part(publication: &Publication, slice: WriteSlice) -> Result<Written, ImportError> {
    match write(publication, &slice).await {
        Err(ImportError::Story(StoryError::Db(error))) if error.is_duplicate() => {}
        written => return written,
    }
    let mut all = Written::default();
    let positions = slice.positions;
    for part in slice.new {
        let at = part.0.clone();
        let one = WriteSlice { new: vec![part], highest: slice.highest, ..WriteSlice::default() };
        all.add(at, write(publication, &one).await)?;
    }
    for renewal in slice.renewals {
        let at = renewal.at.clone();
        let one = WriteSlice { renewals: vec![renewal], ..WriteSlice::default() };
        all.add(at, write(publication, &one).await)?;
    }
    write(publication, &WriteSlice { positions, ..WriteSlice::default() }).await?;
    Ok(all)
}

impl Written {
    fn add(&mut self, at: Place, one: Result<Written, ImportError>) -> Result<(), ImportError> {
        match one {
            Ok(one) => {
                self.imported += one.imported;
                self.updated += one.updated;
                self.unchanged += one.unchanged;
                self.refused.extend(one.refused);
            }
            Err(ImportError::Story(StoryError::Db(error))) if error.is_duplicate() => {
                let reason = "its number or uri was taken by somebody else just now; import it again";
                self.refused.push((at, reason.to_owned()));
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

async fn write(publication: &Publication, slice: &WriteSlice) -> Result<Written, ImportError> {
    let mut act = publication.begin_errand().await?;
    let (agency, now) = (act.agency.clone(), act.now);
    let mut written = Written::default();
    let new: Vec<&Sealed> = slice.new.iter().map(|(_, sealed)| sealed).collect();
    if !new.is_empty() {
        let changes = insert_slice(&mut act.conn(), &agency, &new, now).await?;
        act.record_all(changes);
        written.imported = new.len() as u64;
    }
    if let Some(number) = slice.highest {
        raise_number(&mut act.conn(), number).await?;
    }
    for renewal in &slice.renewals {
        let Renewal { at, known, incoming, hash } = renewal;
        match renew(&mut act.conn(), &agency, known, incoming, hash, now).await {
            Ok(Renewed::Unchanged) => written.unchanged += 1,
            Ok(Renewed::Draft) => written.updated += 1,
            Ok(Renewed::Changed(changes)) => {
                act.record_all(changes);
                written.updated += 1;
            }
            Err(StoryError::Db(error)) => return Err(StoryError::Db(error).into()),
            Err(refused) => written.refused.push((at.clone(), refused.to_string())),
        }
    }
    positions::put(&mut act.conn(), &slice.positions, now).await?;
    act.commit().await?;
    Ok(written)
}
