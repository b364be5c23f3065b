//! Settings from `dateline.toml` and the environment.
//!
//! Owns the list of settings ([`SETTINGS`]), how each is written, and where a wrong one is pointed out. A setting
//! stands in the file as a key of its section, or in the environment as `DATELINE_<SECTION>__<KEY>`, which wins;
//! a secret may also be named by `DATELINE_<SECTION>__<KEY>_FILE`, a file that holds it. Unknown names are errors.
//!
//! Not here: what belongs to the agency (texts, patterns, sections), which is kept in the database.

mod network;
mod read;
mod reference;
mod settings;
#[cfg(test)]
mod tests;
mod value;

pub use network::Network;
pub use read::{ConfigError, Problem};
pub use reference::reference;
pub use settings::{
    Api, Blob, BusSettings, Cache, Config, Database, LogSettings, MailSettings, SETTINGS, Server,
    SiteSettings, Tls,
};
pub use value::{
    BusKind, ByteCount, Kind, ListenAddr, LogFormat, Origin, PurgeMethod, Secret, Setting, SettingValue,
    WebAddress,
};

/// The file's name in a data folder.
pub const FILE_NAME: &str = "dateline.toml";
