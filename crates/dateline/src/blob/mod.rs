//! Bytes kept by their hash: a folder or S3.
