//! Selectors as W3C Web Annotations (JSON-LD, Recommendation of 23 February 2017), out and in.

use crate::bounds::{MAX_ANNOTATION_BYTES, MAX_QUOTE_BYTES};
use crate::selector::Selector;
use crate::version::{Place, Span, Version};
use serde_json::{Map, Value, json};

/// The context of every annotation.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// How the `b-…` in a fragment selector is read: as the id of an HTML element.
const HTML_FRAGMENT: &str = "http://tools.ietf.org/rfc/rfc3236";

/// Why JSON is not an annotation with words of a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAnnotation {
    /// It is no JSON, or too long.
    #[error("not JSON, or more than {MAX_ANNOTATION_BYTES} bytes")]
    NotJson,
    /// It is not of type `Annotation`, or lacks the context, or its target.
    #[error("not a Web Annotation: {0}")]
    NotAnAnnotation(&'static str),
    /// A selector breaks the model.
    #[error("a selector breaks the model: {0}")]
    BadSelector(&'static str),
}

/// What an annotation says of the words it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// The address of the page, where it names one.
    pub source: Option<String>,
    /// The quote: exact words, before, after.
    pub quote: Option<Quote>,
    /// Where in which blocks: only where a fragment names the block.
    pub span: Option<Span>,
    /// Positions in the text of the whole page, where no fragment names a block.
    pub position: Option<(usize, usize)>,
}

/// A `TextQuoteSelector`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
}

impl Selector {
    /// The target of a Web Annotation: the page's address, the block by its fragment `b-…` refined by a
    /// `TextPositionSelector`, and the quote. Words over several blocks are a `RangeSelector`.
    pub fn to_target(&self, source: &str) -> Value {
        let Span { start, end } = &self.span;
        let place = if start.block == end.block {
            fragment(&start.block, start.offset, end.offset)
        } else {
            json!({
                "type": "RangeSelector",
                "startSelector": fragment(&start.block, start.offset, start.offset),
                "endSelector": fragment(&end.block, end.offset, end.offset),
            })
        };
        let mut quote = json!({ "type": "TextQuoteSelector", "exact": self.exact });
        for (name, text) in [("prefix", &self.prefix), ("suffix", &self.suffix)] {
            if !text.is_empty() {
                quote[name] = json!(text);
            }
        }
        json!({ "source": source, "selector": [place, quote] })
    }

    /// A whole annotation of the words, with a remark; `id` and `source` are addresses.
    pub fn to_annotation(&self, id: &str, source: &str, remark: &str) -> Value {
        json!({
            "@context": CONTEXT,
            "id": id,
            "type": "Annotation",
            "motivation": "editing",
            "body": { "type": "TextualBody", "value": remark, "purpose": "editing" },
            "target": self.to_target(source),
        })
    }

    /// The selector an annotation makes, where it says block and words.
    pub fn from_target(target: &Target) -> Option<Selector> {
        let (span, quote) = (target.span.clone()?, target.quote.clone()?);
        let Quote { exact, prefix, suffix } = quote;
        Some(Selector { span, exact, prefix, suffix })
    }
}

fn fragment(block: &str, start: usize, end: usize) -> Value {
    json!({
        "type": "FragmentSelector",
        "conformsTo": HTML_FRAGMENT,
        "value": format!("b-{block}"),
        "refinedBy": { "type": "TextPositionSelector", "start": start, "end": end },
    })
}

/// Reads the targets of an annotation. Members that are not known are let be, as the model asks.
///
/// # Errors
/// When it is no annotation, or a text selector breaks the model.
pub fn read_annotation(json: &str) -> Result<Vec<Target>, BadAnnotation> {
    if json.len() > MAX_ANNOTATION_BYTES {
        return Err(BadAnnotation::NotJson);
    }
    let value: Value = serde_json::from_str(json).map_err(|_| BadAnnotation::NotJson)?;
    let bad = BadAnnotation::NotAnAnnotation;
    let item = value.as_object().ok_or(bad("not an object"))?;
    if !names(item.get("@context"), CONTEXT) {
        return Err(bad("the context is missing"));
    }
    if !names(item.get("type"), "Annotation") {
        return Err(bad("the type is not Annotation"));
    }
    if !item.get("id").is_some_and(Value::is_string) {
        return Err(bad("exactly one id"));
    }
    match item.get("target") {
        None | Some(Value::Null) => Err(bad("there is no target")),
        Some(Value::Array(targets)) if targets.is_empty() => Err(bad("there is no target")),
        Some(Value::Array(targets)) => targets.iter().map(read_target).collect(),
        Some(target) => Ok(vec![read_target(target)?]),
    }
}

fn names(value: Option<&Value>, name: &str) -> bool {
    match value {
        Some(Value::String(text)) => text == name,
        Some(Value::Array(all)) => all.iter().any(|one| one.as_str() == Some(name)),
        _ => false,
    }
}

