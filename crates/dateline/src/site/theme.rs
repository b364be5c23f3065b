//! The theme: templates and styles, built in and overridden one by one from a folder beside the data.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior};
use parking_lot::{Mutex, RwLock};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::style;

/// Work a page may cost: about that many steps of a template.
const FUEL: u64 = 2_000_000;

/// Largest file of a theme folder that is read, in bytes.
const LARGEST: u64 = 512 * 1024;

#[derive(RustEmbed)]
#[folder = "themes/default/"]
#[include = "*.html"]
#[include = "css/*.css"]
#[exclude = "newsroom/*"]
struct BuiltIn;

/// Source of templates and styles; clones are handles to the same theme.
#[derive(Clone)]
pub struct Theme(Arc<Inner>);

struct Inner {
    folder: Option<PathBuf>,
    loaded: RwLock<Arc<Loaded>>,
    /// What the folder held when it was last read, and the last good text of each override.
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    files: BTreeMap<String, SystemTime>,
    good: BTreeMap<String, String>,
}

struct Loaded {
    templates: Environment<'static>,
    style: String,
    style_hash: String,
}

/// What is wrong with a file of the theme.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("theme file {file}{}: {reason}", line.map(|line| format!(" line {line}")).unwrap_or_default())]
pub struct ThemeFault {
    /// Its name in the theme folder.
    pub file: String,
    /// The line at fault, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub reason: String,
}

impl From<minijinja::Error> for ThemeFault {
    fn from(error: minijinja::Error) -> ThemeFault {
        ThemeFault {
            file: error.name().unwrap_or("(unknown)").to_owned(),
            line: error.line(),
            reason: error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
        }
    }
}

impl Theme {
    /// The theme that comes with the program.
    pub fn built_in() -> Theme {
        let loaded =
            Loaded::from_sources(&BTreeMap::new()).expect("the built-in theme is good, which a test proves");
        Theme(Arc::new(Inner { folder: None, loaded: RwLock::new(Arc::new(loaded)), seen: Mutex::default() }))
    }

    /// The theme with the overrides of `folder`, which need not exist. Broken overrides are left out and told.
    pub fn open(folder: PathBuf) -> (Theme, Vec<ThemeFault>) {
        let Theme(built_in) = Theme::built_in();
        let loaded = built_in.loaded.read().clone();
        let inner = Inner { folder: Some(folder), loaded: RwLock::new(loaded), seen: Mutex::default() };
        let theme = Theme(Arc::new(inner));
        let faults = theme.reload();
        (theme, faults)
    }

    /// Reads the folder again. A broken override is told with file and line, and what stood in its place stays.
    pub fn reload(&self) -> Vec<ThemeFault> {
        let Some(folder) = &self.0.folder else { return Vec::new() };
        let mut seen = self.0.seen.lock();
        let mut faults = Vec::new();
        let (files, mut wanted) = read_folder(folder, &mut faults);
        seen.files = files;
        let loaded = loop {
            match Loaded::from_sources(&wanted) {
                Ok(loaded) => break loaded,
                Err(fault) => {
                    // The last good text where there is one that differs, else the built-in one.
                    let good =
                        seen.good.get(&fault.file).filter(|good| wanted.get(&fault.file) != Some(good));
                    match good.cloned() {
                        Some(good) => wanted.insert(fault.file.clone(), good),
                        None => wanted.remove(&fault.file),
                    };
                    faults.push(fault);
                }
            }
            if faults.len() > 200 {
                wanted.clear();
            }
        };
        seen.good = wanted;
        *self.0.loaded.write() = Arc::new(loaded);
        faults
    }

    /// Reads the folder again if a file in it has come, gone or changed; `None` where nothing has.
    pub fn reload_if_changed(&self) -> Option<Vec<ThemeFault>> {
        let folder = self.0.folder.as_ref()?;
        let files = modified(folder);
        if self.0.seen.lock().files == files {
            return None;
        }
        Some(self.reload())
    }

    /// Fills a template. `style` is there for every one.
    pub fn render(&self, template: &str, values: Value) -> Result<Filled, ThemeFault> {
        let loaded = self.0.loaded.read().clone();
        let html = loaded.render(template, values)?;
        let style_hashes = loaded.style_hashes(&html);
        Ok(Filled { html, style_hashes })
    }
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("folder", &self.0.folder).finish()
    }
}

