//! The board: what the desk works on, in columns by stage.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use jiff::{SignedDuration, Timestamp};
use minijinja::context;
use serde::Serialize;

use super::answer::Answer;
use super::board_filter::BoardQuery;
use super::board_views::{self, ViewLink};
use super::card::{Card, CardMaker};
use super::look::filling;
use super::on_duty::OnDuty;
use super::surroundings::{RemarkCounts, Surroundings};
use super::words::Words;
use super::{Newsroom, assets};
use crate::desk::{self, BoardView, Desk};
use crate::edition::Agency;
use crate::people::Right;
use crate::story::{self, Stage, Story};

/// The most open stories a board shows.
const MOST_OPEN: i64 = 1_000;
/// The most stories shown of those just out.
const MOST_OUT: i64 = 60;
/// For how long a story that is out, or was spiked, stays on the board.
pub(super) const STAYS: SignedDuration = SignedDuration::from_hours(24);

/// Everything a board or one of its cards is made with.
pub(super) struct Shown<'a> {
    who: &'a OnDuty,
    words: &'a Words,
    query: &'a BoardQuery,
    around: Arc<Surroundings>,
    remarks: RemarkCounts,
    now: Timestamp,
}

impl<'a> Shown<'a> {
    /// A board for somebody at `now`.
    pub fn new(
        who: &'a OnDuty,
        words: &'a Words,
        query: &'a BoardQuery,
        around: Arc<Surroundings>,
        remarks: RemarkCounts,
        now: Timestamp,
    ) -> Shown<'a> {
        Shown { who, words, query, around, remarks, now }
    }

    /// The card of a story on this board; `None` where it does not stand there.
    pub fn card(&self, story: &Story) -> Option<Card> {
        let column = self.column(story)?;
        let shown = self.who.at(story).is_ok() && self.query.shows(story, self.who, self.now);
        shown.then(|| self.maker().card(story, column))
    }

    fn maker(&self) -> CardMaker<'_> {
        CardMaker {
            who: self.who,
            words: self.words,
            around: &self.around,
            remarks: &self.remarks,
            now: self.now,
            names_desk: self.one_desk().is_none(),
        }
    }

    fn column(&self, story: &Story) -> Option<String> {
        Some(match &story.stage {
            Stage::Draft => match self.own_step(story) {
                Some(step) => format!("step-{step}"),
                None => "draft".to_owned(),
            },
            Stage::Submitted { .. } => "submitted".to_owned(),
            Stage::Approved { .. } => "approved".to_owned(),
            Stage::Released if story.moved_at + STAYS >= self.now => "out".to_owned(),
            Stage::Released | Stage::Spiked { .. } => return None,
        })
    }

    /// The place of a story's step among those of the one desk the board is of.
    fn own_step(&self, story: &Story) -> Option<usize> {
        let desk = self.one_desk()?;
        let step = story.step.as_deref()?;
        desk.steps.iter().position(|known| known == step)
    }

    /// The desks whose stories they may see.
    fn desks(&self) -> impl Iterator<Item = &Desk> {
        self.around.desks.iter().filter(|desk| self.who.sees(&desk.key))
    }

    fn one_desk(&self) -> Option<&Desk> {
        self.desks().find(|desk| desk.key.as_str() == self.query.desk)
    }

    fn columns(&self) -> Vec<Column> {
        let named = |key: &str, text: &'static str| Column {
            key: key.to_owned(),
            name: self.words.text(text).to_owned(),
            step: None,
            cards: Vec::new(),
        };
        let mut columns = vec![named("draft", "stage_draft")];
        let steps = self.one_desk().map(|desk| desk.steps.as_slice()).unwrap_or_default();
        columns.extend(steps.iter().enumerate().map(|(place, step)| Column {
            key: format!("step-{place}"),
            name: step.clone(),
            step: Some(step.clone()),
            cards: Vec::new(),
        }));
        columns.extend([
            named("submitted", "stage_submitted"),
            named("approved", "stage_approved"),
            named("out", "stage_released"),
        ]);
        columns
    }

    /// The columns with their cards, the one worked on last first.
    fn filled(&self, stories: &[Story]) -> Vec<Column> {
        let mut columns = self.columns();
        for card in stories.iter().filter_map(|story| self.card(story)) {
            if let Some(column) = columns.iter_mut().find(|column| column.key == card.column) {
                column.cards.push(card);
            }
        }
        for column in &mut columns {
            column.cards.sort_by_key(|card| std::cmp::Reverse(card.order));
        }
        columns
    }
}

