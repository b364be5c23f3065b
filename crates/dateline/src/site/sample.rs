//! Values for every template, with every field filled: an override is tried with them before readers see it.

use minijinja::Value;
use minijinja::value::Serde;
use serde_json::{Value as Json, json};

use super::face::Face;
use super::theme::ThemeFault;
use crate::edition::{Agency, Edition, EditionSection, Section};

/// Every template that is a page.
pub(super) const TEMPLATES: [&str; 11] = [
    "front_page.html",
    "story_page.html",
    "section_page.html",
    "topic_page.html",
    "author_page.html",
    "day_page.html",
    "month_page.html",
    "corrections_page.html",
    "history_page.html",
    "withdrawn_page.html",
    "error_page.html",
];

/// Fills every template; the first that cannot be filled is told.
pub(super) fn every_template(
    mut fill: impl FnMut(&str, Value) -> Result<(), ThemeFault>,
) -> Result<(), ThemeFault> {
    let face = Face::sample();
    for template in
        TEMPLATES.iter().copied().chain(["feedback_page.html", "report_page.html", "report_status_page.html"])
    {
        fill(template, values(template, &face))?;
    }
    // Pages with forms say one of several things.
    for (template, other) in [
        ("feedback_page.html", json!({"taken": null})),
        ("feedback_page.html", json!({"taken": null, "form": null})),
        ("report_page.html", json!({"answer": null})),
        ("report_page.html", json!({"answer": null, "form": null})),
        ("report_status_page.html", json!({"confirm": null})),
    ] {
        let page = minijinja::value::merge_maps([Value::from(Serde(other)), values(template, &face)]);
        fill(template, page)?;
    }
    Ok(())
}

fn values(template: &str, face: &Face) -> Value {
    let (own, framing) = (own(template), framing());
    minijinja::value::merge_maps([face.frame(), Value::from(Serde(own)), Value::from(Serde(framing))])
}

fn framing() -> Json {
    json!({
        "head": {
            "title": "Title", "share_title": "Title", "description": "Words", "indexed": true,
            "canonical": "https://arna.example/en/politics/story-1", "path": "/en/politics/story-1",
            "kind": "article", "image": {"address": "https://arna.example/media/a/card.jpg", "alt": "Words"},
            "properties": [{"name": "article:published_time", "content": "2026-06-01T11:20:00+04:00"}],
            "alternates": [{"tag": "az", "href": "https://arna.example/az/siyaset/xeber-2"}],
            "links": [{"kind": "application/rss+xml", "title": "News", "href": "/en/feed.xml"}],
            "scripts": ["/assets/0/story-page.js"], "json_ld": "{}",
        },
        "here": "politics",
        "languages": [language(true), language(false)],
    })
}

fn language(current: bool) -> Json {
    json!({"tag": "az", "dir": "ltr", "name": "Azərbaycanca", "href": "/az", "current": current})
}

fn moment() -> Json {
    json!({"iso": "2026-06-01T11:20:00+04:00", "text": "1 June 2026, 11:20", "clock": "11:20"})
}

fn picture() -> Json {
    json!({
        "src": "/media/a/960.jpg", "srcset_jpeg": "/media/a/960.jpg 960w",
        "srcset_webp": "/media/a/960.webp 960w", "srcset_avif": "/media/a/960.avif 960w",
        "width": 1600, "height": 1000, "focus": [0.5, 0.5], "thumb": "/media/a/thumb.jpg",
        "card": "/media/a/card.jpg", "alt": "Words", "caption": "Words", "credit": "ARNA",
    })
}

fn section() -> Json {
    json!({"key": "politics", "name": "Politics", "href": "/en/politics"})
}

fn card() -> Json {
    json!({
        "headline": "Headline", "href": "/en/politics/story-1", "summary": "Words", "kind": "Interview",
        "section": section(), "time": moment(), "picture": picture(), "urgency": 1, "hot": true,
    })
}

fn link() -> Json {
    json!({"name": "Name", "href": "/en"})
}

fn headline() -> Json {
    json!({"headline": "Headline", "href": "/en/politics/story-1", "tag": "en", "dir": "ltr"})
}

fn pager() -> Json {
    json!({"newest": "/en/politics", "older": "/en/politics?before=1-1"})
}

