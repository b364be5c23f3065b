//! Addresses the agency's stories had elsewhere, from a redirects file: exact ones, and patterns by host.
//!
//! A line is `from,to`. `from` is a path, or an http(s) address with its host; with `{name}`, `{number}` or `*` in
//! it, it is a pattern. `to` is a path of the site, a number, or the `uri` of a story; in the target of a pattern
//! each name stands for what it matched.

use std::io::Read;

use url::Url;

use crate::db::{Conn, DbError, ManyRows};
use crate::ids::StoryNumber;
use crate::publication::{Entry, EntryKind, Publication};
use crate::story::{import::groups_of, touch};

/// Characters of an address or a pattern.
const LONGEST: usize = 2_000;
/// Patterns of one file: each is tried for every address that is not found.
const MOST_PATTERNS: usize = 500;

/// A line that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRedirect {
    /// Which line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What a redirects file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldAddresses {
    /// Line, address and target.
    pub exact: Vec<(u64, String, String)>,
    /// Host (empty for every one), pattern and target, in their order.
    pub patterns: Vec<(String, String, String)>,
    /// What was refused.
    pub refused: Vec<BadRedirect>,
}

/// The forms in which an address is looked up: as the URL standard writes it, and as it was given where that writes
/// escapes in small letters. An http(s) address keeps its host, a path has none.
pub fn lookup_forms(address: &str) -> Vec<String> {
    let own = Url::parse("https://own.invalid/").expect("a literal");
    let Ok(url) = own.join(address) else { return Vec::new() };
    let query = url.query().map_or_else(String::new, |query| format!("?{query}"));
    let form = match url.host_str() {
        Some("own.invalid") => format!("{}{query}", url.path()),
        Some(_) => format!("{}{query}", url.as_str().split(['?', '#']).next().unwrap_or_default()),
        None => return Vec::new(),
    };
    let upper = upper_escapes(&form);
    match upper == form {
        true => vec![form],
        false => vec![upper, form],
    }
}

fn upper_escapes(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut left = 0;
    for c in address.chars() {
        out.push(if left > 0 { c.to_ascii_uppercase() } else { c });
        left = if c == '%' { 2 } else { usize::saturating_sub(left, 1) };
    }
    out
}

/// Reads a redirects file: CSV with two columns, further ones ignored, a head line `from,to` allowed.
pub fn read_redirects(file: impl Read, origin: &str) -> OldAddresses {
    let mut read = OldAddresses::default();
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .comment(Some(b'#'))
        .from_reader(file);
    for record in lines.records() {
        let (line, taken) = match &record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                (line, read.take(line, record.get(0).unwrap_or_default(), record.get(1), origin))
            }
            Err(wrong) => (wrong.position().map_or(0, csv::Position::line), Err(wrong.to_string())),
        };
        if let Err(reason) = taken {
            read.refused.push(BadRedirect { line, reason });
        }
        if record.is_err_and(|wrong| wrong.is_io_error()) {
            break;
        }
    }
    read
}

impl OldAddresses {
    fn take(&mut self, line: u64, from: &str, to: Option<&str>, origin: &str) -> Result<(), String> {
        let Some(to) = to.filter(|to| !to.is_empty()) else {
            return Err("has no target in a second column".to_owned());
        };
        let is_head = line <= 1 && !from.starts_with('/') && !from.contains("://");
        if is_head {
            return Ok(());
        }
        if from.len() > LONGEST || to.len() > LONGEST {
            return Err(format!("is longer than {LONGEST} characters"));
        }
        let to = to.strip_prefix(origin).filter(|path| path.starts_with('/')).unwrap_or(to);
        if from.contains(['{', '*']) {
            return self.take_pattern(from, to);
        }
        if !(from.starts_with('/') || from.starts_with("http://") || from.starts_with("https://")) {
            return Err(format!("{from:?} is neither a path nor an http(s) address"));
        }
        let forms = lookup_forms(from);
        if forms.is_empty() {
            return Err(format!("{from:?} is no address"));
        }
        self.exact.extend(forms.into_iter().map(|form| (line, form, to.to_owned())));
        Ok(())
    }

    fn take_pattern(&mut self, from: &str, to: &str) -> Result<(), String> {
        let rest = from.strip_prefix("https://").or_else(|| from.strip_prefix("http://"));
        let (host, pattern) = match rest {
            Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => ("", from),
        };
        if !pattern.starts_with('/') {
            return Err(format!("the pattern {from:?} has no path"));
        }
        if host.contains(['{', '*']) {
            return Err("a host is named, not matched".to_owned());
        }
        if !is_own_path(to) && to != "{number}" && to.parse::<i64>().is_err() {
            return Err(format!("{to:?} is neither a path of the site nor {{number}}"));
        }
        if self.patterns.len() >= MOST_PATTERNS {
            return Err(format!("more than {MOST_PATTERNS} patterns"));
        }
        self.patterns.push((host.to_ascii_lowercase(), pattern.to_owned(), to.to_owned()));
        Ok(())
    }
}

