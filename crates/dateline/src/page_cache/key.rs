//! Which addresses are one page.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// Longest key in bytes. A longer address is served without being kept.
const LONGEST: usize = 1024;

/// What a page is kept under: its path and the query parameters that mean something to its route, in the
/// route's order. The method, unknown parameters and their order make no other page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageKey(Arc<str>);

impl PageKey {
    /// The key of `path` with those parameters of `query` that are in `allowed`, the first of each name, as they
    /// were written. A parameter without a value, or with an empty one, is as if it were not there.
    pub fn from_path(path: &str, query: Option<&str>, allowed: &[&str]) -> PageKey {
        let mut key = String::from(path);
        for (name, value) in allowed.iter().filter_map(|name| Some((name, parameter(query?, name)?))) {
            key.push(if key.len() == path.len() { '?' } else { '&' });
            key.push_str(name);
            key.push('=');
            key.push_str(value);
        }
        PageKey(key.into())
    }

    /// The key as text: an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the address is short enough for its page to be kept.
    pub(crate) fn is_kept(&self) -> bool {
        self.0.len() <= LONGEST
    }
}

/// The first value of `name` in `query`, still encoded, unless it is empty.
fn parameter<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
        .filter(|value| !value.is_empty())
}

impl Borrow<str> for PageKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_parameters_make_no_other_page() {
        let key = |query| PageKey::from_path("/en/politics", query, &["before", "sort"]).to_string();
        assert_eq!(key(None), "/en/politics");
        assert_eq!(key(Some("utm_source=x&fbclid=y")), "/en/politics");
        assert_eq!(key(Some("utm=1&before=abc")), "/en/politics?before=abc");
        assert_eq!(key(Some("sort=new&before=abc&before=zzz")), "/en/politics?before=abc&sort=new");
        assert_eq!(key(Some("before=&sort")), "/en/politics");
        assert_eq!(key(Some("&&=&before")), "/en/politics");
    }

    #[test]
    fn a_key_is_found_by_its_text() {
        let key = PageKey::from_path("/en", None, &[]);
        let by_text: &str = key.borrow();
        assert_eq!(by_text, "/en");
        assert!(!PageKey::from_path(&"x".repeat(5000), None, &[]).is_kept());
    }
}
