//! The interface texts of an edition: the built-in one beside the agency's own, grouped, searched, put back.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use minijinja::value::merge_maps;
use serde::{Deserialize, Serialize};

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::{Newsroom, Trouble};
use super::fields::Fields;
use super::preview::PAGES;
use super::sheet::{Sent, Sheet};
use crate::edition::AgencyDescription;
use crate::lang::{Language, fold};
use crate::people::Right;
use crate::texts::Texts;

/// The sheet of an edition's texts: the agency's own by their keys, empty where the built-in one stands.
struct TextsSheet(Language);

impl Sheet for TextsSheet {
    fn fields(&self, standing: &AgencyDescription) -> Fields {
        let Some(entry) = standing.editions.get(self.0.as_str()) else { return Fields::new() };
        let own = |key: &str| entry.texts.get(key).cloned().unwrap_or_default();
        Texts::built_in().keys().map(|key| (key.to_owned(), own(key))).collect()
    }

    fn put(&self, standing: &mut AgencyDescription, typed: &Fields) {
        let Some(entry) = standing.editions.get_mut(self.0.as_str()) else { return };
        for (key, text) in typed {
            match text.is_empty() {
                true => drop(entry.texts.remove(key)),
                false => drop(entry.texts.insert(key.clone(), text.clone())),
            }
        }
    }

    fn field_of(&self, at: &str) -> Option<String> {
        at.strip_prefix(&format!("edition.{}.texts.", self.0)).map(str::to_owned)
    }
}

/// The headings of the texts' file, and the keys of what the newsroom calls them.
const GROUPS: [(&str, &str); 11] = [
    ("The frame of every page", "texts_frame"),
    ("The front", "texts_front"),
    ("Kinds of stories", "texts_kinds"),
    ("A story", "texts_story"),
    ("Lists", "texts_lists"),
    ("History and corrections", "texts_history"),
    ("What is no longer there", "texts_gone"),
    ("Errors", "texts_errors"),
    ("Feeds and other readers that are programs", "texts_feeds"),
    ("Letters to the newsroom", "texts_letters"),
    ("Mistakes that readers report", "texts_reports"),
];

/// What is given to texts, and the keys of what the newsroom says of it.
const GAPS: [(&str, &str); 12] = [
    ("agency", "gap_agency"),
    ("count", "gap_count"),
    ("date", "gap_date"),
    ("headline", "gap_headline"),
    ("month", "gap_month"),
    ("name", "gap_name"),
    ("names", "gap_names"),
    ("number", "gap_number"),
    ("reference", "gap_reference"),
    ("section", "gap_section"),
    ("time", "gap_time"),
    ("topic", "gap_topic"),
];

/// What of the texts is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TextsQuery {
    q: String,
    own: String,
    said: String,
}

#[derive(Serialize)]
struct Group {
    name: &'static str,
    texts: Vec<TextRow>,
    /// How many are the agency's own.
    own: usize,
    open: bool,
}

#[derive(Serialize)]
struct TextRow {
    key: String,
    built_in: String,
    /// What is given to it: the name, and the key of what it is.
    gaps: Vec<(&'static str, &'static str)>,
    rows: usize,
}

fn sheet(tag: &str) -> Result<TextsSheet, Trouble> {
    Language::parse(tag).map(TextsSheet).map_err(|_| Trouble::NotFound)
}

/// The edition whose texts are meant by a tag that is none: one of the same language, else the agency's default, else
/// any there is.
fn nearest(standing: &AgencyDescription, tag: &str) -> Option<String> {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let default = &standing.agency.default_language;
    let of_language = standing.editions.keys().find(|known| base(known) == base(tag));
    let usual = || standing.editions.keys().find(|known| *known == default);
    of_language.or_else(usual).or_else(|| standing.editions.keys().next()).cloned()
}

/// `GET /newsroom/settings/texts/{language}?q=&own=`; a tag of no edition leads to the nearest one.
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    Query(query): Query<TextsQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let standing = room.standing().await?;
    if !standing.editions.contains_key(&tag) {
        let near = nearest(&standing, &tag).ok_or(Trouble::NotFound)?;
        return Ok(see_other(&format!("/newsroom/settings/texts/{near}")));
    }
    let sheet = sheet(&tag)?;
    let (_, sent) = room.opened(&who, &sheet).await?;
    page(&room, &who, sheet.0, &sent, &query).await
}

