//! HTML to blocks.
//!
//! Structure is kept, everything active goes, unknown elements give way to their text. Bare text and boxes
//! become paragraphs; a picture inside a paragraph parts it. What cannot stand inside a list, a quotation or
//! a cell follows after it.

use crate::block::{Body, Direction, HeadingLevel, Kind, LanguageTag, List};
use crate::dom::{Dom, Element, NodeNo, Seen};
use crate::embed::Embed;
use crate::ids::BlockId;
use crate::inline::Content;
use crate::line::{Line, Style};
use crate::match_blocks;
use crate::notice::{Notice, Notices, Reading};
use crate::read_figure::FigureWords;
use crate::read_tokens;

/// How many elements may stand within one another in the finished tree before only their text is taken.
const DEEPEST: usize = 250;

impl Body {
    /// Reads HTML: a fragment, or the body of a page. Never fails; what could not be kept is in the notices.
    /// An `id="b-…"` gives the block its id; the others get new ones, made from their words.
    ///
    /// A picture's address becomes its media reference, for whoever imports it to resolve.
    pub fn from_html(html: &str) -> Reading {
        let (drafts, notices) = read(html, LineEnds::Spaces);
        match_blocks::name_blocks(drafts, None, notices)
    }

    /// As [`Body::from_html`], for the HTML of old content systems in which an empty line parts paragraphs and the
    /// end of a line is a line break, where no element says otherwise.
    pub fn from_html_by_lines(html: &str) -> Reading {
        let (drafts, notices) = read(html, LineEnds::Meant);
        match_blocks::name_blocks(drafts, None, notices)
    }

    /// As [`Body::from_html`], giving blocks the ids they had in the last revision: by their `id="b-…"`, else
    /// by what they say. Of a block that was split the first part keeps the id; of copies the first.
    pub fn from_html_keeping_ids(html: &str, previous: &Body) -> Reading {
        let (drafts, notices) = read(html, LineEnds::Spaces);
        match_blocks::name_blocks(drafts, Some(previous), notices)
    }
}

fn read(html: &str, line_ends: LineEnds) -> (Vec<Draft>, Notices) {
    let mut notices = Notices::default();
    let dom = read_tokens::parse(html, &mut notices);
    let mut reader = Reader { line_ends, ..Reader::new(&dom, notices) };
    reader.children(Dom::ROOT, &Style::default());
    reader.flush();
    (reader.drafts, reader.notices)
}

/// A block that may not have an id yet.
pub(crate) struct Draft {
    pub(crate) id: Option<BlockId>,
    pub(crate) dir: Option<Direction>,
    pub(crate) lang: Option<LanguageTag>,
    pub(crate) kind: Kind,
}

/// What the end of a line in the source is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineEnds {
    /// White space.
    Spaces,
    /// A line break; two or more part paragraphs.
    Meant,
}

/// What words become where the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Paragraphs of the body.
    Flow,
    /// Lines of a quotation, cell, caption or heading.
    Lines,
    /// Lines of an item, which may hold a list.
    Item,
}

/// What the elements around say of the blocks inside.
#[derive(Clone, Default)]
struct Scope {
    id: Option<BlockId>,
    dir: Option<Direction>,
    lang: Option<LanguageTag>,
}

/// Lines gathered, and lists found among them.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) lines: Vec<Content>,
    pub(crate) lists: Vec<List>,
}

pub(crate) struct Reader<'d> {
    pub(crate) dom: &'d Dom,
    pub(crate) notices: Notices,
    pub(crate) place: Place,
    pub(crate) drafts: Vec<Draft>,
    /// Blocks that stood where none can stand.
    lifted: Vec<Draft>,
    pub(crate) line: Line,
    pub(crate) gathered: Gathered,
    /// The words of the innermost figure.
    pub(crate) figure: Option<FigureWords>,
    pub(crate) in_caption: bool,
    pub(crate) list_depth: usize,
    pub(crate) list_items: usize,
    scope: Scope,
    depth: usize,
    pub(crate) line_ends: LineEnds,
    /// Ends of lines since the last word, where they are meant.
    pub(crate) ends_seen: usize,
}

