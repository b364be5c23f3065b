//! The clean-up usual before a captcha is read: Otsu's threshold, median, the curve found and taken out, the word set
//! upright, three times enlarged.

use crate::grey::Grey;

/// Vertical runs up to this may be the curve; longer ones are letters.
const CURVE_RUN: usize = 10;
const ENLARGED: usize = 3;
/// White around what is read, in pixels of the enlarged picture.
const BORDER: usize = 24;

/// Which steps are taken.
#[derive(Clone, Copy)]
pub struct CleanUp {
    /// Whether the curve is looked for and taken out.
    pub curve: bool,
}

impl CleanUp {
    /// The picture as an attacker gives it to tesseract.
    pub fn apply(self, picture: &Grey) -> Grey {
        let mut ink = median(&black_and_white(picture));
        if self.curve {
            ink = median(&without_curve(ink));
        }
        enlarged(&upright(&ink))
    }
}

/// Ink to 0, paper to 255, by Otsu's threshold.
fn black_and_white(picture: &Grey) -> Grey {
    let mut counts = [0f64; 256];
    picture.pixels.iter().for_each(|&pixel| counts[usize::from(pixel)] += 1.0);
    let all: f64 = counts.iter().sum();
    let sum: f64 = counts.iter().enumerate().map(|(level, count)| level as f64 * count).sum();
    let (mut below, mut sum_below, mut best) = (0.0, 0.0, (0.0, 127));
    for (level, count) in counts.iter().enumerate() {
        below += count;
        sum_below += level as f64 * count;
        if below == 0.0 || below == all {
            continue;
        }
        let apart = sum_below / below - (sum - sum_below) / (all - below);
        let between = below * (all - below) * apart * apart;
        if between > best.0 {
            best = (between, level);
        }
    }
    let pixels =
        picture.pixels.iter().map(|&pixel| if usize::from(pixel) <= best.1 { 0 } else { 255 }).collect();
    Grey { pixels, ..*picture }
}

/// Median of three by three: in black and white, what most of the nine are.
fn median(picture: &Grey) -> Grey {
    let mut out = Grey::filled(picture.width, picture.height, 255);
    for y in 0..picture.height as isize {
        for x in 0..picture.width as isize {
            let inked = (0..9).filter(|at| picture.at(x + at % 3 - 1, y + at / 3 - 1) == 0).count();
            if inked > 4 {
                out.pixels[y as usize * picture.width + x as usize] = 0;
            }
        }
    }
    out
}

/// Takes out the smoothest way through the ink from left to right, except where it crosses a letter's stroke.
fn without_curve(mut ink: Grey) -> Grey {
    let runs = vertical_runs(&ink);
    let columns: Vec<usize> =
        (0..ink.width).filter(|&x| (0..ink.height).any(|y| runs[y * ink.width + x] > 0)).collect();
    let (Some(&first), Some(&last)) = (columns.first(), columns.last()) else { return ink };
    let way = smoothest_way(&ink, &runs, first, last);
    let run_at = |x: usize, y: usize| runs[y * ink.width + x];
    let mut thin: Vec<usize> =
        way.iter().map(|&(x, y)| run_at(x, y)).filter(|run| (1..=CURVE_RUN).contains(run)).collect();
    thin.sort_unstable();
    let Some(&usual) = thin.get(thin.len() / 2) else { return ink };
    let gone: Vec<(usize, usize)> =
        way.into_iter().filter(|&(x, y)| (1..=usual + usual / 2).contains(&run_at(x, y))).collect();
    for (x, y) in gone {
        let is_ink = |y: &usize| ink.pixels[y * ink.width + x] == 0;
        let up: Vec<usize> = (0..=y).rev().take_while(is_ink).collect();
        let down: Vec<usize> = (y + 1..ink.height).take_while(is_ink).collect();
        up.into_iter().chain(down).for_each(|y| ink.pixels[y * ink.width + x] = 255);
    }
    ink
}

/// For each pixel the length of the vertical run of ink it is in; 0 on paper.
fn vertical_runs(ink: &Grey) -> Vec<usize> {
    let mut runs = vec![0; ink.pixels.len()];
    for x in 0..ink.width {
        let mut y = 0;
        while y < ink.height {
            let length = (y..ink.height).take_while(|y| ink.pixels[y * ink.width + x] == 0).count();
            (y..y + length).for_each(|y| runs[y * ink.width + x] = length);
            y += length + 1;
        }
    }
    runs
}

