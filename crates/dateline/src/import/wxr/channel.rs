//! What a WordPress export says of the whole site.

use std::collections::HashMap;

use super::super::open::Bytes;
use super::super::sections::{SectionHint, SectionHints, slug_of};
use super::item::Item;
use super::xml::{BadXml, Element, Piece, Space, Xml};
use crate::lang::Language;

/// Authors, categories, tags and attachments of one file.
const MOST_ENTRIES: usize = 2_000_000;

/// What posts refer to.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Channel {
    /// Names by login.
    pub(super) authors: HashMap<String, String>,
    /// Categories by slug.
    pub(super) categories: HashMap<String, Category>,
    /// Attachments by the number of their post.
    pub(super) attachments: HashMap<i64, Attachment>,
    /// The site's language.
    pub(super) language: Option<Language>,
    /// The site's address.
    pub(super) base: String,
    version: Option<String>,
    is_channel: bool,
    uses_wp: bool,
}

/// A category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Category {
    pub name: String,
    pub parent: String,
}

/// A file of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attachment {
    pub url: String,
    pub alt: String,
    pub caption: String,
}

/// Reads the whole file for what posts refer to. XML that breaks off ends the survey: reading the posts will say so.
///
/// # Errors
/// Where it is no WordPress export.
pub(in super::super) fn survey(bytes: Bytes) -> Result<Channel, String> {
    let at = |bad: BadXml| format!("line {}: {}", bad.line, bad.reason);
    let mut xml = Xml::new(bytes).map_err(at)?;
    let mut channel = Channel::default();
    let broken = channel.read(&mut xml).err();
    let foreign = |what: &str| match &broken {
        Some(bad) => format!("is no WordPress export that can be read: line {}: {}", bad.line, bad.reason),
        None => format!("is XML, but no WordPress export: {what}"),
    };
    if !channel.is_channel {
        return Err(foreign("it has no channel"));
    }
    match &channel.version {
        Some(version) if !is_version(version) => {
            Err(format!("is no WordPress export that can be read: wp:wxr_version is {version:?}"))
        }
        None if !channel.uses_wp => Err(foreign("nothing in it is of WordPress")),
        _ => Ok(channel),
    }
}

fn is_version(version: &str) -> bool {
    let mut parts = version.split('.');
    parts.clone().count() == 2
        && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

impl Channel {
    fn read(&mut self, xml: &mut Xml) -> Result<(), BadXml> {
        loop {
            match xml.next()? {
                Piece::Start(element) if element.is(Space::Rss, "rss") => {}
                Piece::Start(element) if element.is(Space::Rss, "channel") => {
                    self.is_channel = true;
                    xml.children(&mut |xml, element| self.take(xml, &element))?;
                }
                Piece::Start(_) => xml.skip()?,
                Piece::Eof => return Ok(()),
                Piece::Text(_) | Piece::End => {}
            }
        }
    }

    fn take(&mut self, xml: &mut Xml, element: &Element) -> Result<(), BadXml> {
        self.uses_wp |= element.space == Space::Wp;
        match (element.space, element.name.as_str()) {
            (Space::Rss, "language") => self.language = usual_language(xml.text()?.trim()),
            (Space::Rss, "link") if self.base.is_empty() => self.base = xml.text()?.trim().to_owned(),
            (Space::Wp, "base_blog_url") => self.base = xml.text()?.trim().to_owned(),
            (Space::Wp, "wxr_version") => self.version = Some(xml.text()?.trim().to_owned()),
            (Space::Wp, "author") => {
                let of = fields(xml)?;
                let name = of.get("author_display_name").filter(|name| !name.is_empty());
                if let (Some(login), Some(name)) = (of.get("author_login"), name)
                    && self.authors.len() < MOST_ENTRIES
                {
                    self.authors.insert(login.clone(), name.clone());
                }
            }
            (Space::Wp, "category") => {
                let of = fields(xml)?;
                self.take_category(&of, "category_nicename", "cat_name", "category_parent");
            }
            (Space::Wp, "term") => {
                let of = fields(xml)?;
                if of.get("term_taxonomy").is_some_and(|taxonomy| taxonomy == "category") {
                    self.take_category(&of, "term_slug", "term_name", "term_parent");
                }
            }
            (Space::Rss, "item") => {
                let item = Item::read(xml, element)?;
                self.uses_wp |= item.id.is_some() || !item.kind.is_empty();
                self.take_attachment(item);
            }
            _ => xml.skip()?,
        }
        Ok(())
    }

    fn take_category(&mut self, of: &HashMap<String, String>, slug: &str, name: &str, parent: &str) {
        let get = |key: &str| of.get(key).cloned().unwrap_or_default();
        let (slug, name) = (get(slug), get(name));
        if !slug.is_empty() && self.categories.len() < MOST_ENTRIES {
            self.categories.insert(slug, Category { name, parent: get(parent) });
        }
    }

    fn take_attachment(&mut self, item: Item) {
        if let (Some(id), false) = (item.id, item.attachment.is_empty())
            && self.attachments.len() < MOST_ENTRIES
        {
            let Item { attachment: url, alt, excerpt: caption, .. } = item;
            self.attachments.insert(id, Attachment { url, alt, caption });
        }
    }

    /// The slug of the section a category becomes.
    pub(super) fn section_slug(&self, slug: Option<&str>, name: &str, language: Language) -> String {
        let by_name = || {
            let found = self.categories.iter().find(|(_, category)| category.name == name);
            found.map(|(slug, _)| slug.as_str())
        };
        let made = slug_of(slug.or_else(by_name).unwrap_or(name), language);
        match crate::section::checked_slug(&made) {
            Ok(_) => made,
            // A year, or an address of the program itself.
            Err(_) => format!("{made}-news"),
        }
    }

    /// Says how its categories are called and which stands above which.
    pub(in super::super) fn hint(&self, hints: &SectionHints, language: Option<Language>) {
        let language = language.or(self.language).unwrap_or(Language::ENGLISH);
        for (slug, category) in &self.categories {
            let parent = (!category.parent.is_empty())
                .then(|| self.section_slug(Some(&category.parent), &category.parent, language));
            let name = if category.name.is_empty() { slug.clone() } else { category.name.clone() };
            hints.put(self.section_slug(Some(slug), &category.name, language), SectionHint { name, parent });
        }
    }
}

/// The texts of the elements in the one that just began, by name.
fn fields(xml: &mut Xml) -> Result<HashMap<String, String>, BadXml> {
    let mut fields = HashMap::new();
    xml.children(&mut |xml, element| {
        if element.space == Space::Wp {
            let text = xml.text()?;
            fields.insert(element.name, text.trim().to_owned());
            Ok(())
        } else {
            xml.skip()
        }
    })?;
    Ok(fields)
}

/// WordPress names a language and a country; an edition is a language, and for Chinese a script.
fn usual_language(tag: &str) -> Option<Language> {
    let language = Language::parse(&tag.replace('_', "-")).ok()?;
    match (language.base(), language.as_str()) {
        ("zh", "zh-TW" | "zh-HK" | "zh-Hant") => Language::parse("zh-Hant").ok(),
        ("zh", _) => Language::parse("zh-Hans").ok(),
        (base, _) => Language::parse(base).ok(),
    }
}
