//! What `sanitize` takes for each text of a JSON file, with its full risk: medians of processor time in nanoseconds, as JSON.
//! `node/judges.mjs` puts them beside those of a peer.

use std::{collections::BTreeMap, env, fs, hint::black_box, process::ExitCode};

use cpu_time::ThreadTime;
use serde::Deserialize;

/// Samples for each text, and how many calls are one: together a fifth of a second for 1 KB.
const SAMPLES: usize = 31;
const CALLS: u32 = 200;

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("judge FILE: a JSON array of texts, each with its id");
        return ExitCode::FAILURE;
    };
    let file = fs::read_to_string(path).expect("a text in UTF-8");
    let texts: Vec<Text> = serde_json::from_str(&file).expect("an array of texts");
    let medians: BTreeMap<&str, f64> = texts
        .iter()
        .map(|text| (&*text.id, median(&text.text)))
        .collect();
    println!("{}", serde_json::to_string(&medians).expect("numbers"));
    ExitCode::SUCCESS
}

fn median(text: &str) -> f64 {
    let mut samples: Vec<f64> = (0..SAMPLES).map(|_| sample(text)).collect();
    samples.sort_by(f64::total_cmp);
    samples[SAMPLES / 2]
}

fn sample(text: &str) -> f64 {
    let start = ThreadTime::now();
    for _ in 0..CALLS {
        black_box(tamis::sanitize(black_box(text)).risk().score());
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
}
