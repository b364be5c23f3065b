//! The smaller parts of a story file.

use std::fmt;

use jiff::Timestamp;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};

use crate::ids::{MediaId, StoryNumber};

/// Another story, by its `uri` or its number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum StoryName {
    /// By its public number.
    Number(i64),
    /// By its identity.
    Uri(String),
}

impl utoipa::PartialSchema for StoryName {
    fn schema() -> RefOr<Schema> {
        let of = |kind, said| ObjectBuilder::new().schema_type(kind).description(Some(said));
        OneOfBuilder::new()
            .item(of(Type::Integer, "Its public number."))
            .item(of(Type::String, "Its identity."))
            .description(Some("A story somebody names."))
            .into()
    }
}

impl utoipa::ToSchema for StoryName {}

impl fmt::Display for StoryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoryName::Number(number) => number.fmt(f),
            StoryName::Uri(uri) => uri.fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for StoryName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<StoryName, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = StoryName;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a uri or a number of a story")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<StoryName, E> {
                Ok(StoryName::Number(number))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<StoryName, E> {
                i64::try_from(number).map(StoryName::Number).map_err(|_| E::custom("the number is too large"))
            }
            fn visit_str<E: de::Error>(self, uri: &str) -> Result<StoryName, E> {
                Ok(StoryName::Uri(uri.to_owned()))
            }
        }
        deserializer.deserialize_any(Name)
    }
}

/// A topic or a person: a name alone, or with the part of the address it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NamedEntry {
    /// What readers see.
    pub name: String,
    /// Part of the address; made of the name where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Of a person: `reporter`, `photographer`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

impl NamedEntry {
    /// A name alone.
    pub fn of(name: impl Into<String>) -> NamedEntry {
        NamedEntry { name: name.into(), slug: None, role: None }
    }
}

impl<'de> Deserialize<'de> for NamedEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NamedEntry, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Full {
            name: String,
            #[serde(default)]
            slug: Option<String>,
            #[serde(default)]
            role: Option<String>,
        }
        struct Entry;
        impl<'de> Visitor<'de> for Entry {
            type Value = NamedEntry;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name, or an object with `name` and `slug`")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<NamedEntry, E> {
                Ok(NamedEntry::of(name))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NamedEntry, A::Error> {
                let full = Full::deserialize(MapAccessDeserializer::new(map))?;
                Ok(NamedEntry { name: full.name, slug: full.slug, role: full.role })
            }
        }
        deserializer.deserialize_any(Entry)
    }
}

/// What the wire says of a story (ninjs `pubStatus`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// May be used.
    #[default]
    Usable,
    /// Stop using it for now.
    Withheld,
    /// Must not be used.
    Canceled,
}

impl Status {
    pub(super) fn is_usable(&self) -> bool {
        *self == Status::Usable
    }
}

/// A public correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionEntry {
    /// The version that put it right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What was wrong and what is right.
    pub note: String,
}

/// A picture, video or audio file as the story uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MediaEntry {
    /// A file, relative to the folder of the story file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// One that is here already, by its id; not together with `file`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub media: Option<MediaId>,
    /// What it shows, for those who do not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Printed under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who is to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// `null` is the same as a key that is not there.
pub(super) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

pub(super) fn urgency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    match Option::<i64>::deserialize(deserializer)? {
        None => Ok(super::super::usual_urgency()),
        Some(urgency) => u8::try_from(urgency)
            .ok()
            .filter(|urgency| (1..=8).contains(urgency))
            .ok_or_else(|| de::Error::custom(format!("urgency {urgency} is not 1 to 8"))),
    }
}

pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<StoryNumber>, D::Error> {
    match Option::<i64>::deserialize(deserializer)? {
        None => Ok(None),
        Some(number) => StoryNumber::new(number)
            .map(Some)
            .ok_or_else(|| de::Error::custom(format!("number {number} is not 1 to 2^53"))),
    }
}
