//! The way through the site: every address once, from what is known to what it names.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use http::StatusCode;
use tokio::task::JoinSet;

use super::look::{Kind, Seen, inside, look};
use super::page_rules::MOST_BYTES;
use super::report::{About, Report};
use super::{Checker, store};
use crate::db::DbError;
use crate::edition::Agency;
use crate::site::scripts;

/// Addresses looked at side by side.
const SIDE_BY_SIDE: usize = 4;
/// Stories over the weight that are allowed, of a hundred.
const HEAVY_OF_A_HUNDRED: u64 = 1;

/// An address, and the page that named it.
struct Step {
    address: String,
    /// None for one the database named.
    named_by: Option<String>,
}

struct Walk<'w> {
    checker: &'w Checker<'w>,
    agency: &'w Agency,
    /// Hashes of all addresses ever queued.
    known: HashSet<u64>,
    queue: VecDeque<Step>,
    translations: Translations,
    scripts: HashSet<String>,
}

/// Looks at everything there is, as far as the bound allows.
pub(super) async fn walk(
    checker: &Checker<'_>,
    agency: &Agency,
    report: &mut Report,
    seen: impl Fn(u64, u64),
) -> Result<(), DbError> {
    let mut walk = Walk {
        checker,
        agency,
        known: HashSet::new(),
        queue: VecDeque::new(),
        translations: Translations::default(),
        scripts: scripts().into_iter().map(|(path, _)| path).collect(),
    };
    walk.begin().await?;
    let mut under_way = JoinSet::new();
    let mut below = i64::MAX;
    loop {
        while under_way.len() < SIDE_BY_SIDE && checker.limit.is_none_or(|most| report.addresses < most) {
            if walk.queue.is_empty() && below > 0 {
                below = walk.more_stories(below).await?;
            }
            let Some(step) = walk.queue.pop_front() else { break };
            report.addresses += 1;
            let (site, origin) = (checker.site.clone(), agency.origin.clone());
            under_way.spawn(async move {
                let seen = look(&site, &origin, &step.address).await;
                (step, seen)
            });
        }
        let Some(done) = under_way.join_next().await else { break };
        let (step, found) = done.expect("looking at a page does not panic");
        walk.note(report, step, found).await?;
        seen(report.addresses, report.addresses + walk.queue.len() as u64);
    }
    report.links_left = walk.queue.len() as u64;
    walk.weigh(report);
    Ok(())
}

