//! Views of the board that were given a name: kept, arranged, opened with a number key.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::board_filter::BoardQuery;
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_page::SaidQuery;
use super::surroundings::Surroundings;
use super::trouble::Said;
use super::{Newsroom, Trouble};
use crate::desk::{self, BoardView, DeskKey, ViewChange, ViewError};
use crate::ids::ViewId;
use crate::people::{Right, audit};

/// A view as the board offers it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ViewLink {
    pub id: String,
    pub name: String,
    /// The desk it is for, by its name; empty for one's own.
    pub desk: String,
    pub href: String,
    /// The key that opens it, for the first nine.
    pub key: Option<usize>,
    pub current: bool,
}

/// Views as links, with the one that is shown.
pub(super) fn links(views: &[BoardView], shown: &BoardQuery, around: &Surroundings) -> Vec<ViewLink> {
    let wanted = shown.written();
    let link = |(place, view): (usize, &BoardView)| {
        let query = BoardQuery::read(&view.query).written();
        ViewLink {
            id: view.id.to_string(),
            name: view.name.clone(),
            desk: view.desk.as_ref().map(|desk| around.desk_name(desk)).unwrap_or_default(),
            current: query == wanted && (shown.view.is_empty() || shown.view == view.id.to_string()),
            href: format!("/newsroom/board?{query}&view={}", view.id),
            key: (place < 9).then_some(place + 1),
        }
    };
    views.iter().enumerate().map(link).collect()
}

/// The desks somebody may give views to, by key and name.
pub(super) fn shares(who: &OnDuty, around: &Surroundings) -> Vec<(String, String)> {
    let may = |key: &DeskKey| who.badge.may_at(key, Right::StoriesApprove);
    let desks = around.desks.iter().filter(|desk| may(&desk.key));
    desks.map(|desk| (desk.key.to_string(), desk.name.clone())).collect()
}

#[derive(Serialize)]
struct ViewRow {
    link: ViewLink,
    mine: bool,
    opens: bool,
    query: String,
}

/// `GET /newsroom/board/views`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let views = desk::views(&mut snapshot.conn(), &who.badge).await?;
    let opening = desk::opening_view(&mut snapshot.conn(), who.badge.person.id).await?;
    let around = Surroundings::load(&room, &mut snapshot.conn()).await?;
    drop(snapshot);
    let may = |view: &BoardView| match &view.desk {
        Some(desk) => who.badge.may_at(desk, Right::StoriesApprove),
        None => true,
    };
    let rows: Vec<ViewRow> = links(&views, &BoardQuery::default(), &around)
        .into_iter()
        .zip(&views)
        .map(|(link, view)| ViewRow {
            link,
            mine: may(view),
            opens: Some(view.id) == opening,
            query: view.query.clone(),
        })
        .collect();
    let own = context! {
        views => filling(rows),
        opens_all => opening.is_none(),
        said => super::story_page::said(&words, &query.said),
    };
    room.page(&who, &words, "board", "views.html", own).await
}

/// `POST /newsroom/board/views`: keeps what is shown under a name, and opens the board with it where that is wanted.
pub(super) async fn keep(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.must(Right::StoriesRead)?;
    let form = Form::read(&body)?;
    let desk = form.filled("desk").map(|key| DeskKey::parse(&key).map_err(|_| Trouble::NotFound));
    let (desk, name) = (desk.transpose()?, form.line("name"));
    let query = BoardQuery::read(&form.line("query")).written();
    let opens = form.filled("opens").is_some();
    let kept = room
        .act(0, &(&who, &desk, &name, &query, opens), |act, &(who, desk, name, query, opens)| {
            Box::pin(async move {
                let now = act.now;
                let view = desk::keep_view(&mut act.conn(), &who.badge, desk.clone(), name, query).await?;
                if opens {
                    desk::open_with(&mut act.conn(), &who.badge, Some(view.id)).await?;
                }
                if let Some(desk) = &view.desk {
                    let actor = who.badge.actor_at(desk);
                    audit(&mut act.conn(), now, &actor, "view.keep", desk.as_str(), Some(&view.name)).await?;
                }
                Ok(view.id)
            })
        })
        .await?;
    let and = if query.is_empty() { "" } else { "&" };
    Ok(see_other(&format!("/newsroom/board?{query}{and}view={kept}")))
}

/// `POST /newsroom/board/views/{id}`: renamed, moved, opened with, or gone. `all` stands for the board without a view.
pub(super) async fn change(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let form = Form::read(&body)?;
    let view: Option<ViewId> = match id.as_str() {
        "all" => None,
        id => Some(id.parse().map_err(|_| Trouble::NotFound)?),
    };
    let change = match form.line("do").as_str() {
        "open" => None,
        "rename" => Some(ViewChange::Rename(form.line("name"))),
        "show" => Some(ViewChange::Show(BoardQuery::read(&form.line("query")).written())),
        "up" => Some(ViewChange::Up),
        "down" => Some(ViewChange::Down),
        "remove" => Some(ViewChange::Remove),
        _ => return Err(Trouble::NotFound),
    };
    room.act(0, &(&who, view, &change), |act, &(who, view, change)| {
        Box::pin(async move {
            let now = act.now;
            let Some(change) = change else {
                return Ok(desk::open_with(&mut act.conn(), &who.badge, view).await?);
            };
            let view = view.ok_or(Trouble::NotFound)?;
            let was = desk::change_view(&mut act.conn(), &who.badge, view, change).await?;
            if let Some(desk) = &was.desk {
                let actor = who.badge.actor_at(desk);
                audit(&mut act.conn(), now, &actor, "view.change", desk.as_str(), Some(&was.name)).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/board/views?said=saved"))
}

impl From<ViewError> for Trouble {
    fn from(error: ViewError) -> Trouble {
        match error {
            ViewError::Refused(refused) => refused.into(),
            ViewError::Unknown => Trouble::NotFound,
            ViewError::BadName => Trouble::Bad(Said::Key("view_name_text")),
            ViewError::TooMany => Trouble::Conflict(Said::Key("too_many_views_text")),
            ViewError::Db(error) => error.into(),
        }
    }
}
