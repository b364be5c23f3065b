//! What somebody is told, and how they want to be told it.
//!
//! Owns the tables `notice` and `notice_choice`. Who is to be told what is said by whoever does it, in the act that
//! makes it so; whether that becomes a letter, at once or with others, or nothing at all, is the person's choice.
//!
//! Not here: the words of notices and letters, which are the newsroom's pages'.

mod choice;
mod store;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::db::{Conn, DbError};
use crate::ids::{PersonId, StoryNumber};
use crate::jobs;

pub use choice::{Choices, choices, choose};
pub use store::{Notice, newest, see_all, take_for_letter, unseen, unseen_of};

/// The kind of errand that writes a letter of what waits to be told: its payload is a [`LetterDue`].
pub const LETTER: &str = "notice.letter";

/// The hour at which a day's notices are sent, in the agency's zone.
const MORNING: i8 = 7;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A story was assigned to them.
    Assigned,
    /// Somebody asks for the story they hold.
    Asked,
    /// A story was handed to them.
    Handed,
    /// The story they held was taken over.
    Taken,
    /// Their copy was sent back.
    SentBack,
    /// Copy waits for approval at their desk.
    Wanted,
    /// Their copy was approved.
    Approved,
    /// Their story was published, or changed for readers.
    Released,
    /// Somebody named them in a remark.
    Mention,
    /// Somebody remarked on their story.
    Remark,
    /// A second person is wanted.
    Confirm,
    /// What they asked for was confirmed.
    Confirmed,
    /// Nobody came: they may confirm alone what they asked for.
    MayAlone,
    /// Somebody confirmed alone.
    ConfirmedAlone,
    /// What a second person was wanted for was taken back.
    TakenBack,
    /// A reader says that a fact in it is wrong.
    Reported,
}

impl Kind {
    /// Every kind, in the order in which people choose.
    pub const ALL: [Kind; 16] = [
        Kind::Assigned,
        Kind::Asked,
        Kind::Handed,
        Kind::Taken,
        Kind::SentBack,
        Kind::Wanted,
        Kind::Approved,
        Kind::Released,
        Kind::Mention,
        Kind::Remark,
        Kind::Reported,
        Kind::Confirmed,
        Kind::Confirm,
        Kind::MayAlone,
        Kind::ConfirmedAlone,
        Kind::TakenBack,
    ];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Assigned => "assigned",
            Kind::Asked => "asked",
            Kind::Handed => "handed",
            Kind::Taken => "taken",
            Kind::SentBack => "sent_back",
            Kind::Wanted => "wanted",
            Kind::Approved => "approved",
            Kind::Released => "released",
            Kind::Mention => "mention",
            Kind::Remark => "remark",
            Kind::Confirm => "confirm",
            Kind::Confirmed => "confirmed",
            Kind::MayAlone => "may_alone",
            Kind::ConfirmedAlone => "confirmed_alone",
            Kind::TakenBack => "taken_back",
            Kind::Reported => "reported",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether nobody may choose not to be told. A letter goes out at once then, which whoever asks writes.
    pub fn is_fixed(self) -> bool {
        matches!(self, Kind::Confirm | Kind::MayAlone | Kind::ConfirmedAlone | Kind::TakenBack)
    }
}

/// How somebody is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Not at all.
    Nothing,
    /// In the newsroom's pages.
    #[default]
    Here,
    /// There, and by a letter at once.
    Mail,
    /// There, and by a letter with everything of an hour.
    Hourly,
    /// There, and by a letter with everything of a day.
    Daily,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 5] = [Way::Nothing, Way::Here, Way::Mail, Way::Hourly, Way::Daily];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Nothing => "nothing",
            Way::Here => "here",
            Way::Mail => "mail",
            Way::Hourly => "hourly",
            Way::Daily => "daily",
        }
    }

    /// The way of a word.
    pub fn parse(word: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.as_str() == word)
    }

    /// When a letter is due for what happens at `now`; `None` where none is written.
    pub fn letter_at(self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Way::Nothing | Way::Here => None,
            Way::Mail => Some(now),
            Way::Hourly => {
                let hours = now.as_second().div_euclid(3_600) + 1;
                Some(Timestamp::from_second(hours * 3_600).unwrap_or(now))
            }
            Way::Daily => {
                let local = now.to_zoned(zone.clone());
                let mut day = local.date();
                if local.hour() >= MORNING {
                    day = day.saturating_add(1.day());
                }
                let morning = day.at(MORNING, 0, 0, 0).to_zoned(zone.clone());
                Some(morning.map_or(now + SignedDuration::from_hours(24), |at| at.timestamp()))
            }
        }
    }
}

/// A letter that is due: whose, and of which notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDue {
    /// Whose notices.
    pub person: PersonId,
    /// Those that are told this way.
    pub way: Way,
}

/// Tells somebody something about a story, in the act that made it so. Nobody is told of what they did themselves, nor
/// what they chose not to hear.
pub async fn tell(
    conn: &mut Conn<'_>,
    to: PersonId,
    kind: Kind,
    number: StoryNumber,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<(), DbError> {
    if by == Some(to) {
        return Ok(());
    }
    let way = choice::way_of(conn, to, kind).await?;
    if way == Way::Nothing {
        return Ok(());
    }
    store::insert(conn, to, way, &Notice { at: now, kind, number, by, seen_at: None }).await?;
    let zone = if way == Way::Daily { store::zone(conn).await? } else { TimeZone::UTC };
    if let Some(at) = way.letter_at(now, &zone) {
        // One for each notice: the first that is done takes all that wait, the others find nothing.
        jobs::queue(conn, LETTER, &LetterDue { person: to, way }, at).await?;
    }
    Ok(())
}
