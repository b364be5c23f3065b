//! Words of a copy put in the place of others, where a report says so.

use story_body::block::Block;
use story_body::{Content, Run};
use text_anchor::Span;

use super::{HEADLINE, SUMMARY, Text};
use crate::story::StoryCopy;

/// A copy in which `words` stand where `span` is; `None` where that is done by hand: the span goes over several blocks,
/// items or cells, is in a caption beside the body, or is not there.
pub fn mended(copy: &StoryCopy, span: &Span, words: &str) -> Option<StoryCopy> {
    if span.start.block != span.end.block || span.start.offset > span.end.offset {
        return None;
    }
    let block = span.start.block.as_str();
    let text = Text::of(copy);
    let text = text.block(block)?;
    let wanted = replaced(text, &(span.start.offset..span.end.offset), words)?;
    let (range, words) = least(text, &(span.start.offset..span.end.offset), words);
    let words = words.as_str();
    let mut copy = copy.clone();
    match block {
        HEADLINE => copy.headline = replaced(&copy.headline, &range, words)?,
        SUMMARY => copy.summary = Some(replaced(copy.summary.as_deref()?, &range, words)?),
        _ => {
            let found = copy.body.blocks.iter_mut().find(|found| found.id.as_str() == block)?;
            put(found, &range, words);
        }
    }
    // Whatever the block is made of, it says what was wanted, or it is done by hand.
    (Text::of(&copy).block(block) == Some(wanted.as_str())).then_some(copy)
}

type Range = std::ops::Range<usize>;

/// What of a replacement is new: so that words which stay keep their marks and links.
fn least(text: &str, range: &Range, words: &str) -> (Range, String) {
    let old: Vec<char> = text.chars().skip(range.start).take(range.end - range.start).collect();
    let new: Vec<char> = words.chars().collect();
    let head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - head;
    let tail =
        old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count().min(most);
    let words = new[head..new.len() - tail].iter().collect();
    (range.start + head..range.end - tail, words)
}

/// A text with other words at some of its characters; `None` where it has not so many.
fn replaced(text: &str, range: &Range, words: &str) -> Option<String> {
    if range.end > text.chars().count() {
        return None;
    }
    let before = text.chars().take(range.start);
    Some(before.chain(words.chars()).chain(text.chars().skip(range.end)).collect())
}

/// The lines of a block follow each other as its plain text has them: each that is not empty, a line break between.
fn put(block: &mut Block, range: &Range, words: &str) {
    let mut at = 0;
    let mut within = |length: usize| -> Option<Range> {
        let from = at;
        at += if length > 0 { length + 1 } else { 0 };
        let inside = length > 0 && from <= range.start && range.end <= from + length;
        inside.then(|| range.start - from..range.end - from)
    };
    let mut done = false;
    block.kind.each_content_mut(&mut |content| {
        if let Some(here) = within(content.text().chars().count()).filter(|_| !done) {
            *content = in_content(content, &here, words);
            done = true;
        }
    });
    block.kind.each_plain_text_mut(&mut |text| {
        if let Some(here) = within(text.chars().count()).filter(|_| !done) {
            if let Some(changed) = replaced(text, &here, words) {
                *text = changed;
            }
            done = true;
        }
    });
}

/// New words look and lead as the first of those they replace.
fn in_content(content: &Content, range: &Range, words: &str) -> Content {
    let (mut out, mut at, mut put) = (Content::new(), 0, false);
    for run in content.runs() {
        let letters: Vec<char> = run.text.chars().collect();
        let (from, to) = (at, at + letters.len());
        at = to;
        let part = |from: usize, to: usize| Run { text: letters[from..to].iter().collect(), ..run.clone() };
        out.push(part(0, range.start.clamp(from, to) - from));
        if !put && range.start < to {
            out.push(Run { text: words.to_owned(), ..run.clone() });
            put = true;
        }
        out.push(part(range.end.clamp(from, to) - from, to - from));
    }
    if !put {
        out.push(Run::plain(words));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use story_body::Body;

    use super::*;

    fn copy(html: &str) -> StoryCopy {
        let body = Body::from_html(html).body;
        StoryCopy { summary: Some("In short".to_owned()), body, ..StoryCopy::new("politics", "The bridge") }
    }

    fn html(copy: &StoryCopy) -> String {
        copy.body.to_html(&story_body::Rendering { ids: story_body::Ids::LeftOut, ..Default::default() })
    }

    fn mend(copy: &StoryCopy, block: &str, wrong: &str, right: &str) -> Option<StoryCopy> {
        let text = Text::of(copy);
        let plain = text.block(block)?;
        let start = plain[..plain.find(wrong)?].chars().count();
        mended(copy, &Span::within(block, start..start + wrong.chars().count()), right)
    }

    #[test]
    fn words_are_replaced_where_they_stand_with_the_marks_they_had() {
        let copy = copy("<p>Some <strong>35 cars</strong> a day</p><ul><li>one 35</li><li>two 35</li></ul>");
        let (first, list) = (copy.body.blocks[0].id.to_string(), copy.body.blocks[1].id.to_string());
        let marked = mend(&copy, &first, "35", "53").unwrap();
        assert!(html(&marked).contains("Some <strong>53 cars</strong> a day"), "{}", html(&marked));
        let item = mend(&copy, &list, "two 35", "two 53").unwrap();
        assert!(html(&item).contains("<li>one 35</li>") && html(&item).contains("<li>two 53</li>"));
        assert_eq!(mend(&copy, HEADLINE, "bridge", "Bridge").unwrap().headline, "The Bridge");
        assert_eq!(mend(&copy, SUMMARY, "short", "brief").unwrap().summary.as_deref(), Some("In brief"));
    }

    #[test]
    fn what_goes_over_items_or_is_not_there_is_done_by_hand() {
        let copy = copy("<ul><li>one 35</li><li>two 35</li></ul>");
        let list = copy.body.blocks[0].id.to_string();
        assert_eq!(mend(&copy, &list, "35\ntwo", "53 two"), None);
        assert_eq!(mended(&copy, &Span::within(&list, 3..99), "x"), None);
        assert_eq!(mended(&copy, &Span::within("zzz", 0..1), "x"), None);
    }

    proptest! {
        #[test]
        fn a_mended_block_says_what_was_wanted_or_nothing_is_done(
            start in 0usize..40, length in 0usize..20, words in "[a-zəا中 ]{0,10}",
        ) {
            let copy = copy("<p>Some <em>35</em> cars <strong>a day</strong> use it</p>");
            let block = copy.body.blocks[0].id.to_string();
            let old = Text::of(&copy).block(&block).unwrap().to_owned();
            if let Some(new) = mended(&copy, &Span::within(&block, start..start + length), &words) {
                let wanted = replaced(&old, &(start..start + length), &words);
                prop_assert_eq!(Text::of(&new).block(&block).map(str::to_owned), wanted);
            }
        }
    }
}
