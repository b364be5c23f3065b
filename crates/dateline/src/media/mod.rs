//! Pictures, video and audio: their fields, bytes, metadata and renditions.
