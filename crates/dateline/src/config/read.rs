//! Reads the file and the environment, and says where a setting is wrong.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::settings::{Config, SETTINGS};
use super::value::{Kind, Setting, SettingValue};

/// A settings file longer than this is none.
const MOST_FILE_BYTES: u64 = 1 << 20;

/// What is said to whoever wants certificates fetched from an authority.
const NO_ACME: &str = "this program fetches no certificates (ACME) itself: name the files of one as `cert` and `key` in \
                       [server.tls]; they are read again on SIGHUP, so that another program may renew them";

/// Why the settings cannot be used: everything that is wrong with them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError {
    /// At least one.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong, and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File and line, or the variable.
    pub place: String,
    /// What is wrong there.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

/// What was given for each setting, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Given {
    values: HashMap<(&'static str, &'static str), GivenValue>,
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct GivenValue {
    text: String,
    place: String,
}

impl Config {
    /// Reads the file, if it is there, and the variables given, which win.
    pub fn load(
        file: &Path,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Config, ConfigError> {
        let text = match read_file(file) {
            Ok(text) => text,
            Err(problem) => return Err(ConfigError { problems: vec![problem] }),
        };
        Config::read(file, &text, variables)
    }

    /// Reads `text` as the content of `file`, and the variables given, which win.
    pub fn read(
        file: &Path,
        text: &str,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Config, ConfigError> {
        let mut given = Given::default();
        given.add_file(&file.display().to_string(), text);
        given.add_variables(variables);
        let config = Config::take(&mut given);
        given.check_together(&config);
        if given.problems.is_empty() { Ok(config) } else { Err(ConfigError { problems: given.problems }) }
    }

    /// What holds where nothing is set.
    pub fn built_in() -> Config {
        Config::take(&mut Given::default())
    }
}

fn read_file(file: &Path) -> Result<String, Problem> {
    let problem = |reason: String| Problem { place: file.display().to_string(), reason };
    match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(problem(error.to_string())),
        Ok(found) if found.len() > MOST_FILE_BYTES => {
            return Err(problem("too long for a settings file".to_owned()));
        }
        Ok(_) => {}
    }
    std::fs::read_to_string(file).map_err(|error| problem(error.to_string()))
}

impl Given {
    /// The value of a setting: as given, or the built-in one.
    pub(super) fn take<T: SettingValue>(&mut self, section: &str, key: &str, built_in: &str) -> T {
        if let Some(value) = self.values.get(&(section, key)) {
            match T::read(&value.text) {
                Ok(read) => return read,
                Err(reason) => {
                    let place = value.place.clone();
                    self.refuse(place, format!("{section}.{key} {reason}"));
                }
            }
        }
        T::read(built_in).expect("built-in values are read by a test")
    }

    fn refuse(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.problems.push(Problem { place: place.into(), reason: reason.into() });
    }

    fn add_file(&mut self, file: &str, text: &str) {
        match DeTable::parse(text) {
            Ok(table) => self.add_table(file, text, "", table.get_ref()),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.refuse(place(file, text, at), error.message());
            }
        }
    }

