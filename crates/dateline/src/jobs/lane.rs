//! Who waits for whom.

/// A queue of its own: jobs wait for others on their lane, and for none on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Soon done, and somebody waits for it: letters.
    Prompt,
    /// Work for a processor: renditions of pictures.
    Slow,
}

impl Lane {
    /// Every lane, the most urgent first.
    pub const ALL: [Lane; 2] = [Lane::Prompt, Lane::Slow];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Lane::Prompt => "prompt",
            Lane::Slow => "slow",
        }
    }

    /// How many of its jobs a node does at once: slow ones take the processor from nobody's request, prompt ones mostly
    /// wait for a mail server.
    pub fn at_once(self) -> usize {
        match self {
            Lane::Prompt => 4,
            Lane::Slow => 2,
        }
    }
}
