//! What a desk looks at before release. None of it keeps copy from being released; an editor may know better.
//!
//! The editor applies the same rules while somebody writes (`web/newsroom/editor/checks.js`); `fixtures/checks.json`
//! holds cases that both must judge alike.

use std::collections::{BTreeMap, BTreeSet};

use story_body::{Block, BlockId, Kind, Link, MediaRef};
use unicode_normalization::char::is_combining_mark;

use super::{StoryCopy, StoryKind};
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::{MediaId, StoryNumber};
use crate::lang::Language;
use crate::media::Media;

/// Headlines longer than this are cut where they are shown small.
pub const LONG_HEADLINE: usize = 110;
/// The most links of a story that are followed.
const MOST_LINKS: usize = 200;

/// Something worth a second look, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub rule: Rule,
    /// The block, where it is in the body.
    pub block: Option<BlockId>,
    /// The field, where it is in one.
    pub field: Option<&'static str>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
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
    /// A link leads to a story of ours that readers cannot open.
    DeadLink,
}

impl Rule {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Rule::LongHeadline => "long_headline",
            Rule::EmptyBody => "empty_body",
            Rule::NoDateline => "no_dateline",
            Rule::NoAlt => "no_alt",
            Rule::NoCredit => "no_credit",
            Rule::NotInEdition => "not_in_edition",
            Rule::Quotes => "quotes",
            Rule::DeadLink => "dead_link",
        }
    }

    fn in_field(self, field: &'static str) -> Finding {
        Finding { rule: self, block: None, field: Some(field) }
    }

    fn in_block(self, block: &Block) -> Finding {
        Finding { rule: self, block: Some(block.id.clone()), field: None }
    }
}

/// What there is to look at in `copy`, as far as the copy alone shows it. What a picture does not say itself, its record
/// in `known` may.
pub fn checks(
    agency: &Agency,
    language: Language,
    copy: &StoryCopy,
    known: &BTreeMap<MediaId, Media>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if letters(&copy.headline) > LONG_HEADLINE {
        found.push(Rule::LongHeadline.in_field("headline"));
    }
    if unbalanced(&copy.headline, language.base(), "") {
        found.push(Rule::Quotes.in_field("headline"));
    }
    let edition = agency.edition(language);
    if edition.is_none_or(|edition| !edition.sections.contains_key(&copy.section)) {
        found.push(Rule::NotInEdition.in_field("section"));
    }
    let placed = copy.dateline.as_ref().is_some_and(|dateline| dateline.place.is_some());
    let dated = matches!(copy.kind, StoryKind::News | StoryKind::Interview) && copy.urgency > 1;
    if dated && !placed {
        found.push(Rule::NoDateline.in_field("dateline_place"));
    }
    if copy.urgency > 1 && copy.body.is_empty() {
        found.push(Finding { rule: Rule::EmptyBody, block: None, field: None });
    }
    found.extend(beside(copy, known));
    found.extend(within(copy, known));
    found.extend(quotes(copy, language));
    found
}

/// Letters as people count them: accents and signs nobody sees are none.
fn letters(text: &str) -> usize {
    let unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    text.chars().filter(|c| !is_combining_mark(*c) && !unseen(*c)).count()
}

/// What a picture lacks, given what it says itself and what its record says.
fn lacking(alt: Option<&Option<String>>, credit: &Option<String>, record: Option<&Media>) -> Vec<Rule> {
    let said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let fields = record.map(|record| &record.fields);
    let mut lacking = Vec::new();
    if alt.is_some_and(|alt| !said(alt)) && !fields.is_some_and(|fields| said(&fields.alt)) {
        lacking.push(Rule::NoAlt);
    }
    if !said(credit) && !fields.is_some_and(|fields| said(&fields.credit) || !fields.creators.is_empty()) {
        lacking.push(Rule::NoCredit);
    }
    lacking
}

fn beside(copy: &StoryCopy, known: &BTreeMap<MediaId, Media>) -> Vec<Finding> {
    let used = copy.media.iter();
    let lacking = used.flat_map(|used| lacking(Some(&used.alt), &used.credit, known.get(&used.media)));
    let rules: BTreeSet<Rule> = lacking.collect();
    rules.into_iter().map(|rule| rule.in_field("media")).collect()
}

