//! What a desk looks at before release. None of it keeps copy from being released; an editor may know better.

use story_body::Kind;

use super::{StoryCopy, StoryKind};
use crate::edition::Agency;
use crate::lang::Language;

/// Headlines longer than this are cut where they are shown small.
const LONG_HEADLINE: usize = 110;

/// Something worth a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The headline is long.
    LongHeadline,
    /// Nothing is in the body, and it is no flash.
    EmptyBody,
    /// No place says where it was reported.
    NoDateline,
    /// A picture says nothing to those who do not see it.
    NoAlt,
    /// A picture names nobody.
    NoCredit,
    /// The section is not in this edition.
    NotInEdition,
    /// A quotation is opened and not closed, or the other way round.
    Quotes,
}

impl Finding {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Finding::LongHeadline => "long_headline",
            Finding::EmptyBody => "empty_body",
            Finding::NoDateline => "no_dateline",
            Finding::NoAlt => "no_alt",
            Finding::NoCredit => "no_credit",
            Finding::NotInEdition => "not_in_edition",
            Finding::Quotes => "quotes",
        }
    }
}

/// What there is to look at in `copy`.
pub fn checks(agency: &Agency, language: Language, copy: &StoryCopy) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut note = |finding, wrong: bool| {
        if wrong {
            found.push(finding);
        }
    };
    note(Finding::LongHeadline, copy.headline.chars().count() > LONG_HEADLINE);
    note(Finding::EmptyBody, copy.urgency > 1 && copy.body.is_empty());
    let placed = copy.dateline.as_ref().is_some_and(|dateline| dateline.place.is_some());
    let dated = matches!(copy.kind, StoryKind::News | StoryKind::Interview) && copy.urgency > 1;
    note(Finding::NoDateline, dated && !placed);
    let (alt, credit) = pictures(copy);
    note(Finding::NoAlt, !alt);
    note(Finding::NoCredit, !credit);
    let edition = agency.edition(language);
    note(Finding::NotInEdition, edition.is_none_or(|edition| !edition.sections.contains_key(&copy.section)));
    note(Finding::Quotes, !balanced(&copy.headline) || !balanced(&copy.body.to_text()));
    found
}

/// Whether every picture has its text for those who do not see it, and its credit.
fn pictures(copy: &StoryCopy) -> (bool, bool) {
    let said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let mut all = (true, true);
    let mut see = |alt: &Option<String>, credit: &Option<String>| {
        all = (all.0 && said(alt), all.1 && said(credit));
    };
    for media in &copy.media {
        see(&media.alt, &media.credit);
    }
    for block in &copy.body.blocks {
        match &block.kind {
            Kind::Picture(picture) => see(&picture.alt, &picture.credit),
            Kind::Gallery(gallery) => gallery.pictures.iter().for_each(|p| see(&p.alt, &p.credit)),
            _ => {}
        }
    }
    all
}

/// Whether what opens a quotation is closed: pairs of different marks, and straight marks in even numbers.
fn balanced(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    let straight = count('"') % 2 == 0;
    let guillemets = count('«') == count('»');
    // German closes with the mark that English opens with.
    let low = count('„');
    let (opened, closed) = (count('“'), count('”'));
    let curly = if low > 0 { low == opened + closed } else { opened == closed };
    straight && guillemets && curly && count('「') == count('」') && count('《') == count('》')
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[test]
    fn quotation_marks_of_many_languages_are_counted() {
        for text in ["“Yes,” she said.", "«Oui»", "„Ja“, sagte er.", "\"Yes\"", "《新闻》", "It’s fine"]
        {
            assert!(balanced(text), "{text}");
        }
        for text in ["“Yes, she said.", "«Oui", "„Ja, sagte er.", "\"Yes", "《新闻"] {
            assert!(!balanced(text), "{text}");
        }
    }
}
