//! Whether eight times the text takes eight times as long, on texts made to break that. Prints the table of `README.md`.
//!
//! Twice: below the length at which a line is judged in parts, where a stage could be worse than linear, and far above, where
//! lists of findings and offsets could be.

mod shape;

use std::hint::black_box;

use cpu_time::ThreadTime;
use shape::{SHAPES, Shape};
use tamis::{Limits, NormalizationForm, Policy, Sanitizer};

const FACTOR: usize = 8;

/// The larger text in bytes: one block, and one line of many.
const LENGTHS: [(&str, usize); 2] = [("56 KiB", 56 << 10), ("8 MiB", 8 << 20)];

/// How long a batch of passes takes at the least, in seconds: far more than the clock's step.
const LEAST_SECONDS: f64 = 0.01;

fn main() {
    let limits = Limits::new().with_max_input_bytes(usize::MAX);
    let policies = [
        ("chat", Policy::chat()),
        (
            "document, NFKC",
            Policy::document().with_normalization(Some(NormalizationForm::Nfkc)),
        ),
    ]
    .map(|(name, policy)| (name, Sanitizer::new(policy.with_limits(limits))));
    print!("| text |");
    for (name, _) in &policies {
        LENGTHS
            .iter()
            .for_each(|(length, _)| print!(" {name}: {length} |"));
    }
    println!("\n|---|{}", "---:|".repeat(policies.len() * LENGTHS.len()));
    let mut worst = (0.0, "");
    for shape in SHAPES {
        print!("| {} |", shape.name);
        for (_, sanitizer) in &policies {
            for (_, bytes) in LENGTHS {
                let ratio = ratio(sanitizer, shape, bytes);
                if ratio > worst.0 {
                    worst = (ratio, shape.name);
                }
                print!(" {ratio:.2} |");
            }
        }
        println!();
    }
    println!("\nworst: {:.2}, {}", worst.0, worst.1);
}

/// The time for eight times the text, divided by eight times the time for the text: 1 is linear.
fn ratio(sanitizer: &Sanitizer, shape: &Shape, bytes: usize) -> f64 {
    let small = seconds(sanitizer, &shape.text(bytes / FACTOR));
    seconds(sanitizer, &shape.text(bytes)) / (FACTOR as f64 * small)
}

/// The processor time of one pass, in the fastest of at least three batches: what else the machine does only ever adds
/// to it.
fn seconds(sanitizer: &Sanitizer, text: &str) -> f64 {
    let batch = |passes: u32| {
        let start = ThreadTime::now();
        for _ in 0..passes {
            black_box(sanitizer.sanitize(black_box(text)));
        }
        start.elapsed().as_secs_f64()
    };
    let mut passes = 1;
    while batch(passes) < LEAST_SECONDS {
        passes *= 2;
    }
    (0..3).map(|_| batch(passes)).fold(f64::INFINITY, f64::min) / f64::from(passes)
}
