//! IMA ADPCM (IMA Digital Audio Focus, 1992): four bits a sample, the first in the low half of a byte, beginning from
//! 0 with step index 0.

const STEPS: [i32; 89] = [
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88,
    97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658,
    724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660,
    4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818,
    18500, 20350, 22385, 24623, 27086, 29794, 32767,
];
const TURNS: [isize; 8] = [-1, -1, -1, -1, 2, 4, 6, 8];

/// The first `samples` of what is packed.
pub(super) fn unpacked(packed: &[u8], samples: usize) -> Vec<i16> {
    let mut predicted = 0i32;
    let mut index = 0usize;
    let codes = packed.iter().flat_map(|byte| [byte & 15, byte >> 4]).take(samples);
    let next = |code: u8| {
        let step = STEPS[index];
        let part = |bit: u8, part: i32| if code & bit != 0 { part } else { 0 };
        let change = (step >> 3) + part(4, step) + part(2, step >> 1) + part(1, step >> 2);
        predicted += if code & 8 != 0 { -change } else { change };
        predicted = predicted.clamp(i32::from(i16::MIN), i32::from(i16::MAX));
        index = index.saturating_add_signed(TURNS[usize::from(code & 7)]).min(STEPS.len() - 1);
        i16::try_from(predicted).expect("the prediction was clamped")
    };
    codes.map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    fn known_codes_give_known_samples() {
        // By hand: 7 + 3 + 1 + 0 = 11 at step 7; then step 16: 16 + 8 + 4 + 2 = 30; then minus the same at step 34.
        assert_eq!(unpacked(&[0x77, 0x0f], 3), [11, 41, 41 - (4 + 34 + 17 + 8)]);
        assert_eq!(unpacked(&[0x77; 400], 800).last(), Some(&i16::MAX));
        assert_eq!(unpacked(&[], 5), []);
    }
}
