//! Bodies made smaller.

use std::io::Write;

use brotli::enc::{BrotliCompressCustomAlloc, BrotliEncoderParams};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::HeaderValue;

use super::accept::Encoding;
use super::brotli_memory::KeptMemory;

/// Brotli's quality when a reader waits, and when nobody does. From 5 on this encoder takes ten times as long for a
/// page of 20 KB as at 4, to save 7 % of it.
pub(super) const AT_ONCE: i32 = 4;
/// See [`AT_ONCE`].
pub(super) const BEST: i32 = 11;

/// Bodies below this stay as they are: one packet either way.
const SMALLEST: usize = 256;

/// From here on compressing would hold up other requests on the same thread; it goes to a thread of its own.
const LARGE: usize = 256 * 1024;

/// Whether a body of this type and length gets smaller.
pub(super) fn is_worth_it(content_type: &HeaderValue, length: usize) -> bool {
    let Ok(kind) = content_type.to_str() else { return false };
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let textual = kind.starts_with("text/")
        || kind.ends_with("json")
        || kind.ends_with("xml")
        || matches!(kind.as_str(), "application/javascript" | "application/wasm" | "image/x-icon");
    textual && length >= SMALLEST
}

/// Compresses for a reader who waits.
pub(super) async fn at_once(plain: Bytes, encoding: Encoding) -> Bytes {
    if plain.len() < LARGE {
        return compressed(&plain, encoding);
    }
    let large = plain.clone();
    // The thread can only fail by panicking or at shutdown; the plain body is right all the same.
    tokio::task::spawn_blocking(move || compressed(&large, encoding)).await.unwrap_or(plain)
}

/// What never changes, as small as it gets: for what is compressed once and kept.
pub fn packed(plain: &[u8], encoding: Encoding) -> Bytes {
    match encoding {
        Encoding::Brotli => brotli(plain, BEST),
        Encoding::Gzip => gzip(plain),
        Encoding::Identity => Bytes::copy_from_slice(plain),
    }
}

fn compressed(plain: &Bytes, encoding: Encoding) -> Bytes {
    match encoding {
        Encoding::Brotli => brotli(plain, AT_ONCE),
        Encoding::Gzip => gzip(plain),
        Encoding::Identity => plain.clone(),
    }
}

/// `plain` in Brotli of this quality.
pub(super) fn brotli(mut plain: &[u8], quality: i32) -> Bytes {
    let mut out = Vec::with_capacity(plain.len() / 3);
    let window = plain.len().next_power_of_two().ilog2().clamp(16, 22);
    let params = BrotliEncoderParams {
        quality,
        lgwin: i32::try_from(window).expect("a window is at most 22"),
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let (mut read, mut written) = ([0; 4096], [0; 4096]);
    let memory = KeptMemory::default();
    BrotliCompressCustomAlloc(&mut plain, &mut out, &mut read, &mut written, &params, memory)
        .expect("writing into memory succeeds");
    Bytes::from(out)
}

fn gzip(plain: &[u8]) -> Bytes {
    let mut writer = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(6));
    writer.write_all(plain).expect("writing into memory succeeds");
    Bytes::from(writer.finish().expect("writing into memory succeeds"))
}
