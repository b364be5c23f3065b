//! What holds for every body and every HTML.

mod inspect;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use story_body::{
    BlockFate, BlockId, Body, Ids, Rendering, WordFate, WordRun, compare, compare_texts, merge,
    replace_in_text,
};

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("news".to_string()),
        Just("Ann Lee".into()),
        Just("Ann".into()),
        Just("Lee".into()),
        Just(" ".into()),
        Just("\n".into()),
        Just("e\u{301}".into()),
        Just("é".into()),
        Just("\u{301}".into()),
        Just("<b>&amp;\"'".into()),
        Just("*_[x](y)`#|".into()),
        Just("议会".into()),
        Just("خبر".into()),
        Just("\u{a0}".into()),
        Just("1.".into()),
        Just("- ".into()),
        "[a-c]{1,3}",
        "\\PC{0,4}",
    ];
    vec(word, 0..6).prop_map(|parts| parts.concat())
}

fn run() -> impl Strategy<Value = Value> {
    let mark = prop::sample::select(vec!["strong", "emphasis", "underline", "strike", "sub", "sup", "code"]);
    let link = prop::sample::select(vec![
        "https://arna.example/x",
        "/en/1",
        "mailto:a@b.example",
        "https://arna.example/Ann%20Lee",
    ]);
    (words(), vec(mark, 0..3), option::of(link), option::of(Just("fr"))).prop_map(
        |(text, marks, link, lang)| {
            let mut run = json!({"text": text});
            if !marks.is_empty() {
                run["marks"] = json!(marks);
            }
            if let Some(link) = link {
                run["link"] = json!(link);
            }
            if let Some(lang) = lang {
                run["lang"] = json!(lang);
            }
            run
        },
    )
}

fn content() -> impl Strategy<Value = Value> {
    vec(run(), 0..4).prop_map(Value::from)
}

fn list() -> impl Strategy<Value = Value> {
    let style = prop::sample::select(vec!["ordered", "unordered"]);
    let leaf = (style.clone(), vec(content(), 0..3)).prop_map(|(style, items)| {
        let items: Vec<Value> = items.into_iter().map(|content| json!({"content": content})).collect();
        json!({"style": style, "items": items})
    });
    leaf.prop_recursive(3, 12, 3, move |inner| {
        (style.clone(), vec((content(), option::of(inner)), 1..3)).prop_map(|(style, items)| {
            let item = |(content, list): (Value, Option<Value>)| match list {
                Some(list) => json!({"content": content, "list": list}),
                None => json!({"content": content}),
            };
            json!({"style": style, "items": items.into_iter().map(item).collect::<Vec<_>>()})
        })
    })
}

fn picture() -> impl Strategy<Value = Value> {
    (words(), content(), words()).prop_map(|(alt, caption, credit)| json!({"media": "p01.jpg", "alt": alt, "caption": caption, "credit": credit}))
}

fn cell() -> impl Strategy<Value = Value> {
    (content(), prop::sample::select(vec!["header", "data"]), 1..4u16, 1..4u16)
        .prop_map(|(content, kind, colspan, rowspan)| json!({"content": content, "kind": kind, "colspan": colspan, "rowspan": rowspan}))
}

fn block() -> impl Strategy<Value = Value> {
    let typed = |kind: &'static str| {
        move |mut value: Value| {
            value["type"] = json!(kind);
            value
        }
    };
    prop_oneof![
        4 => content().prop_map(|c| json!({"type": "paragraph", "content": c})),
        1 => (2..5u8, content()).prop_map(|(level, c)| json!({"type": "heading", "level": level, "content": c})),
        1 => list().prop_map(typed("list")),
        1 => (vec(content(), 0..3), content()).prop_map(|(p, c)| json!({"type": "quotation", "paragraphs": p, "cite": c})),
        1 => (vec(vec(cell(), 0..3), 0..3), content()).prop_map(|(rows, c)| json!({"type": "table", "rows": rows, "caption": c})),
        1 => words().prop_map(|text| json!({"type": "preformatted", "text": text})),
        1 => picture().prop_map(typed("picture")),
        1 => (vec(picture(), 0..3), content()).prop_map(|(p, c)| json!({"type": "gallery", "pictures": p, "caption": c})),
        1 => content().prop_map(|c| json!({"type": "embed", "provider": "vimeo", "item": "12345", "caption": c})),
        1 => Just(json!({"type": "rule"})),
        1 => (content(), words()).prop_map(|(c, label)| json!({"type": "video", "media": "v.mp4", "caption": c, "poster": "v.jpg",
            "tracks": [{"media": "v.vtt", "kind": "captions", "label": label}]})),
        1 => words().prop_map(|credit| json!({"type": "audio", "media": "a.mp3", "credit": credit, "dir": "rtl", "lang": "ar",
            "renders": {"block": "x1", "version": 2}})),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    vec(block(), 0..8).prop_map(|blocks| Body::from_json(&json!({"blocks": blocks}).to_string()).unwrap())
}

