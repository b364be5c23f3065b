//! The tree an HTML parser builds: nodes in one list, linked by number, so that building, walking and
//! dropping it take neither recursion nor more than linear time.

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// A node, as its place in the list.
pub(crate) type NodeNo = u32;

const NONE: NodeNo = NodeNo::MAX;

#[derive(Debug)]
enum Data {
    Root,
    Element {
        name: QualName,
        attrs: Vec<Attribute>,
    },
    Text(StrTendril),
    /// Comments and whatever else has no place in a body.
    Mute,
}

#[derive(Debug)]
struct Node {
    data: Data,
    parent: NodeNo,
    before: NodeNo,
    after: NodeNo,
    first: NodeNo,
    last: NodeNo,
}

/// What a node is to a reader of the tree.
pub(crate) enum Seen<'d> {
    Element(Element<'d>),
    Text(&'d str),
    Other,
}

/// Where a walk goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// To what the node holds.
    Below,
    /// Past what the node holds.
    Beside,
    /// Nowhere.
    Stop,
}

/// An element of the tree.
#[derive(Clone, Copy)]
pub(crate) struct Element<'d> {
    pub(crate) no: NodeNo,
    name: &'d QualName,
    attrs: &'d [Attribute],
}

impl<'d> Element<'d> {
    /// Its local name where it is HTML; foreign elements have none of meaning here, except `svg` and `math`
    /// themselves.
    pub(crate) fn name(&self) -> &'d str {
        if self.name.ns == ns!(html) || matches!(&*self.name.local, "svg" | "math") {
            &self.name.local
        } else {
            ""
        }
    }

    pub(crate) fn attr(&self, name: &str) -> Option<&'d str> {
        self.attrs.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attr("class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
    }
}

/// The finished tree.
pub(crate) struct Dom {
    nodes: Vec<Node>,
}

impl Dom {
    pub(crate) const ROOT: NodeNo = 0;

    pub(crate) fn see(&self, no: NodeNo) -> Seen<'_> {
        match &self.nodes[no as usize].data {
            Data::Element { name, attrs } => Seen::Element(Element { no, name, attrs }),
            Data::Text(text) => Seen::Text(text),
            Data::Root | Data::Mute => Seen::Other,
        }
    }

    pub(crate) fn children(&self, no: NodeNo) -> impl Iterator<Item = NodeNo> + '_ {
        let mut next = self.nodes[no as usize].first;
        std::iter::from_fn(move || {
            let here = (next != NONE).then_some(next)?;
            next = self.nodes[here as usize].after;
            Some(here)
        })
    }

    /// Everything below a node in reading order, without recursion. `visit` says where to go on.
    pub(crate) fn each_below<'d>(&'d self, top: NodeNo, visit: &mut dyn FnMut(Seen<'d>) -> Next) {
        let mut here = self.nodes[top as usize].first;
        while here != NONE {
            let node = &self.nodes[here as usize];
            match visit(self.see(here)) {
                Next::Below if node.first != NONE => {
                    here = node.first;
                    continue;
                }
                Next::Stop => return,
                Next::Below | Next::Beside => {}
            }
            while self.nodes[here as usize].after == NONE {
                here = self.nodes[here as usize].parent;
                if here == top || here == NONE {
                    return;
                }
            }
            here = self.nodes[here as usize].after;
        }
    }
}

/// Where the parser builds the tree.
pub(crate) struct Builder {
    nodes: RefCell<Vec<Node>>,
    /// Elements made since the number was last set: never fewer than the parser has opened since.
    pub(crate) made: Cell<usize>,
}

impl Builder {
    pub(crate) fn new() -> Builder {
        let builder = Builder { nodes: RefCell::new(Vec::new()), made: Cell::new(0) };
        builder.add(Data::Root);
        builder
    }

    fn add(&self, data: Data) -> NodeNo {
        let mut nodes = self.nodes.borrow_mut();
        let no = NodeNo::try_from(nodes.len())
            .ok()
            .filter(|no| *no != NONE)
            .expect("HTML is cut before 2^32 nodes");
        nodes.push(Node { data, parent: NONE, before: NONE, after: NONE, first: NONE, last: NONE });
        no
    }

