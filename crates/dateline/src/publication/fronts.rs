//! Fronts arranged and pins ended, each with its entry in the log.

use super::{Act, Entry, EntryKind, Publication};
use crate::front::{self, Arrangement, FrontError, Wanted};
use crate::lang::Language;
use crate::people::Actor;
use crate::story::touch;

/// Arranges the front of an edition that the caller read at revision `expected`; how it stands then. Arranged as it
/// was already, it leaves no entry.
pub async fn arrange_front(
    act: &mut Act,
    actor: &Actor,
    language: Language,
    wanted: Wanted,
    expected: i64,
) -> Result<Arrangement, FrontError> {
    let (agency, now) = (act.agency.clone(), act.now);
    let arranged = front::arrange(&mut act.conn(), &agency, language, wanted, expected, actor, now).await?;
    match arranged {
        Some(arrangement) => {
            let entry = entry(act, "arrange", language, &arrangement);
            act.record(entry);
            Ok(arrangement)
        }
        None => Ok(front::arrangement(&mut act.conn(), language).await?),
    }
}

fn entry(act: &Act, name: &str, language: Language, arrangement: &Arrangement) -> Entry {
    let touches = vec![touch::front(language)];
    Entry {
        language: Some(language),
        version: Some(arrangement.revision),
        hash: Some(arrangement.hash()),
        ..Entry::settings(act.now, name, EntryKind::Front, language.as_str(), touches)
    }
}

impl Publication {
    /// Ends every pin whose time has come, one front a transaction.
    pub(super) async fn end_pins(&self) -> Result<(), FrontError> {
        let now = self.clock.now();
        while front::next_end(&mut self.db.reader().await?.conn()).await?.is_some_and(|at| at <= now) {
            let mut act = self.begin(0).await?;
            if let Some((language, arrangement)) = front::end_pins(&mut act.conn(), now).await? {
                let ended = entry(&act, "end_pin", language, &arrangement);
                act.record(ended);
            }
            act.commit().await?;
        }
        Ok(())
    }
}
