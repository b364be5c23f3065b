//! Bytes kept by their hash: a folder or S3.
//!
//! Owns where bytes lie and that an acknowledged write stays. Knows nothing of pictures: what the bytes mean, who may
//! see them and when they may go is for the folders above.
//!
//! A write is acknowledged when it is durable. In a folder that is a file written under another name, synced, renamed,
//! and its folder synced; in S3 it is the service's answer. A reader sees the bytes whole or not at all.

mod address;
mod hash;
mod key;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{
    ClientOptions, GetOptions, GetRange, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig,
};

use address::{Address, S3Address};
pub use hash::{BadHash, ContentHash};
pub use key::{BadKey, BlobKey};

/// Why bytes could not be kept or given.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The `[blob] url` setting cannot be used. The address itself is not repeated: it may hold a secret.
    #[error("the blob address is file:DIR or s3://BUCKET?…: {reason}")]
    BadAddress {
        /// What is wrong with it.
        reason: String,
    },
    /// Nothing is kept under this key.
    #[error("nothing is kept under {key}")]
    NotFound {
        /// The key asked for.
        key: String,
    },
    /// What is kept is longer than the caller takes.
    #[error("{key} has {found_bytes} bytes, more than the {max_bytes} taken here")]
    TooLong {
        /// The key asked for.
        key: String,
        /// Its length.
        found_bytes: u64,
        /// The caller's bound.
        max_bytes: u64,
    },
    /// What is kept under a hash has another hash: the disk or somebody else changed it.
    #[error("the bytes kept as {expected} are damaged, their hash is {found}")]
    Damaged {
        /// The hash they were stored under.
        expected: ContentHash,
        /// The hash they have.
        found: ContentHash,
    },
    /// The folder or the service failed.
    #[error("{doing} {key}")]
    Store {
        /// What was being done: `reading`, `writing`, …
        doing: &'static str,
        /// The key it was done to.
        key: String,
        /// What the store says.
        #[source]
        source: object_store::Error,
    },
}

/// What is known of stored bytes without reading them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobEntry {
    /// Their name.
    pub key: BlobKey,
    /// Their length.
    pub bytes: u64,
    /// Another text for other bytes under the same key, as the store gives it.
    pub version: Option<String>,
}

/// The bytes of one installation, in a folder or in a bucket. Cheap to clone.
#[derive(Clone)]
pub struct BlobStore {
    store: Arc<dyn ObjectStore>,
    place: String,
}

impl fmt::Debug for BlobStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobStore({})", self.place)
    }
}

impl BlobStore {
    /// Opens the store of the `[blob] url` setting: `file:DIR` beside `data_dir` (made if absent), or
    /// `s3://BUCKET[/PREFIX]` with `endpoint`, `region`, `access_key_id`, `secret_access_key`, `session_token`,
    /// `virtual_hosted` as parameters, each falling back to the `AWS_…` environment.
    pub fn open(url: &str, data_dir: &Path) -> Result<BlobStore, BlobError> {
        match Address::parse(url, data_dir)? {
            Address::Folder(dir) => BlobStore::in_folder(&dir),
            Address::S3(address) => BlobStore::in_bucket(&address),
        }
    }

    /// The store in `dir`, which is made if absent.
    pub fn in_folder(dir: &Path) -> Result<BlobStore, BlobError> {
        let place = dir.display().to_string();
        std::fs::create_dir_all(dir)
            .map_err(|error| BlobError::BadAddress { reason: format!("{place} cannot be made: {error}") })?;
        let folder =
            LocalFileSystem::new_with_prefix(dir).map_err(|source| failed("opening", &place, source))?;
        Ok(BlobStore { store: Arc::new(folder.with_fsync(true)), place })
    }

    fn in_bucket(address: &S3Address) -> Result<BlobStore, BlobError> {
        // One TLS provider in the whole program; a second call finds the first and is refused, which is right.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let place = format!("s3://{}/{}", address.bucket, address.prefix);
        let bucket = s3_builder(address).build().map_err(|source| failed("opening", &place, source))?;
        let store: Arc<dyn ObjectStore> = match address.prefix.as_str() {
            "" => Arc::new(bucket),
            prefix => Arc::new(PrefixStore::new(bucket, prefix)),
        };
        Ok(BlobStore { store, place })
    }

    /// Where this store is, for people: a folder or `s3://BUCKET/PREFIX`, never with a secret.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Keeps `bytes` under their hash. Doing it again changes nothing. Durable when it returns.
    pub async fn put(&self, bytes: Bytes) -> Result<ContentHash, BlobError> {
        let hash = ContentHash::of(&bytes);
        self.put_named(&hash.key(), bytes).await?;
        Ok(hash)
    }

    /// Keeps `bytes` under `key`, replacing at once what was there. Durable when it returns.
    pub async fn put_named(&self, key: &BlobKey, bytes: Bytes) -> Result<(), BlobError> {
        let put = self.store.put(&path(key), PutPayload::from_bytes(bytes)).await;
        put.map(|_| ()).map_err(|source| failed("writing", key.as_str(), source))
    }

