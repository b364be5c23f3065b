//! The promises of the store, kept by a folder and by a bucket alike.

use std::net::TcpListener as StdListener;

use futures_util::TryStreamExt;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;

use super::*;

fn key(raw: &str) -> BlobKey {
    BlobKey::parse(raw).expect("a key of the test")
}

/// An S3 service in this process over a folder, with one bucket, on a free port of the loopback.
async fn bucket_stand_in(dir: &Path) -> String {
    std::fs::create_dir_all(dir.join("news")).expect("a folder for the bucket");
    let service = {
        let files = s3s_fs::FileSystem::new(dir).expect("a file system");
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single("arna", "hush"));
        builder.build()
    };
    let listener = StdListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("a listener for tokio");
    let port = listener.local_addr().expect("an address").port();
    let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let http = Builder::new(TokioExecutor::new());
                let _ = http.serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    format!(
        "s3://news/media?endpoint=http://127.0.0.1:{port}&region=us-east-1&access_key_id=arna&secret_access_key=hush"
    )
}

async fn keeps_its_promises(store: &BlobStore) {
    let bytes = Bytes::from_static(b"a picture of the strait");
    let hash = store.put(bytes.clone()).await.expect("kept");
    assert_eq!(store.put(bytes.clone()).await.expect("kept again"), hash);
    assert_eq!(store.get(&hash.key()).await.expect("given"), bytes);
    assert_eq!(store.get_proved(&hash).await.expect("proved"), bytes);
    assert_eq!(store.get_range(&hash.key(), 2..9).await.expect("a part"), "picture");
    assert_eq!(store.head(&hash.key()).await.expect("a head").map(|head| head.bytes), Some(23));

    let name = key("media/0123456789abcdef/640.webp");
    store.put_named(&name, Bytes::from_static(b"old")).await.expect("kept");
    store.put_named(&name, Bytes::from_static(b"new")).await.expect("replaced");
    assert_eq!(store.get(&name).await.expect("given"), "new");
    let too_long = store.get_at_most(&name, 2).await;
    assert!(matches!(too_long, Err(BlobError::TooLong { found_bytes: 3, max_bytes: 2, .. })), "{too_long:?}");
    let pieces: Vec<Bytes> =
        store.stream(&name, Some(1..3)).await.expect("a stream").try_collect().await.expect("pieces");
    assert_eq!(pieces.concat(), b"ew");

    let mut all: Vec<_> = store.list(None).try_collect().await.expect("a list");
    all.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(all.iter().map(|entry| entry.bytes).collect::<Vec<_>>(), [3, 23]);
    let under: Vec<_> = store.list(Some(&key("media/0123456789abcdef"))).try_collect().await.expect("a list");
    assert_eq!(under.iter().map(|entry| &entry.key).collect::<Vec<_>>(), [&name]);

    store.delete(&name).await.expect("removed");
    store.delete(&name).await.expect("removed twice is fine");
    assert_eq!(store.head(&name).await.expect("a head"), None);
    assert!(matches!(store.get(&name).await, Err(BlobError::NotFound { .. })));
}

#[tokio::test]
async fn a_folder_keeps_every_promise() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = BlobStore::open("file:media", dir.path()).expect("opened");
    keeps_its_promises(&store).await;
}

#[tokio::test]
async fn a_bucket_keeps_every_promise() {
    let dir = tempfile::tempdir().expect("a folder");
    let url = bucket_stand_in(dir.path()).await;
    let store = BlobStore::open(&url, dir.path()).expect("opened");
    assert_eq!(store.place(), "s3://news/media");
    keeps_its_promises(&store).await;
}

#[tokio::test]
async fn a_wrong_secret_is_refused_by_the_bucket() {
    let dir = tempfile::tempdir().expect("a folder");
    let url = bucket_stand_in(dir.path()).await.replace("hush", "guess");
    let store = BlobStore::open(&url, dir.path()).expect("opened");
    let refused = store.put(Bytes::from_static(b"x")).await;
    assert!(matches!(refused, Err(BlobError::Store { doing: "writing", .. })), "{refused:?}");
}

#[tokio::test]
async fn damaged_bytes_are_noticed() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = BlobStore::in_folder(dir.path()).expect("opened");
    let hash = store.put(Bytes::from_static(b"true")).await.expect("kept");
    std::fs::write(dir.path().join(hash.key().as_str()), b"false").expect("written over");
    assert!(matches!(store.get_proved(&hash).await, Err(BlobError::Damaged { .. })));
}

#[tokio::test]
async fn a_write_under_way_is_not_seen() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = BlobStore::in_folder(dir.path()).expect("opened");
    // What a killed process leaves behind: the file under its other name.
    std::fs::create_dir_all(dir.path().join("media")).expect("a folder");
    std::fs::write(dir.path().join("media/640.webp#1"), b"hal").expect("written");
    let seen: Vec<_> = store.list(None).try_collect().await.expect("a list");
    assert_eq!(seen, []);
    assert_eq!(store.head(&key("media/640.webp")).await.expect("a head"), None);
    store.put_named(&key("media/640.webp"), Bytes::from_static(b"whole")).await.expect("kept");
    assert_eq!(store.get(&key("media/640.webp")).await.expect("given"), "whole");
}
