//! Letters spoken: the name of each and a word beginning with it, with pauses, pitch and noise of the token's own.

mod adpcm;
mod voice;
mod wav;

pub use voice::Voice;

use crate::answer::LENGTH;
use crate::dice::Dice;

/// Samples a second, one channel, eight bits each.
pub const SAMPLE_RATE: u32 = 8000;
/// No sound is larger.
pub const MAX_SOUND_BYTES: usize = 220_000;
/// Pauses before each letter and at the end, in seconds, least and most.
const PAUSE: (f32, f32) = (0.45, 0.85);
/// Faster and higher, or slower and lower.
const SPEED: (f32, f32) = (0.92, 1.1);
const LOUDNESS: (f32, f32) = (0.6, 0.75);
/// Parts of full scale: hiss, and snatches of other letters backwards.
const HISS: f32 = 0.018;
const MURMUR: (f32, f32) = (0.04, 0.07);

/// Speaks the letters as a WAV file.
pub(crate) fn speak(letters: &[char; LENGTH], dice: &mut Dice, voice: Voice) -> Vec<u8> {
    let mut track = said(letters, dice, voice);
    murmur(&mut track, dice, voice);
    hiss(&mut track, dice);
    wav::write(&track)
}

/// The letters after each other, −1 to 1.
fn said(letters: &[char; LENGTH], dice: &mut Dice, voice: Voice) -> Vec<f32> {
    let mut track = Vec::new();
    for &letter in letters {
        pause(&mut track, dice);
        let speed = dice.between(SPEED.0, SPEED.1);
        let loudness = dice.between(LOUDNESS.0, LOUDNESS.1);
        track.extend(at_speed(&voice.letter(letter), speed).iter().map(|sample| sample * loudness));
    }
    pause(&mut track, dice);
    track
}

fn pause(track: &mut Vec<f32>, dice: &mut Dice) {
    let samples = (dice.between(PAUSE.0, PAUSE.1) * SAMPLE_RATE as f32) as usize;
    track.resize(track.len() + samples, 0.0);
}

fn at_speed(sound: &[f32], speed: f32) -> Vec<f32> {
    let many = (sound.len() as f32 / speed) as usize;
    let sample = |number: usize| {
        let at = number as f32 * speed;
        let (here, share) = (at as usize, at.fract());
        let value = |index: usize| sound.get(index).copied().unwrap_or(0.0);
        value(here) * (1.0 - share) + value(here + 1) * share
    };
    (0..many).map(sample).collect()
}

/// Fills the whole track with other letters, quiet and backwards, so that pauses do not tell letters apart.
fn murmur(track: &mut [f32], dice: &mut Dice, voice: Voice) {
    let mut at = 0;
    while at < track.len() {
        let loudness = dice.between(MURMUR.0, MURMUR.1);
        let mut other = voice.letter(*dice.one_of(&crate::answer::ALPHABET));
        other.reverse();
        let other = at_speed(&other, dice.between(0.8, 1.2));
        track[at..].iter_mut().zip(&other).for_each(|(sample, other)| *sample += other * loudness);
        at += other.len().max(1);
    }
}

/// Noise with less of the high tones, as on a telephone line. Its samples come from SplitMix64 (Steele, Lea and Flood
/// 2014): tens of thousands of HMACs would be most of the work of a sound, and the hiss hides nothing worth them.
fn hiss(track: &mut [f32], dice: &mut Dice) {
    let mut state = u64::from(dice.bits()) << 32 | u64::from(dice.bits());
    let mut before = 0.0;
    for sample in track {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        let share = (mixed >> 40) as f32 / (1u32 << 24) as f32;
        before = 0.5 * before + HISS * (2.0 * share - 1.0);
        *sample += before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ALPHABET;

    fn sound(seed: u8, voice: Voice) -> Vec<u8> {
        speak(&['A', 'B', 'E', 'H', 'K', 'L'], &mut Dice::new([seed; 32]), voice)
    }

    #[test]
    fn a_sound_follows_from_its_seed() {
        assert_eq!(sound(1, Voice::English), sound(1, Voice::English));
        assert_ne!(sound(1, Voice::English), sound(2, Voice::English));
        assert_ne!(sound(1, Voice::English), sound(1, Voice::German));
    }

    #[test]
    fn the_longest_sound_in_every_voice_keeps_its_bound() {
        for voice in Voice::ALL {
            let longest = ALPHABET.into_iter().max_by_key(|&letter| voice.letter(letter).len()).unwrap();
            let most =
                voice.letter(longest).len() as f32 / SPEED.0 * 6.0 + PAUSE.1 * SAMPLE_RATE as f32 * 7.0;
            assert!((most as usize) + 44 < MAX_SOUND_BYTES, "{voice:?}: {most}");
        }
    }

    #[test]
    fn a_sound_says_what_it_is() {
        let wav = sound(1, Voice::English);
        assert_eq!(&wav[..4], b"RIFF");
        assert_eq!(u32::from_le_bytes(wav[4..8].try_into().unwrap()) as usize, wav.len() - 8);
        assert_eq!(&wav[8..16], b"WAVEfmt ");
        assert_eq!(u16::from_le_bytes(wav[22..24].try_into().unwrap()), 1, "one channel");
        assert_eq!(u32::from_le_bytes(wav[24..28].try_into().unwrap()), SAMPLE_RATE);
        assert_eq!(&wav[36..40], b"data");
        assert!(u32::from_le_bytes(wav[40..44].try_into().unwrap()) as usize >= wav.len() - 45);
    }

    #[test]
    fn a_sound_is_never_still() {
        let wav = sound(1, Voice::English);
        for tenth in wav[44..].chunks(SAMPLE_RATE as usize / 10) {
            assert!(tenth.iter().any(|&sample| sample != tenth[0]), "silence tells where letters are");
        }
    }

    #[test]
    fn speech_is_well_above_the_noise() {
        let letters = ['S', 'H', 'Z', 'M', 'N', 'X'];
        let power =
            |track: &[f32]| track.iter().map(|sample| sample * sample).sum::<f32>() / track.len() as f32;
        for voice in Voice::ALL {
            let clean = said(&letters, &mut Dice::new([4; 32]), voice);
            let mut noise = vec![0.0; clean.len()];
            murmur(&mut noise, &mut Dice::new([5; 32]), voice);
            hiss(&mut noise, &mut Dice::new([6; 32]));
            let ratio = 10.0 * (power(&clean) / power(&noise)).log10();
            assert!((8.0..24.0).contains(&ratio), "{voice:?}: {ratio} dB");
        }
    }
}