/// A filled template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The page.
    pub html: String,
    /// Sources for `style-src`, one for each style element in the page.
    pub style_hashes: Vec<String>,
}

impl Loaded {
    fn from_sources(overrides: &BTreeMap<String, String>) -> Result<Loaded, ThemeFault> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_fuel(Some(FUEL));
        templates.set_debug(false);
        templates.set_formatter(write_value);
        templates.set_syntax(
            minijinja::syntax::SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .build()
                .expect("the usual delimiters do not clash"),
        );
        let mut sheets = BTreeMap::new();
        for name in BuiltIn::iter() {
            sheets.insert(name.to_string(), built_in(&name));
        }
        sheets.extend(overrides.iter().map(|(name, text)| (name.clone(), text.clone())));
        for (name, source) in sheets.iter().filter(|(name, _)| name.ends_with(".html")) {
            templates.add_template_owned(name.clone(), unindented(source))?;
        }
        let style = style::sheet(&sheets)?;
        templates.add_global("style", Value::from_safe_string(style.clone()));
        let loaded = Loaded { templates, style_hash: hash(&style), style };
        if !overrides.is_empty() {
            super::sample::every_template(|template, values| loaded.render(template, values).map(drop))?;
        }
        Ok(loaded)
    }

    fn render(&self, template: &str, values: Value) -> Result<String, ThemeFault> {
        Ok(self.templates.get_template(template)?.render(values)?)
    }

    /// The hashes are of what the page really says, so that a theme may have styles of its own.
    fn style_hashes(&self, html: &str) -> Vec<String> {
        let mut hashes = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find("<style") {
            let Some(open) = rest[start..].find('>') else { break };
            let content = &rest[start + open + 1..];
            let Some(end) = content.find("</style") else { break };
            let found = match &content[..end] {
                known if known == self.style => self.style_hash.clone(),
                own => hash(own),
            };
            hashes.push(found);
            rest = &content[end..];
        }
        hashes
    }
}

fn hash(style: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style.as_bytes())))
}

fn built_in(name: &str) -> String {
    let file = BuiltIn::get(name).expect("a listed file is there");
    String::from_utf8_lossy(&file.data).into_owned()
}

/// Indentation helps whoever writes a template and costs whoever reads the page; lines stay, for messages.
fn unindented(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    for line in source.lines() {
        text.push_str(line.trim());
        text.push('\n');
    }
    text
}

/// Writes a value as HTML, with no more escapes than HTML needs.
fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    let text = match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => text,
        _ => return minijinja::escape_formatter(out, state, value),
    };
    let mut plain = 0;
    for (place, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.write_str(&text[plain..place])?;
        out.write_str(escape)?;
        plain = place + 1;
    }
    out.write_str(&text[plain..])?;
    Ok(())
}

fn is_of_a_theme(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    match parts[..] {
        [file] => file.ends_with(".html"),
        ["css", file] => file.ends_with(".css"),
        _ => false,
    }
}

/// Names in the folder with the times they changed.
fn modified(folder: &Path) -> BTreeMap<String, SystemTime> {
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", folder.to_owned()), ("css/", folder.join("css"))] {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if let (true, Ok(about)) = (is_of_a_theme(&name), entry.metadata()) {
                files.insert(name, about.modified().unwrap_or(SystemTime::UNIX_EPOCH));
            }
        }
    }
    files
}

fn read_folder(
    folder: &Path,
    faults: &mut Vec<ThemeFault>,
) -> (BTreeMap<String, SystemTime>, BTreeMap<String, String>) {
    let files = modified(folder);
    let mut texts = BTreeMap::new();
    for name in files.keys() {
        let path = folder.join(name);
        let fault = |reason: String| ThemeFault { file: name.clone(), line: None, reason };
        match std::fs::metadata(&path) {
            Ok(about) if about.len() > LARGEST => {
                faults.push(fault(format!("is larger than {LARGEST} bytes")));
                continue;
            }
            _ => {}
        }
        match std::fs::read_to_string(&path) {
            Ok(text) => drop(texts.insert(name.clone(), text)),
            Err(error) => faults.push(fault(error.to_string())),
        }
    }
    (files, texts)
}
