//! Walks through everything a block holds: words, other texts, links, media.

use crate::block::{Block, Body, Kind, List, Picture};
use crate::inline::Content;
use crate::link::{Link, MediaRef};

impl List {
    /// Calls `see` for the words of every item, inner lists included.
    fn each_content<'a>(&'a self, see: &mut dyn FnMut(&'a Content)) {
        for item in &self.items {
            see(&item.content);
            if let Some(list) = &item.list {
                list.each_content(see);
            }
        }
    }

    fn each_content_mut(&mut self, see: &mut dyn FnMut(&mut Content)) {
        for item in &mut self.items {
            see(&mut item.content);
            if let Some(list) = &mut item.list {
                list.each_content_mut(see);
            }
        }
    }
}

impl Kind {
    /// Calls `see` for every line of words the block holds, in reading order, captions and citations
    /// included.
    pub fn each_content<'a>(&'a self, see: &mut dyn FnMut(&'a Content)) {
        match self {
            Kind::Paragraph(content) | Kind::Heading(_, content) => see(content),
            Kind::List(list) => list.each_content(see),
            Kind::Quotation(quotation) => quotation.paragraphs.iter().chain(&quotation.cite).for_each(see),
            Kind::Table(table) => {
                table.caption.iter().for_each(&mut *see);
                table.rows.iter().flatten().for_each(|cell| see(&cell.content));
            }
            Kind::Picture(picture) => picture.caption.iter().for_each(see),
            Kind::Gallery(gallery) => {
                gallery.pictures.iter().flat_map(|p| &p.caption).chain(&gallery.caption).for_each(see)
            }
            Kind::Embed(embed) => embed.caption.iter().for_each(see),
            Kind::Video(video) => video.caption.iter().for_each(see),
            Kind::Audio(audio) => audio.caption.iter().for_each(see),
            Kind::Preformatted(_) | Kind::Rule => {}
        }
    }

    /// As [`Kind::each_content`], to change the words.
    pub fn each_content_mut(&mut self, see: &mut dyn FnMut(&mut Content)) {
        match self {
            Kind::Paragraph(content) | Kind::Heading(_, content) => see(content),
            Kind::List(list) => list.each_content_mut(see),
            Kind::Quotation(quotation) => {
                quotation.paragraphs.iter_mut().chain(&mut quotation.cite).for_each(see)
            }
            Kind::Table(table) => {
                table.caption.iter_mut().for_each(&mut *see);
                table.rows.iter_mut().flatten().for_each(|cell| see(&mut cell.content));
            }
            Kind::Picture(picture) => picture.caption.iter_mut().for_each(see),
            Kind::Gallery(gallery) => gallery
                .pictures
                .iter_mut()
                .flat_map(|p| &mut p.caption)
                .chain(&mut gallery.caption)
                .for_each(see),
            Kind::Embed(embed) => embed.caption.iter_mut().for_each(see),
            Kind::Video(video) => video.caption.iter_mut().for_each(see),
            Kind::Audio(audio) => audio.caption.iter_mut().for_each(see),
            Kind::Preformatted(_) | Kind::Rule => {}
        }
    }

    /// Calls `see` for every text without marks: alternatives, credits, labels, preformatted text.
    pub fn each_plain_text_mut(&mut self, see: &mut dyn FnMut(&mut String)) {
        let mut picture_texts =
            |picture: &mut Picture| picture.alt.iter_mut().chain(&mut picture.credit).for_each(&mut *see);
        match self {
            Kind::Picture(picture) => picture_texts(picture),
            Kind::Gallery(gallery) => gallery.pictures.iter_mut().for_each(picture_texts),
            Kind::Preformatted(text) => see(text),
            Kind::Video(video) => video
                .credit
                .iter_mut()
                .chain(video.tracks.iter_mut().flat_map(|t| &mut t.label))
                .for_each(see),
            Kind::Audio(audio) => audio.credit.iter_mut().for_each(see),
            _ => {}
        }
    }

    /// Calls `see` for every text without marks, as [`Kind::each_plain_text_mut`].
    pub fn each_plain_text<'a>(&'a self, see: &mut dyn FnMut(&'a str)) {
        let mut picture_texts =
            |picture: &'a Picture| picture.alt.iter().chain(&picture.credit).for_each(|t| see(t));
        match self {
            Kind::Picture(picture) => picture_texts(picture),
            Kind::Gallery(gallery) => gallery.pictures.iter().for_each(picture_texts),
            Kind::Preformatted(text) => see(text),
            Kind::Video(video) => {
                video.credit.iter().chain(video.tracks.iter().flat_map(|t| &t.label)).for_each(|t| see(t))
            }
            Kind::Audio(audio) => audio.credit.iter().for_each(|t| see(t)),
            _ => {}
        }
    }

    /// Calls `see` for every reference to media.
    pub fn each_media<'a>(&'a self, see: &mut dyn FnMut(&'a MediaRef)) {
        match self {
            Kind::Picture(picture) => see(&picture.media),
            Kind::Gallery(gallery) => gallery.pictures.iter().for_each(|p| see(&p.media)),
            Kind::Audio(audio) => see(&audio.media),
            Kind::Video(video) => {
                see(&video.media);
                video.poster.iter().for_each(&mut *see);
                video.tracks.iter().for_each(|track| see(&track.media));
            }
            _ => {}
        }
    }

    /// As [`Kind::each_media`], to put another reference in its place: an import puts the id of the picture
    /// it stored.
    pub fn each_media_mut(&mut self, see: &mut dyn FnMut(&mut MediaRef)) {
        match self {
            Kind::Picture(picture) => see(&mut picture.media),
            Kind::Gallery(gallery) => gallery.pictures.iter_mut().for_each(|p| see(&mut p.media)),
            Kind::Audio(audio) => see(&mut audio.media),
            Kind::Video(video) => {
                see(&mut video.media);
                video.poster.iter_mut().for_each(&mut *see);
                video.tracks.iter_mut().for_each(|track| see(&mut track.media));
            }
            _ => {}
        }
    }
}

impl Body {
    /// Every link of the body in reading order, a link over several runs once for each.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        let mut links = Vec::new();
        for block in &self.blocks {
            block
                .kind
                .each_content(&mut |content| links.extend(content.runs().iter().flat_map(|run| &run.link)));
        }
        links.into_iter()
    }

    /// Every reference to media in reading order.
    pub fn media(&self) -> impl Iterator<Item = &MediaRef> {
        let mut media = Vec::new();
        for block in &self.blocks {
            block.kind.each_media(&mut |reference| media.push(reference));
        }
        media.into_iter()
    }

    /// The block with this id.
    pub fn block(&self, id: &crate::ids::BlockId) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == *id)
    }
}
