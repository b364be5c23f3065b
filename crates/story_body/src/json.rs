//! The JSON form of a body: strict in reading, one way of writing.

use crate::block::{
    Audio, Block, Body, Cell, Direction, Gallery, HeadingLevel, Kind, LanguageTag, List, ListItem, ListStyle,
    Picture, Quotation, Renders, Table, Track, Video,
};
use crate::bounds::MAX_JSON_BYTES;
use crate::embed::{Embed, Item, Provider};
use crate::error::BodyError;
use crate::ids::{BlockId, FreshIds};
use crate::inline::Content;
use crate::link::MediaRef;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

impl Body {
    /// Reads a body from JSON: `{"blocks": […]}`, or the list of blocks alone. A block without an id gets
    /// one.
    ///
    /// # Errors
    /// When the text is no JSON, has unknown or missing keys, breaks a bound of [`crate::bounds`] or uses an id twice. The
    /// message names the key and the place.
    pub fn from_json(json: &str) -> Result<Body, BodyError> {
        if json.len() > MAX_JSON_BYTES {
            return Err(BodyError::TooLong { found: json.len(), most: MAX_JSON_BYTES });
        }
        serde_json::from_str(json).map_err(|e| BodyError::Json(e.to_string()))
    }

    /// Writes the JSON form.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a body has only string keys, so it can be written as JSON")
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Body, D::Error> {
        let raw = deserializer.deserialize_any(BodyVisitor)?;
        finish(raw).map_err(de::Error::custom)
    }
}

/// Names the blocks that came without an id, tidies all of them and checks the whole.
fn finish(raw: Vec<(Option<BlockId>, Block)>) -> Result<Body, BodyError> {
    let mut ids = FreshIds::default();
    for (place, (id, _)) in raw.iter().enumerate() {
        if let Some(id) = id
            && !ids.take(id)
        {
            return Err(BodyError::IdTwice { place: place + 1, id: id.clone() });
        }
    }
    let name = |(id, mut block): (Option<BlockId>, Block)| {
        block.kind.tidy();
        block.id = id.unwrap_or_else(|| ids.fresh(&block.plain_text()));
        block
    };
    let body = Body { blocks: raw.into_iter().map(name).collect() };
    body.check()?;
    Ok(body)
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Vec<(Option<BlockId>, Block)>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a body: {\"blocks\": […]}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut blocks = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "blocks" if blocks.is_none() => blocks = Some(map.next_value::<Blocks>()?.0),
                "blocks" => return Err(de::Error::duplicate_field("blocks")),
                other => return Err(de::Error::unknown_field(other, &["blocks"])),
            }
        }
        blocks.ok_or_else(|| de::Error::missing_field("blocks"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut blocks = Vec::new();
        let at = |place: usize| move |e: A::Error| de::Error::custom(format_args!("block {place}: {e}"));
        while let Some(raw) = list.next_element::<RawBlock>().map_err(at(blocks.len() + 1))? {
            let place = blocks.len() + 1;
            let most = crate::bounds::MAX_BLOCKS;
            if place > most {
                return Err(de::Error::custom(BodyError::TooMany {
                    place,
                    what: "blocks",
                    found: place,
                    most,
                }));
            }
            blocks.push(raw.into_block().map_err(|e| de::Error::custom(format_args!("block {place}: {e}")))?);
        }
        Ok(blocks)
    }
}

/// The list inside `blocks`.
struct Blocks(Vec<(Option<BlockId>, Block)>);

impl<'de> Deserialize<'de> for Blocks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Blocks, D::Error> {
        deserializer.deserialize_seq(BodyVisitor).map(Blocks)
    }
}

