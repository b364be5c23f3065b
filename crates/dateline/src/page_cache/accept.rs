//! What a request will take: encodings and the copy it already has (RFC 9110 §12.5.3, §13.1.2).

use http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, Method};

/// A form in which a page's bytes go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
    /// The bytes as they are.
    Identity,
}

/// Whether the answer carries its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// GET
    Body,
    /// HEAD
    Head,
}

/// What a request asks of a page, its address apart.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'r> {
    /// GET or HEAD.
    pub want: Want,
    /// The best encoding the request accepts.
    pub encoding: Encoding,
    headers: Option<&'r HeaderMap>,
}

impl<'r> Ask<'r> {
    /// Reads a request. Methods other than HEAD count as GET.
    pub fn of(method: &Method, headers: &'r HeaderMap) -> Ask<'r> {
        let want = if method == Method::HEAD { Want::Head } else { Want::Body };
        Ask { want, encoding: Encoding::accepted(headers), headers: Some(headers) }
    }

    /// A plain GET that knows nothing yet.
    pub fn plain() -> Ask<'static> {
        Ask { want: Want::Body, encoding: Encoding::Identity, headers: None }
    }

    /// Whether `If-None-Match` names `opaque`, the tag without quotes, by weak comparison.
    pub(crate) fn has(&self, opaque: &str) -> bool {
        let tags = |headers: &'r HeaderMap| headers.get_all(IF_NONE_MATCH).iter();
        self.headers.is_some_and(|headers| tags(headers).any(|value| names_tag(value, opaque)))
    }
}

impl Encoding {
    /// The encoding the client likes best; among equals the smallest. Plain bytes where nothing else is accepted,
    /// also when the client refuses those: an answer it may be able to read is better than none.
    pub fn accepted(headers: &HeaderMap) -> Encoding {
        let mut weights = Weights::default();
        for value in headers.get_all(ACCEPT_ENCODING) {
            weights.read(value.as_bytes());
        }
        weights.best()
    }

    /// The name in `Content-Encoding`.
    pub fn token(self) -> Option<&'static str> {
        match self {
            Encoding::Brotli => Some("br"),
            Encoding::Gzip => Some("gzip"),
            Encoding::Identity => None,
        }
    }
}

/// Quality in thousandths for each coding named, and for `*`.
#[derive(Default)]
struct Weights {
    brotli: Option<u16>,
    gzip: Option<u16>,
    identity: Option<u16>,
    others: Option<u16>,
}

impl Weights {
    fn read(&mut self, list: &[u8]) {
        for item in list.split(|&byte| byte == b',') {
            let mut parts = item.split(|&byte| byte == b';');
            let coding = parts.next().unwrap_or_default().trim_ascii();
            let weight = parts.map(<[u8]>::trim_ascii).find_map(quality).unwrap_or(1000);
            let slot = match coding {
                coding if coding.eq_ignore_ascii_case(b"br") => &mut self.brotli,
                coding if coding.eq_ignore_ascii_case(b"gzip") || coding.eq_ignore_ascii_case(b"x-gzip") => {
                    &mut self.gzip
                }
                coding if coding.eq_ignore_ascii_case(b"identity") => &mut self.identity,
                b"*" => &mut self.others,
                _ => continue,
            };
            slot.get_or_insert(weight);
        }
    }

    fn best(&self) -> Encoding {
        let brotli = self.brotli.or(self.others).unwrap_or(0);
        let gzip = self.gzip.or(self.others).unwrap_or(0);
        // Not named, plain bytes are acceptable but wanted least.
        let identity = self.identity.unwrap_or(0);
        if brotli > 0 && brotli >= gzip && brotli >= identity {
            Encoding::Brotli
        } else if gzip > 0 && gzip >= identity {
            Encoding::Gzip
        } else {
            Encoding::Identity
        }
    }
}

/// The weight in `q=0.8`, in thousandths; `None` for another parameter. A malformed weight is 0.
fn quality(parameter: &[u8]) -> Option<u16> {
    let value = parameter.strip_prefix(b"q=").or_else(|| parameter.strip_prefix(b"Q="))?;
    let (whole, decimals) = match value {
        [whole] => (whole, &[][..]),
        [whole, b'.', decimals @ ..] if decimals.len() <= 3 => (whole, decimals),
        _ => return Some(0),
    };
    let digits = decimals.iter().chain(&[b'0'; 3]).take(3);
    let thousandths = digits.fold(0_u16, |sum, digit| sum * 10 + u16::from(digit.wrapping_sub(b'0').min(9)));
    match whole {
        b'1' => Some(1000),
        b'0' if decimals.iter().all(u8::is_ascii_digit) => Some(thousandths),
        _ => Some(0),
    }
}