impl<'d> Reader<'d> {
    fn new(dom: &'d Dom, notices: Notices) -> Reader<'d> {
        Reader {
            dom,
            notices,
            place: Place::Flow,
            drafts: Vec::new(),
            lifted: Vec::new(),
            line: Line::default(),
            gathered: Gathered::default(),
            figure: None,
            in_caption: false,
            list_depth: 0,
            list_items: 0,
            scope: Scope::default(),
            depth: 0,
            line_ends: LineEnds::Spaces,
            ends_seen: 0,
        }
    }

    pub(crate) fn children(&mut self, no: NodeNo, style: &Style) {
        if self.depth >= DEEPEST {
            self.notices.add(Notice::TooDeep);
            return self.flatten(no, style);
        }
        self.depth += 1;
        for child in self.dom.children(no) {
            self.node(child, style);
        }
        self.depth -= 1;
    }

    pub(crate) fn node(&mut self, no: NodeNo, style: &Style) {
        match self.dom.see(no) {
            Seen::Element(element) => self.element(element, style),
            Seen::Text(text) => self.text(text, style),
            Seen::Other => {}
        }
    }

    fn element(&mut self, element: Element<'d>, style: &Style) {
        let name = element.name();
        if self.inline(element, style) {
            return;
        }
        match name {
            _ if is_dropped(name) => self.notices.add(Notice::Dropped(name.to_string())),

            "h1" | "h2" => {
                self.block(element, style, |reader, style| reader.heading(element, HeadingLevel::Two, style))
            }
            "h3" => self
                .block(element, style, |reader, style| reader.heading(element, HeadingLevel::Three, style)),
            "h4" | "h5" | "h6" => {
                self.block(element, style, |reader, style| reader.heading(element, HeadingLevel::Four, style))
            }
            "ul" | "ol" | "menu" | "dir" => {
                self.block(element, style, |reader, style| reader.list(element, style))
            }
            "blockquote" => self.block(element, style, |reader, style| reader.quotation(element, style)),
            "table" => self.block(element, style, |reader, style| reader.table(element, style)),
            "pre" | "xmp" | "listing" | "plaintext" => {
                self.block(element, style, |reader, style| reader.typed(element, style))
            }
            "figure" => self.block(element, style, |reader, style| reader.figure(element, style)),
            "figcaption" if self.figure.is_some() => self.figure_caption(element, style),
            "hr" => self.block(element, style, |reader, _| reader.put(Kind::Rule)),
            "img" => self.picture(element),
            "iframe" | "embed" => self.frame(element),
            "object" if element.attr("data").is_some_and(|data| Embed::from_url(data).is_some()) => {
                self.frame(element)
            }
            "video" | "audio" => self.recording(element),
            _ if is_box(name) => {
                self.block(element, style, |reader, style| reader.children(element.no, style))
            }
            _ => self.children(element.no, style),
        }
    }

    /// Reads what stands in a box of its own, whose id, direction and language hold for the blocks inside.
    pub(crate) fn block(
        &mut self,
        element: Element<'d>,
        style: &Style,
        inside: impl FnOnce(&mut Self, &Style),
    ) {
        self.flush();
        let around = self.scope.clone();
        let own_id = element.attr("id").and_then(BlockId::from_html_id);
        let has_own_id = own_id.is_some();
        if has_own_id {
            self.scope.id = own_id;
        }
        if let Some(dir) = element.attr("dir").and_then(Direction::from_html) {
            self.scope.dir = Some(dir);
        }
        match element.attr("lang").and_then(|tag| LanguageTag::parse(tag.trim()).ok()) {
            Some(lang) if self.place == Place::Flow => {
                self.scope.lang = Some(lang);
                inside(self, style);
            }
            Some(lang) => inside(self, &Style { lang: Some(lang), ..style.clone() }),
            None => inside(self, style),
        }
        self.flush();
        let id = if has_own_id { around.id } else { self.scope.id.take() };
        self.scope = Scope { id, ..around };
    }

    /// Ends the line being gathered.
    pub(crate) fn flush(&mut self) {
        let line = self.line.take();
        self.ends_seen = 0;
        if line.is_empty() {
            return;
        }
        if self.place != Place::Flow {
            return self.gathered.lines.push(line);
        }
        self.put_paragraph(line);
    }

    /// Puts a paragraph; one that is a provider's address and nothing else is shown.
    pub(crate) fn put_paragraph(&mut self, line: Content) {
        self.put(bare_address(&line).map_or_else(|| Kind::Paragraph(line), Kind::Embed));
    }

    /// Puts a block where the reader is, or after what the reader is in.
    pub(crate) fn put(&mut self, kind: Kind) {
        let Scope { dir, lang, .. } = self.scope.clone();
        if self.place == Place::Flow {
            self.drafts.push(Draft { id: self.scope.id.take(), dir, lang, kind });
            self.drafts.append(&mut self.lifted);
        } else {
            self.lifted.push(Draft { id: None, dir, lang, kind });
        }
    }

    /// Puts finished blocks where the reader is.
    pub(crate) fn put_drafts(&mut self, drafts: Vec<Draft>) {
        for draft in drafts {
            if self.place == Place::Flow {
                let id = draft.id.or_else(|| self.scope.id.take());
                self.drafts.push(Draft { id, ..draft });
            } else {
                self.lifted.push(draft);
            }
        }
    }

    /// Puts what was lifted out of something that itself had no words.
    pub(crate) fn put_lifted(&mut self) {
        if self.place == Place::Flow {
            let lifted = std::mem::take(&mut self.lifted);
            self.put_drafts(lifted);
        }
    }

    /// Gathers words as lines.
    pub(crate) fn gather(&mut self, place: Place, inside: impl FnOnce(&mut Self)) -> Gathered {
        let line = std::mem::take(&mut self.line);
        let gathered = std::mem::take(&mut self.gathered);
        let before = std::mem::replace(&mut self.place, place);
        inside(self);
        self.flush();
        self.place = before;
        self.line = line;
        std::mem::replace(&mut self.gathered, gathered)
    }

    /// Reads blocks to be looked at before they are put.
    pub(crate) fn gather_blocks(&mut self, inside: impl FnOnce(&mut Self)) -> Vec<Draft> {
        let drafts = std::mem::take(&mut self.drafts);
        let lifted = std::mem::take(&mut self.lifted);
        let scope_id = self.scope.id.take();
        self.gather(Place::Flow, inside);
        self.put_lifted();
        self.scope.id = scope_id;
        self.lifted = lifted;
        std::mem::replace(&mut self.drafts, drafts)
    }

    pub(crate) fn push_list(&mut self, list: List) {
        self.gathered.lists.push(list);
    }
}

/// The provider's page a paragraph consists of, where it is an address and nothing else.
fn bare_address(line: &Content) -> Option<Embed> {
    match line.runs() {
        [run]
            if run.link.is_none()
                && run.text.starts_with("http")
                && !run.text.contains(char::is_whitespace) =>
        {
            Embed::from_url(&run.text)
        }
        _ => None,
    }
}

/// Elements that go with all they hold: scripts, styles, controls, drawings, and what a page does not show.
pub(crate) fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "title"
            | "meta"
            | "link"
            | "base"
            | "head"
            | "select"
            | "option"
            | "optgroup"
            | "datalist"
            | "textarea"
            | "button"
            | "input"
            | "svg"
            | "frame"
            | "frameset"
            | "noframes"
            | "noembed"
            | "map"
            | "area"
            | "progress"
            | "meter"
            | "param"
            | "basefont"
            | "bgsound"
            | "keygen"
            | "portal"
            | "fencedframe"
    )
}

/// Elements that stand in a box of their own.
fn is_box(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "address"
            | "center"
            | "dl"
            | "dt"
            | "dd"
            | "li"
            | "details"
            | "summary"
            | "form"
            | "fieldset"
            | "legend"
            | "figcaption"
            | "hgroup"
            | "search"
            | "dialog"
            | "body"
            | "html"
            | "tr"
            | "td"
            | "th"
            | "caption"
            | "tbody"
            | "thead"
            | "tfoot"
            | "marquee"
            | "p"
    )
}
