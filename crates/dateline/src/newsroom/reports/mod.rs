//! What readers report as mistakes: the inbox, one matter with its answers, putting it right in one act, and how many
//! were right.

mod act;
mod figures_page;
mod inbox_page;
mod matter_page;
mod passages;
mod proposal;
mod translations;

use axum::Router;
use axum::routing::get;

use super::on_duty::OnDuty;
use super::{Newsroom, Trouble};
use crate::db::Conn;
use crate::desk;
use crate::ids::StoryRef;
use crate::people::{Actor, Right};
use crate::report::{self, Kind, Mistake, Shelf, Standing, State};
use crate::story::{self, Story};

/// Everything about readers' reports.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/reports", get(inbox_page::show))
        .route("/newsroom/reports/figures", get(figures_page::show))
        .route("/newsroom/reports/figures.csv", get(figures_page::table))
        .route("/newsroom/reports/{reference}", get(matter_page::show).post(act::answer))
        .route("/newsroom/reports/{reference}/preview", get(matter_page::preview))
        .route("/newsroom/reports/{reference}/annotation", get(matter_page::annotation))
}

/// A matter, its story, and what somebody may do there. What they may not see is not there for them.
async fn matter(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    reference: &str,
) -> Result<(Mistake, Story, Actor), Trouble> {
    who.must(Right::ReportsAnswer)?;
    let matter = report::find(conn, reference).await?.ok_or(Trouble::NotFound)?;
    let target = StoryRef::Number(matter.number);
    let story = story::store::find(conn, target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    actor.must(Right::ReportsAnswer)?;
    Ok((matter, story, actor))
}

/// The desks at which somebody answers reports, by key and name.
async fn desks_of(conn: &mut Conn<'_>, who: &OnDuty) -> Result<Vec<(String, String)>, Trouble> {
    let desks = desk::list(conn).await?;
    let own = desks.iter().filter(|desk| who.badge.may_at(&desk.key, Right::ReportsAnswer));
    Ok(own.map(|desk| (desk.key.to_string(), desk.name.clone())).collect())
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Slip => "mistake_slip",
        Kind::Fact => "mistake_fact",
        Kind::Translation => "mistake_translation",
        Kind::Picture => "mistake_picture",
        Kind::Link => "mistake_link",
    }
}

fn shelf_key(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Waiting => "reports_waiting",
        Shelf::Later => "reports_later",
        Shelf::Answered => "reports_answered",
        Shelf::Spam => "reports_spam",
    }
}

fn state_key(matter: &Mistake) -> &'static str {
    match matter.state {
        State::Open => "reports_waiting",
        State::Later => "reports_later",
        State::Fixed if matter.settled.as_ref().is_some_and(|settled| settled.by_itself) => {
            "report_fixed_itself"
        }
        State::Fixed => "report_fixed",
        State::NotAMistake => "report_not_a_mistake_state",
        State::Rejected => "report_rejected",
        State::Spam => "reports_spam",
    }
}

fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Kept => "",
        Standing::Moved => "words_moved",
        Standing::Changed => "words_changed",
        Standing::Deleted => "words_deleted",
        Standing::Unanchored => "words_unanchored",
    }
}
