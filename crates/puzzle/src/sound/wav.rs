//! WAV (RIFF, PCM): one channel, eight bits, which every browser plays.

use super::SAMPLE_RATE;

/// The track, −1 to 1, as a file.
pub(super) fn write(track: &[f32]) -> Vec<u8> {
    let data = u32::try_from(track.len()).expect("a track is a few seconds");
    let padding = data % 2;
    let mut file = Vec::with_capacity(track.len() + 45);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(36 + data + padding).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&16u32.to_le_bytes());
    // PCM, one channel, samples and bytes a second, bytes and bits a sample.
    file.extend_from_slice(&1u16.to_le_bytes());
    file.extend_from_slice(&1u16.to_le_bytes());
    file.extend_from_slice(&SAMPLE_RATE.to_le_bytes());
    file.extend_from_slice(&SAMPLE_RATE.to_le_bytes());
    file.extend_from_slice(&1u16.to_le_bytes());
    file.extend_from_slice(&8u16.to_le_bytes());
    file.extend_from_slice(b"data");
    file.extend_from_slice(&data.to_le_bytes());
    file.extend(track.iter().map(|sample| (sample.clamp(-1.0, 1.0) * 127.0 + 128.0).round() as u8));
    file.resize(file.len() + padding as usize, 0);
    file
}
