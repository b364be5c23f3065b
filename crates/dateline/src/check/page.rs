//! An HTML page as its checker reads it: tags in their order, and the few texts that matter.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, Tag as Token, TagKind, Token as Piece, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// A start tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// Names in small letters, and values.
    pub attributes: Vec<(String, String)>,
    /// The text behind it, up to the next tag.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether an attribute of names apart by spaces has this one.
    pub fn has(&self, name: &str, word: &str) -> bool {
        self.attribute(name).is_some_and(|value| value.split_ascii_whitespace().any(|found| found == word))
    }
}

#[derive(Default)]
struct Reader {
    tags: RefCell<Vec<Tag>>,
    /// Elements that are open, and what was wrong with the order of tags.
    open: RefCell<Vec<String>>,
    faults: RefCell<Vec<String>>,
}

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Piece, line: u64) -> TokenSinkResult<()> {
        match token {
            Piece::TagToken(tag) if tag.kind == TagKind::StartTag => return self.start(tag),
            Piece::TagToken(tag) => self.end(&tag.name, line),
            Piece::CharacterTokens(text) => {
                if let Some(tag) = self.tags.borrow_mut().last_mut() {
                    tag.text.push_str(&text);
                }
            }
            Piece::ParseError(error) => self.faults.borrow_mut().push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn start(&self, tag: Token) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let attributes = tag.attrs.iter();
        let attributes =
            attributes.map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
        self.tags.borrow_mut().push(Tag {
            name: name.clone(),
            attributes: attributes.collect(),
            text: String::new(),
        });
        if !VOID.contains(&name.as_str()) && !tag.self_closing {
            self.open.borrow_mut().push(name.clone());
        }
        match name.as_str() {
            "script" => TokenSinkResult::RawData(ScriptData),
            "style" => TokenSinkResult::RawData(Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end(&self, name: &str, line: u64) {
        let closed = self.open.borrow_mut().pop();
        if closed.as_deref() != Some(name) {
            let open = closed.unwrap_or_else(|| "nothing".to_owned());
            self.faults.borrow_mut().push(format!("line {line}: {name} is closed where {open} is open"));
        }
    }
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Every start tag in its order.
    pub tags: Vec<Tag>,
    /// What is wrong with its syntax: tags left open or closed in another order, unknown signs.
    pub faults: Vec<String>,
}

impl Page {
    /// Reads a page, whose every element is closed by an end tag of its own but those that have none.
    pub fn read(html: &str) -> Page {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let options = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
        let tokenizer = Tokenizer::new(Reader::default(), options);
        // It stops early only for a reader that runs scripts.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let reader = tokenizer.sink;
        let mut faults = reader.faults.into_inner();
        let open = reader.open.into_inner();
        if !open.is_empty() {
            faults.push(format!("left open: {}", open.join(", ")));
        }
        Page { tags: reader.tags.into_inner(), faults }
    }

    /// The tags of an element.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// Whether each element of this name has words, its own or those of a link that is all it holds.
    pub fn has_words(&self, name: &str) -> bool {
        let said = |tag: Option<&Tag>| tag.is_some_and(|tag| !tag.text.trim().is_empty());
        self.tags.iter().enumerate().filter(|(_, tag)| tag.name == name).all(|(place, tag)| {
            let inner = self.tags.get(place + 1).filter(|next| next.name == "a");
            said(Some(tag)) || said(inner)
        })
    }

    /// The address of a `link` with this relation.
    pub fn link(&self, relation: &str) -> Option<&str> {
        self.all("link").find(|tag| tag.has("rel", relation)).and_then(|tag| tag.attribute("href"))
    }

    /// Languages and addresses of the page's translations.
    pub fn alternates(&self) -> Vec<(&str, &str)> {
        let links = self.all("link").filter(|tag| tag.has("rel", "alternate"));
        links.filter_map(|tag| Some((tag.attribute("hreflang")?, tag.attribute("href")?))).collect()
    }
}

/// The start tags of a piece of HTML.
pub fn tags(html: &str) -> Vec<Tag> {
    Page::read(html).tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_with_its_tags_and_texts() {
        let page = Page::read(
            "<!doctype html><html lang=en><head><title>A &amp; B</title>\
             <script type=\"application/ld+json\">{\"a\":\"</b>\"}</script>\
             <link rel=\"alternate\" hreflang=\"az\" href=\"/az\"></head><body><h1>C</h1></body></html>",
        );
        assert_eq!(page.faults, Vec::<String>::new());
        assert_eq!(page.all("title").next().map(|tag| tag.text.as_str()), Some("A & B"));
        assert_eq!(page.all("script").next().map(|tag| tag.text.as_str()), Some("{\"a\":\"</b>\"}"));
        assert_eq!(page.alternates(), [("az", "/az")]);
    }

    #[test]
    fn tags_in_the_wrong_order_are_told() {
        assert!(!Page::read("<p><em>a</p></em>").faults.is_empty());
        assert!(!Page::read("<div>").faults.is_empty());
        assert!(Page::read("<p>a<br><img src=x></p>").faults.is_empty());
    }
}
