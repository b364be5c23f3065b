//! Every setting: its section, key, type, built-in value and meaning, once.

use std::path::PathBuf;

use super::network::Network;
use super::read::Given;
use super::value::{
    BusKind, ByteCount, HeaderLine, ListenAddr, LogFormat, Origin, PurgeMethod, Secret, Setting,
    SettingValue, WebAddress,
};

/// Makes a struct for each section, [`Config`] of them all, and the table [`SETTINGS`]. The built-in value is
/// written as in the environment; nothing stands for "none".
macro_rules! settings {
    ($(
        $(#[doc = $about:literal])*
        $field:ident: $section:ident = $name:literal {
            $( $(#[doc = $doc:literal])* $key:ident: $ty:ty = $built_in:literal; )*
        }
    )*) => {
        $(
            $(#[doc = $about])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $section { $( $(#[doc = $doc])* pub $key: $ty, )* }
        )*

        /// All settings of an installation.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Config {
            $( $(#[doc = $about])* pub $field: $section, )*
        }

        /// Every setting there is, in the order of the reference.
        pub const SETTINGS: &[Setting] = &[ $($(
            Setting {
                section: $name,
                key: stringify!($key),
                kind: <$ty as SettingValue>::KIND,
                built_in: $built_in,
                meaning: concat!($($doc),*),
            },
        )*)* ];

        impl Config {
            /// Takes each setting from what was given, or its built-in value; problems stay with `given`.
            pub(super) fn take(given: &mut Given) -> Config {
                Config { $( $field: $section { $( $key: given.take($name, stringify!($key), $built_in), )* }, )* }
            }
        }
    };
}

settings! {
    /// Where everything but pictures is kept.
    database: Database = "database" {
        /// `sqlite:FILE`, beside the data folder's other files, or `postgres://USER:PASSWORD@HOST/NAME`.
        url: Secret = "sqlite:dateline.db";
    }
    /// Where the bytes of pictures, video and audio are kept.
    blob: Blob = "blob" {
        /// `file:DIR`, in the data folder, or `s3://BUCKET[/PREFIX]?endpoint=…&region=…`.
        url: Secret = "file:media";
    }
    /// What wakes the followers of the log on other nodes sooner.
    bus: BusSettings = "bus" {
        /// `local` for processes on one machine, `postgres` for nodes that share a PostgreSQL database.
        url: BusKind = "local";
    }
    /// How the site is reached.
    server: Server = "server" {
        /// Address and port of the site.
        listen: ListenAddr = "127.0.0.1:8080";
        /// Address and port that give metrics to anyone who reaches them; without it they are given to this machine only.
        admin_listen: Option<ListenAddr> = "";
        /// Scheme and host of the public site, where it is not the agency's own origin.
        origin: Option<Origin> = "";
        /// Addresses or networks of proxies whose `Forwarded` and `X-Forwarded-…` fields are believed.
        trusted_proxies: Vec<Network> = "";
        /// Seconds that requests in flight may take to finish when the server stops.
        grace_seconds: u32 = "10";
    }
    /// HTTPS by the program itself; both files or neither. They are read again on SIGHUP, so that another program may renew them.
    tls: Tls = "server.tls" {
        /// The certificate and its chain, PEM.
        cert: Option<PathBuf> = "";
        /// The certificate's key, PEM.
        key: Option<PathBuf> = "";
    }
    /// Finished pages in memory, and in front of the server.
    cache: Cache = "cache" {
        /// Memory for finished pages.
        bytes: ByteCount = "128 MiB";
        /// Address that is told the names of what has changed, for a CDN; it also makes public answers carry `Surrogate-Key` and `Cache-Tag`.
        purge_url: Option<WebAddress> = "";
        /// How it is told: `POST`, `PURGE` or `BAN`.
        purge_method: PurgeMethod = "POST";
        /// Header that proves who tells it, as in `Authorization: Bearer …`.
        purge_header: Option<HeaderLine> = "";
    }
    /// Outgoing mail.
    mail: MailSettings = "mail" {
        /// `smtp://USER:PASSWORD@HOST`, `smtps://…`, or `file:DIR` in the data folder: messages as files.
        url: Secret = "file:outbox";
        /// Sender of the program's messages.
        from: Option<String> = "";
    }
    /// What the public site shows.
    site: SiteSettings = "site" {
        /// Whether pictures are also made as AVIF, which costs much computing time.
        avif: bool = "false";
        /// Folder whose templates stand in for the built-in ones, in the data folder.
        theme: PathBuf = "theme";
    }
    /// Limits of the API.
    api: Api = "api" {
        /// Requests a minute that one token may make; no limit where it is not set.
        requests_per_minute: Option<u32> = "";
    }
    /// What the program says while it runs, on standard error.
    log: LogSettings = "log" {
        /// `error`, `warn`, `info`, `debug` or `trace`, or a filter such as `info,sqlx=warn`.
        level: String = "info";
        /// `text` for people, `json` for machines.
        format: LogFormat = "text";
    }
}
