//! One `item`: a post, a page, an attachment, or something else.

use super::xml::{BadXml, Element, Space, Xml};

/// Categories and tags of one post.
const MOST_TERMS: usize = 500;

/// An item as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    pub line: u64,
    pub title: String,
    pub link: String,
    pub guid: String,
    pub creator: String,
    pub pub_date: String,
    pub content: String,
    pub excerpt: String,
    pub id: Option<i64>,
    pub date: String,
    pub date_gmt: String,
    pub modified_gmt: String,
    pub status: String,
    pub kind: String,
    pub password: String,
    pub attachment: String,
    pub thumbnail: Option<i64>,
    pub alt: String,
    pub terms: Vec<Term>,
    pub comments: u64,
}

/// A category or a tag of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub domain: String,
    pub slug: Option<String>,
    pub name: String,
}

impl Item {
    /// Reads the item that just began.
    pub(super) fn read(xml: &mut Xml, start: &Element) -> Result<Item, BadXml> {
        let mut item = Item { line: start.line, ..Item::default() };
        xml.children(&mut |xml, element| item.take(xml, &element))?;
        Ok(item)
    }

    fn take(&mut self, xml: &mut Xml, element: &Element) -> Result<(), BadXml> {
        let place = match (element.space, element.name.as_str()) {
            (Space::Rss, "title") => &mut self.title,
            (Space::Rss, "link") => &mut self.link,
            (Space::Rss, "guid") => &mut self.guid,
            (Space::Rss, "pubDate") => &mut self.pub_date,
            (Space::Dc, "creator") => &mut self.creator,
            (Space::Content, "encoded") => &mut self.content,
            (Space::Excerpt, "encoded") => &mut self.excerpt,
            (Space::Wp, "post_date") => &mut self.date,
            (Space::Wp, "post_date_gmt") => &mut self.date_gmt,
            (Space::Wp, "post_modified_gmt") => &mut self.modified_gmt,
            (Space::Wp, "status") => &mut self.status,
            (Space::Wp, "post_type") => &mut self.kind,
            (Space::Wp, "post_password") => &mut self.password,
            (Space::Wp, "attachment_url") => &mut self.attachment,
            (Space::Wp, "post_id") => {
                self.id = xml.text()?.trim().parse().ok();
                return Ok(());
            }
            (Space::Rss, "category") => return self.take_term(xml, element),
            (Space::Wp, "postmeta") => return self.take_meta(xml),
            (Space::Wp, "comment") => {
                self.comments += 1;
                return xml.skip();
            }
            _ => return xml.skip(),
        };
        *place = xml.text()?.trim().to_owned();
        Ok(())
    }

    fn take_term(&mut self, xml: &mut Xml, element: &Element) -> Result<(), BadXml> {
        let domain = element.attribute("domain").unwrap_or("category").to_owned();
        let slug = element.attribute("nicename").filter(|slug| !slug.is_empty()).map(str::to_owned);
        let name = xml.text()?.trim().to_owned();
        if !name.is_empty() && self.terms.len() < MOST_TERMS {
            self.terms.push(Term { domain, slug, name });
        }
        Ok(())
    }

    fn take_meta(&mut self, xml: &mut Xml) -> Result<(), BadXml> {
        let (mut key, mut value) = (String::new(), String::new());
        xml.children(&mut |xml, element| {
            if element.is(Space::Wp, "meta_key") {
                key = xml.text()?;
            } else if element.is(Space::Wp, "meta_value") {
                value = xml.text()?;
            } else {
                xml.skip()?;
            }
            Ok(())
        })?;
        match key.trim() {
            "_thumbnail_id" => self.thumbnail = value.trim().parse().ok(),
            "_wp_attachment_image_alt" => self.alt = value.trim().to_owned(),
            _ => {}
        }
        Ok(())
    }
}
