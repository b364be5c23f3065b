//! Pictures, recordings, frames, and the figures around them.

use crate::block::{Audio, Gallery, Kind, LanguageTag, Picture, Table, Track, TrackKind, Video};
use crate::bounds::{MAX_GALLERY, MAX_TRACKS};
use crate::dom::{Element, Next, Seen};
use crate::embed::Embed;
use crate::inline::{Content, clean_line};
use crate::line::Style;
use crate::link::MediaRef;
use crate::notice::{Notice, Notices};
use crate::read_html::{Draft, Place, Reader};

/// What a figure says of itself.
#[derive(Default)]
pub(crate) struct FigureWords {
    caption: Content,
    credit: String,
}

impl<'d> Reader<'d> {
    /// Reads a figure: one thing with its caption, or a gallery.
    pub(crate) fn figure(&mut self, element: Element<'d>, style: &Style) {
        let outer = self.figure.replace(FigureWords::default());
        let in_caption = std::mem::take(&mut self.in_caption);
        let mut drafts = self.gather_blocks(|reader| reader.children(element.no, style));
        let words = std::mem::replace(&mut self.figure, outer).unwrap_or_default();
        self.in_caption = in_caption;
        let words = if words.is_blank() { take_caption(&mut drafts) } else { words };
        let all_pictures =
            drafts.iter().all(|d| matches!(d.kind, Kind::Picture(_))) && drafts.len() <= MAX_GALLERY;
        if all_pictures && (drafts.len() > 1 || (drafts.len() == 1 && element.has_class("gallery"))) {
            return self.gallery(drafts, words);
        }
        if let [only] = drafts.as_mut_slice() {
            if let Kind::Paragraph(content) = &only.kind
                && let Some(embed) = linked_item(content)
            {
                only.kind = Kind::Embed(embed);
            }
            let left = words.put_on(&mut only.kind);
            self.put_drafts(drafts);
            return self.put_words(left);
        }
        self.put_drafts(drafts);
        self.put_words(words);
    }

    fn gallery(&mut self, drafts: Vec<Draft>, words: FigureWords) {
        let pictures =
            drafts.into_iter().filter_map(|d| if let Kind::Picture(p) = d.kind { Some(p) } else { None });
        let mut caption = words.caption;
        if !words.credit.is_empty() {
            caption.push_line(Content::plain(words.credit));
        }
        let caption = Some(caption).filter(|c| !c.is_empty());
        self.put(Kind::Gallery(Gallery { pictures: pictures.collect(), caption }));
    }

    /// Puts a caption that found nothing to stand under.
    fn put_words(&mut self, words: FigureWords) {
        let mut lines = words.caption;
        if !words.credit.is_empty() {
            lines.push_line(Content::plain(words.credit));
        }
        if !lines.is_empty() {
            self.put_paragraph(lines);
        }
    }

    pub(crate) fn figure_caption(&mut self, element: Element<'d>, style: &Style) {
        let before = std::mem::replace(&mut self.in_caption, true);
        let lines = self.gather(Place::Lines, |reader| reader.children(element.no, style)).lines;
        self.in_caption = before;
        if let Some(figure) = &mut self.figure {
            figure.caption.push_line(Content::from_lines(lines));
        }
    }

    pub(crate) fn caption_credit(&mut self, element: Element<'d>) {
        self.in_caption = false;
        let lines = self.gather(Place::Lines, |reader| reader.children(element.no, &Style::default())).lines;
        self.in_caption = true;
        let credit = plain(&Content::from_lines(lines).text()).unwrap_or_default();
        if let Some(figure) = &mut self.figure {
            if !figure.credit.is_empty() && !credit.is_empty() {
                figure.credit.push(' ');
            }
            figure.credit.push_str(&credit);
        }
    }

    pub(crate) fn picture(&mut self, element: Element<'d>) {
        let is_dot =
            |key| element.attr(key).and_then(|n| n.trim().parse::<f32>().ok()).is_some_and(|n| n <= 1.0);
        if is_dot("width") && is_dot("height") {
            return self.notices.add(Notice::Dropped("img".into()));
        }
        let first_of_set = element.attr("srcset").and_then(|set| set.split_ascii_whitespace().next());
        let addresses = ["data-src", "data-lazy-src", "data-original", "src"]
            .iter()
            .filter_map(|key| element.attr(key))
            .chain(first_of_set);
        let Some(media) = addresses.clone().find_map(|raw| MediaRef::parse(raw.trim_end_matches(',')).ok())
        else {
            let address = addresses.last().unwrap_or_default();
            self.keep_alternative(element);
            return self.notices.add(Notice::BadMedia(Notices::address(address)));
        };
        self.flush();
        self.put(Kind::Picture(Picture { alt: element.attr("alt").and_then(plain), ..Picture::of(media) }));
    }

