//! A story: working copy, versions, and every act that changes what the public sees.
//!
//! Owns the tables `story`, `revision`, `version`, `released`, `listing`, `topic`, `author` and `due`. A story has
//! two states: [`Stage`], what the desk does with the working copy, and [`Release`], what the public sees.
//! Domain verbs take a connection inside a transaction and answer what changed; writing that into the log is
//! [`crate::publication`]'s.

mod act;
mod alike;
mod board;
mod calendar;
mod change;
mod checks;
mod copy;
mod create;
pub mod dateline;
mod due;
mod embargo;
mod error;
mod find;
mod flash;
pub mod format;
mod handover;
pub mod hash;
pub mod import;
mod mend;
mod names;
mod order;
mod perform;
mod preview;
mod publish;
mod redact;
mod release;
mod released;
mod released_page;
mod remark;
mod request;
mod running;
mod sight;
pub mod slug;
mod stage;
pub mod store;
mod versions;
mod withdraw;
mod writing;

pub use act::{Mandatory, PubStatus, StoryAct};
pub use alike::{Alike, Folded, alike};
pub use board::{Moved, by_ids, moved_since, of_group, open_stories, recently_out};
pub use calendar::{Outcome, Planned, open_ended, planned, planned_of};
pub use change::{Change, Touches, YOUNG_SECONDS, touch};
pub use checks::{Finding, Rule, checks, dead_links};
pub use copy::{
    Author, DatelineParts, Embargo, Group, HeadlineRole, MediaUse, OtherHeadline, SignOff, SignOffRole,
    StoryCopy, StoryKind, Subject, Topic, usual_urgency,
};
pub use create::{NewStory, create, create_at, save, save_locked};
pub use due::{
    Due, DueSet, SetFor, cancel_due, cancel_one, claim_due, due_after, move_due, next_due, record_due,
    schedule, waiting,
};
pub use embargo::move_embargo;
pub use error::StoryError;
pub use find::{Sought, find_public};
pub use flash::{Flash, Flashed, flash};
pub use handover::{HELD, Handover, hand, hand_locked};
pub use mend::put_right;
pub use names::{Names, topic_name};
pub use order::{Done, Languages, Lifting, Order, Pending};
pub use perform::{confirm, perform, perform_due, release_new};
pub use preview::preview_of;
pub use release::Release;
pub use released::{ReleasedStory, keep as keep_pages, newest, preview, refresh_pages, story_path};
pub use released_page::{Card, CardPicture, Notice, PageMedia, ReleasedPage};
pub use remark::{LONGEST_REMARK, Remark, remark_counts, remark_counts_of, remarks, say};
pub use request::drop_request;
pub use running::touch_lists;
pub use stage::{ApprovalRule, Stage, StageRefused};
pub use store::Story;
pub use versions::{Version, versions, versions_since};
pub use writing::{Revision, Saved, revision_copy, revisions, write_locked};
