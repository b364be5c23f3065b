//! Acts that share one commit, and what their writers are told of it.

use tokio::sync::oneshot;

use super::{DbError, Seal};

/// What the writer of an act is told.
pub(super) type Told<S> = Result<Vec<<S as Seal>::Item>, DbError>;

/// An act that waits for the commit.
pub(super) struct Finished<S: Seal> {
    pub items: Vec<S::Item>,
    pub tell: oneshot::Sender<Told<S>>,
}

/// Why a batch is not known to be committed.
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum Uncommitted {
    /// Nothing of it happened.
    #[error("{0}")]
    NotDone(String),
    /// All of it happened, or nothing.
    #[error("its outcome is not known: {0}")]
    Unknown(String),
}

/// Acts that share a commit: what each hands over, in one row, and who waits for how much of it.
pub(super) struct Batch<S: Seal> {
    pub items: Vec<S::Item>,
    lengths: Vec<usize>,
    tells: Vec<oneshot::Sender<Told<S>>>,
}

impl<S: Seal> Batch<S> {
    pub(super) fn gather(acts: Vec<Finished<S>>) -> Batch<S> {
        let lengths: Vec<usize> = acts.iter().map(|act| act.items.len()).collect();
        let mut batch = Batch {
            items: Vec::with_capacity(lengths.iter().sum()),
            tells: Vec::with_capacity(acts.len()),
            lengths,
        };
        for act in acts {
            batch.items.extend(act.items);
            batch.tells.push(act.tell);
        }
        batch
    }

    /// How many acts.
    pub(super) fn acts(&self) -> usize {
        self.tells.len()
    }

    /// Gives each writer its items as they were sealed.
    pub(super) fn tell(self) {
        let mut items = self.items.into_iter();
        for (tell, length) in self.tells.into_iter().zip(self.lengths) {
            // The act's caller may be gone; then nobody needs the answer.
            let _ = tell.send(Ok(items.by_ref().take(length).collect()));
        }
    }

    /// Tells each writer why there is no commit to speak of.
    pub(super) fn tell_failure(self, failure: &Uncommitted) {
        for tell in self.tells {
            let _ = tell.send(Err(failure.clone().into()));
        }
    }
}

impl From<Uncommitted> for DbError {
    fn from(failure: Uncommitted) -> DbError {
        match failure {
            Uncommitted::NotDone(reason) => DbError::NotCommitted(reason),
            Uncommitted::Unknown(reason) => DbError::OutcomeUnknown(reason),
        }
    }
}
