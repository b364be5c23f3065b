//! Fields of a sheet: what stood when it was shown, what was typed, and what stands now.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::form::Form;
use super::super::words::Words;
use super::fault_words::sentence;
use crate::edition::ApplyError;

/// Values by the names of their fields.
pub(super) type Fields = BTreeMap<String, String>;

/// The longest record of what was shown, in bytes.
const LONGEST_WAS: usize = 1 << 20;

/// A sheet as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it showed when it was opened.
    pub was: Fields,
    /// What stands in it now.
    pub typed: Fields,
}

/// What somebody else changed while a sheet was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Overtaken {
    /// What stands now, by the names of the fields that are others now.
    pub now: Fields,
}

/// A field as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Field {
    /// What stands in it.
    pub value: String,
    /// Whether it cannot be.
    pub wrong: bool,
    /// Why it cannot be, in the domain's words.
    pub fault: String,
    /// What somebody else put there meanwhile.
    pub now: Option<String>,
}

impl Draft {
    /// A sheet nobody has typed in.
    pub fn untouched(standing: Fields) -> Draft {
        Draft { was: standing.clone(), typed: standing }
    }

    /// Reads the fields that `standing` has. One the form does not hold is as it stands; a sheet that does not say what
    /// it showed is taken to have shown what stands.
    pub fn read(form: &Form, standing: &Fields) -> Draft {
        let said = form.given("was").filter(|said| said.len() <= LONGEST_WAS);
        let was: Option<Fields> = said.and_then(|said| serde_json::from_str(said).ok());
        let mut was = was.unwrap_or_else(|| standing.clone());
        was.retain(|name, _| standing.contains_key(name));
        let typed = standing.iter().map(|(name, value)| {
            let shown = was.get(name).unwrap_or(value);
            let sent = form.given(name).map(|_| form.filled(name).unwrap_or_default());
            // Space around a value that stands is nobody's doing.
            let kept = |sent: &String| *sent == shown.replace("\r\n", "\n").trim();
            (name.clone(), sent.filter(|sent| !kept(sent)).unwrap_or_else(|| shown.clone()))
        });
        Draft { typed: typed.collect(), was }
    }

    /// What others changed since it was opened; `None` where nothing.
    pub fn overtaken(&self, standing: &Fields) -> Option<Overtaken> {
        let other = |(name, now): &(&String, &String)| self.was.get(*name).is_some_and(|was| was != *now);
        let now: Fields =
            standing.iter().filter(other).map(|(name, now)| (name.clone(), now.clone())).collect();
        (!now.is_empty()).then_some(Overtaken { now })
    }

    /// The sheet over what stands now: what was typed is kept, what was not touched is as others left it.
    pub fn rebased(&self, standing: &Fields) -> Draft {
        let touched = |name: &String, typed: &String| self.was.get(name) != Some(typed);
        let typed = standing.iter().map(|(name, now)| match self.typed.get(name) {
            Some(typed) if touched(name, typed) => (name.clone(), typed.clone()),
            _ => (name.clone(), now.clone()),
        });
        Draft { typed: typed.collect(), was: standing.clone() }
    }

    /// Whether anything was typed that does not stand.
    pub fn is_changed(&self) -> bool {
        self.typed != self.was
    }

    /// The fields as a page shows them.
    pub fn shown(
        &self,
        faults: &[(String, String)],
        overtaken: Option<&Overtaken>,
    ) -> BTreeMap<String, Field> {
        let shown = self.typed.iter().map(|(name, value)| {
            let fault = faults.iter().find(|(at, _)| at == name);
            let field = Field {
                value: value.clone(),
                wrong: fault.is_some(),
                fault: fault.map(|(_, fault)| fault.clone()).unwrap_or_default(),
                now: overtaken.and_then(|overtaken| overtaken.now.get(name)).cloned(),
            };
            (name.clone(), field)
        });
        shown.collect()
    }

    /// What the form carries along to say what it showed.
    pub fn was_json(&self) -> String {
        serde_json::to_string(&self.was).expect("fields are plain data")
    }
}

/// Faults by the names of the fields they are about; those about nothing on this sheet by an empty name.
pub(super) fn by_field(
    words: &Words,
    faults: &[ApplyError],
    field_of: impl Fn(&str) -> Option<String>,
) -> Vec<(String, String)> {
    let said = |fault: &ApplyError| (field_of(fault.at()).unwrap_or_default(), sentence(words, fault));
    faults.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_others_changed_is_told_and_nothing_typed_is_lost() {
        let was = fields(&[("name", "ARNA"), ("zone", "UTC"), ("pattern", " %d ")]);
        let form = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("was", &serde_json::to_string(&was).unwrap())
            .extend_pairs([("name", "ARNA News"), ("zone", "UTC"), ("pattern", "%d")])
            .finish();
        let standing = fields(&[("name", "ARNA"), ("zone", "Asia/Baku"), ("pattern", " %d ")]);
        let draft = Draft::read(&Form::read(form.as_bytes()).unwrap(), &standing);
        assert_eq!(draft.typed["pattern"], " %d ", "space nobody typed stays");
        let overtaken = draft.overtaken(&standing).unwrap();
        assert_eq!(overtaken.now, fields(&[("zone", "Asia/Baku")]));
        let rebased = draft.rebased(&standing);
        assert_eq!(
            (rebased.typed["name"].as_str(), rebased.typed["zone"].as_str()),
            ("ARNA News", "Asia/Baku")
        );
        assert_eq!(rebased.overtaken(&standing), None);
    }
}
