//! What the search for encoded text takes of each file that is named, in processor time: with the rule on, and without it.

use std::{env, fs, hint::black_box};

use cpu_time::ThreadTime;
use tamis::{Policy, Rule, Sanitizer};

fn main() {
    let with = Sanitizer::new(Policy::chat());
    let without = Sanitizer::new(Policy::chat().without_rule(Rule::EncodedText));
    println!("| file | with, MB/s | without, MB/s | the search, ns a byte |");
    println!("|---|---:|---:|---:|");
    for path in env::args().skip(1) {
        let text = fs::read_to_string(&path).expect("a text in UTF-8");
        let (on, off) = (seconds(&with, &text), seconds(&without, &text));
        let megabytes = text.len() as f64 / 1e6;
        println!(
            "| {path} | {:.1} | {:.1} | {:.1} |",
            megabytes / on,
            megabytes / off,
            (on - off) * 1e3 / megabytes
        );
    }
}

/// The fastest of five passes: what else the machine does only ever adds to it.
fn seconds(sanitizer: &Sanitizer, text: &str) -> f64 {
    let pass = || {
        let start = ThreadTime::now();
        black_box(sanitizer.sanitize(black_box(text)));
        start.elapsed().as_secs_f64()
    };
    (0..5).map(|_| pass()).fold(f64::INFINITY, f64::min)
}
