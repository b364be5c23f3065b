//! Random edit scripts on stories in nine languages. The script knows where each character went, so a wrong
//! anchor can be proved.
//!
//! `TEXT_ANCHOR_SCRIPTS` says how many scripts are run, `TEXT_ANCHOR_SEED` which.

mod chance;
mod copy;
mod judge;
mod script;
mod stories;

use chance::Chance;
use copy::{Copy, version};
use judge::{Count, Marked, Verdict, judge};
use script::Editor;
use stories::{Language, languages};
use text_anchor::{Fate, Span, Version, follow};

/// Scripts run when nothing else is said.
const SCRIPTS: u64 = 2_000;
const SEED: u64 = 20_260_714;
const THREADS: usize = 4;

type Follower = fn(&Span, &[Version<'_>]) -> Fate;

#[test]
fn no_anchor_is_wrong_and_untouched_words_are_kept() {
    let (scripts, seed) = (setting("TEXT_ANCHOR_SCRIPTS", SCRIPTS), setting("TEXT_ANCHOR_SEED", SEED));
    let count = run(scripts, seed, follow);
    println!("{scripts} scripts, seed {seed}: {count}");
    assert!(count.spans as u64 > scripts, "too few spans were looked for");
    assert_eq!(count.wrong, 0, "{}", count.shown.join("\n\n"));
    // Beside a copy of itself nobody may be able to say which is which.
    // Ten sentences shuffled again and again are full of look-alikes: more stays in doubt.
    let few = languages().iter().any(|language| language.sentences.len() < 50);
    let (least, least_of_all) = if few { (0.95, 0.90) } else { (0.99, 0.94) };
    assert!(count.kept_share() >= least, "{count}");
    assert!(count.kept_of_all() >= least_of_all, "{count}");
}

#[test]
fn a_search_for_the_same_words_is_caught() {
    let count = run(100, SEED, search_for_the_words);
    println!("naive search, 100 scripts: {count}");
    assert!(count.wrong > 0, "the measure lets a follower pass that takes the nearest look-alike");
}

#[test]
fn a_difference_that_is_believed_is_caught() {
    let count = run(100, SEED, believe_the_difference);
    println!("believed difference, 100 scripts: {count}");
    assert!(count.wrong > 0, "the measure lets a follower pass that believes any difference");
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
}

fn run(scripts: u64, seed: u64, follower: Follower) -> Count {
    let languages = languages();
    let part = |thread: usize| {
        let mut count = Count::default();
        for number in (0..scripts).skip(thread).step_by(THREADS) {
            let language = &languages[number as usize % languages.len()];
            one_script(language, seed, number, follower, &mut count);
        }
        count
    };
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || part(thread))).collect();
        parts.into_iter().fold(Count::default(), |sum, part| sum.plus(part.join().unwrap()))
    })
}

/// A story, spans of it, and one to three versions more; every span is followed to every version.
fn one_script(language: &Language, seed: u64, number: u64, follower: Follower, count: &mut Count) {
    let chance = Chance(seed.wrapping_mul(1_000_003).wrapping_add(number));
    let mut editor = Editor { language, chance, done: Vec::new(), drawn: Default::default() };
    let mut history = vec![editor.story()];
    let marked = spans(&mut editor, &history[0]);
    if marked.is_empty() {
        return;
    }
    let names: Vec<u32> = marked.iter().flat_map(|marked| marked.names.clone()).collect();
    for _ in 0..1 + editor.chance.below(3) {
        let mut next = history.last().unwrap().clone();
        editor.done.push(format!("── version {}", history.len() + 1));
        for _ in 0..1 + editor.chance.below(5) {
            editor.edit(&mut next, &names);
        }
        history.push(next);
    }
    let texts: Vec<_> = history.iter().map(Copy::texts).collect();
    for last in 1..history.len() {
        let versions: Vec<Version<'_>> = texts[..=last].iter().map(|texts| version(texts)).collect();
        for marked in &marked {
            let fate = follower(&marked.span, &versions);
            let verdict = judge(marked, &fate, &history[..=last], &versions[last]);
            count.add(&verdict);
            let asked =
                std::env::var("TEXT_ANCHOR_SHOW").is_ok_and(|kind| format!("{verdict:?}").contains(&kind));
            if asked || (matches!(verdict, Verdict::Wrong(_)) && count.shown.len() < 3) {
                let story: Vec<String> = texts[..=last].iter().map(|texts| format!("{texts:#?}")).collect();
                let shown = format!(
                    "script {number} of seed {seed} ({}), {verdict:?}: {:?} became {fate:?}\n{}\n{}",
                    language.name,
                    marked.words,
                    editor.done.join("\n"),
                    story.join("\n")
                );
                if asked { println!("{shown}") } else { count.shown.push(shown) }
            }
        }
    }
}

fn spans(editor: &mut Editor<'_>, story: &Copy) -> Vec<Marked> {
    let mut found = Vec::new();
    for _ in 0..5 {
        let block = &story.blocks[editor.chance.below(story.blocks.len())];
        if let Some(range) = editor.span(block) {
            let letters = &block.letters[range.clone()];
            found.push(Marked {
                span: Span::within(&block.id, range),
                words: letters.iter().map(|letter| letter.c).collect(),
                names: letters.iter().filter(|letter| letter.is_word()).map(|letter| letter.name).collect(),
            });
        }
    }
    found
}

/// Deliberately naive: the words nearest to where they stood, else the first in the story.
fn search_for_the_words(span: &Span, versions: &[Version<'_>]) -> Fate {
    let (first, last) = (&versions[0], &versions[versions.len() - 1]);
    let words = first.words_of(span).unwrap();
    let home = last.text(&span.start.block).map(|text| (span.start.block.clone(), text));
    let others = last.blocks().map(|(id, text)| (id.to_owned(), text));
    let found = home.into_iter().chain(others).find_map(|(id, text)| {
        let nearest = text.match_indices(&words).map(|(byte, _)| text[..byte].chars().count());
        nearest.min_by_key(|at| at.abs_diff(span.start.offset)).map(|at| (id, at))
    });
    found.map_or(Fate::Deleted { at: None }, |(id, at)| Fate::Moved {
        now: Span::within(&id, at..at + words.chars().count()),
    })
}

/// Deliberately naive: an ordinary difference of the block's characters, first version to last.
fn believe_the_difference(span: &Span, versions: &[Version<'_>]) -> Fate {
    let (first, last) = (&versions[0], &versions[versions.len() - 1]);
    let gone = Fate::Deleted { at: None };
    let id = &span.start.block;
    let Some(new) = last.text(id) else { return gone };
    let old: Vec<char> = first.text(id).unwrap().chars().collect();
    let new: Vec<char> = new.chars().collect();
    for step in similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new) {
        if let similar::DiffOp::Equal { old_index, new_index, len } = step
            && old_index <= span.start.offset
            && span.end.offset <= old_index + len
        {
            let shift = |offset: usize| offset - old_index + new_index;
            return Fate::Kept { now: Span::within(id, shift(span.start.offset)..shift(span.end.offset)) };
        }
    }
    gone
}
