//! How often tesseract reads a picture: `cargo run --release -p puzzle --example ocr [PICTURES [FOLDER]]`.
//!
//! Makes the pictures (2,000 unless told) in FOLDER, or in one under the system's temporary files that is removed
//! afterwards; has tesseract read each as it is, after clean-up, and after clean-up with the curve removed, as a line
//! and as a word; judges what it read as a form would. Of line and word the better one is reported, in its favour.
//! Needs tesseract (Debian: `apt-get install tesseract-ocr`).

mod clean;
mod grey;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use puzzle::{ALPHABET, Form, Key, KeyRing, Moment, Order, Shade, Subject, Verdict};

use clean::CleanUp;
use grey::Grey;

type Failure = Box<dyn std::error::Error>;

/// What is done to a picture before it is read, and the share of exact answers it may give.
const PASSES: [(&str, Option<CleanUp>, f64); 3] = [
    ("plain", None, 0.01),
    ("cleaned: grey, Otsu, median, deskew, 3 times", Some(CleanUp { curve: false }), 0.05),
    ("cleaned: the same and the curve removed", Some(CleanUp { curve: true }), 0.05),
];
/// Tesseract's page segmentation: one line, one word.
const MODES: [&str; 2] = ["7", "8"];
/// Tesseracts at work at once.
const READERS: usize = 4;

fn main() -> Result<ExitCode, Failure> {
    let mut arguments = std::env::args().skip(1);
    let many: u32 = arguments.next().map_or(Ok(2000), |text| text.parse())?;
    let asked: Option<PathBuf> = arguments.next().map(PathBuf::from);
    let folder =
        asked.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("ocr-{}", std::process::id())));
    std::fs::create_dir_all(&folder)?;
    let good = measure(many, &folder);
    if asked.is_none() {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(if good? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn measure(many: u32, folder: &Path) -> Result<bool, Failure> {
    let ring = KeyRing::new(Key::new("measure", *b"a key for measurements, not more")?, [])?;
    let order = Order::new(Form::new("measure")?, Subject::none(), Duration::from_secs(60))?;
    let now = Moment::from_micros(0);
    let tokens: Vec<_> =
        (0..u128::from(many)).map(|number| ring.make(&order, now, number.to_be_bytes())).collect();

    let began = Instant::now();
    let mut pictures = Vec::new();
    for token in &tokens {
        pictures.push(ring.show(token.as_str(), now)?.picture(Shade::Light));
    }
    let each = began.elapsed() / many.max(1);
    let bytes: Vec<usize> = pictures.iter().map(Vec::len).collect();
    let mean = bytes.iter().sum::<usize>() / bytes.len().max(1);
    println!(
        "{many} pictures, {each:.2?} each, {mean} bytes on average, {} at most",
        bytes.iter().max().unwrap_or(&0)
    );

    let mut all_good = true;
    for (pass, (name, clean_up, target)) in PASSES.into_iter().enumerate() {
        let folder = &folder.join(format!("pass-{pass}"));
        std::fs::create_dir_all(folder)?;
        let files = write(&pictures, clean_up, folder)?;
        let mut best = 0;
        let began = Instant::now();
        for mode in MODES {
            let mut right = 0;
            for (token, read) in tokens.iter().zip(read_all(&files, folder, mode)?) {
                let attempt = ring.attempt(token.as_str(), &order.form, &order.subject, now)?;
                right += u32::from(attempt.letters(&read) == Verdict::Right);
            }
            best = best.max(right);
        }
        let each = began.elapsed() / (many.max(1) * 2);
        let rate = f64::from(best) / f64::from(many);
        let (low, high) = wilson(best, many);
        let good = rate <= target;
        all_good &= good;
        println!(
            "{name}: {best} read exactly, {:.2} % (95 %: {:.2} to {:.2}), {} the {:.0} % allowed; {each:.1?} a reading",
            rate * 100.0,
            low * 100.0,
            high * 100.0,
            if good { "within" } else { "OVER" },
            target * 100.0
        );
    }
    Ok(all_good)
}

/// Writes the pictures as tesseract gets them.
fn write(pictures: &[Vec<u8>], clean_up: Option<CleanUp>, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for (number, png) in pictures.iter().enumerate() {
        let path = folder.join(format!("{number:05}.png"));
        match clean_up {
            None => std::fs::write(&path, png)?,
            Some(clean_up) => std::fs::write(&path, clean_up.apply(&Grey::read(png)?).write()?)?,
        }
        files.push(path);
    }
    Ok(files)
}

/// What tesseract reads in each picture, a few of it at work beside each other.
fn read_all(files: &[PathBuf], folder: &Path, mode: &str) -> Result<Vec<String>, Failure> {
    let shares: Vec<&[PathBuf]> = files.chunks(files.len().div_ceil(READERS).max(1)).collect();
    let answers: Vec<Result<Vec<String>, String>> = std::thread::scope(|scope| {
        let start = |(number, share)| {
            scope.spawn(move || {
                read(share, &folder.join(format!("read{number}")), mode).map_err(|error| error.to_string())
            })
        };
        let readers: Vec<_> = shares.into_iter().enumerate().map(start).collect();
        readers.into_iter().map(|reader| reader.join().expect("a reader does not panic")).collect()
    });
    Ok(answers.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
}

/// What one tesseract reads; it knows the alphabet and uses no dictionary.
fn read(files: &[PathBuf], answer: &Path, mode: &str) -> Result<Vec<String>, Failure> {
    let alphabet: String = ALPHABET.iter().collect();
    let list = answer.with_extension("list");
    std::fs::write(&list, files.iter().map(|file| format!("{}\n", file.display())).collect::<String>())?;
    let ran = Command::new("tesseract")
        .args([list.as_path(), answer])
        .args(["--psm", mode, "-l", "eng"])
        .args(["-c", &format!("tessedit_char_whitelist={alphabet}")])
        .args(["-c", "load_system_dawg=0", "-c", "load_freq_dawg=0", "-c", "page_separator=|"])
        .env("OMP_THREAD_LIMIT", "1")
        .output()
        .map_err(|error| format!("running tesseract (is it installed?): {error}"))?;
    if !ran.status.success() {
        return Err(format!("tesseract: {}", String::from_utf8_lossy(&ran.stderr)).into());
    }
    let text = std::fs::read_to_string(answer.with_extension("txt"))?;
    let read: Vec<String> = text.split('|').map(str::to_owned).collect();
    match read.len() == files.len() {
        true => Ok(read),
        false => Err(format!("tesseract answered for {} of {} pictures", read.len(), files.len()).into()),
    }
}

/// The 95 % interval of a share (Wilson 1927).
fn wilson(hits: u32, of: u32) -> (f64, f64) {
    let (n, z) = (f64::from(of.max(1)), 1.959_964_f64);
    let share = f64::from(hits) / n;
    let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}
