//! The board: what the desk works on, in columns by stage.

use std::sync::Arc;

use axum::extract::{Query, State};
use jiff::{SignedDuration, Timestamp};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::card::{Card, CardMaker};
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::Words;
use super::{Newsroom, Trouble, assets};
use crate::desk::{self, Desk};
use crate::edition::Agency;
use crate::people::Right;
use crate::story::{self, Stage, Story};

/// The most open stories a board shows.
const MOST_OPEN: i64 = 1_000;
/// The most stories shown of those just out.
const MOST_OUT: i64 = 60;
/// For how long a story that is out, or was spiked, stays on the board.
const STAYS: SignedDuration = SignedDuration::from_hours(24);

/// What of a board is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct BoardQuery {
    /// Key of a desk; all where it is empty.
    pub desk: String,
    /// Language of the stories.
    pub language: String,
    /// Key of a section.
    pub section: String,
    /// `mine` for those one holds or is to write.
    pub whose: String,
    /// The least urgent that is shown.
    pub urgency: String,
    /// Words of headline or slugline.
    pub q: String,
}

/// Everything a board or one of its cards is made with.
pub(super) struct Shown<'a> {
    who: &'a OnDuty,
    words: &'a Words,
    query: &'a BoardQuery,
    agency: Arc<Agency>,
    people: PeopleHere,
    desks: Vec<Desk>,
    now: Timestamp,
}

impl<'a> Shown<'a> {
    /// Reads what is needed beside the stories.
    pub async fn load(
        room: &Newsroom,
        who: &'a OnDuty,
        words: &'a Words,
        query: &'a BoardQuery,
    ) -> Result<Shown<'a>, Trouble> {
        let mut reader = room.publication.db.reader().await?;
        let agency = room.publication.agency(&mut reader.conn()).await?;
        let people = PeopleHere::load(&mut reader.conn()).await?;
        let mut desks = desk::list(&mut reader.conn()).await?;
        desks.retain(|desk| who.sees(&desk.key));
        Ok(Shown { who, words, query, agency, people, desks, now: room.publication.clock.now() })
    }

    /// The card of a story on this board; `None` where it does not stand there.
    pub fn card(&self, story: &Story) -> Option<Card> {
        let column = self.column(story)?;
        (self.who.at(story).is_ok() && self.asked_for(story)).then(|| self.maker().card(story, column))
    }

    fn maker(&self) -> CardMaker<'_> {
        CardMaker {
            who: self.who,
            words: self.words,
            people: &self.people,
            agency: &self.agency,
            now: self.now,
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

    fn one_desk(&self) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.key.as_str() == self.query.desk)
    }

    fn asked_for(&self, story: &Story) -> bool {
        let query = self.query;
        let is = |wanted: &str, found: &str| wanted.is_empty() || wanted == found;
        let me = Some(self.who.badge.person.id);
        let mine = || story.held_at(self.now) == me || story.assigned == me || story.created_by == me;
        let words = query.q.trim().to_lowercase();
        let found = |text: &str| text.to_lowercase().contains(&words);
        is(&query.desk, story.desk.as_str())
            && is(&query.language, story.language.as_str())
            && is(&query.section, &story.copy.section)
            && query.urgency.parse().map_or(true, |least: u8| story.copy.urgency <= least)
            && (query.whose != "mine" || mine())
            && (words.is_empty()
                || found(&story.copy.headline)
                || story.copy.slugline.as_deref().is_some_and(found))
    }

    fn columns(&self) -> Vec<Column> {
        let named = |key: &str, text: &'static str| Column {
            key: key.to_owned(),
            name: self.words.text(text).to_owned(),
            cards: Vec::new(),
        };
        let mut columns = vec![named("draft", "stage_draft")];
        let steps = self.one_desk().map(|desk| desk.steps.as_slice()).unwrap_or_default();
        columns.extend(steps.iter().enumerate().map(|(place, step)| Column {
            key: format!("step-{place}"),
            name: step.clone(),
            cards: Vec::new(),
        }));
        columns.extend([
            named("submitted", "stage_submitted"),
            named("approved", "stage_approved"),
            named("out", "stage_released"),
        ]);
        columns
    }
}

#[derive(Serialize)]
struct Column {
    key: String,
    name: String,
    cards: Vec<Card>,
}

/// `GET /newsroom/board`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<BoardQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let shown = Shown::load(&room, &who, &words, &query).await?;
    let since = shown.now - STAYS;
    let mut snapshot = room.publication.db.snapshot().await?;
    let mut stories = story::open_stories(&mut snapshot.conn(), since, MOST_OPEN).await?;
    stories.extend(story::recently_out(&mut snapshot.conn(), since, MOST_OUT).await?);
    drop(snapshot);
    let mut columns = shown.columns();
    let mut count = 0;
    for card in stories.iter().filter_map(|story| shown.card(story)) {
        if let Some(column) = columns.iter_mut().find(|column| column.key == card.column) {
            column.cards.push(card);
            count += 1;
        }
    }
    for column in &mut columns {
        column.cards.sort_by_key(|card| std::cmp::Reverse(card.order));
    }
    let own = context! {
        columns => filling(columns),
        count => count,
        query => filling(&query),
        choices => filling(choices(&shown)),
        live => format!("/newsroom/live?{}", pairs(&query)),
        may_write => who.badge.may(Right::StoriesWrite),
        scripts => [assets::path("board.js")],
    };
    room.page(&who, &words, "board", "board.html", own).await
}

fn pairs(query: &BoardQuery) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        ("desk", &query.desk),
        ("language", &query.language),
        ("section", &query.section),
        ("whose", &query.whose),
        ("urgency", &query.urgency),
        ("q", &query.q),
    ] {
        if !value.is_empty() {
            pairs.append_pair(name, value);
        }
    }
    pairs.finish()
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
        desks: shown.desks.iter().map(|desk| (desk.key.to_string(), desk.name.clone())).collect(),
        languages: languages(&shown.agency),
        sections: sections(&shown.agency, shown.words),
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
