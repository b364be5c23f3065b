//! Mail addresses: what people are known by.

use std::fmt;

/// A mail address in lower case: one `@`, a host of letters, digits, points and hyphens, at most 254 bytes (RFC 5321 §4.5.3.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// Why a text is no mail address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no mail address")]
pub struct BadEmail(String);

impl Email {
    /// Checks the address and writes it in lower case, so that one person is not known twice.
    pub fn parse(raw: &str) -> Result<Email, BadEmail> {
        let text = raw.trim();
        let refused = || BadEmail(text.chars().take(80).collect());
        let (name, host) = text.rsplit_once('@').ok_or_else(refused)?;
        // What a letter's head would read as more than an address (RFC 5322 §3.2.3) has no place in one.
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[]\\:;,\"@".contains(c);
        let strange = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'));
        if name.is_empty()
            || host.is_empty()
            || text.len() > 254
            || name.contains(odd)
            || host.contains(strange)
        {
            return Err(refused());
        }
        Ok(Email(text.to_lowercase()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`: a name where no better one is known.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or(self.0.as_str(), |(name, _)| name)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_in_lower_case() {
        assert_eq!(Email::parse(" Lea.Morin@ARNA.example ").unwrap().as_str(), "lea.morin@arna.example");
        assert_eq!(Email::parse("lea@arna.example").unwrap().local_part(), "lea");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in
            ["", "lea", "@arna.example", "lea@", "a b@c", "a@b@c", "lea@arna\n.example", "<lea@arna.example>"]
        {
            assert!(Email::parse(text).is_err(), "{text:?}");
        }
        assert!(Email::parse(&format!("{}@a", "x".repeat(254))).is_err());
    }
}
