//! Public numbers for stories that bring none, taken many at a time.

use std::collections::VecDeque;

use crate::db::DbError;
use crate::ids::StoryNumber;
use crate::publication::Publication;
use crate::story::import::{reserve_numbers, return_numbers};

/// Numbers taken at once after the first time: each time waits for the writer.
const NUMBERS_AT_ONCE: usize = 4096;

/// Numbers that are ours and not yet given to a story, ascending.
#[derive(Default)]
pub(super) struct NumberPool {
    free: VecDeque<StoryNumber>,
    last: Option<StoryNumber>,
}

impl NumberPool {
    /// Makes sure that `count` numbers are there. The first time takes no more than that, so that a small import
    /// leaves no gap.
    pub(super) async fn fill(&mut self, publication: &Publication, count: usize) -> Result<(), DbError> {
        let missing = count.saturating_sub(self.free.len());
        if missing == 0 {
            return Ok(());
        }
        let wanted = if self.last.is_none() { missing } else { missing.max(NUMBERS_AT_ONCE) };
        let mut act = publication.begin_errand().await?;
        let numbers = reserve_numbers(&mut act.conn(), wanted).await?;
        act.commit().await?;
        self.free.extend(numbers);
        self.last = self.free.back().copied();
        Ok(())
    }

    /// The next number.
    pub(super) fn take(&mut self) -> Option<StoryNumber> {
        self.free.pop_front()
    }

    /// A story brings this number itself.
    pub(super) fn take_away(&mut self, number: StoryNumber) {
        if let Ok(place) = self.free.binary_search(&number) {
            self.free.remove(place);
        }
    }

    /// Gives back what was not needed, where nobody has taken numbers since.
    pub(super) async fn give_back(&mut self, publication: &Publication) -> Result<(), DbError> {
        let (Some(first), Some(last)) = (self.free.pop_front(), self.last) else { return Ok(()) };
        let mut act = publication.begin_errand().await?;
        return_numbers(&mut act.conn(), first, last).await?;
        act.commit().await.map(|_| ())
    }
}
