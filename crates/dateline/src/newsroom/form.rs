//! Forms as browsers send them.

use super::Trouble;
use super::trouble::Said;

/// The most fields of a form.
const MOST_FIELDS: usize = 5_000;

/// A form: names and values in the order they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`.
    pub fn read(body: &[u8]) -> Result<Form, Trouble> {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(body)
            .take(MOST_FIELDS + 1)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        if pairs.len() > MOST_FIELDS {
            return Err(Trouble::TooLarge);
        }
        if pairs.iter().any(|(_, value)| value.contains('\0')) {
            return Err(Trouble::Bad(Said::Key("bad_text")));
        }
        Ok(Form(pairs))
    }

    /// A form as it stands before anybody typed.
    pub fn of<const N: usize>(fields: [(&str, String); N]) -> Form {
        Form(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The first value of a field, as it came; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        self.given(name).unwrap_or_default().to_owned()
    }

    /// The same without space around it, and in one line.
    pub fn line(&self, name: &str) -> String {
        let text = self.given(name).unwrap_or_default();
        text.split(['\r', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The same; `None` where nothing was typed.
    pub fn filled(&self, name: &str) -> Option<String> {
        self.given(name)
            .map(|text| text.replace("\r\n", "\n").trim().to_owned())
            .filter(|text| !text.is_empty())
    }

    /// The first value of a field, where the form has it at all.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a field that may stand several times.
    pub fn every(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(found, value)| found == name && !value.trim().is_empty());
        values.map(|(_, value)| value.trim().to_owned()).collect()
    }
}