/// Reads one target: an address, or an object with selectors.
///
/// # Errors
/// When it is neither, or a text selector breaks the model.
pub fn read_target(target: &Value) -> Result<Target, BadAnnotation> {
    let item = match target {
        Value::String(source) => return Ok(Target { source: Some(source.clone()), ..Target::default() }),
        Value::Object(item) => item,
        _ => return Err(BadAnnotation::NotAnAnnotation("a target is an address or an object")),
    };
    let source = item.get("source").or(item.get("id")).and_then(Value::as_str).map(str::to_owned);
    let mut read = Target { source, ..Target::default() };
    match item.get("selector") {
        Some(Value::Array(selectors)) => selectors.iter().try_for_each(|one| read.add(one))?,
        Some(selector) => read.add(selector)?,
        None => {}
    }
    Ok(read)
}

impl Target {
    fn add(&mut self, selector: &Value) -> Result<(), BadAnnotation> {
        let Some(item) = selector.as_object() else { return Ok(()) };
        match item.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => self.quote = Some(read_quote(item)?),
            Some("TextPositionSelector") => self.position = Some(read_position(item)?),
            Some("FragmentSelector") => self.add_fragment(item)?,
            Some("RangeSelector") => {
                let end = |name| item.get(name).and_then(Value::as_object).map(read_place).transpose();
                if let (Some(Some(start)), Some(Some(end))) = (end("startSelector")?, end("endSelector")?) {
                    self.span = Some(Span { start: start.0, end: end.0 });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn add_fragment(&mut self, item: &Map<String, Value>) -> Result<(), BadAnnotation> {
        if let Some((start, end)) = read_place(item)? {
            self.span = Some(Span { start, end });
        }
        match item.get("refinedBy").and_then(Value::as_object) {
            Some(inner) if names(inner.get("type"), "TextQuoteSelector") => {
                self.quote = Some(read_quote(inner)?);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// The places of a fragment `b-…` refined by a position; `None` when it is something else.
fn read_place(item: &Map<String, Value>) -> Result<Option<(Place, Place)>, BadAnnotation> {
    let Some(value) = item.get("value").and_then(Value::as_str) else {
        return Err(BadAnnotation::BadSelector("a fragment has a value"));
    };
    let Some(block) = value.trim_start_matches('#').strip_prefix("b-") else { return Ok(None) };
    let Some(position) = item.get("refinedBy").and_then(Value::as_object) else { return Ok(None) };
    if !names(position.get("type"), "TextPositionSelector") {
        return Ok(None);
    }
    let (start, end) = read_position(position)?;
    let place = |offset| Place { block: block.to_owned(), offset };
    Ok(Some((place(start), place(end))))
}

fn read_quote(item: &Map<String, Value>) -> Result<Quote, BadAnnotation> {
    let text = |name: &str| match item.get(name) {
        None => Ok(None),
        Some(Value::String(text)) if text.len() <= MAX_QUOTE_BYTES => Ok(Some(text.clone())),
        Some(_) => Err(BadAnnotation::BadSelector("exact, prefix and suffix are texts of bounded length")),
    };
    let exact = text("exact")?.ok_or(BadAnnotation::BadSelector("a quote has exact words"))?;
    let (prefix, suffix) = (text("prefix")?.unwrap_or_default(), text("suffix")?.unwrap_or_default());
    Ok(Quote { exact, prefix, suffix })
}

fn read_position(item: &Map<String, Value>) -> Result<(usize, usize), BadAnnotation> {
    let number = |name: &str| item.get(name).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    match (number("start"), number("end")) {
        (Some(start), Some(end)) if start <= end => Ok((start, end)),
        _ => Err(BadAnnotation::BadSelector("a position has start and end, in this order, from 0")),
    }
}

impl Version<'_> {
    /// Where the target of an annotation stands, when its words say so: the span it names if the words are
    /// there, else what [`Version::find`] says of the quote.
    pub fn resolve(&self, target: &Target) -> Option<Span> {
        let named = Selector::from_target(target).and_then(|selector| self.check(&selector).ok());
        named.map(|selector| selector.span).or_else(|| self.find(target.quote.as_ref()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_survives_the_way_out_and_in() {
        let version = Version::new([("a", "One two three."), ("b", "Four five six.")]).unwrap();
        let place = |block: &str, offset| Place { block: block.to_owned(), offset };
        for span in [Span::within("a", 4..7), Span { start: place("a", 8), end: place("b", 4) }] {
            let selector = version.select(&span).unwrap();
            let written =
                selector.to_annotation("https://a.example/1", "https://a.example/s", "wrong").to_string();
            let targets = read_annotation(&written).unwrap();
            assert_eq!(Selector::from_target(&targets[0]), Some(selector));
            assert_eq!(version.resolve(&targets[0]), Some(span));
        }
    }

    #[test]
    fn a_quote_alone_is_searched_for() {
        let version = Version::new([("a", "this is an anotation that has some mistakes in it")]).unwrap();
        let target = json!({ "source": "http://a.example/", "selector": {
            "type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an ", "suffix": " that has some" } });
        assert_eq!(version.resolve(&read_target(&target).unwrap()), Some(Span::within("a", 11..20)));
    }

    #[test]
    fn positions_that_run_backwards_are_refused() {
        let target =
            json!({ "source": "s", "selector": { "type": "TextPositionSelector", "start": 9, "end": 3 } });
        assert!(matches!(read_target(&target), Err(BadAnnotation::BadSelector(_))));
    }
}
