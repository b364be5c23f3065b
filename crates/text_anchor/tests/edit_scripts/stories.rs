//! Sentences in nine languages that stories are put together from.

use std::path::{Path, PathBuf};

/// The sentences of one language.
pub struct Language {
    pub name: &'static str,
    /// What stands between two sentences.
    pub blank: &'static str,
    pub sentences: Vec<String>,
}

const LANGUAGES: [(&str, &str, &str); 9] = [
    ("az", "azj_Latn", include_str!("../stories/az.txt")),
    ("ru", "rus_Cyrl", include_str!("../stories/ru.txt")),
    ("en", "eng_Latn", include_str!("../stories/en.txt")),
    ("de", "deu_Latn", include_str!("../stories/de.txt")),
    ("fr", "fra_Latn", include_str!("../stories/fr.txt")),
    ("es", "spa_Latn", include_str!("../stories/es.txt")),
    ("ar", "arb_Arab", include_str!("../stories/ar.txt")),
    ("fa", "pes_Arab", include_str!("../stories/fa.txt")),
    ("zh", "zho_Hans", include_str!("../stories/zh.txt")),
];

/// The nine languages: our own paragraphs, and the sample sentences and agency copy where they are at hand.
pub fn languages() -> Vec<Language> {
    LANGUAGES
        .iter()
        .map(|(name, samples, own)| {
            let blank = if *name == "zh" { "" } else { " " };
            let mut sentences: Vec<String> = own.lines().flat_map(sentences_of).collect();
            sentences.extend(sample_sentences(samples));
            if *name == "en" {
                sentences.extend(agency_sentences());
            }
            Language { name, blank, sentences }
        })
        .collect()
}

pub fn test_data() -> PathBuf {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata");
    if std::env::var_os("TEXT_ANCHOR_OWN_STORIES").is_some() { PathBuf::new() } else { at }
}

fn sample_sentences(language: &str) -> Vec<String> {
    let file = test_data().join(format!("multilingual/sib-200/{language}.jsonl"));
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = |line: &str| {
        let item: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(item["text"].as_str()?.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    text.lines().filter_map(line).filter(|text| text.chars().count() > 10).collect()
}

fn agency_sentences() -> Vec<String> {
    use std::io::Read;
    let file = test_data().join("corpus/wikinews-en.jsonl.gz");
    let Ok(file) = std::fs::File::open(file) else { return Vec::new() };
    let mut text = String::new();
    let mut reader = flate2::read::GzDecoder::new(file).take(2 << 20);
    // The cut falls within a line, and perhaps within a character: what was read before it stands.
    let _ = reader.read_to_string(&mut text);
    let bodies = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    bodies
        .filter_map(|item| Some(item["body"].as_str()?.to_owned()))
        .flat_map(|body| body.lines().flat_map(sentences_of).collect::<Vec<_>>())
        .filter(|sentence| (10..400).contains(&sentence.len()))
        .take(2_000)
        .collect()
}

/// Cuts after full stops; good enough to put stories together.
pub fn sentences_of(paragraph: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut letters = paragraph.trim().chars().peekable();
    while let Some(c) = letters.next() {
        found.last_mut().unwrap().push(c);
        let ends = c == '。' || (".!?".contains(c) && letters.peek() == Some(&' '));
        if ends {
            found.push(String::new());
        }
    }
    let found = found.into_iter().map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" "));
    found.filter(|sentence| !sentence.is_empty()).collect()
}