fn within(copy: &StoryCopy, known: &BTreeMap<MediaId, Media>) -> Vec<Finding> {
    let record = |media: &MediaRef| media.as_str().parse().ok().and_then(|id| known.get(&id));
    let mut found = Vec::new();
    for block in &copy.body.blocks {
        let rules: BTreeSet<Rule> = match &block.kind {
            Kind::Picture(one) => {
                lacking(Some(&one.alt), &one.credit, record(&one.media)).into_iter().collect()
            }
            Kind::Gallery(gallery) => {
                let pictures = gallery.pictures.iter();
                pictures.flat_map(|one| lacking(Some(&one.alt), &one.credit, record(&one.media))).collect()
            }
            Kind::Video(one) => lacking(None, &one.credit, record(&one.media)).into_iter().collect(),
            Kind::Audio(one) => lacking(None, &one.credit, record(&one.media)).into_iter().collect(),
            _ => BTreeSet::new(),
        };
        found.extend(rules.into_iter().map(|rule| rule.in_block(block)));
    }
    found
}

fn quotes(copy: &StoryCopy, language: Language) -> Vec<Finding> {
    let texts: Vec<String> = copy.body.blocks.iter().map(text_of).collect();
    let blocks = copy.body.blocks.iter().enumerate();
    let open = blocks.filter(|(place, block)| {
        let own = block.lang.as_ref().map(|tag| tag.as_str().split('-').next().unwrap_or_default());
        let next = texts.get(place + 1).map_or("", String::as_str);
        unbalanced(&texts[*place], own.unwrap_or(language.base()), next)
    });
    open.map(|(_, block)| Rule::Quotes.in_block(block)).collect()
}

fn text_of(block: &Block) -> String {
    let mut lines = Vec::new();
    block.kind.each_content(&mut |content| lines.push(content.text()));
    if let Kind::Preformatted(text) = &block.kind {
        lines.push(text.clone());
    }
    lines.join("\n")
}

/// Whether quotation marks do not come in pairs. A quotation of several paragraphs may open each of them and close the
/// last; single marks are left alone, being apostrophes as well.
fn unbalanced(text: &str, language: &str, next: &str) -> bool {
    let many = |mark: char| text.matches(mark).count() as i64;
    let differ = |opening: i64, closing: i64, mark: char| {
        let more = opening - closing;
        more != 0 && !(more == 1 && next.trim_start().starts_with(mark))
    };
    if many('"') % 2 != 0 {
        return true;
    }
    // German and Russian inner marks close with the sign that opens in English; German guillemets may point inwards.
    if many('„') > 0 || language == "de" {
        let inward = differ(many('«'), many('»'), '«') && differ(many('»'), many('«'), '»');
        return differ(many('„'), many('“') + many('”'), '„') || inward;
    }
    differ(many('“'), many('”'), '“')
        || many('《') != many('》')
        || many('「') != many('」')
        || differ(many('«'), many('»'), '«')
}

/// Links to stories of ours that readers cannot open.
pub async fn dead_links(
    conn: &mut Conn<'_>,
    agency: &Agency,
    copy: &StoryCopy,
) -> Result<Vec<Finding>, DbError> {
    let mut found = Vec::new();
    let mut asked: BTreeMap<StoryNumber, bool> = BTreeMap::new();
    for block in &copy.body.blocks {
        let mut numbers = BTreeSet::new();
        block.kind.each_content(&mut |content| {
            let links = content.runs().iter().flat_map(|run| &run.link);
            numbers.extend(links.filter_map(|link| own_story(link, agency)));
        });
        for number in numbers {
            if asked.len() >= MOST_LINKS {
                return Ok(found);
            }
            let is_public = match asked.get(&number) {
                Some(is_public) => *is_public,
                None => {
                    let sql = "SELECT number FROM released WHERE number = $1 AND state = 'public'";
                    conn.optional(sql, [number.into()]).await?.is_some()
                }
            };
            asked.insert(number, is_public);
            if !is_public {
                found.push(Rule::DeadLink.in_block(block));
            }
        }
    }
    found.dedup();
    Ok(found)
}

/// The number of a story of ours that a link names.
fn own_story(link: &Link, agency: &Agency) -> Option<StoryNumber> {
    let address = link.as_str();
    let path = address.strip_prefix(agency.origin.as_str()).unwrap_or(address);
    let path = path.split(['?', '#']).next().filter(|path| path.starts_with('/'))?;
    let (language, rest) = path.trim_start_matches('/').split_once('/')?;
    agency.edition_of_tag(language)?;
    let page = rest.strip_suffix("/history").unwrap_or(rest);
    let last = page.rsplit('/').next()?;
    let number = last.rsplit('-').next()?;
    // A day of the archive ends in a number too.
    let is_story = last.contains('-') || !page.contains('/');
    number.parse().ok().and_then(StoryNumber::new).filter(|_| is_story)
}

#[cfg(test)]
mod tests;
