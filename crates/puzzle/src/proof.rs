//! Proof of work: sixteen small searches under SHA-256, each bound to the token.
//!
//! The format, for whoever writes the browser's side:
//!
//! - *challenge*: the first 16 bytes of SHA-256 over the token's text, as 32 lower-case hexadecimal digits;
//! - *message* of part `p` (1 to 16) with counter `n`: `CHALLENGE:p:n` in ASCII, numbers in decimal without leading
//!   zeros, `n` from 0 to 2^53 − 1; at most 52 bytes, so one block of SHA-256;
//! - a part is solved when SHA-256 of its message begins with `difficulty` zero bits;
//! - *solution*: the sixteen counters in order, joined by full stops.
//!
//! Sixteen parts instead of one search of the same length: the time it takes varies by a quarter, not by its whole.

use sha2::{Digest, Sha256};

use crate::order::Difficulty;

/// Parts of a proof.
pub const PARTS: u8 = 16;
/// The largest counter: what JavaScript counts exactly.
const MAX_COUNTER: u64 = (1 << 53) - 1;
const MAX_COUNTER_DIGITS: usize = 16;

/// Why a proof was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadProof {
    /// The token takes letters only.
    #[error("this token takes no proof of work")]
    NotOffered,
    /// It is not sixteen counters joined by full stops.
    #[error("a proof is {PARTS} counters joined by full stops")]
    Malformed,
    /// A part does not begin with enough zero bits.
    #[error("part {part} is not solved")]
    Unsolved {
        /// Which, from 1.
        part: u8,
    },
}

/// What is to be solved for one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    text: String,
    difficulty: Difficulty,
}

impl Challenge {
    pub(crate) fn new(token: &str, difficulty: Difficulty) -> Challenge {
        let digest = Sha256::digest(token.as_bytes());
        let text = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
        Challenge { text, difficulty }
    }

    /// 32 lower-case hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Zero bits of each part.
    pub fn difficulty(&self) -> Difficulty {
        self.difficulty
    }

    /// Finds the solution, as a browser does: 16 × 2^difficulty hashes on average.
    pub fn solve(&self) -> String {
        let search = |part| {
            let solved = (0..=MAX_COUNTER).find(|&counter| self.is_solved(part, counter));
            solved.expect("among 2^53 counters one begins with 24 zero bits").to_string()
        };
        (1..=PARTS).map(search).collect::<Vec<_>>().join(".")
    }

    /// Checks a solution with sixteen hashes at most.
    ///
    /// # Errors
    /// [`BadProof::Malformed`] unless it is sixteen counters as described above, [`BadProof::Unsolved`] with the first
    /// part that lacks zero bits.
    pub fn check(&self, solution: &str) -> Result<(), BadProof> {
        let counters = read(solution)?;
        for (part, counter) in (1..=PARTS).zip(counters) {
            if !self.is_solved(part, counter) {
                return Err(BadProof::Unsolved { part });
            }
        }
        Ok(())
    }

    fn is_solved(&self, part: u8, counter: u64) -> bool {
        let digest = Sha256::digest(format!("{}:{part}:{counter}", self.text).as_bytes());
        let start = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
        start.leading_zeros() >= u32::from(self.difficulty.bits())
    }
}

fn read(solution: &str) -> Result<[u64; PARTS as usize], BadProof> {
    if solution.len() > usize::from(PARTS) * (MAX_COUNTER_DIGITS + 1) {
        return Err(BadProof::Malformed);
    }
    let counters: Option<Vec<u64>> = solution.split('.').map(counter).collect();
    counters.and_then(|counters| counters.try_into().ok()).ok_or(BadProof::Malformed)
}

/// A number as it is written one way only: digits, no sign, no leading zero.
fn counter(text: &str) -> Option<u64> {
    let digits =
        (1..=MAX_COUNTER_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok().filter(|&counter| counter <= MAX_COUNTER)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn challenge(bits: u8) -> Challenge {
        Challenge::new("a token", Difficulty::new(bits).unwrap())
    }

    #[test]
    fn what_is_solved_is_accepted_and_nothing_near_it() {
        let challenge = challenge(8);
        let solution = challenge.solve();
        challenge.check(&solution).unwrap();
        let other = Challenge::new("another token", challenge.difficulty());
        assert!(matches!(other.check(&solution), Err(BadProof::Unsolved { .. })));
        let swapped: Vec<&str> = solution.split('.').rev().collect();
        assert!(matches!(challenge.check(&swapped.join(".")), Err(BadProof::Unsolved { .. })));
    }

    #[test]
    fn a_harder_challenge_refuses_an_easier_solution() {
        let solution = challenge(4).solve();
        assert!(matches!(challenge(12).check(&solution), Err(BadProof::Unsolved { .. })));
    }

    #[test]
    fn a_solution_is_written_one_way_only() {
        let challenge = challenge(1);
        let solution = challenge.solve();
        for wrong in [
            String::new(),
            format!("{solution}."),
            format!(".{solution}"),
            format!("{solution}.1"),
            format!("0{solution}"),
            format!("+{solution}"),
            format!(" {solution}"),
            solution.replace('.', ","),
            solution.split_once('.').unwrap().1.to_owned(),
            ["9007199254740992"; 16].join("."),
            ["99999999999999999999"; 16].join("."),
            "1.".repeat(1_000_000),
        ] {
            let start: String = wrong.chars().take(40).collect();
            assert_eq!(challenge.check(&wrong), Err(BadProof::Malformed), "{start}");
        }
    }

    #[test]
    fn the_longest_message_fits_one_block() {
        let longest = format!("{}:{PARTS}:{MAX_COUNTER}", challenge(1).as_str());
        assert!(longest.len() <= 55, "{}", longest.len());
    }

    proptest! {
        #[test]
        fn anything_else_is_refused_and_never_panics(text in "[0-9. ]{0,400}") {
            prop_assert!(challenge(24).check(&text).is_err());
        }
    }
}
