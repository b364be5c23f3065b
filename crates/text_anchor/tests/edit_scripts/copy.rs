//! A story whose characters know where they came from.

use text_anchor::Version;

/// A character with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    pub c: char,
    /// No other character ever has it.
    pub name: u32,
    /// The character it was copied from.
    pub copy_of: Option<u32>,
}

impl Letter {
    pub fn is_word(&self) -> bool {
        !self.c.is_whitespace()
    }
}

#[derive(Debug, Clone)]
pub struct Block {
    pub id: String,
    pub letters: Vec<Letter>,
}

impl Block {
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.c).collect()
    }
}

/// One version of a story being written.
#[derive(Debug, Clone)]
pub struct Copy {
    pub blocks: Vec<Block>,
    /// Names and ids given out so far.
    pub given: u32,
    pub ids: u32,
}

impl Copy {
    pub fn letters(&mut self, text: &str) -> Vec<Letter> {
        text.chars()
            .map(|c| {
                self.given += 1;
                Letter { c, name: self.given, copy_of: None }
            })
            .collect()
    }

    /// The same characters under new names.
    pub fn copied(&mut self, letters: &[Letter]) -> Vec<Letter> {
        letters
            .iter()
            .map(|letter| {
                self.given += 1;
                Letter { c: letter.c, name: self.given, copy_of: letter.copy_of.or(Some(letter.name)) }
            })
            .collect()
    }

    pub fn fresh_id(&mut self) -> String {
        self.ids += 1;
        format!("p{}", self.ids)
    }

    pub fn texts(&self) -> Vec<(String, String)> {
        self.blocks.iter().map(|block| (block.id.clone(), block.text())).collect()
    }
}

pub fn version(texts: &[(String, String)]) -> Version<'_> {
    Version::new(texts.iter().map(|(id, text)| (id.as_str(), text.as_str()))).unwrap()
}