fn is_own_path(target: &str) -> bool {
    target.starts_with('/') && !target.starts_with("//") && !target.contains(['\\', '\n', '\r'])
}

/// Writes what a redirects file says, in one act; how many addresses and patterns were taken, and what was refused
/// in addition. Written again it changes nothing.
pub async fn take_redirects(
    publication: &Publication,
    file: &OldAddresses,
) -> Result<(usize, Vec<BadRedirect>), DbError> {
    let mut act = publication.begin_errand().await?;
    let mut refused = Vec::new();
    let named: Vec<&str> = file
        .exact
        .iter()
        .map(|(.., to)| to.as_str())
        .filter(|to| !is_own_path(to) && to.parse::<i64>().is_err())
        .collect();
    let stories = groups_of(&mut act.conn(), &named).await?;
    let mut rows = std::collections::BTreeMap::new();
    for (line, from, to) in &file.exact {
        let number = to.parse().ok().and_then(StoryNumber::new);
        let number =
            number.or_else(|| stories.iter().find(|(uri, ..)| uri == to).map(|(_, number, _)| *number));
        if number.is_none() && !is_own_path(to) {
            let reason = format!("{to:?} is neither a path of the site nor a story that is here");
            refused.push(BadRedirect { line: *line, reason });
            continue;
        }
        rows.insert(from.as_str(), (number, to.as_str()));
    }
    let taken = rows.len() + file.patterns.len();
    let mut many = ManyRows::into_table(
        "old_address",
        "address, number, target",
        "ON CONFLICT (address) DO UPDATE SET number = excluded.number, target = excluded.target",
    );
    for (from, (number, to)) in rows {
        many.push([from.into(), number.into(), number.is_none().then_some(to).into()]);
    }
    act.conn().insert_many(many).await?;
    put_patterns(&mut act.conn(), &file.patterns).await?;
    if taken > 0 {
        let touches = vec![touch::old_addresses()];
        let now = act.now;
        act.record(Entry::settings(now, "redirects", EntryKind::Edition, "old addresses", touches));
    }
    act.commit().await?;
    Ok((taken, refused))
}

async fn put_patterns(conn: &mut Conn<'_>, patterns: &[(String, String, String)]) -> Result<(), DbError> {
    let last: i64 = conn
        .one("SELECT coalesce(max(position), 0) AS position FROM old_pattern", [])
        .await?
        .get("position")?;
    for ((host, pattern, target), position) in patterns.iter().zip(last + 1..) {
        conn.execute(
            "INSERT INTO old_pattern (host, pattern, target, position) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (host, pattern) DO UPDATE SET target = excluded.target",
            [host.into(), pattern.into(), target.into(), position.into()],
        )
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_looked_up_as_browsers_write_them() {
        assert_eq!(lookup_forms("/xeber/…-1"), ["/xeber/%E2%80%A6-1"]);
        assert_eq!(lookup_forms("/a/%d0%b0"), ["/a/%D0%B0", "/a/%d0%b0"]);
        assert_eq!(lookup_forms("https://Old.Example/x?p=1#top"), ["https://old.example/x?p=1"]);
        assert_eq!(lookup_forms("/?p=12"), ["/?p=12"]);
    }

    #[test]
    fn a_redirects_file_holds_addresses_and_patterns() {
        let csv = "from,to\n/old,/en/new\nhttps://a.example/x,17\n\
                   https://a.example/{slug}-{number},{number}\n/news/*,/en\n\
                   ftp://x,/en\n/half\n\"/quoted,comma\",https://arna.example/en/politics\n";
        let read = read_redirects(csv.as_bytes(), "https://arna.example");
        let exact: Vec<_> = read.exact.iter().map(|(_, from, to)| (from.as_str(), to.as_str())).collect();
        assert_eq!(
            exact,
            [("/old", "/en/new"), ("https://a.example/x", "17"), ("/quoted,comma", "/en/politics")]
        );
        assert_eq!(
            read.patterns,
            [
                ("a.example".to_owned(), "/{slug}-{number}".to_owned(), "{number}".to_owned()),
                (String::new(), "/news/*".to_owned(), "/en".to_owned()),
            ]
        );
        let refused: Vec<_> = read.refused.iter().map(|bad| bad.line).collect();
        assert_eq!(refused, [6, 7]);
    }
}
