//! What must hold for whatever HTML was read.

#[allow(dead_code, reason = "one of the two tests that share this folder reads schemas")]
pub mod schema;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::RefCell;
use story_body::{Body, Ids, Rendering};

/// Reads HTML and checks that nothing active is left, that the body keeps its bounds and survives JSON, that
/// reading the output again changes nothing, and that the XHTML is well-formed. Gives the body.
pub fn check(html: &str) -> Body {
    let body = Body::from_html(html).body;
    body.check().unwrap_or_else(|e| panic!("{e}\n{html}"));
    let json = body.to_json();
    assert_eq!(
        Body::from_json(&json).unwrap_or_else(|e| panic!("{e}\n{html}\n{json}")),
        body,
        "JSON of {html}"
    );
    let written = body.to_html(&Rendering::default());
    assert_inactive(&written, html);
    let again = Body::from_html(&written).body;
    assert_eq!(again, body, "a second pass changes the body\n{html}\n{written}");
    assert_eq!(again.to_html(&Rendering::default()), written, "a second pass changes the HTML\n{html}");
    let nameless = body.to_html(&Rendering { ids: Ids::LeftOut, ..Rendering::default() });
    let renamed = Body::from_html(&nameless).body;
    assert_eq!(renamed.to_html(&Rendering { ids: Ids::LeftOut, ..Rendering::default() }), nameless, "{html}");
    let kept = Body::from_html_keeping_ids(&nameless, &body).body;
    let ids = |body: &Body| body.blocks.iter().map(|block| block.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&kept), ids(&body), "ids are lost\n{html}");
    assert_well_formed(&body.to_xhtml(&Rendering::default()), html);
    body.to_text();
    body.to_markdown(&Rendering::default());
    body
}

#[derive(Default)]
struct Tags(RefCell<Vec<Tag>>);

impl TokenSink for Tags {
    type Handle = ();
    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.0.borrow_mut().push(tag),
            Token::CommentToken(text) => panic!("a comment is left: {text}"),
            Token::DoctypeToken(_) => panic!("a doctype is left"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Every tag of the output as a parser sees it is one of those a body is written with, with no other
/// attribute than those.
fn assert_inactive(written: &str, html: &str) {
    let tokenizer = Tokenizer::new(Tags::default(), Default::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(written));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    for tag in tokenizer.sink.0.into_inner() {
        let own: &[&str] = match &*tag.name {
            "p" | "h2" | "h3" | "h4" | "ul" | "blockquote" | "pre" | "hr" | "table" => &["id", "dir", "lang"],
            "ol" => &["id", "dir", "lang", "start"],
            "figure" => &["id", "dir", "lang", "class", "data-provider"],
            "div" => &["class", "role", "tabindex"],
            "th" => &["scope", "colspan", "rowspan"],
            "td" => &["colspan", "rowspan"],
            "a" => &["href"],
            "span" => &["lang"],
            "img" => &["src", "alt"],
            "video" => &["controls", "preload", "src", "poster"],
            "audio" => &["controls", "preload", "src"],
            "track" => &["kind", "src", "srclang", "label"],
            "li" | "footer" | "figcaption" | "small" | "caption" | "thead" | "tbody" | "tr" | "br"
            | "strong" | "em" | "u" | "s" | "sub" | "sup" | "code" => &[],
            other => panic!("<{other}> is left of {html}\n{written}"),
        };
        for attr in &tag.attrs {
            let name = &*attr.name.local;
            assert!(own.contains(&name), "<{} {name}> is left of {html}\n{written}", tag.name);
            if matches!(name, "href" | "src" | "poster") {
                assert_harmless(&attr.value, name, html);
            }
        }
    }
}

/// The scheme a browser would see: it leaves out white space and control characters.
fn assert_harmless(address: &str, attribute: &str, html: &str) {
    let bare: String = address.chars().filter(|c| *c > ' ').collect::<String>().to_lowercase();
    let scheme = bare.find(':').filter(|at| !bare[..*at].contains(['/', '?', '#'])).map(|at| &bare[..at]);
    let allowed: &[Option<&str>] = if attribute == "href" {
        &[None, Some("http"), Some("https"), Some("mailto")]
    } else {
        &[None, Some("http"), Some("https")]
    };
    assert!(allowed.contains(&scheme), "{attribute}={address:?} is left of {html}");
    assert!(
        attribute != "href" || scheme.is_some() || (bare.starts_with('/') && !bare.starts_with("//")),
        "{address:?} of {html}"
    );
}

fn assert_well_formed(xhtml: &str, html: &str) {
    let whole = format!("<body>{xhtml}</body>");
    let mut reader = quick_xml::Reader::from_str(&whole);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)) => {
                for attr in tag.attributes() {
                    attr.unwrap_or_else(|e| panic!("{e} in {xhtml} of {html}"));
                }
            }
            Ok(_) => {}
            Err(e) => panic!("{e} in {xhtml} of {html}"),
        }
    }
    let unwritable = |c: char| (c < ' ' && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!xhtml.contains(unwritable), "{xhtml:?}");
}