/// What a page gives its template beside the frame.
pub(super) fn own(template: &str) -> Json {
    let mut own = match template {
        "front_page.html" => json!({
            "today": "Monday 1 June 2026", "breaking": card(), "lead": card(), "tops": [card()],
            "days": [
                {"name": "1 June 2026", "href": "/en/2026/06/01", "cards": [card()]},
                {"name": "31 May 2026", "href": "/en/2026/05/31", "cards": [card()]},
            ],
            "desks": [{"key": "politics", "name": "Politics", "href": "/en/politics", "lead": card(), "cards": [card()]}],
        }),
        "story_page.html" => json!({"story": story()}),
        "section_page.html" => {
            json!({"section": section(), "children": [section()], "cards": [card()], "pager": pager()})
        }
        "topic_page.html" => json!({"topic": "Climate", "cards": [card()], "pager": pager()}),
        "author_page.html" => json!({"author": "Lea Morin", "cards": [card()], "pager": pager()}),
        "day_page.html" => json!({
            "day": "1 June 2026", "cards": [card()], "pager": pager(), "previous": link(), "next": link(),
            "calendar": calendar(),
        }),
        "month_page.html" => json!({
            "calendar": calendar(), "empty": true, "previous": link(), "next": link(),
        }),
        "corrections_page.html" => json!({
            "corrections": [{"headline": "Headline", "href": "/en/a/b-1", "note": "Words", "time": moment()}],
            "pager": pager(),
        }),
        "history_page.html" => json!({
            "headline": "Headline", "story": "/en/a/b-1",
            "versions": [{
                "version": 2, "act": "Corrected", "time": moment(), "note": "Words", "headline": "Headline",
                "summary": "Words", "body": "<p>Words</p>", "unchanged": true, "since": 1,
            }],
        }),
        "withdrawn_page.html" => json!({
            "notice": {
                "title": "Withdrawn", "text": "Words", "headline": "Headline", "reason": "Words",
                "time": moment(), "substitute": headline(),
            },
        }),
        "error_page.html" => json!({"error": {"title": "Not found", "text": "Words"}}),
        "report_page.html" => json!({
            "title": "Report a mistake", "story": headline(), "form": report_form(),
            "answer": {
                "said": "Words", "reference": "M-7K3Q", "status": "/en/feedback/a", "before": "53", "after": "35",
                "mail": true,
            },
        }),
        "report_status_page.html" => json!({
            "title": "Your report", "confirm": "/en/feedback/confirm/a",
            "report": {
                "said": "Words", "reference": "M-7K3Q", "story": headline(), "marked": "53", "suggestion": "35",
                "before": "53", "after": "35", "reason": "Words", "time": moment(), "settled": moment(),
                "told": true,
            },
        }),
        _ => json!({"title": "Feedback", "form": feedback_form(), "taken": "F-7K3Q2M"}),
    };
    if template != "front_page.html" && template != "error_page.html" {
        own["trail"] = json!([link(), link()]);
    }
    own
}

fn feedback_form() -> Json {
    let field = json!({"value": "Words", "fault": "Words"});
    json!({
        "action": "/en/feedback", "subject": field, "name": field, "email": field, "message": field,
        "captcha": captcha(),
        "problem": "Words",
    })
}

fn report_form() -> Json {
    let field = json!({"value": "Words", "fault": "Words"});
    json!({
        "action": "/en/a/b-1/report", "version": 1, "passages": "[]", "marked": "53",
        "blocks": [{"id": "p1", "text": "Words", "chosen": true}], "which": "Words", "suggestion": field,
        "kinds": [{"value": "slip", "name": "A slip", "chosen": true}], "kind_fault": "Words", "word": field,
        "email": field, "captcha": captcha(), "problem": "Words",
    })
}

fn captcha() -> Json {
    json!({
        "token": "AQ", "letters": true, "typed": "ABE", "fault": "Words", "challenge": "00", "bits": 14,
        "needs_script": true,
    })
}

fn calendar() -> Json {
    let day = json!({
        "number": "1", "href": "/en/2026/06/01", "current": true, "count": "12", "stories": "12 stories",
    });
    json!({"month": "June 2026", "href": "/en/2026/06", "weekdays": ["Mon"], "weeks": [[null, day]]})
}

fn story() -> Json {
    json!({
        "number": 1, "version": 2, "section": section(), "kind": "Interview", "headline": "Headline",
        "time": moment(), "day": "/en/2026/06/01", "updated": "Updated", "by": "By Lea Morin", "continues": headline(),
        "earlier": headline(), "related": [headline()], "sign_off": ["Words"], "behind": headline(), "summary": "Words", "lead": picture(),
        "dateline": "Selmar, June 1, ARNA", "body": "<p>Words</p>", "pictures": [picture()],
        "corrections": [{"version": 2, "time": moment(), "note": "Words"}], "usage_terms": "Words",
        "history": "/en/a/b-1/history", "report": "/en/a/b-1/report", "topics": [link()],
        "others": [{"headline": "Headline", "href": "/en/a/b-1", "time": moment()}],
        "translations": [language(false)],
    })
}

impl Face {
    /// The face of an edition nobody reads.
    fn sample() -> Face {
        let language = crate::lang::Language::ENGLISH;
        let mut edition = Edition::usual(language, "ARNA");
        let section = EditionSection { slug: "politics".to_owned(), name: "Politics".to_owned() };
        edition.sections.insert("politics".to_owned(), section);
        let agency = Agency {
            revision: 0,
            name: "ARNA".to_owned(),
            origin: "https://arna.example".to_owned(),
            time_zone: jiff::tz::TimeZone::UTC,
            default_language: language,
            captcha: String::new(),
            alone_after: None,
            license: None,
            acquire_license: None,
            sections: vec![Section { key: "politics".to_owned(), parent: None }],
            editions: Vec::new(),
            merged: Default::default(),
            places: crate::place::Places::built_in(),
        };
        Face::new(&agency, &edition)
    }
}

/// Holds what a page really gives against the sample: every field of it must be there.
#[cfg(test)]
pub(super) fn covers(template: &str, given: &Json) {
    fn inside(sample: &Json, given: &Json, at: &str) {
        match (sample, given) {
            (Json::Object(sample), Json::Object(given)) => {
                for (key, value) in given {
                    let known = sample.get(key);
                    assert!(known.is_some(), "{at}.{key} is not in the sample");
                    inside(&sample[key], value, &format!("{at}.{key}"));
                }
            }
            (Json::Array(sample), Json::Array(given)) => {
                let some = sample.iter().rfind(|item| !item.is_null());
                given.iter().for_each(|value| inside(some.unwrap_or(&Json::Null), value, at));
            }
            _ => {}
        }
    }
    inside(&own(template), given, template);
}
