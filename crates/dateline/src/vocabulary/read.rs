//! Vocabularies read: the IPTC's JSON, and one concept a line.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Concept;
use crate::lang::Language;

/// Bytes of one label.
const LONGEST: usize = 1_000;

/// A concept that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadConcept {
    /// The line, or in the IPTC's JSON the place, from 1.
    pub place: usize,
    /// Why.
    pub reason: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadVocabulary {
    /// The concepts.
    pub concepts: Vec<Concept>,
    /// What was refused.
    pub refused: Vec<BadConcept>,
}

/// A concept as files have it; what else they say of it is not needed here.
#[derive(Deserialize)]
struct Raw {
    qcode: String,
    uri: String,
    #[serde(alias = "prefLabel")]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    broader: Option<Above>,
    #[serde(default)]
    retired: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Above {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct ConceptSet {
    #[serde(rename = "conceptSet")]
    concept_set: Vec<Value>,
}

/// Reads a file. What cannot be read is named, and the rest is read.
pub fn read_vocabulary(text: &str) -> ReadVocabulary {
    let text = text.trim_start_matches('\u{feff}');
    let mut read = ReadVocabulary::default();
    match serde_json::from_str::<ConceptSet>(text) {
        Ok(set) => {
            for (place, value) in set.concept_set.into_iter().enumerate() {
                read.take(place + 1, serde_json::from_value(value));
            }
        }
        Err(_) => {
            for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                read.take(place + 1, serde_json::from_str(line));
            }
        }
    }
    read
}

impl ReadVocabulary {
    fn take(&mut self, place: usize, raw: serde_json::Result<Raw>) {
        let concept = raw.map_err(|wrong| wrong.to_string()).and_then(Raw::concept);
        match concept {
            Ok(concept) => self.concepts.push(concept),
            Err(reason) => self.refused.push(BadConcept { place, reason }),
        }
    }
}

impl Raw {
    fn concept(self) -> Result<Concept, String> {
        let Some((scheme, code)) = self.qcode.split_once(':').filter(|(s, c)| !s.is_empty() && !c.is_empty())
        else {
            return Err(format!("{:?} is not scheme:code", self.qcode));
        };
        if self.qcode.len() > LONGEST || self.uri.len() > LONGEST {
            return Err("its code or uri is too long".to_owned());
        }
        let mut labels = BTreeMap::new();
        for (tag, name) in self.labels {
            let language = Language::parse(&tag).map_err(|wrong| format!("label {tag:?}: {wrong}"))?;
            if name.len() > LONGEST {
                return Err(format!("its name in {tag} is too long"));
            }
            labels.insert(language.to_string(), name);
        }
        // The concept above is named by its address, whose end is its code.
        let base = self.uri.strip_suffix(code).unwrap_or(&self.uri);
        let above = match self.broader {
            Some(Above::One(one)) => Some(one),
            Some(Above::Many(many)) => many.into_iter().next(),
            None => None,
        };
        let broader = above.map(|above| match above.strip_prefix(base) {
            Some(code) => format!("{scheme}:{code}"),
            None => above,
        });
        let retired = !matches!(self.retired, None | Some(Value::Null | Value::Bool(false)));
        Ok(Concept { code: self.qcode.clone(), uri: self.uri, labels, broader, retired })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"qcode": "medtop:20000030", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000030", "labels": {"en-GB": "music theatre"}, "broader": ["http://cv.iptc.org/newscodes/mediatopic/20000029"], "retired": "2021-09-30T12:00:00+00:00"}"#;

    #[test]
    fn lines_and_the_iptcs_own_json_are_read_alike() {
        let lines = read_vocabulary(&format!("{LINE}\n\nnonsense\n"));
        assert_eq!(lines.refused.len(), 1);
        assert_eq!(lines.refused[0].place, 3);
        let set = format!(r#"{{"uri":"x","conceptSet":[{}]}}"#, LINE.replace("\"labels\"", "\"prefLabel\""));
        let set = read_vocabulary(&set);
        assert_eq!(lines.concepts, set.concepts);
        let concept = &set.concepts[0];
        assert_eq!((concept.broader.as_deref(), concept.retired), (Some("medtop:20000029"), true));
    }

    #[test]
    fn the_whole_of_media_topics_is_read() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../shared/testdata/vocabularies/iptc-mediatopics.jsonl");
        let Ok(text) = std::fs::read_to_string(file) else { return };
        let read = read_vocabulary(&text);
        assert_eq!((read.concepts.len(), read.refused.len()), (1_392, 0));
    }
}
