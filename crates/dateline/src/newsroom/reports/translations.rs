//! The same put right in a story's other languages, where the passage corresponds: offered, never done by itself.

use serde::Serialize;
use text_anchor::Span;

use super::matter_page::Known;
use crate::db::Conn;
use crate::ids::{StoryNumber, StoryRef};
use crate::newsroom::acts_page;
use crate::newsroom::doing::note;
use crate::newsroom::form::Form;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::trouble::Said;
use crate::newsroom::{Newsroom, Trouble};
use crate::people::Right;
use crate::report::{self, State, mended};
use crate::story::{self, Order, Release, Story, StoryAct, StoryCopy};

/// Another language of the story, and what is offered there.
#[derive(Debug, Serialize)]
pub(super) struct Offer {
    number: i64,
    language: String,
    name: String,
    dir: &'static str,
    headline: String,
    /// The words found in the block that corresponds, and what would stand there; absent where nothing is certain.
    found: Option<(String, String)>,
    may: bool,
}

/// What is offered once a matter was put right. Only those somebody may see.
pub(super) async fn offers(conn: &mut Conn<'_>, who: &OnDuty, known: &Known) -> Result<Vec<Offer>, Trouble> {
    if known.matter.state != State::Fixed {
        return Ok(Vec::new());
    }
    let mut offers = Vec::new();
    for other in story::of_group(conn, known.story.group).await? {
        if other.id == known.story.id || other.release != Release::Public {
            continue;
        }
        let Ok(actor) = who.at(&other) else { continue };
        let Some(last) = last(conn, &other).await? else { continue };
        let found = corresponding(known, &last).map(|found| (found.wrong, found.right));
        offers.push(Offer {
            number: other.number.get(),
            language: other.language.to_string(),
            name: other.language.native_name().to_owned(),
            dir: other.language.direction().as_str(),
            headline: last.headline.clone(),
            may: actor.rights.has(act_for(known).right()) && actor.rights.has(Right::StoriesWrite),
            found,
        });
    }
    Ok(offers)
}

fn act_for(known: &Known) -> StoryAct {
    if known.matter.kind.is_of_substance() { StoryAct::Correction } else { StoryAct::Refile }
}

async fn last(conn: &mut Conn<'_>, story: &Story) -> Result<Option<StoryCopy>, Trouble> {
    let versions = story::versions_since(conn, story.number, story.version).await?;
    Ok(versions.into_iter().next_back().and_then(|version| version.content))
}

/// Words of another language that correspond to those that were put right.
struct Found {
    span: Span,
    wrong: String,
    right: String,
}

/// The one place in the block that renders the marked one where the same name or number stands.
fn corresponding(known: &Known, other: &StoryCopy) -> Option<Found> {
    let settled = known.matter.settled.as_ref()?;
    let (wrong, right) = settled.before.as_deref().zip(settled.after.as_deref())?;
    let anchor = known.matter.anchors.first().filter(|_| known.matter.anchors.len() == 1)?;
    let (wrong, right) = (wrong.trim(), right.trim());
    let block = counterpart(&known.last, other, &anchor.marked.selector.span.start.block)?;
    let text = report::Text::of(other);
    let text = text.block(&block)?;
    let number = |words: &str| words.chars().any(|c| c.is_numeric());
    let (start, stands, becomes) = match only(text, wrong) {
        Some(start) => (start, wrong.to_owned(), right.to_owned()),
        None if number(wrong) => figures(text, wrong, right)?,
        None => return None,
    };
    let end = start + stands.chars().count();
    Some(Found { span: Span::within(&block, start..end), wrong: stands, right: becomes })
}

/// The block of another language that renders the same as `block` does, or is rendered by it.
fn counterpart(own: &StoryCopy, other: &StoryCopy, block: &str) -> Option<String> {
    let mine = own.body.blocks.iter().find(|mine| mine.id.as_str() == block)?;
    let source = mine.renders.as_ref().map_or(&mine.id, |renders| &renders.block);
    let renders = other.body.blocks.iter().find(|theirs| {
        let of_theirs = theirs.renders.as_ref().map(|renders| &renders.block);
        of_theirs == Some(source) || (mine.renders.is_some() && theirs.id == *source)
    });
    Some(renders?.id.to_string())
}

/// Where words stand, in characters, if they stand there once.
fn only(text: &str, words: &str) -> Option<usize> {
    let mut places = text.match_indices(words);
    let (byte, _) = places.next()?;
    places.next().is_none().then(|| text[..byte].chars().count())
}