impl Walk<'_> {
    /// The addresses every edition has.
    async fn begin(&mut self) -> Result<(), DbError> {
        for edition in &self.agency.editions {
            let home = format!("/{}", edition.language);
            for path in ["", "/corrections", "/feedback", "/feed.xml", "/atom.xml", "/feed.json"] {
                self.add(format!("{home}{path}"), None);
            }
            for section in edition.sections.values() {
                self.add(format!("{home}/{}", section.slug), None);
            }
        }
        for path in ["/robots.txt", "/llms.txt", "/manifest.webmanifest", "/favicon.ico"] {
            self.add(path.to_owned(), None);
        }
        for path in store::lists(self.checker.db, self.agency).await? {
            self.add(path, None);
        }
        Ok(())
    }

    /// Queues the next public stories; the number they end at, 0 behind the last.
    async fn more_stories(&mut self, below: i64) -> Result<i64, DbError> {
        let (paths, last) = store::stories(self.checker.db, self.agency, below).await?;
        if paths.is_empty() {
            return Ok(0);
        }
        paths.into_iter().for_each(|path| self.add(path, None));
        Ok(last)
    }

    fn add(&mut self, address: String, named_by: Option<&str>) {
        if self.known.insert(hash(&address)) {
            self.queue.push_back(Step { address, named_by: named_by.map(str::to_owned) });
        }
    }

    async fn note(&mut self, report: &mut Report, step: Step, seen: Seen) -> Result<(), DbError> {
        let Step { address, named_by } = step;
        match seen.kind {
            Kind::Story => report.stories += 1,
            Kind::Feed => report.feeds += 1,
            Kind::Other => {}
        }
        if seen.weight > MOST_BYTES {
            report.over_weight += 1;
        }
        if seen.weight > report.heaviest.0 {
            report.heaviest = (seen.weight, address.clone());
        }
        for (about, said) in &seen.faults {
            report.fault(&address, *about, said.clone());
        }
        let wrong = !seen.status.is_success() && !seen.status.is_redirection();
        if wrong && self.is_still_wrong(&address, named_by.as_deref()).await {
            let status = seen.status.as_u16();
            match &named_by {
                Some(page) => {
                    report.fault(page, About::Link, format!("links to {address}, which answers {status}"));
                }
                None => report.fault(&address, About::Answer, format!("answers {status}")),
            }
        }
        for link in &seen.links {
            self.follow(report, &address, link).await?;
        }
        if !seen.alternates.is_empty() {
            self.translations(report, &address, &seen.alternates).await;
        }
        Ok(())
    }

    /// A link is queued, unless it is of a file.
    async fn follow(&mut self, report: &mut Report, page: &str, link: &str) -> Result<(), DbError> {
        let file = link.strip_prefix("/media/").and_then(|rest| rest.split_once('/'));
        if file.is_none() && !link.starts_with("/assets/") {
            self.add(link.to_owned(), Some(page));
            return Ok(());
        }
        if !self.known.insert(hash(link)) {
            return Ok(());
        }
        let status = match file {
            Some((of, name)) => self.checker.media.status(of, name).await,
            None if self.scripts.contains(link) => StatusCode::OK,
            None => StatusCode::NOT_FOUND,
        };
        if status != StatusCode::OK && self.is_still_named(page, link).await {
            report.fault(page, About::Link, format!("loads {link}, which answers {}", status.as_u16()));
        }
        Ok(())
    }

    /// Whether a page that was wrong when it was asked for is so now: the newsroom may have gone on.
    async fn is_still_wrong(&self, address: &str, named_by: Option<&str>) -> bool {
        let seen = look(self.checker.site, &self.agency.origin, address).await;
        if seen.status.is_success() || seen.status.is_redirection() {
            return false;
        }
        match named_by {
            Some(page) => self.is_still_named(page, address).await,
            None => self.is_still_known(address).await,
        }
    }

    async fn is_still_named(&self, page: &str, link: &str) -> bool {
        let seen = look(self.checker.site, &self.agency.origin, page).await;
        seen.links.iter().any(|found| found == link)
    }

    /// Whether the database still names an address: a story's number leads to it.
    async fn is_still_known(&self, address: &str) -> bool {
        let Some((_, number)) = address.rsplit_once('-').filter(|(_, n)| n.parse::<u64>().is_ok()) else {
            return true;
        };
        let tag = address.split('/').nth(1).unwrap_or_default();
        let seen = look(self.checker.site, &self.agency.origin, &format!("/{tag}/{number}")).await;
        seen.links.iter().any(|found| found == address)
    }

    /// Every page of a group has to name the same pages as the others, itself included.
    async fn translations(&mut self, report: &mut Report, address: &str, alternates: &[(String, String)]) {
        let own = format!("{}{address}", self.agency.origin);
        if !alternates.iter().any(|(tag, href)| tag != "x-default" && *href == own) {
            report.fault(address, About::Hreflang, "does not name itself among its translations");
        }
        let others: Vec<String> = alternates
            .iter()
            .filter(|(tag, _)| tag != "x-default")
            .filter_map(|(_, href)| inside(&self.agency.origin, href))
            .filter(|other| other != address)
            .collect();
        for other in self.translations.disagreeing(address, &others, alternates) {
            let here = look(self.checker.site, &self.agency.origin, address).await;
            let there = look(self.checker.site, &self.agency.origin, &other).await;
            if here.alternates != there.alternates && here.links.contains(&other) {
                report.fault(address, About::Hreflang, format!("names {other}, which names others"));
            }
        }
    }

    fn weigh(&self, report: &mut Report) {
        let heavy = report.over_weight * 100 > report.stories * HEAVY_OF_A_HUNDRED;
        if heavy {
            let said = format!(
                "{} of {} pages of stories are over {MOST_BYTES} bytes; the heaviest has {}",
                report.over_weight, report.stories, report.heaviest.0
            );
            let address = report.heaviest.1.clone();
            report.fault(&address, About::Weight, said);
        }
    }
}

/// What each page says of its translations, as hashes.
#[derive(Default)]
struct Translations {
    said: HashMap<u64, u64>,
}

impl Translations {
    /// Notes what a page says; the pages seen before that say something else.
    fn disagreeing(
        &mut self,
        address: &str,
        others: &[String],
        alternates: &[(String, String)],
    ) -> Vec<String> {
        let own = hash(alternates);
        self.said.insert(hash(address), own);
        let differs = |other: &&String| self.said.get(&hash(other.as_str())).is_some_and(|said| *said != own);
        others.iter().filter(differs).cloned().collect()
    }
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_name_other_translations_are_found() {
        let set = |hrefs: &[&str]| -> Vec<(String, String)> {
            hrefs.iter().map(|href| ((*href).to_owned(), (*href).to_owned())).collect()
        };
        let mut translations = Translations::default();
        let both = set(&["/a", "/b"]);
        assert!(translations.disagreeing("/a", &["/b".to_owned()], &both).is_empty());
        assert!(translations.disagreeing("/b", &["/a".to_owned()], &both).is_empty());
        let more = set(&["/b", "/c"]);
        assert_eq!(translations.disagreeing("/c", &["/b".to_owned()], &more), ["/b"]);
    }
}