/// What somebody made of a body: blocks removed, changed, added, moved.
fn edited(base: Body, name: &'static str) -> impl Strategy<Value = Body> {
    let edit = (0..4u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), block());
    vec(edit, 0..5).prop_map(move |edits| {
        let mut body = base.clone();
        for (number, (what, at, to, block)) in edits.into_iter().enumerate() {
            let mut block =
                Body::from_json(&json!({"blocks": [block]}).to_string()).unwrap().blocks.remove(0);
            let there = body.blocks.len();
            match what {
                0 => {
                    block.id = BlockId::parse(&format!("{name}{number}")).unwrap();
                    body.blocks.insert(at.index(there + 1), block);
                }
                _ if there == 0 => {}
                1 => drop(body.blocks.remove(at.index(there))),
                2 => body.blocks[at.index(there)].kind = block.kind,
                _ => {
                    let moved = body.blocks.remove(at.index(there));
                    body.blocks.insert(to.index(there), moved);
                }
            }
        }
        body
    })
}

fn html() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "p",
        "div",
        "b",
        "i",
        "a href=/x",
        "a href=javascript:x",
        "ul",
        "ol start=3",
        "li",
        "table",
        "tr",
        "td",
        "th colspan=2",
        "thead",
        "caption",
        "blockquote",
        "footer",
        "cite",
        "figure",
        "figcaption",
        "figure class=gallery",
        "img src=a.jpg alt=x",
        "img src=data:x alt=😀",
        "small",
        "iframe src=https://youtu.be/abcdefg",
        "br",
        "hr",
        "pre",
        "h1",
        "h3",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "mtext",
        "select",
        "option",
        "form",
        "button",
        "video src=v.mp4",
        "audio src=a.mp3",
        "source src=s.mp4",
        "span lang=fr",
        "p id=b-a1 dir=rtl lang=ar",
        "dl",
        "dt",
        "code",
        "sub",
        "q",
        "noscript",
        "textarea",
        "title",
        "object data=x",
        "nobr",
        "font",
        "p lang=de",
        "section",
        "menu",
        "xmp",
        "ruby",
        "rt",
    ]);
    let piece = prop_oneof![
        4 => name.clone().prop_map(|tag| format!("<{tag}>")),
        3 => name.prop_map(|tag| format!("</{}>", tag.split(' ').next().unwrap())),
        3 => words(),
        1 => Just("https://www.youtube.com/watch?v=abcdefg".to_string()),
        1 => "[<>&\"'/= !a-]{0,6}",
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn side(runs: &[WordRun], without: WordFate) -> String {
    runs.iter().filter(|run| run.fate != without).map(|run| run.text.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_html_is_cleaned_and_stays_as_it_is(html in html()) {
        inspect::check(&html);
    }

    #[test]
    fn json_and_back_is_the_same_body(body in body()) {
        let json = body.to_json();
        prop_assert_eq!(&Body::from_json(&json).unwrap(), &body);
        prop_assert!(inspect::schema::schema_allows(&story_body::json_schema(), &serde_json::from_str(&json).unwrap()).is_ok(), "{}", json);
    }

    #[test]
    fn what_is_written_settles_after_one_reading(body in body()) {
        let once = inspect::check(&body.to_html(&Rendering::default()));
        let has_words = |block: &&story_body::Block| block.kind.name() == "paragraph" && !block.plain_text().trim().is_empty();
        for block in body.blocks.iter().filter(has_words) {
            prop_assert!(once.block(&block.id).is_some(), "{:?} lost its id in {:?}", block, once);
        }
        body.to_markdown(&Rendering::default());
        body.to_xhtml(&Rendering { ids: Ids::LeftOut, ..Rendering::default() });
    }

    #[test]
    fn merging_takes_what_one_side_did(
        (base, side) in body().prop_flat_map(|base| (Just(base.clone()), edited(base, "x")))
    ) {
        for merged in [merge(&base, &side, &base), merge(&base, &base, &side), merge(&base, &side, &side)] {
            prop_assert!(merged.is_clean());
            prop_assert_eq!(&merged.body, &side);
        }
    }

    #[test]
    fn merging_loses_nothing_either_side_wrote(
        (base, mine, theirs) in body().prop_flat_map(|base| (Just(base.clone()), edited(base.clone(), "x"), edited(base, "y")))
    ) {
        let merged = merge(&base, &mine, &theirs);
        merged.body.check().unwrap();
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for block in side.blocks.iter().filter(|block| base.block(&block.id) != Some(block)) {
                let settled = merged.body.block(&block.id) == Some(block);
                let reported = merged.conflicts.iter().any(|conflict| conflict.block == block.id);
                prop_assert!(settled || reported, "{:?} is lost beside {:?}", block, other);
            }
        }
    }

    #[test]
    fn comparing_tells_every_block_and_every_word_once(
        (old, new) in body().prop_flat_map(|base| (Just(base.clone()), edited(base, "x")))
    ) {
        let changes = compare(&old, &new);
        let told_new: Vec<_> = changes.iter().filter_map(|change| change.new).map(|block| &block.id).collect();
        prop_assert_eq!(told_new, new.blocks.iter().map(|block| &block.id).collect::<Vec<_>>());
        let mut told_old: Vec<_> = changes.iter().filter_map(|change| change.old).map(|block| &block.id).collect();
        told_old.sort();
        let mut all_old: Vec<_> = old.blocks.iter().map(|block| &block.id).collect();
        all_old.sort();
        prop_assert_eq!(told_old, all_old);
        for change in &changes {
            let text = |block: Option<&story_body::Block>| block.map(|b| b.plain_text()).unwrap_or_default();
            prop_assert_eq!(side(&change.words, WordFate::Added), text(change.old));
            prop_assert_eq!(side(&change.words, WordFate::Removed), text(change.new));
        }
        if old == new {
            prop_assert!(changes.iter().all(|change| change.fate == BlockFate::Kept));
        }
    }

    #[test]
    fn compared_texts_can_be_put_together_again(old in words(), new in words()) {
        let runs = compare_texts(&old, &new);
        prop_assert_eq!(side(&runs, WordFate::Added), old);
        prop_assert_eq!(side(&runs, WordFate::Removed), new);
        prop_assert!(runs.windows(2).all(|pair| pair[0].fate != pair[1].fate));
    }

    #[test]
    fn stated_words_are_gone(
        mut body in body(),
        words in prop::sample::select(vec!["Ann Lee", "Ann", "e", "é", "e\u{301}", "aa", "ab", "议", "x", "news"]),
        with in prop::sample::select(vec!["", "N.N.", "b", "\u{301}", "[redacted]"]),
    ) {
        use unicode_normalization::UnicodeNormalization;
        let stated: String = words.nfc().collect();
        let text = |body: &Body| body.blocks.iter().map(|b| b.plain_text()).collect::<Vec<_>>().join("\n").nfc().collect::<String>();
        let there = text(&body).contains(&stated);
        let before = body.clone();
        let count = body.replace_words(words, with);
        if count == 0 {
            prop_assert_eq!(&body, &before);
            prop_assert!(!there);
        }
        if !with.contains(&stated) {
            // Words may meet over the edges of two texts, which are joined only here.
            for block in &body.blocks {
                block.kind.each_content(&mut |c| assert!(!c.text().nfc().collect::<String>().contains(&stated), "{c:?}"));
                block.kind.each_plain_text(&mut |t| assert!(!t.nfc().collect::<String>().contains(&stated), "{t:?}"));
            }
        }
        body.check().unwrap();
        prop_assert_eq!(Body::from_json(&body.to_json()).unwrap(), body);
    }

    #[test]
    fn refusing_json_never_panics(text in "[\\[\\]{}\":,a-z0-9 ]{0,60}") {
        let _ = Body::from_json(&text);
        let _ = Body::from_json(&format!("{{\"blocks\":[{text}]}}"));
    }
}

#[test]
fn words_over_run_boundaries_are_replaced_once() {
    let mut body = Body::from_html(
        "<p id=b-1>By <b>Ann</b> <i>Lee</i> and <a href='https://x.example/Ann%20Lee'>others</a>.</p>",
    )
    .body;
    assert_eq!(body.replace_words("Ann Lee", "N.N."), 2);
    assert_eq!(
        body.to_html(&Rendering::default()),
        "<p id=\"b-1\">By <strong>N.N.</strong> and others.</p>\n"
    );
    assert_eq!(replace_in_text("Ann Lee resigns", "Ann Lee", "Minister"), ("Minister resigns".into(), 1));
    assert_eq!(replace_in_text("aaabbb", "ab", ""), (String::new(), 3));
    assert_eq!(replace_in_text("cafe\u{301}", "café", "bar"), ("bar".into(), 1));
}

#[test]
fn bad_json_is_refused_with_the_key_and_the_place() {
    let refused = |json: &str| Body::from_json(json).unwrap_err().to_string();
    for (json, told) in [
        (
            r#"{"blocks":[{"id":"a","type":"paragraph","content":[{"text":"x","colour":"red"}]}]}"#,
            "block 1: unknown field `colour`",
        ),
        (
            r#"{"blocks":[{"id":"a","type":"rule"},{"id":"a","type":"rule"}]}"#,
            "block 2: the id \"a\" is used twice",
        ),
        (
            r#"{"blocks":[{"type":"rule","level":2}]}"#,
            "block 1: field `level` does not belong to a block of type `rule`",
        ),
        (r#"{"blocks":[{"type":"heading","level":1,"content":[]}]}"#, "heading level 1 is not 2, 3 or 4"),
        (r#"{"blocks":[{"type":"paragraph"}]}"#, "missing field `content`"),
        (
            r#"{"blocks":[{"type":"paragraph","content":[{"text":"x","link":"javascript:x"}]}]}"#,
            "is neither http, https, mailto",
        ),
        (r#"{"blocks":[{"type":"embed","provider":"evil","item":"x"}]}"#, "unknown variant `evil`"),
        (r#"{"blocks":[{"type":"embed","url":"https://evil.example/"}]}"#, "is of no known provider"),
        (
            r#"{"blocks":[{"type":"embed","provider":"telegram","item":"12345"}]}"#,
            "item `12345` is none of `telegram`",
        ),
        (r#"{"blocks":[],"more":1}"#, "unknown field `more`"),
        (r#"{"blocks":[{"id":"A!","type":"rule"}]}"#, "is not 1 to 12 lower-case letters"),
        ("7", "a body"),
    ] {
        let answer = refused(json);
        assert!(answer.contains(told), "{json}: {answer}");
    }
    let mut deep = r#"{"content":[]}"#.to_string();
    for _ in 0..7 {
        deep = format!(r#"{{"content":[],"list":{{"style":"ordered","items":[{deep}]}}}}"#);
    }
    let answer = refused(&format!(r#"{{"blocks":[{{"type":"list","style":"ordered","items":[{deep}]}}]}}"#));
    assert!(answer.contains("8 lists within lists; at most 6"), "{answer}");
    let rules = vec![r#"{"type":"rule"}"#; story_body::bounds::MAX_BLOCKS + 1].join(",");
    assert!(refused(&format!("[{rules}]")).contains("blocks; at most"));
}

#[test]
fn the_schema_refuses_what_reading_refuses() {
    let schema = story_body::json_schema();
    for bad in [
        json!({}),
        json!({"blocks": [], "more": 1}),
        json!({"blocks": [{"type": "rule", "level": 2}]}),
        json!({"blocks": [{"type": "paragraph"}]}),
        json!({"blocks": [{"type": "heading", "level": 1, "content": []}]}),
        json!({"blocks": [{"type": "embed", "provider": "vimeo"}]}),
        json!({"blocks": [{"id": "A", "type": "rule"}]}),
        json!({"blocks": [{"type": "paragraph", "content": [{"text": "x", "marks": ["blink"]}]}]}),
    ] {
        assert!(inspect::schema::schema_allows(&schema, &bad).is_err(), "{bad}");
        assert!(Body::from_json(&bad.to_string()).is_err(), "{bad}");
    }
}