    /// An emoji drawn as a picture is its alternative.
    fn keep_alternative(&mut self, element: Element<'d>) {
        if let Some(alt) = element.attr("alt").and_then(plain)
            && alt.chars().count() <= 4
            && !alt.is_ascii()
        {
            self.line.push_text(&alt, &Style::default());
        }
    }

    /// A frame or plug-in: shown when it is of a known provider.
    pub(crate) fn frame(&mut self, element: Element<'d>) {
        let keys = ["src", "data-src", "data-lazy-src", "data"];
        let addresses: Vec<&str> = keys.iter().filter_map(|key| element.attr(key)).collect();
        match addresses.iter().find_map(|raw| Embed::from_url(raw)) {
            Some(embed) => {
                self.flush();
                self.put(Kind::Embed(embed));
            }
            None => {
                let address = addresses.first().copied().unwrap_or_default();
                self.notices.add(Notice::UnknownEmbed(Notices::address(address)));
            }
        }
    }

    pub(crate) fn recording(&mut self, element: Element<'d>) {
        let mut sources: Vec<&str> = element.attr("src").into_iter().collect();
        let mut tracks = Vec::new();
        self.dom.each_below(element.no, &mut |seen| {
            if let Seen::Element(inner) = seen {
                match inner.name() {
                    "source" => sources.extend(inner.attr("src")),
                    "track" if tracks.len() < MAX_TRACKS => tracks.extend(track(inner)),
                    _ => {}
                }
            }
            Next::Below
        });
        let Some(media) = sources.iter().find_map(|raw| MediaRef::parse(raw).ok()) else {
            let address = Notices::address(sources.first().copied().unwrap_or_default());
            return self.notices.add(Notice::BadMedia(address));
        };
        self.flush();
        self.put(if element.name() == "audio" {
            Kind::Audio(Audio { media, caption: None, credit: None })
        } else {
            let poster = element.attr("poster").and_then(|raw| MediaRef::parse(raw).ok());
            Kind::Video(Video { media, poster, tracks, caption: None, credit: None })
        });
    }
}

fn track(element: Element) -> Option<Track> {
    let kind = match element.attr("kind").unwrap_or("subtitles") {
        "captions" => TrackKind::Captions,
        "subtitles" => TrackKind::Subtitles,
        "descriptions" => TrackKind::Descriptions,
        _ => return None,
    };
    Some(Track {
        media: MediaRef::parse(element.attr("src")?).ok()?,
        kind,
        lang: element.attr("srclang").and_then(|tag| LanguageTag::parse(tag.trim()).ok()),
        label: element.attr("label").and_then(plain),
    })
}

/// A text of an attribute: white space run together, `None` when nothing is left.
fn plain(raw: &str) -> Option<String> {
    let mut text = raw.to_string();
    clean_line(&mut text);
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What a line shows that is nothing but a link to a provider's page.
fn linked_item(content: &Content) -> Option<Embed> {
    match content.runs() {
        [run] => Embed::from_url(run.link.as_ref()?.as_str()),
        _ => None,
    }
}

/// Takes the paragraphs beside the one picture of a figure for its caption.
fn take_caption(drafts: &mut Vec<Draft>) -> FigureWords {
    let is_picture = |draft: &Draft| matches!(draft.kind, Kind::Picture(_));
    let only_words = |draft: &Draft| matches!(draft.kind, Kind::Picture(_) | Kind::Paragraph(_));
    let mut words = FigureWords::default();
    if drafts.iter().filter(|draft| is_picture(draft)).count() != 1 || !drafts.iter().all(only_words) {
        return words;
    }
    let (pictures, paragraphs): (Vec<Draft>, Vec<Draft>) = drafts.drain(..).partition(is_picture);
    *drafts = pictures;
    for paragraph in paragraphs {
        if let Kind::Paragraph(content) = paragraph.kind {
            words.caption.push_line(content);
        }
    }
    words
}

impl FigureWords {
    fn is_blank(&self) -> bool {
        self.caption.is_empty() && self.credit.is_empty()
    }

    /// Puts the words on the thing they belong to; what has no place there is given back.
    fn put_on(self, kind: &mut Kind) -> FigureWords {
        let (caption, credit) = match kind {
            Kind::Picture(Picture { caption, credit, .. })
            | Kind::Video(Video { caption, credit, .. })
            | Kind::Audio(Audio { caption, credit, .. }) => (caption, Some(credit)),
            Kind::Embed(Embed { caption, .. })
            | Kind::Table(Table { caption, .. })
            | Kind::Gallery(Gallery { caption, .. }) => (caption, None),
            _ => return self,
        };
        let mut words = self.caption;
        match credit {
            Some(credit) if credit.is_none() => *credit = Some(self.credit).filter(|c| !c.is_empty()),
            _ if !self.credit.is_empty() => words.push_line(Content::plain(self.credit)),
            _ => {}
        }
        if !words.is_empty() {
            caption.get_or_insert_default().push_line(words);
        }
        FigureWords::default()
    }
}
