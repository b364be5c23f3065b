use super::*;
use crate::ids::{MediaId, StoryNumber};
use crate::story::{HeadlineRole, StoryCopy};

const WHOLE: &str = r#"{
  "format": "dateline/story/1", "uri": "https://azertag.az/en/xeber/1537183", "number": 1537183,
  "language": "en", "section": "politics", "headline": "Ministers meet", "slugline": "phone",
  "headlines": [ { "role": "short", "value": "Ministers" }, { "role": "seo", "value": "Ministers meet in Baku" } ],
  "published_at": "2020-07-18T19:35:00+04:00", "updated_at": null,
  "dateline": { "place": "Baku", "date": "2020-07-18", "source": "AZERTAC" },
  "byline": null, "summary": null, "body_html": "<p>On the initiative of …</p>", "urgency": 4,
  "keywords": null, "subjects": [ { "uri": "medtop:11000000", "name": "politics" } ],
  "sign_off": [ { "role": "reporter", "name": "Lea Morin", "initials": "LM" }, { "role": "editor", "name": "A. B." } ],
  "related": [ 5, "tag:arna.example,2026:S02/en" ], "editor_note": "Not for broadcast", "usage_terms": "Hyperlink.", "embargoed_until": null, "translation_of": 7,
  "kind": "photo story", "authors": [ { "name": "Lea Morin", "slug": "lea-morin", "role": "reporter" } ],
  "topics": ["Strait bridge", {"name": "Təhsil", "slug": "tehsil"}, "Strait bridge"],
  "follows": "tag:arna.example,2026:S01/en", "version": 1, "status": "usable", "corrections": [],
  "old_addresses": [ "/xeber/…-1537183", "https://special.azertag.example/1537183" ],
  "media": [ { "file": "ministers.jpg", "alt": "…", "caption": "…", "credit": "…" } ]
}"#;

fn refusal(json: &str) -> String {
    StoryFile::parse(json).expect_err("refused").to_string()
}

fn with(key: &str, value: &str) -> String {
    format!(r#"{{"format":"dateline/story/1","language":"en","headline":"H","{key}":{value}}}"#)
}

#[test]
fn every_key_of_the_format_is_read() {
    let file = StoryFile::parse(WHOLE).expect("read");
    assert_eq!(file.translation_of, Some(StoryName::Number(7)));
    assert_eq!(file.follows, Some(StoryName::Uri("tag:arna.example,2026:S01/en".into())));
    let (body, notices) = file.read_body(None);
    assert_eq!((body.to_text().trim(), notices.len()), ("On the initiative of …", 0));
    let found = Found {
        section: "politics".into(),
        media: vec![Some(MediaId::new())],
        follows: StoryNumber::new(3),
        related: [5, 6].into_iter().filter_map(StoryNumber::new).collect(),
        ..Found::default()
    };
    let copy = file.into_copy(body, found);
    assert_eq!(
        (copy.headline_for(HeadlineRole::Short), copy.related.as_slice()),
        (Some("Ministers"), &[5, 6][..])
    );
    assert_eq!((copy.sign_off.len(), copy.editor_note.as_deref()), (2, Some("Not for broadcast")));
    let topics: Vec<_> = copy.topics.iter().map(|topic| topic.slug.as_str()).collect();
    assert_eq!(topics, ["strait-bridge", "tehsil"]);
    assert_eq!((copy.follows, copy.media.len(), copy.urgency), (Some(3), 1, 4));
}

#[test]
fn copy_written_and_read_again_is_the_same() {
    let file = StoryFile::parse(WHOLE).expect("read");
    let (body, _) = file.read_body(None);
    let found = Found {
        section: "politics".into(),
        follows: StoryNumber::new(3),
        related: [5, 6].into_iter().filter_map(StoryNumber::new).collect(),
        translation_of: StoryNumber::new(7),
        media: vec![Some(MediaId::new())],
        ..Found::default()
    };
    let copy = file.into_copy(body, found.clone());
    let written = serde_json::to_string(&StoryFile::of_copy(Language::ENGLISH, &copy)).expect("written");
    let again = StoryFile::parse(&written).expect("read again");
    let (body, _) = again.read_body(None);
    assert_eq!(again.into_copy(body, found), copy);
}

#[test]
fn what_is_wrong_is_named() {
    assert!(refusal(&with("colour", "1")).starts_with("unknown field `colour`"));
    assert!(refusal(r#"{"format":"dateline/story/1","language":"en"}"#).contains("missing field `headline`"));
    assert!(
        refusal(r#"{"format":"x","language":"en","headline":"H"}"#)
            .contains("\"x\" is not \"dateline/story/1\"")
    );
    assert!(refusal(&with("urgency", "9")).contains("urgency 9 is not 1 to 8"));
    assert!(refusal(&with("number", "0")).contains("number 0"));
    assert!(refusal(&with("published_at", "\"2020-07-18T19:35:00\"")).contains("offset"));
    assert!(refusal(&with("topics", "[{\"name\":\"a\",\"color\":1}]")).contains("unknown field `color`"));
    assert!(refusal(&with("topics", "[{\"name\":\"a\",\"slug\":\"A b\"}]")).starts_with("topics: "));
    assert!(refusal(&with("old_addresses", "[\"javascript:1\"]")).starts_with("old_addresses: "));
    assert!(refusal(&with("media", "[{\"alt\":\"\"}]")).starts_with("media: "));
    assert!(refusal(&with("status", "\"gone\"")).contains("unknown variant `gone`"));
    let both =
        r#"{"format":"dateline/story/1","language":"en","headline":"H","body":{"blocks":[]},"body_html":""}"#;
    assert!(refusal(both).starts_with("body: "));
    let long = format!("\"{}\"", "a".repeat(501));
    let long = with("headline", &long).replacen("\"headline\":\"H\",", "", 1);
    assert!(refusal(&long).starts_with("headline: has 501"));
}

#[test]
fn an_instant_may_end_with_z_and_null_is_as_good_as_nothing() {
    let file = StoryFile::parse(&with("published_at", "\"2020-07-18T19:35:00Z\"")).expect("read");
    assert_eq!(file.published_at, "2020-07-18T15:35:00-04:00".parse().ok());
    let file = StoryFile::parse(&with("urgency", "null")).expect("read");
    assert_eq!((file.urgency, file.kind, file.status), (5, StoryKind::News, Status::Usable));
}

#[test]
fn headlines_have_one_role_each_and_one_line() {
    for (key, value, reason) in [
        ("headlines", r#"[{"role":"short","value":"A"},{"role":"short","value":"B"}]"#, "same role"),
        ("headlines", r#"[{"role":"seo","value":" "}]"#, "is empty"),
        ("headlines", r#"[{"role":"seo","value":"a\nb"}]"#, "more than one line"),
        ("headlines", r#"[{"role":"loud","value":"A"}]"#, "unknown variant"),
        ("sign_off", r#"[{"role":"editor","name":""}]"#, "a name is empty"),
    ] {
        let refused = refusal(&with(key, value));
        assert!(refused.contains(reason), "{key} {value}: {refused}");
    }
}

#[test]
fn copy_without_the_later_fields_has_the_hash_it_always_had() {
    let (text, _) = StoryCopy::new("politics", "A").sealed();
    assert_eq!(
        text,
        r#"{"body":{"blocks":[]},"headline":"A","kind":"news","section":"politics","urgency":5}"#
    );
}