/// A number that is written otherwise there: other digits, other marks between thousands. Where it stands, as it is
/// written, and as the right one is written the same way; only where both have as many digits.
fn figures(text: &str, wrong: &str, right: &str) -> Option<(usize, String, String)> {
    let digits = |words: &str| -> Vec<u32> { words.chars().filter_map(value).collect() };
    let (was, is) = (digits(wrong), digits(right));
    let letters: Vec<char> = text.chars().collect();
    let mut found = None;
    let mut at = 0;
    while at < letters.len() {
        if value(letters[at]).is_none() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < letters.len()
            && (value(letters[end]).is_some()
                || (is_between(letters[end]) && letters.get(end + 1).is_some_and(|c| value(*c).is_some())))
        {
            end += 1;
        }
        let stands: String = letters[at..end].iter().collect();
        if digits(&stands) == was {
            if found.is_some() || was.len() != is.len() {
                return None;
            }
            let mut next = is.iter();
            let becomes = stands.chars().map(|c| match value(c) {
                Some(old) => next.next().and_then(|new| shifted(c, old, *new)).unwrap_or(c),
                None => c,
            });
            found = Some((at, stands.clone(), becomes.collect()));
        }
        at = end;
    }
    found
}

/// The value of a digit in Latin, Arabic or Persian writing.
fn value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

fn shifted(c: char, old: u32, new: u32) -> Option<char> {
    char::from_u32(c as u32 - old + new)
}

fn is_between(c: char) -> bool {
    matches!(c, ',' | '.' | '٬' | '٫' | '’' | '\'' | ' ' | '\u{a0}' | '\u{202f}')
}

/// Puts the same right in another language of the story.
pub(super) async fn same(room: &Newsroom, who: &OnDuty, reference: &str, form: &Form) -> Result<(), Trouble> {
    let number = form.line("number").parse().ok().and_then(StoryNumber::new).ok_or(Trouble::NotFound)?;
    let target = StoryRef::Number(number);
    room.act_on(target, &(who, reference, target), |act, &(who, reference, target)| {
        Box::pin(async move {
            let mut other = story::store::lock(&mut act.conn(), target).await?.ok_or(Trouble::NotFound)?;
            let known = super::matter_page::known(&mut act.conn(), who, reference, "").await?;
            let actor = who.at(&other)?;
            if other.group != known.story.group || other.release != Release::Public {
                return Err(Trouble::NotFound);
            }
            let changed = || Trouble::Conflict(Said::Key("report_changed_text"));
            let last = last(&mut act.conn(), &other).await?.ok_or_else(changed)?;
            let found = corresponding(&known, &last).ok_or_else(changed)?;
            let copy = mended(&last, &found.span, &found.right).ok_or(Trouble::bad("report_by_hand_text"))?;
            let drafted = acts_page::drafted(&last, &copy, other.language);
            let order = act_for(&known);
            let order = Order {
                editor_note: Some(drafted.clone()),
                public_note: (order == StoryAct::Correction).then_some(drafted),
                ..Order::new(order)
            };
            let (agency, now) = (act.agency.clone(), act.now);
            let done =
                story::put_right(&mut act.conn(), &agency, &mut other, copy, &order, &actor, now).await?;
            act.record_all(done.changes);
            note(act, &actor, order.act.as_str(), &other, Some(reference)).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_in_other_digits_and_put_right_in_the_same() {
        let found = |text: &str| figures(text, "35,000", "53,000").map(|(_, was, is)| (was, is));
        let pair = |was: &str, is: &str| Some((was.to_owned(), is.to_owned()));
        assert_eq!(found("Etwa 35.000 Autos"), pair("35.000", "53.000"));
        assert_eq!(found("около 35 000 машин"), pair("35 000", "53 000"));
        assert_eq!(found("حدود ۳۵٬۰۰۰ خودرو"), pair("۳۵٬۰۰۰", "۵۳٬۰۰۰"));
        assert_eq!(found("٣٥٬٠٠٠ سيارة"), pair("٣٥٬٠٠٠", "٥٣٬٠٠٠"));
        assert_eq!(found("35 000 and 35,000"), None, "which of them nobody can say");
        assert_eq!(found("135,000"), None);
        assert_eq!(figures("35.000", "35,000", "530,000"), None);
    }

    #[test]
    fn words_that_stand_twice_are_not_offered() {
        assert_eq!(only("Bakı, sonra Gəncə", "Gəncə"), Some(12));
        assert_eq!(only("Bakı, sonra Bakı", "Bakı"), None);
    }
}
