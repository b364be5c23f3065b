//! What changed, as HTML.

use crate::block::{Audio, Picture, Video};
use crate::write_html::{MediaMarkup, Syntax, escape, write_figcaption};
use crate::{WordFate, WordRun};

/// Writes the words of a comparison: what was added in `ins`, what was removed in `del`.
pub fn write_words(out: &mut String, words: &[WordRun]) {
    for run in words {
        let element = match run.fate {
            WordFate::Kept => None,
            WordFate::Added => Some("ins"),
            WordFate::Removed => Some("del"),
        };
        if let Some(element) = element {
            out.push_str(&format!("<{element}>"));
        }
        escape(out, &run.text);
        if let Some(element) = element {
            out.push_str(&format!("</{element}>"));
        }
    }
}

/// Pictures and recordings told by their captions: what is compared is words.
#[derive(Debug, Clone, Copy, Default)]
pub struct CaptionsAlone;

impl MediaMarkup for CaptionsAlone {
    fn picture(&self, out: &mut String, picture: &Picture, syntax: Syntax) {
        write_figcaption(out, picture.caption.as_ref(), picture.credit.as_deref(), syntax);
    }

    fn video(&self, out: &mut String, video: &Video, syntax: Syntax) {
        write_figcaption(out, video.caption.as_ref(), video.credit.as_deref(), syntax);
    }

    fn audio(&self, out: &mut String, audio: &Audio, syntax: Syntax) {
        write_figcaption(out, audio.caption.as_ref(), audio.credit.as_deref(), syntax);
    }
}
