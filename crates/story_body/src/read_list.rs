//! Lists.

use crate::block::{List, ListItem, ListStyle};
use crate::bounds::MAX_LIST_ITEMS;
use crate::dom::{Element, NodeNo, Seen};
use crate::inline::Content;
use crate::line::Style;
use crate::notice::Notice;
use crate::read_html::{Gathered, Place, Reader};

impl<'d> Reader<'d> {
    /// Reads the items of a list. A list that stands directly in a list belongs to the item before it.
    pub(crate) fn read_list(&mut self, element: Element<'d>, style: &Style) -> List {
        let list_style = if element.name() == "ol" { ListStyle::Ordered } else { ListStyle::Unordered };
        let start = element.attr("start").and_then(|n| n.trim().parse().ok()).filter(|n: &u32| *n != 1);
        let start = start.filter(|_| list_style == ListStyle::Ordered);
        let mut list = List { style: list_style, start, items: Vec::new() };
        self.list_depth += 1;
        for child in self.dom.children(element.no) {
            if self.list_items >= MAX_LIST_ITEMS {
                self.notices.add(Notice::TooMany("items of a list"));
                break;
            }
            let is_item = matches!(self.dom.see(child), Seen::Element(e) if e.name() == "li");
            let gathered = self.gather(Place::Item, |reader| {
                if is_item { reader.read_item(child, style) } else { reader.node(child, style) }
            });
            self.add_item(&mut list, gathered);
        }
        self.list_depth -= 1;
        list
    }

    fn read_item(&mut self, no: NodeNo, style: &Style) {
        if let Seen::Element(element) = self.dom.see(no) {
            self.block(element, style, |reader, style| reader.children(no, style));
        }
    }

    /// Adds an item; lists without words before them go on in the item before, or are the list itself.
    fn add_item(&mut self, list: &mut List, gathered: Gathered) {
        let content = Content::from_lines(gathered.lines);
        let inner = gathered.lists.into_iter().reduce(|mut first, next| {
            first.items.extend(next.items);
            first
        });
        if !content.is_empty() {
            self.list_items += 1;
            return list.items.push(ListItem { content, list: inner.map(Box::new) });
        }
        let Some(inner) = inner else { return };
        match list.items.last_mut() {
            None => list.items.extend(inner.items),
            Some(ListItem { list: Some(there), .. }) => there.items.extend(inner.items),
            Some(item) => item.list = Some(Box::new(inner)),
        }
    }
}
