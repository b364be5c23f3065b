//! What of a board is shown: as its address says it, and as a view keeps it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::on_duty::OnDuty;
use crate::story::Story;

/// Copy due within this time is due soon.
pub(super) const SOON: SignedDuration = SignedDuration::from_hours(2);

/// The most pairs of an address that are looked at.
const MOST_PAIRS: usize = 50;

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
    /// `mine` for those one holds or is to write, `nobody` for those nobody has.
    pub whose: String,
    /// The least urgent that is shown.
    pub urgency: String,
    /// `late`, `soon` or `set`: those with a time that has passed, comes within two hours, or is set at all.
    pub due: String,
    /// Words of headline or slugline.
    pub q: String,
    /// The view it comes from.
    pub view: String,
    /// For live boards: the instant of the page, in microseconds since 1970.
    pub since: String,
}

impl BoardQuery {
    /// What a view or an address says; what means nothing here is left out.
    pub fn read(query: &str) -> BoardQuery {
        let mut read = BoardQuery::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()).take(MOST_PAIRS) {
            let field = match &*name {
                "desk" => &mut read.desk,
                "language" => &mut read.language,
                "section" => &mut read.section,
                "whose" => &mut read.whose,
                "urgency" => &mut read.urgency,
                "due" => &mut read.due,
                "q" => &mut read.q,
                "view" => &mut read.view,
                _ => continue,
            };
            *field = value.into_owned();
        }
        read
    }

    fn pairs(&self) -> [(&'static str, &str); 7] {
        [
            ("desk", &self.desk),
            ("language", &self.language),
            ("section", &self.section),
            ("whose", &self.whose),
            ("urgency", &self.urgency),
            ("due", &self.due),
            ("q", &self.q),
        ]
    }

    /// As an address and a view have it; empty where everything is shown.
    pub fn written(&self) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(self.pairs().into_iter().filter(|(_, value)| !value.is_empty()));
        pairs.finish()
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    /// Whether a story is among what is shown to somebody at `now`.
    pub fn shows(&self, story: &Story, who: &OnDuty, now: Timestamp) -> bool {
        let is = |wanted: &str, found: &str| wanted.is_empty() || wanted == found;
        is(&self.desk, story.desk.as_str())
            && is(&self.language, story.language.as_str())
            && is(&self.section, &story.copy.section)
            && self.urgency.parse().map_or(true, |least: u8| story.copy.urgency <= least)
            && self.is_whose(story, who, now)
            && self.is_due(story, now)
            && self.has_words(story)
    }

    fn is_whose(&self, story: &Story, who: &OnDuty, now: Timestamp) -> bool {
        let (me, holder) = (Some(who.badge.person.id), story.held_at(now));
        match self.whose.as_str() {
            "mine" => holder == me || story.assigned == me || story.created_by == me,
            "nobody" => holder.is_none() && story.assigned.is_none(),
            _ => true,
        }
    }

    fn is_due(&self, story: &Story, now: Timestamp) -> bool {
        match self.due.as_str() {
            "late" => story.due_at.is_some_and(|due| due < now),
            "soon" => story.due_at.is_some_and(|due| due < now + SOON),
            "set" => story.due_at.is_some(),
            _ => true,
        }
    }

    fn has_words(&self, story: &Story) -> bool {
        let words = self.q.trim().to_lowercase();
        let found = |text: &str| text.to_lowercase().contains(&words);
        words.is_empty() || found(&story.copy.headline) || story.copy.slugline.as_deref().is_some_and(found)
    }
}

#[cfg(test)]
mod tests {
    use super::BoardQuery;

    #[test]
    fn what_is_written_is_read_again_and_what_means_nothing_is_left_out() {
        let query =
            BoardQuery { desk: "politics".into(), q: "ferry & bridge".into(), ..BoardQuery::default() };
        assert_eq!(query.written(), "desk=politics&q=ferry+%26+bridge");
        assert_eq!(BoardQuery::read(&query.written()), query);
        assert!(query.narrows() && !BoardQuery::read("%%%&x=1&desk=").narrows());
    }
}
