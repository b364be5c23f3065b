//! How a setting's value is written.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use http::{HeaderName, HeaderValue};
use url::Url;

/// One setting of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its section; parts joined by a dot.
    pub section: &'static str,
    /// Its key in the section.
    pub key: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// What holds where nothing is set; empty for none.
    pub built_in: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

impl Setting {
    /// Its full name: `server.listen`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.section, self.key)
    }

    /// Its variable in the environment: `DATELINE_SERVER__LISTEN`.
    pub fn variable(&self) -> String {
        format!("DATELINE_{}", self.name().replace('.', "__").to_uppercase())
    }
}

/// What kind of value a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Text that logs and errors never show.
    Secret,
    /// A whole number.
    Number,
    /// A number of bytes, with or without a unit.
    Size,
    /// `true` or `false`.
    YesNo,
    /// Several texts: a list in the file, parted by commas in the environment.
    List,
}

impl Kind {
    /// The word of the reference and of errors.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Secret => "secret text",
            Kind::Number => "a number",
            Kind::Size => "a size",
            Kind::YesNo => "true or false",
            Kind::List => "a list",
        }
    }
}

/// A type that a setting may have.
pub trait SettingValue: Sized {
    /// What the file must hold.
    const KIND: Kind;

    /// Reads the value as the environment writes it. The error says what it should be, and never repeats it.
    fn read(text: &str) -> Result<Self, String>;
}

impl<T: SettingValue> SettingValue for Option<T> {
    const KIND: Kind = T::KIND;

    fn read(text: &str) -> Result<Self, String> {
        if text.is_empty() { Ok(None) } else { T::read(text).map(Some) }
    }
}

impl<T: SettingValue> SettingValue for Vec<T> {
    const KIND: Kind = Kind::List;

    fn read(text: &str) -> Result<Self, String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(T::read).collect()
    }
}

impl SettingValue for String {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }
}

impl SettingValue for PathBuf {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        Ok(PathBuf::from(text))
    }
}

impl SettingValue for u32 {
    const KIND: Kind = Kind::Number;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("is a whole number from 0 to {}", u32::MAX))
    }
}

impl SettingValue for bool {
    const KIND: Kind = Kind::YesNo;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "is true or false".to_owned())
    }
}

/// Text that never appears in a log: it may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl SettingValue for Secret {
    const KIND: Kind = Kind::Secret;

    fn read(text: &str) -> Result<Self, String> {
        if text.is_empty() { Err("is not empty".to_owned()) } else { Ok(Secret(text.to_owned())) }
    }
}

/// Address and port to listen on: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, `:8080` (every address) or
/// `8080` (this machine).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListenAddr(String);

impl ListenAddr {
    /// Host and port.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ListenAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ListenAddr {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (host, port) = text.rsplit_once(':').unwrap_or(("127.0.0.1", text));
        let host = if host.is_empty() { "0.0.0.0" } else { host };
        match port.parse::<u16>() {
            Ok(port) => Ok(ListenAddr(format!("{host}:{port}"))),
            Err(_) => Err("is an address and a port, as in 127.0.0.1:8080".to_owned()),
        }
    }
}

impl SettingValue for ListenAddr {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        text.parse()
    }
}

/// Scheme and host of a site, without a slash at the end: `https://agency.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is encrypted.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl SettingValue for Origin {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        let wrong = || "is a scheme and a host, as in https://agency.example".to_owned();
        let url = Url::parse(text).map_err(|_| wrong())?;
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() || !bare || url.username() != "" {
            return Err(wrong());
        }
        Ok(Origin(text.trim_end_matches('/').to_owned()))
    }
}

/// An `http` or `https` address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(Url);

impl WebAddress {
    /// The address.
    pub fn url(&self) -> &Url {
        &self.0
    }
}

impl SettingValue for WebAddress {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        match Url::parse(text) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(WebAddress(url)),
            _ => Err("is an http or https address".to_owned()),
        }
    }
}

/// A header for requests the program makes; its value is a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct HeaderLine {
    /// Its name.
    pub name: HeaderName,
    /// Its value, marked as sensitive.
    pub value: HeaderValue,
}

impl fmt::Debug for HeaderLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HeaderLine({}: …)", self.name)
    }
}

impl SettingValue for HeaderLine {
    const KIND: Kind = Kind::Secret;

    fn read(text: &str) -> Result<Self, String> {
        let wrong = || "is a header, as in Authorization: Bearer …".to_owned();
        let (name, value) = text.split_once(':').ok_or_else(wrong)?;
        let name = name.trim().parse().map_err(|_| wrong())?;
        let mut value = HeaderValue::from_str(value.trim()).map_err(|_| wrong())?;
        value.set_sensitive(true);
        Ok(HeaderLine { name, value })
    }
}

/// A number of bytes, written plainly or with a unit: `134217728`, `128 MiB`, `1 GB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ByteCount(pub u64);

impl SettingValue for ByteCount {
    const KIND: Kind = Kind::Size;

    fn read(text: &str) -> Result<Self, String> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, unit) = text.split_at(digits);
        let factor = match unit.trim() {
            "" | "B" => Some(1),
            "kB" | "KB" => Some(1_000),
            "KiB" => Some(1 << 10),
            "MB" => Some(1_000_000),
            "MiB" => Some(1 << 20),
            "GB" => Some(1_000_000_000),
            "GiB" => Some(1 << 30),
            _ => None,
        };
        let bytes =
            number.parse::<u64>().ok().zip(factor).and_then(|(number, factor)| number.checked_mul(factor));
        bytes.map(ByteCount).ok_or_else(|| "is a number of bytes, as in 134217728 or 128 MiB".to_owned())
    }
}

macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* } or $else:literal) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl SettingValue for $name {
            const KIND: Kind = Kind::Text;

            fn read(text: &str) -> Result<Self, String> {
                match text {
                    $($word => Ok($name::$variant),)*
                    _ => Err($else.to_owned()),
                }
            }
        }
    };
}

choice!(
    /// How a cache in front of the server is told what to forget.
    PurgeMethod {
        /// A plain POST.
        Post = "POST",
        /// Varnish, Fastly.
        Purge = "PURGE",
        /// Varnish.
        Ban = "BAN",
    } or "is POST, PURGE or BAN"
);
choice!(
    /// How log lines are written.
    LogFormat {
        /// For people.
        Text = "text",
        /// One JSON object a line.
        Json = "json",
    } or "is text or json"
);

/// What wakes followers on other nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusKind {
    /// Processes on one machine.
    Local,
    /// PostgreSQL's notifications.
    Postgres,
}

impl SettingValue for BusKind {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        match text {
            "local" => Ok(BusKind::Local),
            "postgres" => Ok(BusKind::Postgres),
            nats if nats.starts_with("nats:") || nats.starts_with("nats+") => Err(
                "names a NATS server, and this program is built without NATS: use `postgres`, which wakes \
                     every node that shares the database"
                    .to_owned(),
            ),
            _ => Err("is local or postgres".to_owned()),
        }
    }
}
