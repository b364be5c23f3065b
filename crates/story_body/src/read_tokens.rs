//! Feeds HTML to the parser so that hostile input costs no more than its length.
//!
//! The parser follows the HTML standard, which sets no limits: each open element may be looked at for each
//! tag, each attribute is compared with all before it, and unclosed formatting is opened again in every
//! paragraph. So tags beyond a depth are left out here, attributes that mean nothing to a body are taken off
//! first, and a tag that does not end is passed over.

use crate::bounds::{MAX_HTML_BYTES, MAX_HTML_DEPTH};
use crate::dom::{Builder, Dom, NodeNo};
use crate::notice::{Notice, Notices};
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{Tracer, TreeSink, create_element};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, QualName, TokenizerResult, local_name, ns};
use std::cell::{Cell, RefCell};

/// Bytes fed at a time.
const CHUNK: usize = 4 << 10;
/// Bytes after which a tag that has not ended is passed over.
const LONGEST_TAG: usize = 32 << 10;

/// Parses a piece of HTML as the content of a `body`.
pub(crate) fn parse(html: &str, notices: &mut Notices) -> Dom {
    let mut rest = html;
    if rest.len() > MAX_HTML_BYTES {
        notices.add(Notice::Cut);
        rest = &rest[..rest.floor_char_boundary(MAX_HTML_BYTES)];
    }
    let builder = Builder::new();
    let body = create_element(&builder, QualName::new(None, ns!(html), local_name!("body")), Vec::new());
    let mut gate = Gate {
        parser: TreeBuilder::new_for_fragment(
            builder,
            body,
            None,
            TreeBuilderOpts { scripting_enabled: false, ..Default::default() },
        ),
        suppressed: RefCell::default(),
        tokens: Cell::new(0),
        too_deep: Cell::new(false),
    };
    loop {
        let (fed, left) = feed(gate, rest);
        gate = fed;
        let Some(left) = left else { break };
        notices.add(Notice::LongTag);
        rest = left;
    }
    if gate.too_deep.get() {
        notices.add(Notice::TooDeep);
    }
    gate.parser.sink.finish()
}

/// Feeds until the end, or until a tag does not end: then what stands after it is given back.
fn feed(gate: Gate, html: &str) -> (Gate, Option<&str>) {
    let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let (mut at, mut quiet_since, mut tokens) = (0, 0, tokenizer.sink.tokens.get());
    while at < html.len() {
        let end = html.floor_char_boundary((at + CHUNK).min(html.len()));
        queue.push_back(StrTendril::from_slice(&html[at..end]));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.tokens.get() != tokens {
            (tokens, quiet_since) = (tokenizer.sink.tokens.get(), at);
        } else if end - quiet_since > LONGEST_TAG {
            return (tokenizer.sink, Some(after_long_tag(&html[quiet_since..end], &html[end..])));
        }
        at = end;
    }
    tokenizer.end();
    (tokenizer.sink, None)
}

/// What follows a tag, or a comment, that began in `stalled` and goes on in `rest`.
fn after_long_tag<'h>(stalled: &str, rest: &'h str) -> &'h str {
    let is_comment = stalled.rfind("<!--").is_some_and(|at| !stalled[at..].contains("-->"));
    let end = if is_comment { "-->" } else { ">" };
    rest.find(end).map_or("", |at| &rest[at + end.len()..])
}

/// Stands between tokenizer and tree.
struct Gate {
    parser: TreeBuilder<NodeNo, Builder>,
    /// Names of the tags left out whose end tags are to be left out as well.
    suppressed: RefCell<Vec<LocalName>>,
    /// Tokens seen, errors not counted.
    tokens: Cell<u64>,
    too_deep: Cell<bool>,
}

struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = NodeNo;
    fn trace_handle(&self, _: &NodeNo) {
        self.0.set(self.0.get() + 1);
    }
}

impl Gate {
    /// Whether one more element may be opened. The number of elements made is an upper bound; only when it
    /// reaches the limit are those really open counted.
    fn has_room(&self) -> bool {
        let made = &self.parser.sink.made;
        if made.get() >= MAX_HTML_DEPTH {
            let open = Count(Cell::new(0));
            self.parser.trace_handles(&open);
            made.set(open.0.get());
        }
        made.get() < MAX_HTML_DEPTH
    }

    /// Whether this tag goes to the parser.
    fn admits(&self, tag: &Tag) -> bool {
        // A tag that changes how the text after it is read must pass, or that text would show.
        if matches!(
            &*tag.name,
            "script"
                | "style"
                | "xmp"
                | "iframe"
                | "noembed"
                | "noframes"
                | "textarea"
                | "title"
                | "plaintext"
        ) {
            return true;
        }
        let mut suppressed = self.suppressed.borrow_mut();
        match tag.kind {
            TagKind::EndTag => suppressed.pop_if(|last| *last == tag.name).is_none(),
            TagKind::StartTag if self.has_room() => true,
            TagKind::StartTag => {
                self.too_deep.set(true);
                if !is_void(&tag.name) && suppressed.len() < 1 << 16 {
                    suppressed.push(tag.name.clone());
                }
                false
            }
        }
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Takes off attributes that mean nothing to a body. Formatting elements lose all but a link's address, so
/// that the parser sees equal ones as equal and keeps at most three of each open.
fn strip(tag: &mut Tag) {
    let formatting = matches!(
        &*tag.name,
        "b" | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    );
    if formatting {
        tag.attrs.clear();
        return;
    }
    let of_link = tag.name == local_name!("a");
    tag.attrs.retain(|attr| match &*attr.name.local {
        "href" => true,
        _ if of_link => false,
        "id" | "class" | "role" | "lang" | "dir" | "src" | "srcset" | "alt" | "data-src"
        | "data-lazy-src" | "data-original" | "width" | "height" | "colspan" | "rowspan" | "start"
        | "poster" | "kind" | "srclang" | "label" | "data" | "type" | "encoding" => true,
        _ => false,
    });
    tag.had_duplicate_attributes = false;
}

impl TokenSink for Gate {
    type Handle = NodeNo;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeNo> {
        match token {
            Token::ParseError(_) => TokenSinkResult::Continue,
            Token::TagToken(mut tag) => {
                self.tokens.set(self.tokens.get() + 1);
                strip(&mut tag);
                if self.admits(&tag) {
                    self.parser.process_token(Token::TagToken(tag), line)
                } else {
                    TokenSinkResult::Continue
                }
            }
            other => {
                self.tokens.set(self.tokens.get() + 1);
                self.parser.process_token(other, line)
            }
        }
    }

    fn end(&self) {
        self.parser.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.parser.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
