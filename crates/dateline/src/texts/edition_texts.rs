//! The texts of one edition, ready to be asked for many times a page.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::lang::{Digits, Language};

/// The texts of one edition: a language's, with the agency's own on top.
pub struct EditionTexts {
    bundle: FluentBundle<Arc<FluentResource>>,
    plain: HashMap<Box<str>, Box<str>>,
}

/// What fills a gap in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// Words, put in as they are.
    Words(&'a str),
    /// A number of things, which decides the plural form and is written in the edition's digits.
    Count(u64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(words: &'a str) -> Argument<'a> {
        Argument::Words(words)
    }
}

impl From<u64> for Argument<'_> {
    fn from(count: u64) -> Self {
        Argument::Count(count)
    }
}

impl fmt::Debug for EditionTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EditionTexts({} texts)", self.plain.len())
    }
}

impl EditionTexts {
    /// Puts later layers over earlier ones and writes every text out once.
    pub(super) fn layered<'k>(
        language: Language,
        digits: Digits,
        layers: Vec<Arc<FluentResource>>,
        keys: impl Iterator<Item = &'k str>,
    ) -> EditionTexts {
        let locale = language.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Texts go into attributes and titles, where invisible marks of direction would be litter; pages isolate by element.
        bundle.set_use_isolating(false);
        bundle.set_formatter(match digits {
            Digits::Latn => None,
            Digits::Arab => Some(|value, _| in_digits(value, Digits::Arab)),
            Digits::Arabext => Some(|value, _| in_digits(value, Digits::Arabext)),
        });
        for layer in layers {
            bundle.add_resource_overriding(layer);
        }
        let mut texts = EditionTexts { bundle, plain: HashMap::new() };
        for key in keys {
            let text = texts.format(key, &[]);
            texts.set(key, &text);
        }
        texts
    }

    pub(super) fn set(&mut self, key: &str, text: &str) {
        self.plain.insert(key.into(), text.into());
    }

    /// A text without gaps; `None` for a key that does not exist.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(|text| &**text)
    }

    /// A text with its gaps filled; without arguments the text as it stands. Empty for a key that does not exist.
    pub fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        if let Some(text) = self.plain.get(key)
            && arguments.is_empty()
        {
            return text.to_string();
        }
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return String::new();
        };
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Words(words) => args.set(*name, *words),
                Argument::Count(count) => args.set(*name, *count),
            }
        }
        // An argument that is missing leaves its name in the text; what an agency wrote was checked when it was set.
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Every key with its text, gaps unfilled.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.plain.iter().map(|(key, text)| (&**key, &**text))
    }
}

fn in_digits(value: &FluentValue<'_>, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(digits.localise(&number.as_string())),
        _ => None,
    }
}
