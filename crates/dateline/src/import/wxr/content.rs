//! The text of a post: paragraphs where WordPress would make them, and its short codes for pictures.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use story_body::Body;

use super::channel::Channel;

/// Names of elements that are paragraphs of their own.
const BLOCKS: &str = "address|article|aside|audio|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|\
                      h[1-6]|header|hr|iframe|li|main|nav|noscript|object|ol|p|pre|section|summary|table|tbody|td|tfoot|\
                      th|thead|tr|ul|video";

static CAPTION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)\[caption[^\]]*\](.*?)\[/caption\]").expect("a literal"));
static IMAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s)^\s*((?:<a [^>]*>)?\s*<img [^>]*>\s*(?:</a>)?)(.*)$").expect("a literal")
});
static GALLERY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\[gallery([^\]]*)\]").expect("a literal"));
static IDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"ids=["']?([0-9, ]+)"#).expect("a literal"));
static EMBED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\[embed[^\]]*\]\s*(https?://[^\s\[\]<]+)\s*\[/embed\]").expect("a literal")
});
static BLANK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\n\s*\n").expect("a literal"));
static STARTS_A_BLOCK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"(?i)^</?(?:{BLOCKS})[\s/>]")).expect("a literal"));
static KEPT_WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?is)<pre[\s>].*?</pre>|<(?:script|style)[\s>].*?</(?:script|style)>").expect("a literal")
});

/// The HTML of a post as WordPress would show it.
pub(super) fn html(content: &str, channel: &Channel) -> String {
    let content = content.replace("\r\n", "\n");
    let content = CAPTION.replace_all(&content, |found: &Captures<'_>| caption(&found[1]));
    let content = GALLERY.replace_all(&content, |found: &Captures<'_>| gallery(&found[1], channel));
    let content = EMBED.replace_all(&content, |found: &Captures<'_>| {
        format!("\n\n<p><a href=\"{0}\">{0}</a></p>\n\n", escaped(&found[1]))
    });
    // The block editor writes its paragraphs out.
    if content.contains("<!-- wp:") { content.into_owned() } else { paragraphs(&content) }
}

/// Words without markup, in one line.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&', '\n', '\t']) {
        return html.trim().to_owned();
    }
    let text = Body::from_html(html).body.to_text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    story_body::write_html::escape(&mut out, text);
    out
}

/// `[caption]<img> words[/caption]` as a figure.
fn caption(inner: &str) -> String {
    match IMAGE.captures(inner) {
        Some(found) => {
            let words = found[2].trim();
            format!("\n\n<figure>{}<figcaption>{words}</figcaption></figure>\n\n", found[1].trim_end())
        }
        None => inner.to_owned(),
    }
}

/// `[gallery ids="…"]` as a figure of its attachments; one that names none shows nothing.
fn gallery(attributes: &str, channel: &Channel) -> String {
    let Some(ids) = IDS.captures(attributes) else { return String::new() };
    let pictures: Vec<String> = ids[1]
        .split(',')
        .filter_map(|id| channel.attachments.get(&id.trim().parse().ok()?))
        .map(|attachment| {
            format!("<img src=\"{}\" alt=\"{}\">", escaped(&attachment.url), escaped(&attachment.alt))
        })
        .collect();
    match pictures.is_empty() {
        true => String::new(),
        false => format!("\n\n<figure class=\"gallery\">{}</figure>\n\n", pictures.concat()),
    }
}

/// Paragraphs between blank lines, line breaks where lines end, as WordPress does it when it shows a post (`wpautop`).
fn paragraphs(content: &str) -> String {
    let mut out = String::with_capacity(content.len() + 64);
    let mut rest = 0;
    for kept in KEPT_WHOLE.find_iter(content) {
        put_paragraphs(&content[rest..kept.start()], &mut out);
        out.push_str(kept.as_str());
        rest = kept.end();
    }
    put_paragraphs(&content[rest..], &mut out);
    out
}

fn put_paragraphs(content: &str, out: &mut String) {
    for piece in BLANK.split(content).map(str::trim).filter(|piece| !piece.is_empty()) {
        if STARTS_A_BLOCK.is_match(piece) {
            out.push_str(piece);
        } else {
            out.push_str("<p>");
            out.push_str(&piece.replace('\n', "<br>\n"));
            out.push_str("</p>");
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(content: &str) -> String {
        html(content, &Channel::default())
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(shown("one\n\ntwo\nlines"), "<p>one</p>\n<p>two<br>\nlines</p>\n");
        assert_eq!(shown("<h2>Title</h2>\n\ntext"), "<h2>Title</h2>\n<p>text</p>\n");
        assert_eq!(shown("<pre>a\n\nb</pre>\n\nc"), "<pre>a\n\nb</pre><p>c</p>\n");
        let blocks = "<!-- wp:paragraph -->\n<p>one</p>\n\n<!-- /wp:paragraph -->";
        assert_eq!(shown(blocks), blocks);
    }

    #[test]
    fn captions_become_figures() {
        let made = shown("[caption id=\"x\" width=\"3\"]<img src=\"a.jpg\"> A boat[/caption]\n\ntext");
        assert_eq!(
            made,
            "<figure><img src=\"a.jpg\"><figcaption>A boat</figcaption></figure>\n<p>text</p>\n"
        );
    }

    #[test]
    fn titles_are_words_alone() {
        assert_eq!(plain("Fish &amp; <b>chips</b>\n today"), "Fish & chips today");
    }
}