    /// Appends to a text that already stands there, or says what node to put there.
    fn text_or_node(&self, beside: NodeNo, child: NodeOrText<NodeNo>) -> Option<NodeNo> {
        match child {
            NodeOrText::AppendNode(no) => Some(no),
            NodeOrText::AppendText(text) => {
                if beside != NONE
                    && let Data::Text(there) = &mut self.nodes.borrow_mut()[beside as usize].data
                {
                    there.push_tendril(&text);
                    return None;
                }
                Some(self.add(Data::Text(text)))
            }
        }
    }

    fn detach(&self, no: NodeNo) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, before, after, .. } = nodes[no as usize];
        match before {
            NONE if parent != NONE => nodes[parent as usize].first = after,
            NONE => {}
            before => nodes[before as usize].after = after,
        }
        match after {
            NONE if parent != NONE => nodes[parent as usize].last = before,
            NONE => {}
            after => nodes[after as usize].before = before,
        }
        let node = &mut nodes[no as usize];
        (node.parent, node.before, node.after) = (NONE, NONE, NONE);
    }

    fn put_last(&self, parent: NodeNo, no: NodeNo) {
        self.detach(no);
        let mut nodes = self.nodes.borrow_mut();
        let last = nodes[parent as usize].last;
        (nodes[no as usize].parent, nodes[no as usize].before) = (parent, last);
        match last {
            NONE => nodes[parent as usize].first = no,
            last => nodes[last as usize].after = no,
        }
        nodes[parent as usize].last = no;
    }

    fn put_before(&self, sibling: NodeNo, no: NodeNo) {
        self.detach(no);
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, before, .. } = nodes[sibling as usize];
        let node = &mut nodes[no as usize];
        (node.parent, node.before, node.after) = (parent, before, sibling);
        nodes[sibling as usize].before = no;
        match before {
            NONE if parent != NONE => nodes[parent as usize].first = no,
            NONE => {}
            before => nodes[before as usize].after = no,
        }
    }
}

/// A name for the parser to look at.
#[derive(Debug)]
pub(crate) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }
    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Builder {
    type Handle = NodeNo;
    type Output = Dom;
    type ElemName<'a> = Name;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeNo {
        Dom::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeNo) -> Name {
        match &self.nodes.borrow()[*target as usize].data {
            Data::Element { name, .. } => Name(name.clone()),
            _ => Name(QualName::new(None, ns!(), LocalName::from(""))),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> NodeNo {
        self.made.set(self.made.get() + 1);
        self.add(Data::Element { name, attrs })
    }

    fn create_comment(&self, _: StrTendril) -> NodeNo {
        self.add(Data::Mute)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeNo {
        self.add(Data::Mute)
    }

    fn append(&self, parent: &NodeNo, child: NodeOrText<NodeNo>) {
        let last = self.nodes.borrow()[*parent as usize].last;
        if let Some(no) = self.text_or_node(last, child) {
            self.put_last(*parent, no);
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeNo, previous: &NodeNo, child: NodeOrText<NodeNo>) {
        if self.nodes.borrow()[*element as usize].parent != NONE {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeNo) -> NodeNo {
        *target
    }

    fn same_node(&self, x: &NodeNo, y: &NodeNo) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeNo, child: NodeOrText<NodeNo>) {
        let before = self.nodes.borrow()[*sibling as usize].before;
        if let Some(no) = self.text_or_node(before, child) {
            self.put_before(*sibling, no);
        }
    }

    fn add_attrs_if_missing(&self, _: &NodeNo, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &NodeNo) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeNo, new_parent: &NodeNo) {
        loop {
            let first = self.nodes.borrow()[*node as usize].first;
            if first == NONE {
                return;
            }
            self.put_last(*new_parent, first);
        }
    }

    fn allow_declarative_shadow_roots(&self, _: &NodeNo) -> bool {
        false
    }
}