/// The cheapest way in which slope changes slowly: thin ink is free, thick ink costs a little, paper much.
fn smoothest_way(ink: &Grey, runs: &[usize], first: usize, last: usize) -> Vec<(usize, usize)> {
    const SLOPES: usize = 5;
    let cost = |x: usize, y: usize| match runs[y * ink.width + x] {
        0 => 1.5,
        run if run <= CURVE_RUN => 0.0,
        _ => 0.4,
    };
    let states = ink.height * SLOPES;
    let mut sums: Vec<f32> = (0..states).map(|state| cost(first, state / SLOPES)).collect();
    let mut from: Vec<Vec<usize>> = Vec::new();
    for x in first + 1..=last {
        let mut next = vec![f32::MAX; states];
        let mut came = vec![0; states];
        for (state, &sum) in sums.iter().enumerate() {
            let (y, slope) = (state / SLOPES, state % SLOPES);
            for turned in slope.saturating_sub(1)..=(slope + 1).min(SLOPES - 1) {
                let Some(to) = (y + turned).checked_sub(SLOPES / 2).filter(|&to| to < ink.height) else {
                    continue;
                };
                let price = sum + cost(x, to) + if turned == slope { 0.0 } else { 0.3 };
                if price < next[to * SLOPES + turned] {
                    next[to * SLOPES + turned] = price;
                    came[to * SLOPES + turned] = state;
                }
            }
        }
        sums = next;
        from.push(came);
    }
    let cheapest = (0..states).min_by(|&one, &other| sums[one].total_cmp(&sums[other]));
    let mut state = cheapest.unwrap_or(0);
    let mut way = vec![(last, state / SLOPES)];
    for (x, came) in (first..last).rev().zip(from.iter().rev()) {
        state = came[state];
        way.push((x, state / SLOPES));
    }
    way
}

/// Turned by the angle, up to 15°, at which the ink gathers in the fewest rows.
fn upright(ink: &Grey) -> Grey {
    let inked = (0..ink.pixels.len()).filter(|&at| ink.pixels[at] == 0);
    let points: Vec<(f32, f32)> =
        inked.map(|at| ((at % ink.width) as f32, (at / ink.width) as f32)).collect();
    let gathered = |degrees: &i32| -> usize {
        let (sin, cos) = (*degrees as f32).to_radians().sin_cos();
        let mut rows = vec![0usize; 2 * (ink.width + ink.height)];
        let row = |(x, y): (f32, f32)| (y * cos - x * sin) as isize + ink.width as isize;
        points.iter().for_each(|&point| rows[row(point).max(0) as usize] += 1);
        rows.iter().map(|count| count.pow(2)).sum()
    };
    let best = (-15..=15).max_by_key(gathered).expect("there are thirty-one angles");
    turned(ink, (best as f32).to_radians())
}

fn turned(picture: &Grey, angle: f32) -> Grey {
    let (sin, cos) = angle.sin_cos();
    let (middle_x, middle_y) = (picture.width as f32 / 2.0, picture.height as f32 / 2.0);
    let mut out = Grey::filled(picture.width, picture.height, 255);
    for y in 0..picture.height {
        for x in 0..picture.width {
            let (dx, dy) = (x as f32 - middle_x, y as f32 - middle_y);
            let pixel = picture.between(middle_x + dx * cos - dy * sin, middle_y + dx * sin + dy * cos);
            out.pixels[y * picture.width + x] = pixel;
        }
    }
    out
}

fn enlarged(picture: &Grey) -> Grey {
    let (width, height) = (picture.width * ENLARGED + 2 * BORDER, picture.height * ENLARGED + 2 * BORDER);
    let mut out = Grey::filled(width, height, 255);
    for y in 0..height {
        for x in 0..width {
            let back = |at: usize| (at as f32 - BORDER as f32) / ENLARGED as f32;
            out.pixels[y * width + x] = picture.between(back(x), back(y));
        }
    }
    out
}
