//! What there is to look at before release, in the reader's words and with its place.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Trouble;
use super::words::Words;
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::MediaId;
use crate::media::Media;
use crate::story::{self, Finding, Rule, Story, StoryCopy};

/// Something to look at, as pages and the editor show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Shown {
    pub rule: &'static str,
    pub block: Option<String>,
    pub field: Option<&'static str>,
    pub message: &'static str,
}

impl Shown {
    fn of(words: &Words, finding: Finding) -> Shown {
        Shown {
            rule: finding.rule.as_str(),
            block: finding.block.map(|block| block.to_string()),
            field: finding.field,
            message: words.text(key(finding.rule)),
        }
    }
}

/// Everything there is to look at in the working copy of a story.
pub(super) async fn all(
    conn: &mut Conn<'_>,
    agency: &Agency,
    words: &Words,
    story: &Story,
    known: &BTreeMap<MediaId, Media>,
) -> Result<Vec<Shown>, Trouble> {
    let found = story::checks(agency, story.language, &story.copy, known);
    let mut shown: Vec<Shown> = found.into_iter().map(|finding| Shown::of(words, finding)).collect();
    shown.extend(in_links(conn, agency, words, &story.copy).await?);
    Ok(shown)
}

/// What only the database knows: links that lead nowhere.
pub(super) async fn in_links(
    conn: &mut Conn<'_>,
    agency: &Agency,
    words: &Words,
    copy: &StoryCopy,
) -> Result<Vec<Shown>, Trouble> {
    let dead = story::dead_links(conn, agency, copy).await?;
    Ok(dead.into_iter().map(|finding| Shown::of(words, finding)).collect())
}

fn key(rule: Rule) -> &'static str {
    match rule {
        Rule::LongHeadline => "check_long_headline",
        Rule::EmptyBody => "check_empty_body",
        Rule::NoDateline => "check_no_dateline",
        Rule::NoAlt => "check_no_alt",
        Rule::NoCredit => "check_no_credit",
        Rule::NotInEdition => "check_not_in_edition",
        Rule::Quotes => "check_quotes",
        Rule::DeadLink => "check_dead_link",
    }
}
