//! Desks: teams that own stories, with their languages, sections, rule for approval and members.
//!
//! Owns the tables `desk`, `desk_member`, `board_view` and `board_opening`, and the rule of who may do what where ([`Badge`]): the roles somebody has
//! everywhere, and those they have at one desk. What a desk does with a story is [`crate::story`]'s.

mod badge;
mod key;
mod store;
#[cfg(test)]
mod tests;
mod verbs;
mod view;

use crate::lang::Language;
use crate::story::ApprovalRule;

pub use badge::Badge;
pub use key::{BadDeskKey, DeskKey};
pub use store::{Member, approval_of, badge, find, list, members};
pub use verbs::{DeskError, DeskPlan, add, delete_role, edit, move_up, set_member};
pub use view::{BoardView, ViewChange, ViewError, change_view, keep_view, open_with, opening_view, views};

/// A desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// Its identity.
    pub key: DeskKey,
    /// What people read.
    pub name: String,
    /// Its place among desks.
    pub position: i64,
    /// Languages it works in; none stands for all.
    pub languages: Vec<Language>,
    /// Keys of sections it works for; none stands for all.
    pub sections: Vec<String>,
    /// Who must clear copy before release.
    pub approval: ApprovalRule,
    /// Names of its own steps while copy is written, in their order.
    pub steps: Vec<String>,
}

impl Desk {
    /// Whether stories of a language and section are its own.
    pub fn covers(&self, language: Language, section: &str) -> bool {
        let speaks = self.languages.is_empty() || self.languages.contains(&language);
        speaks && (self.sections.is_empty() || self.sections.iter().any(|own| own == section))
    }
}