/// Every key any kind of block may have; which of them belong to which kind is told by
/// [`RawBlock::into_block`].
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock {
    id: Option<BlockId>,
    #[serde(rename = "type")]
    kind: RawKind,
    dir: Option<Direction>,
    lang: Option<LanguageTag>,
    renders: Option<Renders>,
    content: Option<Content>,
    level: Option<HeadingLevel>,
    style: Option<ListStyle>,
    start: Option<u32>,
    items: Option<Vec<ListItem>>,
    paragraphs: Option<Vec<Content>>,
    cite: Option<Content>,
    rows: Option<Vec<Vec<Cell>>>,
    text: Option<String>,
    media: Option<MediaRef>,
    alt: Option<String>,
    caption: Option<Content>,
    credit: Option<String>,
    pictures: Option<Vec<Picture>>,
    provider: Option<Provider>,
    item: Option<Item>,
    url: Option<String>,
    poster: Option<MediaRef>,
    tracks: Option<Vec<Track>>,
}

#[derive(serde::Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum RawKind {
    Paragraph,
    Heading,
    List,
    Quotation,
    Table,
    Preformatted,
    Picture,
    Gallery,
    Embed,
    Rule,
    Video,
    Audio,
}

fn need<T>(value: Option<T>, key: &str) -> Result<T, String> {
    value.ok_or_else(|| format!("missing field `{key}`"))
}

impl RawBlock {
    fn into_block(mut self) -> Result<(Option<BlockId>, Block), String> {
        let kind = self.take_kind()?;
        if let Some(key) = self.first_left() {
            return Err(format!("field `{key}` does not belong to a block of type `{}`", kind.name()));
        }
        let id = self.id.take();
        let unnamed = BlockId::parse("0").expect("a digit is a block id");
        let block = Block { id: unnamed, dir: self.dir, lang: self.lang, renders: self.renders, kind };
        Ok((id, block))
    }

    fn take_kind(&mut self) -> Result<Kind, String> {
        Ok(match self.kind {
            RawKind::Paragraph => Kind::Paragraph(need(self.content.take(), "content")?),
            RawKind::Heading => {
                Kind::Heading(need(self.level.take(), "level")?, need(self.content.take(), "content")?)
            }
            RawKind::List => Kind::List(List {
                style: need(self.style.take(), "style")?,
                start: self.start.take(),
                items: need(self.items.take(), "items")?,
            }),
            RawKind::Quotation => Kind::Quotation(Quotation {
                paragraphs: need(self.paragraphs.take(), "paragraphs")?,
                cite: self.cite.take(),
            }),
            RawKind::Table => {
                Kind::Table(Table { caption: self.caption.take(), rows: need(self.rows.take(), "rows")? })
            }
            RawKind::Preformatted => Kind::Preformatted(need(self.text.take(), "text")?),
            RawKind::Picture => Kind::Picture(Picture {
                media: need(self.media.take(), "media")?,
                alt: self.alt.take(),
                caption: self.caption.take(),
                credit: self.credit.take(),
            }),
            RawKind::Gallery => Kind::Gallery(Gallery {
                pictures: need(self.pictures.take(), "pictures")?,
                caption: self.caption.take(),
            }),
            RawKind::Embed => self.take_embed()?,
            RawKind::Rule => Kind::Rule,
            RawKind::Video => Kind::Video(Video {
                media: need(self.media.take(), "media")?,
                poster: self.poster.take(),
                tracks: self.tracks.take().unwrap_or_default(),
                caption: self.caption.take(),
                credit: self.credit.take(),
            }),
            RawKind::Audio => Kind::Audio(Audio {
                media: need(self.media.take(), "media")?,
                caption: self.caption.take(),
                credit: self.credit.take(),
            }),
        })
    }

    /// Provider and item, or the provider's address alone; where both stand they must agree.
    fn take_embed(&mut self) -> Result<Kind, String> {
        let from_url = match self.url.take() {
            None => None,
            Some(url) => Some(
                Embed::from_url(&url).ok_or_else(|| format!("`url` {url:.80} is of no known provider"))?,
            ),
        };
        let embed = match (self.provider.take(), self.item.take(), from_url) {
            (None, None, Some(embed)) => embed,
            (provider, item, from_url) => {
                let embed =
                    Embed { provider: need(provider, "provider")?, item: need(item, "item")?, caption: None };
                if from_url.is_some_and(|found| found != embed) {
                    return Err("`url` shows something else than `provider` and `item`".into());
                }
                if Embed::from_url(&embed.url()).as_ref() != Some(&embed) {
                    let (item, provider) = (embed.item.as_str(), embed.provider.key());
                    return Err(format!("item `{item}` is none of `{provider}`"));
                }
                embed
            }
        };
        Ok(Kind::Embed(Embed { caption: self.caption.take(), ..embed }))
    }

