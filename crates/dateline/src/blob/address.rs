//! The `[blob] url` setting, read.

use std::path::{Path, PathBuf};

use url::Url;

use super::BlobError;

/// Where bytes are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket of S3 or of a service that speaks its protocol.
    S3(S3Address),
}

/// A bucket and how to reach it. What is not stated here comes from the environment (`AWS_…`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct S3Address {
    pub bucket: String,
    pub prefix: String,
    pub endpoint: Option<String>,
    pub region: Option<String>,
    pub access_key_id: Option<String>,
    pub secret_access_key: Option<String>,
    pub session_token: Option<String>,
    pub virtual_hosted: Option<bool>,
}

const S3_PARAMETERS: [&str; 6] =
    ["endpoint", "region", "access_key_id", "secret_access_key", "session_token", "virtual_hosted"];

impl Address {
    /// Reads `file:DIR` (relative to `data_dir`) or `s3://BUCKET[/PREFIX]?endpoint=…&region=…`.
    pub fn parse(raw: &str, data_dir: &Path) -> Result<Address, BlobError> {
        if let Some(dir) = raw.strip_prefix("file:") {
            let dir = dir.strip_prefix("//").unwrap_or(dir);
            if dir.is_empty() {
                return Err(bad("file: needs a folder"));
            }
            return Ok(Address::Folder(data_dir.join(dir)));
        }
        if !raw.starts_with("s3://") {
            return Err(bad("it starts with neither file: nor s3://"));
        }
        let url = Url::parse(raw).map_err(|error| bad(error.to_string()))?;
        S3Address::read(&url).map(Address::S3)
    }
}

impl S3Address {
    fn read(url: &Url) -> Result<S3Address, BlobError> {
        let bucket =
            url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| bad("it names no bucket"))?;
        let mut address = S3Address {
            bucket: bucket.to_owned(),
            prefix: url.path().trim_matches('/').to_owned(),
            ..S3Address::default()
        };
        for (name, value) in url.query_pairs() {
            let value = value.into_owned();
            match name.as_ref() {
                "endpoint" => address.endpoint = Some(value),
                "region" => address.region = Some(value),
                "access_key_id" => address.access_key_id = Some(value),
                "secret_access_key" => address.secret_access_key = Some(value),
                "session_token" => address.session_token = Some(value),
                "virtual_hosted" => address.virtual_hosted = Some(read_choice(&value)?),
                other => {
                    let known = S3_PARAMETERS.join(", ");
                    return Err(bad(format!("{other} is none of its parameters ({known})")));
                }
            }
        }
        Ok(address)
    }
}

fn read_choice(value: &str) -> Result<bool, BlobError> {
    value.parse().map_err(|_| bad("virtual_hosted is true or false"))
}

fn bad(reason: impl Into<String>) -> BlobError {
    BlobError::BadAddress { reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(raw: &str) -> Result<Address, String> {
        Address::parse(raw, Path::new("/data")).map_err(|error| error.to_string())
    }

    #[test]
    fn a_folder_is_found_beside_the_data() {
        assert_eq!(parse("file:media"), Ok(Address::Folder("/data/media".into())));
        assert_eq!(parse("file:/srv/media"), Ok(Address::Folder("/srv/media".into())));
        assert_eq!(parse("file:///srv/media"), Ok(Address::Folder("/srv/media".into())));
    }

    #[test]
    fn a_bucket_is_read_with_its_parameters() {
        let Ok(Address::S3(address)) =
            parse("s3://news/media?endpoint=http://127.0.0.1:9000&region=eu-1&access_key_id=a")
        else {
            panic!("an S3 address");
        };
        assert_eq!((address.bucket.as_str(), address.prefix.as_str()), ("news", "media"));
        assert_eq!(address.endpoint.as_deref(), Some("http://127.0.0.1:9000"));
        assert_eq!(address.region.as_deref(), Some("eu-1"));
    }

    #[test]
    fn an_unknown_parameter_is_refused_by_name_and_the_secret_is_not_repeated() {
        let refusal = parse("s3://news?secret_access_key=hush&regoin=eu").unwrap_err();
        assert!(refusal.contains("regoin") && refusal.contains("region"), "{refusal}");
        assert!(!refusal.contains("hush"), "{refusal}");
        assert!(parse("gs://news").is_err());
        assert!(parse("file:").is_err());
        assert!(parse("s3://").is_err());
    }
}
