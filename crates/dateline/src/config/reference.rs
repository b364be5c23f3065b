//! The table of all settings, as `docs/operating/settings.md` shows it.

use std::fmt::Write;

use super::settings::SETTINGS;
use super::value::{Kind, Setting};

const OPENING: &str = "# Settings

Settings stand in `dateline.toml` in the data folder (or in the file `--config` names). Each may be set, or overruled,
by its variable in the environment; a secret also by a variable ending in `_FILE` that names a file holding it. Lists
are parted by commas in the environment. An unknown name is an error, with file, line and the nearest known name.
Paths are relative to the data folder. What belongs to the agency itself (its name, editions, sections, texts and
patterns) is kept in the database: see `dateline apply`.

";

/// The reference, in Markdown.
pub fn reference() -> String {
    let mut page = OPENING.to_owned();
    let mut section = "";
    for setting in SETTINGS {
        if setting.section != section {
            section = setting.section;
            let _ = write!(page, "{}## `[{section}]`\n\n", if page.ends_with("\n\n") { "" } else { "\n" });
            page.push_str("| key | takes | built in | variable | |\n|---|---|---|---|---|\n");
        }
        row(&mut page, setting);
    }
    page
}

fn row(page: &mut String, setting: &Setting) {
    let built_in = match setting.built_in {
        "" => "none".to_owned(),
        value => format!("`{value}`"),
    };
    let file = if setting.kind == Kind::Secret { ", `…_FILE`" } else { "" };
    let _ = writeln!(
        page,
        "| `{}` | {} | {built_in} | `{}`{file} | {} |",
        setting.key,
        setting.kind.as_str(),
        setting.variable(),
        setting.meaning.trim(),
    );
}
