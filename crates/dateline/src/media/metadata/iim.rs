//! IPTC-IIM records (IPTC-NAA Information Interchange Model, version 4) inside Photoshop resources.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::fields::{MAX_LIST_ENTRIES, clean};

/// The datasets of record 2, decoded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Iim {
    datasets: Vec<(u8, String)>,
}

const MAX_DATASETS: usize = 4096;

impl Iim {
    /// Reads the datasets of `records`. What cannot be read ends it; what was read before stays.
    pub fn read(records: &[u8]) -> Iim {
        let mut raw = Vec::new();
        let mut charset = Charset::Unstated;
        let mut rest = records;
        while let Some((record, dataset, value, after)) = next_dataset(rest) {
            match (record, dataset) {
                (1, 90) => charset = Charset::designated(value),
                (2, dataset) => raw.push((dataset, value)),
                _ => {}
            }
            rest = after;
            if raw.len() == MAX_DATASETS {
                break;
            }
        }
        let decode =
            |(dataset, value): (u8, &[u8])| clean(&charset.decode(value)).map(|text| (dataset, text));
        Iim { datasets: raw.into_iter().filter_map(decode).collect() }
    }

    /// Reads the datasets among Photoshop's resources (`8BIM`, number 0x0404).
    pub fn read_photoshop(resources: &[u8]) -> Iim {
        const IPTC: u16 = 0x0404;
        let mut rest = resources;
        while let Some((number, value, after)) = next_resource(rest) {
            if number == IPTC {
                return Iim::read(value);
            }
            rest = after;
        }
        Iim::default()
    }

    /// The first value of a dataset of record 2.
    pub fn text(&self, dataset: u8) -> Option<String> {
        self.datasets.iter().find(|(number, _)| *number == dataset).map(|(_, text)| text.clone())
    }

    /// Every value of a dataset of record 2.
    pub fn list(&self, dataset: u8) -> Vec<String> {
        let values = self.datasets.iter().filter(|(number, _)| *number == dataset);
        values.map(|(_, text)| text.clone()).take(MAX_LIST_ENTRIES).collect()
    }

    /// Date (2:55) and time (2:60) created, as ISO 8601.
    pub fn created(&self) -> Option<String> {
        let date =
            self.text(55).filter(|date| date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()))?;
        let date = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]);
        match self.text(60).as_deref().and_then(iso_time) {
            Some(time) => Some(format!("{date}T{time}")),
            None => Some(date),
        }
    }
}

/// `HHMMSS±HHMM` as `HH:MM:SS±HH:MM`; an offset that is none is left out.
fn iso_time(raw: &str) -> Option<String> {
    let digits = |range: std::ops::Range<usize>| {
        raw.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (hour, minute, second) = (digits(0..2)?, digits(2..4)?, digits(4..6)?);
    let sign = raw.get(6..7).filter(|sign| matches!(*sign, "+" | "-"));
    let offset = sign.zip(digits(7..9)).zip(digits(9..11)).filter(|((_, hours), minutes)| {
        hours.parse().is_ok_and(|hours: u8| hours <= 14)
            && minutes.parse().is_ok_and(|minutes: u8| minutes < 60)
    });
    Some(match offset {
        Some(((sign, hours), minutes)) => format!("{hour}:{minute}:{second}{sign}{hours}:{minutes}"),
        None => format!("{hour}:{minute}:{second}"),
    })
}

/// Record, dataset and value at the beginning of `bytes`, and what follows.
fn next_dataset(bytes: &[u8]) -> Option<(u8, u8, &[u8], &[u8])> {
    let [0x1C, record, dataset, high, low, rest @ ..] = bytes else { return None };
    let stated = usize::from(u16::from_be_bytes([*high, *low]));
    let (length, rest) = match stated & 0x8000 {
        0 => (stated, rest),
        // An extended dataset: the low bits say how many bytes its length has.
        _ => {
            let (length, rest) =
                rest.split_at_checked(stated & 0x7FFF).filter(|(length, _)| length.len() <= 4)?;
            (length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), rest)
        }
    };
    let (value, after) = rest.split_at_checked(length)?;
    Some((*record, *dataset, value, after))
}

/// Number and value of the Photoshop resource at the beginning of `bytes`, and what follows.
fn next_resource(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(b"8BIM")?;
    let number = u16::from_be_bytes([*rest.first()?, *rest.get(1)?]);
    // A name with its length before it, filled to an even number of bytes.
    let name_bytes = usize::from(*rest.get(2)?) + 1;
    let rest = rest.get(2 + name_bytes + name_bytes % 2..)?;
    let (length, rest) = rest.split_at_checked(4)?;
    let length = u32::from_be_bytes([length[0], length[1], length[2], length[3]]) as usize;
    let (value, after) = rest.split_at_checked(length)?;
    Some((number, value, after.get(length % 2..).unwrap_or_default()))
}

