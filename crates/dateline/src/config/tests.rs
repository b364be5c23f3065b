use std::net::IpAddr;
use std::path::Path;

use super::*;

fn read(text: &str) -> Result<Config, String> {
    read_with(text, &[])
}

fn read_with(text: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
    let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::read(Path::new("dateline.toml"), text, variables).map_err(|error| error.to_string())
}

#[test]
fn built_in_values_are_readable() {
    let config = Config::built_in();
    assert_eq!(config.database.url.reveal(), "sqlite:dateline.db");
    assert_eq!(config.server.listen.as_str(), "127.0.0.1:8080");
    assert_eq!(config.cache.bytes, ByteCount(134_217_728));
    assert_eq!(read("").as_ref(), Ok(&config));
}

#[test]
fn the_file_is_read() {
    let config = read(
        "[server]\nlisten = \"0.0.0.0:80\"\norigin = \"https://agency.example/\"\ntls = { cert = \"c.pem\", key = \"k.pem\" }\n\
         trusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n[cache]\nbytes = 1000\n[site]\navif = true\n",
    )
    .unwrap();
    assert_eq!(config.server.listen.as_str(), "0.0.0.0:80");
    assert_eq!(config.server.origin.unwrap().as_str(), "https://agency.example");
    assert_eq!(config.tls.cert.as_deref(), Some(Path::new("c.pem")));
    assert_eq!(config.server.trusted_proxies.len(), 2);
    assert_eq!(config.cache.bytes, ByteCount(1000));
    assert!(config.site.avif);
}

#[test]
fn a_variable_wins_over_the_file() {
    let config = read_with(
        "[server]\nlisten = \"127.0.0.1:1\"\n",
        &[
            ("DATELINE_SERVER__LISTEN", ":9000"),
            ("DATELINE_SERVER__TLS__CERT", "c"),
            ("DATELINE_SERVER__TLS__KEY", "k"),
        ],
    )
    .unwrap();
    assert_eq!(config.server.listen.as_str(), "0.0.0.0:9000");
    assert_eq!(config.tls.key.as_deref(), Some(Path::new("k")));
}

#[test]
fn a_secret_is_read_from_the_file_its_variable_names_and_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("url");
    std::fs::write(&file, "postgres://u:hush@db/news\n").unwrap();
    let config = read_with("", &[("DATELINE_DATABASE__URL_FILE", file.to_str().unwrap())]).unwrap();
    assert_eq!(config.database.url.reveal(), "postgres://u:hush@db/news");
    assert!(!format!("{config:?}").contains("hush"));
    let refusal = read_with("", &[("DATELINE_SERVER__LISTEN_FILE", "x")]).unwrap_err();
    assert!(refusal.contains("server.listen"), "{refusal}");
}

#[test]
fn an_unknown_key_is_refused_with_line_and_nearest_name() {
    let refusal =
        read("# ours\n[server]\nlisten = \"127.0.0.1:1\"\norign = \"https://a.example\"\n").unwrap_err();
    assert_eq!(
        refusal,
        "dateline.toml:4: unknown setting `server.orign`; the nearest known one is `server.origin`"
    );
    let refusal = read("[databse]\nurl = \"sqlite:x\"\n").unwrap_err();
    assert_eq!(refusal, "dateline.toml:1: unknown setting `databse`; the nearest known one is `database`");
    let refusal = read_with("", &[("DATELINE_CACHE__BYTE", "1")]).unwrap_err();
    assert_eq!(
        refusal,
        "DATELINE_CACHE__BYTE: unknown setting `cache.byte`; the nearest known one is `cache.bytes`"
    );
}

#[test]
fn every_problem_is_named_at_once() {
    let refusal =
        read("[server]\nlisten = 80\n[log]\nformat = \"some\"\n[bus]\nurl = \"nats://bus\"\n").unwrap_err();
    assert_eq!(refusal.lines().count(), 3, "{refusal}");
    assert!(refusal.contains("dateline.toml:2: server.listen takes text, and here is integer"), "{refusal}");
    assert!(refusal.contains("dateline.toml:4: log.format is text or json"), "{refusal}");
    assert!(refusal.contains("dateline.toml:6: bus.url names a NATS server"), "{refusal}");
}

#[test]
fn broken_toml_is_named_by_line() {
    let refusal = read("[server]\nlisten = \n").unwrap_err();
    assert!(refusal.starts_with("dateline.toml:2: "), "{refusal}");
}

#[test]
fn certificates_from_an_authority_are_refused_in_a_sentence() {
    for text in [
        "[server]\ntls = \"acme\"\n",
        "[server.tls]\nacme = true\n",
        "[server.tls.acme]\nemail = \"a@b.example\"\n",
    ] {
        let refusal = read(text).unwrap_err();
        assert!(refusal.contains("fetches no certificates (ACME) itself"), "{refusal}");
    }
    assert!(read_with("", &[("DATELINE_SERVER__TLS", "acme")]).unwrap_err().contains("ACME"));
}

#[test]
fn a_section_that_is_given_a_value_is_said() {
    let refusal = read("server = \"127.0.0.1:1\"\n").unwrap_err();
    assert_eq!(refusal, "dateline.toml:1: server is a section: [server]");
}

#[test]
fn settings_that_contradict_each_other_are_refused() {
    assert!(read("[bus]\nurl = \"postgres\"\n").is_err());
    assert!(read("[server.tls]\ncert = \"c\"\n").is_err());
}

#[test]
fn variables_that_are_no_settings_are_left_alone() {
    assert!(read_with("", &[("DATELINE_DATA", "x"), ("PATH", "/bin"), ("OTHER__X", "1")]).is_ok());
}

#[test]
fn networks_hold_their_addresses() {
    let network = |text| Network::read(text).unwrap();
    let address = |text: &str| text.parse::<IpAddr>().unwrap();
    assert!(network("10.0.0.0/8").contains(address("10.9.8.7")));
    assert!(network("10.0.0.0/8").contains(address("::ffff:10.1.1.1")));
    assert!(!network("10.0.0.0/8").contains(address("11.0.0.1")));
    assert!(network("0.0.0.0/0").contains(address("1.2.3.4")));
    assert!(network("::/0").contains(address("fe80::1")));
    assert!(network("fe80::/10").contains(address("fe80::1")));
    assert!(!network("::1").contains(address("::2")));
    assert!(Network::read("10.0.0.0/33").is_err());
}

#[test]
fn the_printed_reference_is_that_of_the_program() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operating/settings.md");
    if std::env::var_os("DATELINE_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, reference()).unwrap();
    }
    let printed = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        printed,
        reference(),
        "DATELINE_WRITE_DOCS=1 cargo test -p dateline printed_reference writes it anew"
    );
}