#[derive(Serialize)]
struct Column {
    key: String,
    name: String,
    /// The desk's own step it stands for.
    step: Option<String>,
    cards: Vec<Card>,
}

/// `GET /newsroom/board`. Without a word of what is wanted it is the view somebody's board opens with.
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty, RawQuery(asked): RawQuery) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let since = now - STAYS;
    let mut snapshot = room.publication.db.snapshot().await?;
    let views = desk::views(&mut snapshot.conn(), &who.badge).await?;
    let query = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => BoardQuery::read(&asked),
        None => {
            let opening = desk::opening_view(&mut snapshot.conn(), who.badge.person.id).await?;
            views.iter().find(|view| Some(view.id) == opening).map(of_view).unwrap_or_default()
        }
    };
    let around = Arc::new(Surroundings::load(&room, &mut snapshot.conn()).await?);
    let remarks = story::remark_counts(&mut snapshot.conn(), since).await?;
    let mut stories = story::open_stories(&mut snapshot.conn(), since, MOST_OPEN).await?;
    stories.extend(story::recently_out(&mut snapshot.conn(), since, MOST_OUT).await?);
    drop(snapshot);
    let shown = Shown::new(&who, &words, &query, around, remarks, now);
    let columns = shown.filled(&stories);
    let count: usize = columns.iter().map(|column| column.cards.len()).sum();
    let links: Vec<ViewLink> = board_views::links(&views, &query, &shown.around);
    let own = context! {
        columns => filling(columns),
        count => count,
        query => filling(&query),
        narrows => query.narrows(),
        choices => filling(choices(&shown)),
        views => filling(links),
        wanted => query.written(),
        shares => filling(board_views::shares(&who, &shown.around)),
        live => format!("/newsroom/live?{}", query.written()),
        since => now.as_microsecond(),
        may_write => who.badge.may(Right::StoriesWrite),
        scripts => [assets::path("board.js")],
    };
    room.page(&who, &words, "board", "board.html", own).await
}

fn of_view(view: &BoardView) -> BoardQuery {
    BoardQuery { view: view.id.to_string(), ..BoardQuery::read(&view.query) }
}

/// What filters may be set to.
#[derive(Serialize)]
struct Choices {
    desks: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    sections: Vec<(String, String)>,
}

fn choices(shown: &Shown<'_>) -> Choices {
    Choices {
        desks: shown.desks().map(|desk| (desk.key.to_string(), desk.name.clone())).collect(),
        languages: languages(&shown.around.agency),
        sections: sections(&shown.around.agency, shown.words),
    }
}

/// Editions by their own names.
pub(super) fn languages(agency: &Agency) -> Vec<(String, String)> {
    let editions = agency.editions.iter();
    editions.map(|e| (e.language.to_string(), e.language.native_name().to_owned())).collect()
}

/// Sections by key, named in the language of the page where there is an edition in it.
pub(super) fn sections(agency: &Agency, words: &Words) -> Vec<(String, String)> {
    let nearest = agency.editions.iter().find(|edition| edition.language.base() == words.language().base());
    let edition = nearest.or_else(|| agency.edition(agency.default_language)).or(agency.editions.first());
    let name =
        |key: &str| edition.and_then(|edition| edition.sections.get(key)).map(|section| section.name.clone());
    agency
        .sections
        .iter()
        .map(|section| (section.key.clone(), name(&section.key).unwrap_or_else(|| section.key.clone())))
        .collect()
}
