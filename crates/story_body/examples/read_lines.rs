//! Reads what another program made, line by line, and answers each line with what this crate makes of it.
//!
//! `read_lines schema` prints the JSON Schema. `read_lines bodies`, `links` or `embeds` read one JSON value a line from
//! standard input (a body; an address as a string) and write one a line: `{"ok": …}` with the value as this crate writes
//! it, `null` for an address of no provider, or `{"refused": "why"}`. The newsroom's editor is checked against it.

use std::io::{BufRead, Write, stdin, stdout};

use serde_json::{Value, json};
use story_body::embed::Embed;
use story_body::{Body, Link};

fn main() -> std::io::Result<()> {
    let answer: fn(&str) -> Value = match std::env::args().nth(1).as_deref() {
        Some("schema") => return writeln!(stdout(), "{}", story_body::json_schema()),
        Some("bodies") => |line| answered(Body::from_json(line).map(|body| body.to_json())),
        Some("links") => |line| {
            answered(typed(line).and_then(|raw| Link::parse(&raw).map_err(|e| e.to_string())).map(quoted))
        },
        Some("embeds") => |line| {
            answered(typed(line).map(|raw| match Embed::from_url(&raw) {
                Some(embed) => json!({"provider": embed.provider.key(), "item": embed.item.as_str(), "url": embed.url()})
                    .to_string(),
                None => "null".to_owned(),
            }))
        },
        _ => {
            eprintln!("usage: read_lines schema|bodies|links|embeds");
            std::process::exit(2);
        }
    };
    let mut out = std::io::BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        writeln!(out, "{}", answer(&line?))?;
    }
    out.flush()
}

/// The JSON this crate wrote, or its refusal.
fn answered<E: ToString>(read: Result<String, E>) -> Value {
    match read {
        Ok(json) => json!({"ok": serde_json::from_str::<Value>(&json).expect("this crate writes JSON")}),
        Err(refusal) => json!({"refused": refusal.to_string()}),
    }
}

fn typed(line: &str) -> Result<String, String> {
    serde_json::from_str(line).map_err(|e| e.to_string())
}

fn quoted(link: Link) -> String {
    json!(link.as_str()).to_string()
}