    /// The bytes under `key`, whole.
    pub async fn get(&self, key: &BlobKey) -> Result<Bytes, BlobError> {
        self.get_at_most(key, u64::MAX).await
    }

    /// The bytes under `key`, refused unread when there are more than `max_bytes`.
    pub async fn get_at_most(&self, key: &BlobKey, max_bytes: u64) -> Result<Bytes, BlobError> {
        let answer =
            self.store.get(&path(key)).await.map_err(|source| failed("reading", key.as_str(), source))?;
        let found_bytes = answer.meta.size;
        if found_bytes > max_bytes {
            return Err(BlobError::TooLong { key: key.to_string(), found_bytes, max_bytes });
        }
        answer.bytes().await.map_err(|source| failed("reading", key.as_str(), source))
    }

    /// The bytes kept by `put`, proved by their hash.
    pub async fn get_proved(&self, hash: &ContentHash) -> Result<Bytes, BlobError> {
        let bytes = self.get(&hash.key()).await?;
        let found = ContentHash::of(&bytes);
        if found != *hash {
            return Err(BlobError::Damaged { expected: *hash, found });
        }
        Ok(bytes)
    }

    /// The bytes under `key` from `range.start` up to, not including, `range.end`; cut where the bytes end.
    pub async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError> {
        let bytes = self.store.get_range(&path(key), range).await;
        bytes.map_err(|source| failed("reading", key.as_str(), source))
    }

    /// The bytes under `key` piece by piece, for what does not belong in memory; all of them, or those of `range`.
    pub async fn stream(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
    ) -> Result<impl Stream<Item = Result<Bytes, BlobError>> + Send + use<>, BlobError> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        let answer = self.store.get_opts(&path(key), options).await;
        let answer = answer.map_err(|source| failed("reading", key.as_str(), source))?;
        let key = key.clone();
        Ok(answer
            .into_stream()
            .map(move |piece| piece.map_err(|source| failed("reading", key.as_str(), source))))
    }

    /// How long the bytes under `key` are, or `None` where nothing is kept.
    pub async fn head(&self, key: &BlobKey) -> Result<Option<BlobEntry>, BlobError> {
        match self.store.head(&path(key)).await {
            Ok(meta) => Ok(Some(BlobEntry { key: key.clone(), bytes: meta.size, version: meta.e_tag })),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(source) => Err(failed("looking for", key.as_str(), source)),
        }
    }

    /// Everything kept under the parts of `prefix` (`media/0123`), or everything at all, in no order. Names that are no
    /// keys (a file somebody put there by hand) are left out.
    pub fn list(
        &self,
        prefix: Option<&BlobKey>,
    ) -> impl Stream<Item = Result<BlobEntry, BlobError>> + Send + use<> {
        let under = prefix.map(path);
        let shown = prefix.map(BlobKey::to_string).unwrap_or_default();
        self.store.list(under.as_ref()).filter_map(move |found| {
            let entry = match found {
                Ok(meta) => BlobKey::parse(meta.location.as_ref())
                    .ok()
                    .map(|key| Ok(BlobEntry { key, bytes: meta.size, version: meta.e_tag })),
                Err(source) => Some(Err(failed("listing", &shown, source))),
            };
            std::future::ready(entry)
        })
    }

    /// Removes what is under `key`; nothing there is fine too.
    pub async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        match self.store.delete(&path(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(failed("removing", key.as_str(), source)),
        }
    }
}

fn s3_builder(address: &S3Address) -> AmazonS3Builder {
    let plain_http = address.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://"));
    let client = ClientOptions::new()
        .with_allow_http(plain_http)
        .with_connect_timeout(Duration::from_secs(5))
        .with_timeout(Duration::from_secs(60));
    let retry =
        RetryConfig { max_retries: 4, retry_timeout: Duration::from_secs(60), ..RetryConfig::default() };
    let stated = [
        (AmazonS3ConfigKey::Endpoint, address.endpoint.clone()),
        (AmazonS3ConfigKey::Region, address.region.clone()),
        (AmazonS3ConfigKey::AccessKeyId, address.access_key_id.clone()),
        (AmazonS3ConfigKey::SecretAccessKey, address.secret_access_key.clone()),
        (AmazonS3ConfigKey::Token, address.session_token.clone()),
        (
            AmazonS3ConfigKey::VirtualHostedStyleRequest,
            address.virtual_hosted.map(|choice| choice.to_string()),
        ),
    ];
    let builder = AmazonS3Builder::from_env()
        .with_client_options(client)
        .with_retry(retry)
        .with_bucket_name(&address.bucket);
    stated.into_iter().fold(builder, |builder, (name, value)| match value {
        Some(value) => builder.with_config(name, value),
        None => builder,
    })
}

fn path(key: &BlobKey) -> object_store::path::Path {
    object_store::path::Path::from(key.as_str())
}

fn failed(doing: &'static str, key: &str, source: object_store::Error) -> BlobError {
    match source {
        object_store::Error::NotFound { .. } => BlobError::NotFound { key: key.to_owned() },
        source => BlobError::Store { doing, key: key.to_owned(), source },
    }
}
