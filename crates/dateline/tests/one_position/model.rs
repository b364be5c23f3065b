//! What the public must see at each position of the log, worked out from the log alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline::publication::{Entry, EntryKind};
use dateline::story::Release;
use jiff::Timestamp;

/// What one version says, as far as pages show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// `k17 r3`: the story's key and the revision.
    pub mark: String,
    /// The slug of its section in its language.
    pub section: &'static str,
    /// `en` or `az`
    pub language: &'static str,
}

impl Text {
    /// Where a story that says this is.
    pub fn path(&self, number: i64) -> String {
        format!("/{}/{}/story-{}-{number}", self.language, self.section, self.mark.replace(' ', "-"))
    }
}

/// A story at one position.
#[derive(Clone, Debug)]
pub struct StoryAt {
    /// What the public sees.
    pub release: Release,
    /// What was last shown, once something was.
    pub shown: Option<Text>,
    /// First publication.
    pub published: Option<Timestamp>,
    /// Without its headline in the address.
    pub taken_down: bool,
    /// Instants of its corrections.
    pub corrections: Vec<Timestamp>,
    /// The story in all its languages, by its first number.
    pub group: i64,
}

impl StoryAt {
    /// Its address, once it has one.
    pub fn path(&self, number: i64) -> Option<String> {
        let shown = self.shown.as_ref()?;
        Some(if self.taken_down { format!("/{}/{number}", shown.language) } else { shown.path(number) })
    }
}

/// Every story at one position, by number.
pub type State = BTreeMap<i64, StoryAt>;

/// The states at all positions, the empty one first.
pub struct Model {
    states: Vec<State>,
}

impl Model {
    /// From the whole log, what each version says, and which story opened the group of each.
    pub fn new(log: &[Entry], texts: &HashMap<(i64, i64), Text>, groups: &HashMap<i64, i64>) -> Model {
        let mut states = vec![State::new()];
        for entry in log {
            let mut state = states.last().unwrap().clone();
            if entry.kind == EntryKind::Story {
                apply(&mut state, entry, texts, groups);
            }
            states.push(state);
        }
        Model { states }
    }

    /// The state at a position.
    pub fn at(&self, seq: i64) -> &State {
        &self.states[seq as usize]
    }

    /// The newest position.
    pub fn head(&self) -> i64 {
        self.states.len() as i64 - 1
    }
}

fn apply(state: &mut State, entry: &Entry, texts: &HashMap<(i64, i64), Text>, groups: &HashMap<i64, i64>) {
    let number = entry.number.unwrap().get();
    let story = state.entry(number).or_insert(StoryAt {
        release: Release::Never,
        shown: None,
        published: None,
        taken_down: false,
        corrections: Vec::new(),
        group: groups[&number],
    });
    story.release = match entry.act.as_str() {
        "advance" => Release::Advanced,
        "hold" => Release::Held,
        "kill" => Release::Killed,
        "takedown" => Release::TakenDown,
        "unpublish" => Release::Unpublished,
        _ if entry.trusted => Release::Advanced,
        _ => Release::Public,
    };
    match story.release {
        Release::Public => {
            let text = &texts[&(number, entry.version.unwrap())];
            story.shown = Some(text.clone());
            story.taken_down = false;
            story.published.get_or_insert(entry.at);
            if entry.act == "correction" {
                story.corrections.push(entry.at);
            }
        }
        Release::TakenDown => {
            story.taken_down = true;
            story.corrections.clear();
        }
        _ => {}
    }
}

/// Public stories of a language, and of one of its sections where one is named, the newest first.
pub fn listed(state: &State, language: &str, section: Option<&str>) -> Vec<i64> {
    let mut stories: Vec<(Timestamp, i64)> = public(state)
        .filter(|(_, text, _)| text.language == language && section.is_none_or(|name| name == text.section))
        .map(|(number, _, story)| (story.published.unwrap(), number))
        .collect();
    stories.sort_by_key(|place| Reverse(*place));
    stories.into_iter().map(|(_, number)| number).collect()
}

/// The stories named by the newest notes of the corrections page.
pub fn corrected(state: &State, language: &str, notes: usize) -> BTreeSet<i64> {
    let mut all: Vec<(Timestamp, i64)> = public(state)
        .filter(|(_, text, _)| text.language == language)
        .flat_map(|(number, _, story)| story.corrections.iter().map(move |at| (*at, number)))
        .collect();
    all.sort_by_key(|place| Reverse(*place));
    all.into_iter().take(notes).map(|(_, number)| number).collect()
}

/// The public stories of a group.
pub fn fellows(state: &State, group: i64) -> impl Iterator<Item = i64> + '_ {
    public(state).filter(move |(_, _, story)| story.group == group).map(|(number, _, _)| number)
}

/// Every public story with what it shows.
pub fn public(state: &State) -> impl Iterator<Item = (i64, &Text, &StoryAt)> + '_ {
    let public = state.iter().filter(|(_, story)| story.release == Release::Public);
    public.map(|(number, story)| (*number, story.shown.as_ref().unwrap(), story))
}

/// The addresses of stories.
pub fn paths(state: &State, numbers: impl IntoIterator<Item = i64>) -> BTreeSet<String> {
    numbers.into_iter().map(|number| state[&number].path(number).unwrap()).collect()
}