/// `POST /newsroom/settings/texts/{language}`
pub(super) async fn submit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (sheet, form) = (sheet(&tag)?, Form::read(&body)?);
    let query = TextsQuery { q: form.line("q"), own: form.line("own"), said: String::new() };
    match room.saved(&who, &sheet, &form).await? {
        None => {
            let pairs = [("q", query.q.as_str()), ("own", query.own.as_str()), ("said", "saved")];
            let back = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            Ok(see_other(&format!("/newsroom/settings/texts/{}?{back}", sheet.0)))
        }
        Some(sent) => page(&room, &who, sheet.0, &sent, &query).await,
    }
}

/// `POST /newsroom/settings/texts/{language}/preview`
pub(super) async fn preview(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(tag): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let sheet = sheet(&tag)?;
    room.preview_of(&who, &sheet, &Form::read(&body)?, (sheet.0, None)).await
}

/// The texts that are looked for, in their groups; one at fault or changed by others is always among them.
fn groups(
    language: Language,
    sent: &Sent,
    query: &TextsQuery,
    words: &super::super::words::Words,
) -> Vec<Group> {
    let sought = fold(&query.q);
    let sources = Texts::built_in_sources(language);
    let all = sent.draft.shown(&sent.faults, sent.overtaken.as_ref());
    let shown = |key: &str, built_in: &str| {
        let Some(field) = all.get(key) else { return false };
        let own = query.own.is_empty() || !field.value.is_empty();
        let found = [key, built_in, &field.value].iter().any(|text| fold(text).contains(&sought));
        field.wrong || field.now.is_some() || (own && (sought.is_empty() || found))
    };
    let mut groups = Vec::new();
    for (heading, keys) in Texts::built_in_groups() {
        let named = GROUPS.iter().find(|(known, _)| *known == heading).map_or("texts_frame", |(_, key)| key);
        let rows = keys.iter().filter_map(|key| {
            let built_in = sources.get(key).cloned().unwrap_or_default();
            shown(key, &built_in).then(|| TextRow {
                rows: built_in.lines().count().clamp(1 + usize::from(built_in.len() > 70), 6),
                gaps: gaps(key),
                key: key.clone(),
                built_in,
            })
        });
        let texts: Vec<TextRow> = rows.collect();
        if texts.is_empty() {
            continue;
        }
        let is_own = |row: &&TextRow| all.get(&row.key).is_some_and(|field| !field.value.is_empty());
        let at_fault = texts.iter().any(|row| all.get(&row.key).is_some_and(|f| f.wrong || f.now.is_some()));
        let own = texts.iter().filter(is_own).count();
        let open = at_fault || !sought.is_empty() || !query.own.is_empty();
        groups.push(Group { name: words.text(named), own, open, texts });
    }
    groups
}

fn gaps(key: &str) -> Vec<(&'static str, &'static str)> {
    let used = Texts::built_in().gaps(key);
    GAPS.into_iter().filter(|(gap, _)| used.iter().any(|used| used == gap)).collect()
}

async fn page(room: &Newsroom, who: &OnDuty, language: Language, sent: &Sent, query: &TextsQuery) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let standing = room.standing().await?;
    let editions: Vec<(&String, String)> = standing
        .editions
        .keys()
        .filter_map(|tag| Some((tag, Language::parse(tag).ok()?.native_name().to_owned())))
        .collect();
    let own = context! {
        tag => language.as_str(),
        tag_dir => language.direction().as_str(),
        language_name => language.native_name(),
        editions => filling(editions),
        groups => filling(groups(language, sent, query, &words)),
        q => query.q.as_str(),
        own => query.own.as_str(),
        pages => filling(PAGES),
    };
    let own = merge_maps([own, sent.filling()]);
    room.settings_page(who, sent.status(), ("texts.html", "texts"), &query.said, own).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_texts_has_a_name_and_every_text_a_group() {
        let groups = Texts::built_in_groups();
        for (heading, _) in &groups {
            assert!(GROUPS.iter().any(|(known, _)| known == heading), "{heading}");
        }
        for gap in Texts::built_in().keys().flat_map(|key| Texts::built_in().gaps(key)) {
            assert!(GAPS.iter().any(|(known, _)| *known == gap), "{gap}");
        }
        let grouped: usize = groups.iter().map(|(_, keys)| keys.len()).sum();
        assert_eq!(grouped, Texts::built_in().keys().count());
    }
}