    fn add_table(&mut self, file: &str, text: &str, section: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = match section {
                "" => key.get_ref().to_string(),
                section => format!("{section}.{}", key.get_ref()),
            };
            let place = place(file, text, key.span().start);
            match value.get_ref() {
                DeValue::Table(inner) if is_section(&name) => self.add_table(file, text, &name, inner),
                _ if name == "server.tls" => self.refuse(place, NO_ACME),
                _ if is_section(&name) => self.refuse(place, format!("{name} is a section: [{name}]")),
                _ if name.starts_with("server.tls.acme") => self.refuse(place, NO_ACME),
                found => match setting(&name) {
                    Some(setting) => self.add_value(setting, place, found),
                    None => self.refuse(place, unknown(&name)),
                },
            }
        }
    }

    fn add_value(&mut self, setting: &'static Setting, place: String, found: &DeValue<'_>) {
        match text_of(setting.kind, found) {
            Some(text) => {
                self.values.insert((setting.section, setting.key), GivenValue { text, place });
            }
            None => {
                let (name, kind) = (setting.name(), setting.kind.as_str());
                self.refuse(place, format!("{name} takes {kind}, and here is {}", found.type_str()));
            }
        }
    }

    fn add_variables(&mut self, variables: impl IntoIterator<Item = (String, String)>) {
        for (variable, value) in variables {
            // Others of our variables (`DATELINE_DATA`) have no section.
            let Some(rest) = variable.strip_prefix("DATELINE_").filter(|rest| rest.contains("__")) else {
                continue;
            };
            let name = rest.to_lowercase().replace("__", ".");
            if let Some(setting) = setting(&name) {
                self.values
                    .insert((setting.section, setting.key), GivenValue { text: value, place: variable });
                continue;
            }
            if name == "server.tls" || name.starts_with("server.tls.acme") {
                self.refuse(variable, NO_ACME);
                continue;
            }
            match name.strip_suffix("_file").and_then(setting).filter(|found| found.kind == Kind::Secret) {
                Some(setting) => self.add_secret_file(setting, variable, PathBuf::from(value)),
                None => self.refuse(variable, unknown(&name)),
            }
        }
    }

    fn add_secret_file(&mut self, setting: &'static Setting, variable: String, file: PathBuf) {
        match std::fs::read_to_string(&file) {
            Ok(text) => {
                let text = text.trim_end_matches(['\n', '\r']).to_owned();
                self.values.insert((setting.section, setting.key), GivenValue { text, place: variable });
            }
            Err(error) => self.refuse(variable, format!("reading {}: {error}", file.display())),
        }
    }

    /// What no single setting can say.
    fn check_together(&mut self, config: &Config) {
        if config.tls.cert.is_some() != config.tls.key.is_some() {
            self.refuse("server.tls", "needs both `cert` and `key`, or neither");
        }
        let on_postgres = config.database.url.reveal().starts_with("postgres");
        if config.bus.url == super::BusKind::Postgres && !on_postgres {
            self.refuse("bus.url", "is `postgres`, which needs a PostgreSQL database in `database.url`");
        }
    }
}

fn is_section(name: &str) -> bool {
    SETTINGS.iter().any(|setting| setting.section == name)
}

fn setting(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name() == name)
}

/// A value of the file as the environment would write it; `None` where the file holds another kind.
fn text_of(kind: Kind, value: &DeValue<'_>) -> Option<String> {
    match (kind, value) {
        (Kind::Text | Kind::Secret | Kind::Size, DeValue::String(text)) => Some(text.to_string()),
        (Kind::Number | Kind::Size, DeValue::Integer(number)) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number.to_string())
        }
        (Kind::YesNo, DeValue::Boolean(choice)) => Some(choice.to_string()),
        (Kind::List, DeValue::Array(items)) => {
            let texts: Option<Vec<&str>> = items
                .iter()
                .map(|item| match item.get_ref() {
                    DeValue::String(text) if !text.contains(',') => Some(text.as_ref()),
                    _ => None,
                })
                .collect();
            texts.map(|texts| texts.join(","))
        }
        _ => None,
    }
}

/// Says that a name is unknown, and which known one is nearest.
fn unknown(name: &str) -> String {
    let sections = SETTINGS.iter().map(|setting| setting.section.to_owned());
    let names = SETTINGS.iter().map(Setting::name);
    let nearest = names
        .chain(sections)
        .map(|known| (strsim::damerau_levenshtein(name, &known), known))
        .min_by_key(|(distance, _)| *distance);
    let shown: String = name.chars().take(80).collect();
    match nearest {
        Some((_, known)) => format!("unknown setting `{shown}`; the nearest known one is `{known}`"),
        None => format!("unknown setting `{shown}`"),
    }
}

fn place(file: &str, text: &str, at: usize) -> String {
    let line = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    format!("{file}:{line}")
}
