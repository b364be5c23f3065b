//! The bytes a token signs: each field behind its length, one way to write every payload and none shared by two.

use crate::keys::MAX_KEY_ID_BYTES;
use crate::order::{Difficulty, Form, MAX_LIFETIME, Moment, Subject, is_name};
use crate::refused::Refused;

/// The first byte of every payload: the version of its layout.
const VERSION: u8 = 1;

/// What a token says, all of it signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payload {
    pub(crate) key_id: String,
    pub(crate) form: Form,
    pub(crate) subject: Subject,
    pub(crate) issued: Moment,
    pub(crate) expires: Moment,
    pub(crate) nonce: [u8; 16],
    pub(crate) proof: Option<Difficulty>,
}

impl Payload {
    /// The version, then key id, form, subject, issue time, expiry (microseconds, big-endian), nonce and difficulty
    /// (0 for none), each behind one byte of length.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        let difficulty = self.proof.map_or(0, Difficulty::bits);
        let fields: [&[u8]; 7] = [
            self.key_id.as_bytes(),
            self.form.as_str().as_bytes(),
            self.subject.as_str().as_bytes(),
            &self.issued.as_micros().to_be_bytes(),
            &self.expires.as_micros().to_be_bytes(),
            &self.nonce,
            &[difficulty],
        ];
        for field in fields {
            bytes.push(u8::try_from(field.len()).expect("checked fields are at most 128 bytes"));
            bytes.extend_from_slice(field);
        }
        bytes
    }

    /// Reads what [`Payload::to_bytes`] wrote and nothing else.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Payload, Refused> {
        let Some((&VERSION, rest)) = bytes.split_first() else {
            return Err(Refused::Malformed("of no known version"));
        };
        let mut fields = Fields { rest };
        let key_id = fields.text()?;
        if !is_name(key_id, MAX_KEY_ID_BYTES) {
            return Err(Refused::Malformed("its key has no proper id"));
        }
        let key_id = key_id.to_owned();
        let form =
            Form::new(fields.text()?).map_err(|_| Refused::Malformed("its form has no proper name"))?;
        let subject = Subject::new(fields.text()?)
            .map_err(|_| Refused::Malformed("its subject is not a proper one"))?;
        let issued = Moment::from_micros(i64::from_be_bytes(fields.exactly()?));
        let expires = Moment::from_micros(i64::from_be_bytes(fields.exactly()?));
        let nonce = fields.exactly()?;
        let proof = match fields.exactly::<1>()? {
            [0] => None,
            [bits] => Some(
                Difficulty::new(bits).map_err(|_| Refused::Malformed("its difficulty is out of bounds"))?,
            ),
        };
        if !fields.rest.is_empty() {
            return Err(Refused::Malformed("it goes on after its end"));
        }
        if expires <= issued || expires.since(issued) > MAX_LIFETIME {
            return Err(Refused::Malformed("its times are out of order"));
        }
        Ok(Payload { key_id, form, subject, issued, expires, nonce, proof })
    }
}

struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    fn field(&mut self) -> Result<&'a [u8], Refused> {
        const SHORT: Refused = Refused::Malformed("it ends too early");
        let (&length, rest) = self.rest.split_first().ok_or(SHORT)?;
        let (field, rest) = rest.split_at_checked(usize::from(length)).ok_or(SHORT)?;
        self.rest = rest;
        Ok(field)
    }

    fn text(&mut self) -> Result<&'a str, Refused> {
        std::str::from_utf8(self.field()?).map_err(|_| Refused::Malformed("a text in it is not UTF-8"))
    }

    fn exactly<const N: usize>(&mut self) -> Result<[u8; N], Refused> {
        self.field()?.try_into().map_err(|_| Refused::Malformed("a field has another length"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn payloads() -> impl Strategy<Value = Payload> {
        let texts = ("[a-z0-9-]{1,32}", "[a-z0-9-]{1,32}", "[a-z0-9 а-я/|:.\u{4e00}-\u{4e20}]{0,30}");
        let times = (0..4_000_000_000_000_000i64, 1..86_400_000_000i64);
        (texts, times, any::<[u8; 16]>(), proptest::option::of(1..=24u8)).prop_map(
            |((key_id, form, subject), (issued, lasts), nonce, bits)| Payload {
                key_id,
                form: Form::new(&form).unwrap(),
                subject: Subject::new(&subject).unwrap(),
                issued: Moment::from_micros(issued),
                expires: Moment::from_micros(issued + lasts),
                nonce,
                proof: bits.map(|bits| Difficulty::new(bits).unwrap()),
            },
        )
    }

    /// Two payloads whose texts are one text cut at two places: what plain joining would confuse.
    fn cut_differently() -> impl Strategy<Value = (Payload, Payload)> {
        (payloads(), "[a-z0-9-]{4,30}", 1..29usize, 1..29usize).prop_map(|(payload, whole, one, other)| {
            let cut = |at: usize| {
                let (form, subject) = whole.split_at(at.min(whole.len()));
                let form = Form::new(form).unwrap();
                Payload { form, subject: Subject::new(subject).unwrap(), ..payload.clone() }
            };
            (cut(one), cut(other))
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(payload in payloads()) {
            prop_assert_eq!(Payload::from_bytes(&payload.to_bytes()).unwrap(), payload);
        }

        #[test]
        fn different_payloads_never_share_bytes(one in payloads(), other in payloads()) {
            prop_assert_eq!(one == other, one.to_bytes() == other.to_bytes());
        }

        #[test]
        fn moving_the_cut_between_two_fields_changes_the_bytes((one, other) in cut_differently()) {
            prop_assert_eq!(one == other, one.to_bytes() == other.to_bytes());
        }

        #[test]
        fn no_payload_begins_another(one in payloads(), other in payloads(), more in any::<Vec<u8>>()) {
            prop_assume!(one != other && !more.is_empty());
            prop_assert!(!one.to_bytes().starts_with(&other.to_bytes()));
            prop_assert!(Payload::from_bytes(&[one.to_bytes(), more].concat()).is_err());
        }

        #[test]
        fn what_can_be_read_is_written_back_the_same(payload in payloads(), at in any::<prop::sample::Index>(), byte: u8) {
            let mut bytes = payload.to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(read) = Payload::from_bytes(&bytes) {
                prop_assert_eq!(read.to_bytes(), bytes);
            }
        }
    }
}
