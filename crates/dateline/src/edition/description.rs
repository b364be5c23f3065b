//! The agency description: one TOML file for `init`, `apply` and `export --format agency`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::EditionSection;
use crate::place::OwnPlace;

/// The whole file. Unknown keys are refused by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyDescription {
    /// The agency.
    pub agency: AgencyHead,
    /// Sections in their order.
    #[serde(default, rename = "section", skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionEntry>,
    /// Places of the agency's own.
    #[serde(default, rename = "place", skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<OwnPlace>,
    /// Editions by language tag.
    #[serde(default, rename = "edition", skip_serializing_if = "BTreeMap::is_empty")]
    pub editions: BTreeMap<String, EditionEntry>,
}

/// `[agency]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyHead {
    /// The agency's name.
    pub name: String,
    /// Scheme and host.
    pub origin: String,
    /// IANA zone.
    pub time_zone: String,
    /// Language tag.
    pub default_language: String,
    /// `image`, `proof` or `proof-or-image`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captcha: Option<String>,
    /// Minutes without a second person after which whoever asked for a kill, takedown, restore or redaction may confirm
    /// it alone: 0 to 10,080, where 0 is never. 30 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone_after_minutes: Option<i64>,
    /// Address of the terms under which content may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Address where a licence is asked for; the form for letters where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquire_license: Option<String>,
}

/// `[[section]]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionEntry {
    /// The section's identity.
    pub key: String,
    /// Key of the section above; empty or absent at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// `[edition.LANG]`. What is absent is built in for the language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// The agency's name in this language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of `<title>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_pattern: Option<String>,
    /// Of times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_pattern: Option<String>,
    /// Of datelines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline_pattern: Option<String>,
    /// Where datelines stand: `line` or `run-in`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// `gregorian` or `persian`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// `latn`, `arab` or `arabext`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<String>,
    /// What of a story its feeds carry: `full` or `summary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeds: Option<String>,
    /// Who sees the sign-off of a story: `site` or `wire`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<String>,
    /// Sections by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub section: BTreeMap<String, EditionSection>,
    /// Interface texts by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
}

impl AgencyDescription {
    /// Reads the file; the error names line and key.
    pub fn parse(text: &str) -> Result<AgencyDescription, toml::de::Error> {
        toml::from_str(text)
    }

    /// Writes the file.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}
