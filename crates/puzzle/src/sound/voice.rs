//! Who speaks: a voice a language, made once by `scripts/voices` with espeak-ng.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::adpcm;
use crate::answer::ALPHABET;

/// A language the letters can be spoken in.
///
/// Readers of Arabic, Persian and Chinese hear English, by whose names Latin letters are known there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// `az`: “ka, Kamal”.
    Azerbaijani,
    /// `en`: “K, Kilo”; what every page can offer.
    English,
    /// `fr`: « K, Kléber ».
    French,
    /// `de`: „K, Kaufmann“.
    German,
    /// `ru`: «ка, кило».
    Russian,
    /// `es`: «ka, kilo».
    Spanish,
}

impl Voice {
    /// Every voice.
    pub const ALL: [Voice; 6] =
        [Voice::Azerbaijani, Voice::English, Voice::French, Voice::German, Voice::Russian, Voice::Spanish];

    /// The voice for a page in `language`, a tag such as `de` or `de-CH`; English where there is none of its own.
    pub fn of(language: &str) -> Voice {
        let main = language.split(['-', '_']).next().unwrap_or_default();
        let is = |voice: &&Voice| voice.language().eq_ignore_ascii_case(main);
        Voice::ALL.iter().find(is).copied().unwrap_or(Voice::English)
    }

    /// The language spoken, for `lang` and labels: `en` for English.
    pub fn language(self) -> &'static str {
        match self {
            Voice::Azerbaijani => "az",
            Voice::English => "en",
            Voice::French => "fr",
            Voice::German => "de",
            Voice::Russian => "ru",
            Voice::Spanish => "es",
        }
    }

    /// A letter's name and its word, −1 to 1.
    pub(super) fn letter(self, letter: char) -> Vec<f32> {
        let LetterBytes { samples, packed } = LETTERS[&(self, letter)];
        adpcm::unpacked(packed, samples).into_iter().map(|sample| f32::from(sample) / 32_768.0).collect()
    }

    fn file(self) -> &'static [u8] {
        match self {
            Voice::Azerbaijani => include_bytes!("../../voices/az.adpcm"),
            Voice::English => include_bytes!("../../voices/en.adpcm"),
            Voice::French => include_bytes!("../../voices/fr.adpcm"),
            Voice::German => include_bytes!("../../voices/de.adpcm"),
            Voice::Russian => include_bytes!("../../voices/ru.adpcm"),
            Voice::Spanish => include_bytes!("../../voices/es.adpcm"),
        }
    }
}

#[derive(Clone, Copy)]
struct LetterBytes {
    samples: usize,
    packed: &'static [u8],
}

static LETTERS: LazyLock<HashMap<(Voice, char), LetterBytes>> = LazyLock::new(|| {
    let mut letters = HashMap::new();
    for voice in Voice::ALL {
        let mut rest = voice.file();
        for letter in ALPHABET {
            let (length, after) = rest.split_at_checked(2).expect("a voice has every letter");
            let samples = usize::from(u16::from_be_bytes([length[0], length[1]]));
            let (packed, after) = after.split_at_checked(samples.div_ceil(2)).expect("a letter is whole");
            letters.insert((voice, letter), LetterBytes { samples, packed });
            rest = after;
        }
        assert!(rest.is_empty(), "a voice has only the letters");
    }
    letters
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_interface_language_has_a_voice() {
        let voices =
            ["az", "ru", "en", "de", "fr", "es", "ar", "fa", "zh-Hans"].map(|tag| Voice::of(tag).language());
        assert_eq!(voices, ["az", "ru", "en", "de", "fr", "es", "en", "en", "en"]);
        assert_eq!(Voice::of("de-CH"), Voice::German);
        assert_eq!(Voice::of(""), Voice::English);
    }

    #[test]
    fn every_letter_is_said_loudly_and_neither_shortly_nor_at_length() {
        for voice in Voice::ALL {
            for letter in ALPHABET {
                let sound = voice.letter(letter);
                let loudest = sound.iter().fold(0f32, |most, sample| most.max(sample.abs()));
                assert!(loudest > 0.7, "{voice:?} {letter}: {loudest}");
                assert!((4_000..16_000).contains(&sound.len()), "{voice:?} {letter}: {}", sound.len());
            }
        }
    }
}