/// Whether a list of entity tags names `opaque` or is `*`. Reading stops at the first thing that is no tag.
fn names_tag(list: &HeaderValue, opaque: &str) -> bool {
    let mut rest = list.as_bytes().trim_ascii();
    if rest == b"*" {
        return true;
    }
    while let Some(tag) = rest.strip_prefix(b"W/").unwrap_or(rest).strip_prefix(b"\"") {
        let Some(end) = tag.iter().position(|&byte| byte == b'"') else { return false };
        if &tag[..end] == opaque.as_bytes() {
            return true;
        }
        let after = tag[end + 1..].trim_ascii_start();
        rest = after.strip_prefix(b",").unwrap_or_default().trim_ascii_start();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn accepted(value: &str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(value).unwrap());
        Encoding::accepted(&headers)
    }

    fn has(value: &str, opaque: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, HeaderValue::from_str(value).unwrap());
        Ask::of(&Method::GET, &headers).has(opaque)
    }

    #[test]
    fn the_best_of_the_accepted_encodings_is_taken() {
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Identity);
        for (header, best) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip, deflate", Encoding::Gzip),
            ("x-gzip", Encoding::Gzip),
            ("GZIP;q=0.9, BR ; Q=0.8", Encoding::Gzip),
            ("br;q=0, gzip;q=0.001", Encoding::Gzip),
            ("br;q=0, *", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("identity, br;q=0.5", Encoding::Identity),
            ("identity;q=0", Encoding::Identity),
            ("identity;q=0.5, gzip;q=0.5", Encoding::Gzip),
            ("br;q=2, gzip", Encoding::Gzip),
            ("br;q=0.0001, gzip;q=x", Encoding::Identity),
            ("", Encoding::Identity),
            (";;;,,,q=1", Encoding::Identity),
        ] {
            assert_eq!(accepted(header), best, "{header}");
        }
    }

    #[test]
    fn several_headers_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append(ACCEPT_ENCODING, HeaderValue::from_static("gzip;q=0.5"));
        headers.append(ACCEPT_ENCODING, HeaderValue::from_static("br"));
        assert_eq!(Encoding::accepted(&headers), Encoding::Brotli);
    }

    #[test]
    fn a_tag_is_found_in_a_list_by_weak_comparison() {
        for list in [r#""abc""#, r#"W/"abc""#, r#""x", W/"y,z" , W/"abc""#, "*", r#" * "#, r#""","abc""#] {
            assert!(has(list, "abc"), "{list}");
        }
        for list in
            [r#""abcd""#, "abc", r#""ab"#, r#"w/"abc""#, "", r#""x" "abc""#, r#""x, \"abc""#, r#"*, "x""#]
        {
            assert!(!has(list, "abc"), "{list}");
        }
        assert!(!Ask::plain().has("abc"));
    }

    fn coding() -> impl Strategy<Value = (&'static str, u16)> {
        (prop::sample::select(vec!["br", "gzip", "identity", "*", "deflate"]), 0_u16..=1000)
    }

    fn written(weight: u16) -> String {
        if weight == 1000 { "1".to_owned() } else { format!("0.{weight:03}") }
    }

    proptest! {
        #[test]
        fn no_other_encoding_was_wanted_more(list in prop::collection::vec(coding(), 0..6)) {
            let header: Vec<String> = list.iter().map(|(name, q)| format!("{name};q={}", written(*q))).collect();
            let chosen = accepted(&header.join(", "));
            let named = |name: &str| list.iter().find(|(found, _)| *found == name).map(|(_, q)| *q);
            let weight = |encoding: Encoding| match encoding.token() {
                Some(token) => named(token).or(named("*")).unwrap_or(0),
                None => named("identity").unwrap_or(0),
            };
            for other in [Encoding::Brotli, Encoding::Gzip, Encoding::Identity] {
                prop_assert!(weight(chosen) >= weight(other), "{header:?}: {chosen:?} before {other:?}");
            }
            prop_assert!(chosen == Encoding::Identity || weight(chosen) > 0, "{header:?} refuses {chosen:?}");
        }

        #[test]
        fn any_header_is_read_without_a_panic(raw in prop::collection::vec(0x20_u8..0x7f, 0..80), opaque in "[a-z]{0,4}") {
            let value = HeaderValue::from_bytes(&raw).unwrap();
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, value.clone());
            headers.insert(IF_NONE_MATCH, value);
            let ask = Ask::of(&Method::GET, &headers);
            let _ = (ask.encoding, ask.has(&opaque));
        }

        #[test]
        fn a_tag_in_a_list_is_always_found(before in prop::collection::vec("(W/)?\"[!#-~]{0,8}\"", 0..5), opaque in "[!#-~]{1,16}") {
            let mut list = before.clone();
            list.push(format!("W/\"{opaque}\""));
            prop_assert!(has(&list.join(", "), &opaque));
            let absent = before.iter().all(|tag| tag.trim_start_matches("W/").trim_matches('"') != opaque);
            prop_assert_eq!(has(&before.join(","), &opaque), !absent);
        }
    }
}
