//! Throws that follow from a seed: the same on every node.

use crate::keys::hmac;

/// A stream of numbers from a seed: HMAC-SHA-256 of a counter under it.
pub(crate) struct Dice {
    seed: [u8; 32],
    block: [u8; 32],
    next: u64,
    used: usize,
}

impl Dice {
    pub(crate) fn new(seed: [u8; 32]) -> Dice {
        Dice { seed, block: [0; 32], next: 0, used: 32 }
    }

    /// 32 fair bits.
    pub(crate) fn bits(&mut self) -> u32 {
        if self.used == self.block.len() {
            self.block = hmac(&self.seed, &self.next.to_be_bytes());
            self.next += 1;
            self.used = 0;
        }
        let word = &self.block[self.used..self.used + 4];
        self.used += 4;
        u32::from_be_bytes(word.try_into().expect("four bytes were taken"))
    }

    /// One of `0..sides`, each as likely as the others. `sides` is at least 1.
    pub(crate) fn below(&mut self, sides: u32) -> u32 {
        let fair = u32::MAX - u32::MAX % sides;
        loop {
            let throw = self.bits();
            if throw < fair {
                return throw % sides;
            }
        }
    }

    /// One of the choices. There is at least one.
    pub(crate) fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let many = u32::try_from(choices.len()).expect("choices are few");
        &choices[self.below(many) as usize]
    }

    /// A number from `low` to `high`, evenly.
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        let share = (self.bits() >> 8) as f32 / (1u32 << 24) as f32;
        low + (high - low) * share
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throw = |seed| {
            let mut dice = Dice::new([seed; 32]);
            (0..20).map(|_| dice.bits()).collect::<Vec<_>>()
        };
        assert_eq!(throw(1), throw(1));
        assert_ne!(throw(1), throw(2));
    }

    #[test]
    fn throws_are_fair_and_within_bounds() {
        let mut dice = Dice::new([3; 32]);
        let mut counts = [0u32; 15];
        for _ in 0..15_000 {
            counts[dice.below(15) as usize] += 1;
        }
        assert!(counts.iter().all(|&count| (850..1150).contains(&count)), "{counts:?}");
        for _ in 0..1_000 {
            let number = dice.between(-2.0, 3.0);
            assert!((-2.0..=3.0).contains(&number), "{number}");
        }
    }
}