/// How texts are written (dataset 1:90, ISO 2022).
#[derive(Debug, Clone, Copy, PartialEq)]
enum Charset {
    Stated(&'static Encoding),
    Unstated,
}

impl Charset {
    fn designated(escape: &[u8]) -> Charset {
        match escape {
            [0x1B, b'%', b'G'] | [0x1B, b'%', b'/', b'G' | b'H' | b'I'] => {
                Charset::Stated(encoding_rs::UTF_8)
            }
            [0x1B, b'-' | b'.', set] => match set {
                b'A' => Charset::Stated(encoding_rs::WINDOWS_1252),
                b'B' => Charset::Stated(encoding_rs::ISO_8859_2),
                b'C' => Charset::Stated(encoding_rs::ISO_8859_3),
                b'D' => Charset::Stated(encoding_rs::ISO_8859_4),
                b'F' => Charset::Stated(encoding_rs::ISO_8859_7),
                b'G' => Charset::Stated(encoding_rs::ISO_8859_6),
                b'H' => Charset::Stated(encoding_rs::ISO_8859_8),
                b'L' => Charset::Stated(encoding_rs::ISO_8859_5),
                b'M' => Charset::Stated(encoding_rs::WINDOWS_1254),
                _ => Charset::Unstated,
            },
            _ => Charset::Unstated,
        }
    }

    /// Without a statement that holds, text that is UTF-8 is UTF-8 and the rest Western European, which is what programs
    /// wrote before they wrote UTF-8.
    fn decode(self, value: &[u8]) -> Cow<'_, str> {
        match (self, std::str::from_utf8(value)) {
            (Charset::Stated(encoding), _) if encoding != encoding_rs::UTF_8 => {
                encoding.decode_without_bom_handling(value).0
            }
            (_, Ok(text)) => Cow::Borrowed(text),
            (_, Err(_)) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(value).0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(record: u8, number: u8, value: &[u8]) -> Vec<u8> {
        [&[0x1C, record, number], (value.len() as u16).to_be_bytes().as_slice(), value].concat()
    }

    #[test]
    fn texts_are_read_in_the_stated_character_set() {
        let cyrillic = [dataset(1, 90, b"\x1b-L"), dataset(2, 105, b"\xb1\xd0\xda\xe3")].concat();
        assert_eq!(Iim::read(&cyrillic).text(105).as_deref(), Some("Баку"));
        let utf8 = [dataset(1, 90, b"\x1b%G"), dataset(2, 105, "Bakı, Gəncə".as_bytes())].concat();
        assert_eq!(Iim::read(&utf8).text(105).as_deref(), Some("Bakı, Gəncə"));
        assert_eq!(Iim::read(&dataset(2, 105, b"Caf\xe9")).text(105).as_deref(), Some("Café"));
        assert_eq!(Iim::read(&dataset(2, 105, "Café".as_bytes())).text(105).as_deref(), Some("Café"));
    }

    #[test]
    fn long_and_repeated_datasets_are_read() {
        let long = [b"\x1C\x02\x78\x80\x04\0\x01\0\0".as_slice(), &vec![b'x'; 65_536]].concat();
        assert_eq!(
            Iim::read(&long).text(120).map(|text| text.len()),
            Some(super::super::fields::MAX_TEXT_CHARS)
        );
        let keywords = [dataset(2, 25, b"strait"), dataset(2, 25, b"bridge")].concat();
        assert_eq!(Iim::read(&keywords).list(25), ["strait", "bridge"]);
    }

    #[test]
    fn date_and_time_become_one_moment() {
        let of = |date: &[u8], time: &[u8]| {
            Iim::read(&[dataset(2, 55, date), dataset(2, 60, time)].concat()).created()
        };
        assert_eq!(of(b"20200718", b"193500+0400").as_deref(), Some("2020-07-18T19:35:00+04:00"));
        assert_eq!(of(b"20200718", b"105206-1052").as_deref(), Some("2020-07-18T10:52:06-10:52"));
        assert_eq!(of(b"20200718", b"105206-9952").as_deref(), Some("2020-07-18T10:52:06"));
        assert_eq!(of(b"20200718", b"soon").as_deref(), Some("2020-07-18"));
        assert_eq!(of(b"July", b"193500"), None);
    }

    #[test]
    fn resources_are_found_behind_others() {
        let records = dataset(2, 110, b"ARNA");
        let length = (records.len() as u32).to_be_bytes();
        let resources =
            [b"8BIM\x03\xED\x03abc\0\0\0\x03xyz\0".as_slice(), b"8BIM\x04\x04\0\0", &length, &records]
                .concat();
        assert_eq!(Iim::read_photoshop(&resources).text(110).as_deref(), Some("ARNA"));
    }
}
