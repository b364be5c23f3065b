//! Parts of a body (RFC 9110 §14): one range of bytes, for pictures, sound and video.

use std::ops::Range;

use http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, IF_RANGE, RANGE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

/// How much of a body a request is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Portion {
    /// All of it: 200. Also where the request asks for several ranges, or for one of another version.
    Whole,
    /// These bytes, at least one: 206.
    Part(Range<u64>),
    /// Nothing, because the body has no such bytes: 416.
    Unsatisfiable,
}

impl Portion {
    /// What `headers` ask of a body of `length` bytes whose entity tag and `Last-Modified` are these. A range under
    /// `If-Range` is honoured only when that names exactly this version: a strong tag, or the very date.
    pub fn asked(
        method: &Method,
        headers: &HeaderMap,
        length: u64,
        tag: Option<&HeaderValue>,
        modified: Option<&HeaderValue>,
    ) -> Portion {
        let Some(range) = headers.get(RANGE).filter(|_| *method == Method::GET) else {
            return Portion::Whole;
        };
        if let Some(condition) = headers.get(IF_RANGE) {
            let strong = tag.filter(|tag| tag.as_bytes().starts_with(b"\""));
            if Some(condition) != strong && Some(condition) != modified {
                return Portion::Whole;
            }
        }
        range.to_str().ok().and_then(|range| parse(range, length)).unwrap_or(Portion::Whole)
    }

    /// Writes `Accept-Ranges`, `Content-Length` and `Content-Range` for a body of `length` bytes, and gives the status.
    pub fn describe(&self, length: u64, headers: &mut HeaderMap) -> StatusCode {
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let (status, sent, place) = match self {
            Portion::Whole => (StatusCode::OK, length, None),
            Portion::Part(part) => {
                let place = format!("bytes {}-{}/{length}", part.start, part.end - 1);
                (StatusCode::PARTIAL_CONTENT, part.end - part.start, Some(place))
            }
            Portion::Unsatisfiable => {
                (StatusCode::RANGE_NOT_SATISFIABLE, 0, Some(format!("bytes */{length}")))
            }
        };
        headers.insert(CONTENT_LENGTH, HeaderValue::from(sent));
        if let Some(place) = place {
            headers.insert(CONTENT_RANGE, HeaderValue::try_from(place).expect("digits and punctuation"));
        }
        status
    }

    /// The bytes to send, of a body of `length`.
    pub fn bytes(&self, length: u64) -> Range<u64> {
        match self {
            Portion::Whole => 0..length,
            Portion::Part(part) => part.clone(),
            Portion::Unsatisfiable => 0..0,
        }
    }
}

/// Reads `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`; anything else is no range and is ignored.
fn parse(range: &str, length: u64) -> Option<Portion> {
    let (unit, set) = range.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = set.trim().split_once('-')?;
    let part = match (number(first)?, number(last)?) {
        (None, None) => return None,
        (None, Some(count)) => length.saturating_sub(count)..length,
        (Some(first), None) => first..length,
        (Some(first), Some(last)) if first > last => return None,
        (Some(first), Some(last)) => first..last.saturating_add(1).min(length),
    };
    Some(if part.start < part.end { Portion::Part(part) } else { Portion::Unsatisfiable })
}

/// Digits as a number, as large as fits; `Some(None)` where there are none.
fn number(digits: &str) -> Option<Option<u64>> {
    if digits.is_empty() {
        return Some(None);
    }
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| Some(digits.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TAG: HeaderValue = HeaderValue::from_static("\"abc\"");

    fn asked(range: &str, length: u64) -> Portion {
        let headers = HeaderMap::from_iter([(RANGE, range.parse().unwrap())]);
        Portion::asked(&Method::GET, &headers, length, Some(&TAG), None)
    }

    #[test]
    fn one_range_of_bytes_is_sent() {
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=5-", 5..10),
            ("bytes=-3", 7..10),
            ("bytes=-99", 0..10),
            ("bytes=2-99999999999999999999999", 2..10),
            ("BYTES = 1-2", 1..3),
        ] {
            assert_eq!(asked(range, 10), Portion::Part(part), "{range}");
        }
        for range in ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(asked(range, 10), Portion::Unsatisfiable, "{range}");
        }
        assert_eq!(asked("bytes=0-", 0), Portion::Unsatisfiable);
    }

    #[test]
    fn what_is_no_single_range_gets_everything() {
        for range in [
            "bytes=",
            "bytes=-",
            "bytes=3-2",
            "bytes=0-1,4-5",
            "lines=0-1",
            "bytes 0-1",
            "bytes=+1-2",
            "bytes=a-b",
        ] {
            assert_eq!(asked(range, 10), Portion::Whole, "{range}");
        }
        let headers = HeaderMap::from_iter([(RANGE, "bytes=0-1".parse().unwrap())]);
        assert_eq!(Portion::asked(&Method::HEAD, &headers, 10, None, None), Portion::Whole);
    }

    #[test]
    fn a_range_of_another_version_gets_everything() {
        let date = HeaderValue::from_static("Sat, 18 Jul 2020 15:35:00 GMT");
        let asked = |condition: &str, tag: &'static str| {
            let headers = [(RANGE, "bytes=0-1".parse().unwrap()), (IF_RANGE, condition.parse().unwrap())];
            let tag = HeaderValue::from_static(tag);
            Portion::asked(&Method::GET, &HeaderMap::from_iter(headers), 10, Some(&tag), Some(&date))
        };
        assert_eq!(asked("\"abc\"", "\"abc\""), Portion::Part(0..2));
        assert_eq!(asked("Sat, 18 Jul 2020 15:35:00 GMT", "\"abc\""), Portion::Part(0..2));
        assert_eq!(asked("\"abd\"", "\"abc\""), Portion::Whole);
        assert_eq!(asked("W/\"abc\"", "W/\"abc\""), Portion::Whole);
        assert_eq!(asked("Sun, 19 Jul 2020 15:35:00 GMT", "\"abc\""), Portion::Whole);
    }

    #[test]
    fn the_answer_says_what_it_holds() {
        let mut headers = HeaderMap::new();
        assert_eq!(Portion::Part(2..5).describe(10, &mut headers), StatusCode::PARTIAL_CONTENT);
        assert_eq!(
            (&headers[CONTENT_RANGE], &headers[CONTENT_LENGTH]),
            (&HeaderValue::from_static("bytes 2-4/10"), &HeaderValue::from(3))
        );
        assert_eq!(Portion::Unsatisfiable.describe(10, &mut headers), StatusCode::RANGE_NOT_SATISFIABLE);
        assert_eq!(headers[CONTENT_RANGE], "bytes */10");
    }

    proptest! {
        #[test]
        fn a_portion_lies_within_the_body(range in "(bytes=)?[0-9]{0,22}-?[0-9]{0,22}(,-1)?", length in 0_u64..50) {
            let portion = asked(&range, length);
            let bytes = portion.bytes(length);
            prop_assert!(bytes.start <= bytes.end && bytes.end <= length);
            prop_assert!(!matches!(portion, Portion::Part(_)) || !bytes.is_empty());
            let mut headers = HeaderMap::new();
            portion.describe(length, &mut headers);
            prop_assert_eq!(&headers[CONTENT_LENGTH], &HeaderValue::from(bytes.end - bytes.start));
        }
    }
}
