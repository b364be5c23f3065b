//! Letters to readers about their reports: one that asks whether the address is theirs, one when the matter is settled.

use super::face::Face;
use crate::db::DbError;
use crate::edition::{Agency, Edition};
use crate::jobs::{self, Handlers, Job};
use crate::mail::{self, Letter};
use crate::publication::Publication;
use crate::report::{self, Outcome, SettledLetter, Status};
use crate::texts::Argument;

/// Writes letters about settled reports; the handler for [`report::SETTLED`].
pub fn with_report_letters(handlers: Handlers, publication: Publication) -> Handlers {
    handlers.with(report::SETTLED, move |job| {
        let publication = publication.clone();
        async move {
            let due: SettledLetter = serde_json::from_str(&job.payload)?;
            Ok(write(&publication, &job, &due).await?)
        }
    })
}

/// Queues the letter and strikes the errand off in one transaction: one letter, however often it is begun.
async fn write(publication: &Publication, job: &Job, due: &SettledLetter) -> Result<(), DbError> {
    let mut act = publication.begin_errand().await?;
    let now = act.now;
    if let Some((to, status)) = report::settled_letter(&mut act.conn(), due).await?
        && let Some(edition) = act.agency.edition(status.language)
    {
        let letter = settled(&act.agency, edition, to, &status);
        jobs::queue(&mut act.conn(), mail::SEND, &letter, now).await?;
    }
    jobs::done(&mut act.conn(), job.id).await?;
    act.commit().await.map(|_| ())
}

/// Asks whether the address is the reader's own: nothing else is sent before they say so.
pub(super) fn confirmation(
    agency: &Agency,
    edition: &Edition,
    to: &str,
    reference: &str,
    secret: &str,
) -> Letter {
    let face = Face::new(agency, edition);
    let link = format!("{}{}/feedback/confirm/{secret}", agency.origin, face.home);
    let gaps: [(&str, Argument<'_>); 3] = [
        ("agency", edition.name.as_str().into()),
        ("reference", reference.into()),
        ("link", link.as_str().into()),
    ];
    Letter {
        to: to.to_owned(),
        subject: face.format("report_confirm_mail_subject", &gaps),
        text: paragraphs(&[
            face.format("report_confirm_mail", &gaps),
            link.clone(),
            face.text("report_confirm_mail_end").to_owned(),
        ]),
    }
}

fn settled(agency: &Agency, edition: &Edition, to: String, status: &Status) -> Letter {
    let face = Face::new(agency, edition);
    let gaps: [(&str, Argument<'_>); 2] =
        [("agency", edition.name.as_str().into()), ("reference", status.reference.as_str().into())];
    let mut lines = vec![face.text(said_of(status.outcome)).to_owned()];
    if let Some((before, after)) = &status.changed {
        lines.push(format!("{}\n{before}", face.text("report_before")));
        lines.push(format!("{}\n{after}", face.text("report_after")));
    }
    lines.extend(status.reason.as_ref().map(|reason| format!("{}:\n{reason}", face.text("reason"))));
    lines.push(format!("{}{}", agency.origin, status.address));
    lines.push(face.format("report_settled_mail_end", &gaps));
    Letter { to, subject: face.format("report_settled_mail_subject", &gaps), text: paragraphs(&lines) }
}

/// The key of what a reader is told of an outcome.
pub(super) fn said_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => "report_waiting",
        Outcome::Fixed => "report_fixed",
        Outcome::NotAMistake => "report_not_a_mistake",
        Outcome::Rejected => "report_rejected",
    }
}

fn paragraphs(lines: &[String]) -> String {
    format!("{}\n", lines.join("\n\n"))
}