    /// The first key that was given and that its kind did not take.
    fn first_left(&self) -> Option<&'static str> {
        let left = [
            ("content", self.content.is_some()),
            ("level", self.level.is_some()),
            ("style", self.style.is_some()),
            ("start", self.start.is_some()),
            ("items", self.items.is_some()),
            ("paragraphs", self.paragraphs.is_some()),
            ("cite", self.cite.is_some()),
            ("rows", self.rows.is_some()),
            ("text", self.text.is_some()),
            ("media", self.media.is_some()),
            ("alt", self.alt.is_some()),
            ("caption", self.caption.is_some()),
            ("credit", self.credit.is_some()),
            ("pictures", self.pictures.is_some()),
            ("provider", self.provider.is_some()),
            ("item", self.item.is_some()),
            ("url", self.url.is_some()),
            ("poster", self.poster.is_some()),
            ("tracks", self.tracks.is_some()),
        ];
        left.into_iter().find(|(_, given)| *given).map(|(key, _)| key)
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("type", self.kind.name())?;
        optional(&mut map, "dir", &self.dir)?;
        optional(&mut map, "lang", &self.lang)?;
        optional(&mut map, "renders", &self.renders)?;
        write_kind(&mut map, &self.kind)?;
        map.end()
    }
}

fn optional<M: SerializeMap, T: Serialize>(
    map: &mut M,
    key: &'static str,
    value: &Option<T>,
) -> Result<(), M::Error> {
    value.as_ref().map_or(Ok(()), |value| map.serialize_entry(key, value))
}

fn write_kind<M: SerializeMap>(map: &mut M, kind: &Kind) -> Result<(), M::Error> {
    match kind {
        Kind::Paragraph(content) => map.serialize_entry("content", content),
        Kind::Heading(level, content) => {
            map.serialize_entry("level", level)?;
            map.serialize_entry("content", content)
        }
        Kind::List(list) => {
            map.serialize_entry("style", &list.style)?;
            optional(map, "start", &list.start)?;
            map.serialize_entry("items", &list.items)
        }
        Kind::Quotation(quotation) => {
            map.serialize_entry("paragraphs", &quotation.paragraphs)?;
            optional(map, "cite", &quotation.cite)
        }
        Kind::Table(table) => {
            optional(map, "caption", &table.caption)?;
            map.serialize_entry("rows", &table.rows)
        }
        Kind::Preformatted(text) => map.serialize_entry("text", text),
        Kind::Picture(picture) => {
            map.serialize_entry("media", &picture.media)?;
            optional(map, "alt", &picture.alt)?;
            optional(map, "caption", &picture.caption)?;
            optional(map, "credit", &picture.credit)
        }
        Kind::Gallery(gallery) => {
            map.serialize_entry("pictures", &gallery.pictures)?;
            optional(map, "caption", &gallery.caption)
        }
        Kind::Embed(embed) => {
            map.serialize_entry("provider", &embed.provider)?;
            map.serialize_entry("item", &embed.item)?;
            map.serialize_entry("url", &embed.url())?;
            optional(map, "caption", &embed.caption)
        }
        Kind::Rule => Ok(()),
        Kind::Video(video) => {
            map.serialize_entry("media", &video.media)?;
            optional(map, "poster", &video.poster)?;
            if !video.tracks.is_empty() {
                map.serialize_entry("tracks", &video.tracks)?;
            }
            optional(map, "caption", &video.caption)?;
            optional(map, "credit", &video.credit)
        }
        Kind::Audio(audio) => {
            map.serialize_entry("media", &audio.media)?;
            optional(map, "caption", &audio.caption)?;
            optional(map, "credit", &audio.credit)
        }
    }
}
