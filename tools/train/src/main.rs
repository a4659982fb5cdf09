//! Fits the model of `src/score/model`, and measures it on what it was not fitted on. See MODEL.md.

mod calibrate;
mod code;
mod compose;
mod encode;
mod fit;
mod generate;
mod kin;
mod lexicon;
mod measure;
mod own;
mod quantize;
mod read;
mod report;
mod rng;
mod rows;
mod scores;

use std::{env, error::Error, fs, path::Path, thread, time::Instant};

use fit::Knobs;
use quantize::Quantized;
use read::Example;
use rng::Rng;
use rows::{FOLDS, Origin, Row};
use tamis::train::{HEADER, INPUTS, encode_weights};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How the inputs are mixed for each origin: chosen by what was measured, see MODEL.md.
const MIXES: [(Origin, [f32; INPUTS]); 2] = [
    (Origin::User, [1.0, 1.0, 0.0, 0.0, 0.0, 4.0, -2.0]),
    (Origin::Data, [0.0, 0.5, 1.0, -0.3, -0.8, 2.4, 0.0]),
];

const LEXICON_PATH: &str = "src/score/model/lexicon.bin";
const KIN_PATH: &str = "src/stage/homoglyph/affinity.bin";
const WEIGHTS_PATH: &str = "src/score/model/weights.bin";

fn main() -> Outcome<()> {
    if env::args().any(|argument| argument == "lexicon") {
        return Ok(fs::write(LEXICON_PATH, lexicon::table()?)?);
    }
    if env::args().any(|argument| argument == "kin") {
        let sentences =
            argument("sentences").unwrap_or_else(|| "../shared/eval/multilingual.jsonl".into());
        return put_kin(&kin::table(Path::new(&sentences))?);
    }
    let knobs = knobs();
    let folder = argument("data").unwrap_or_else(|| "../shared/eval/train".into());
    let mut rng = Rng::new(7);
    let mut rows = rows::load(Path::new(&folder))?;
    rows.extend(rows::sentences(
        &Path::new(&folder).with_file_name("multilingual.jsonl"),
    )?);
    rows.extend(generate::rows(
        knob("generated", 300.0) as usize,
        knob("english", 3.0) as usize,
        knob("apart", 0.0) > 0.0,
        &mut rng,
    )?);
    if knob("own", 1.0) > 0.0 {
        rows.extend(own::rows(&mut rng)?);
    }
    rows.extend(code::rows(&mut rng)?);
    encode::add(&mut rows, knob("encoded", 1600.0) as usize, &mut rng);
    compose::add(&mut rows, knob("orders", 6000.0) as usize, &mut rng);
    let start = Instant::now();
    thread::scope(|scope| {
        let half = rows.len() / 2;
        for part in rows.chunks_mut(half + 1) {
            scope.spawn(|| part.iter_mut().for_each(read::clean));
        }
    });
    eprintln!("clean in {:?}", start.elapsed());
    let plain = knob("plain", 0.0) > 0.0;
    let examples: Vec<Example> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| Example::of(row, at, plain))
        .collect();
    let count = |of: &dyn Fn(&Example) -> usize| examples.iter().map(of).sum::<usize>();
    eprintln!(
        "{} rows, {} tokens, {} features",
        rows.len(),
        count(&Example::len),
        count(&|e| e.hashes.len())
    );
    let judged = held_back(&rows, &examples, &knobs);
    eprintln!("folds done in {:?}", start.elapsed());
    let (mut calibrations, mut scores) = (Vec::new(), Vec::new());
    for (origin, mix) in MIXES {
        let mix = if plain {
            [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
        } else {
            mix
        };
        let sums: Vec<(&Row, f32)> = judged
            .iter()
            .filter_map(|(at, inputs)| Some((rows.get(*at)?, sum(&mix, inputs))))
            .filter(|(row, _)| row.origin == origin)
            .collect();
        let calibration = report::report(&sums, origin, true);
        scores.extend(scores::lines(&sums, calibration));
        calibrations.push((mix, calibration));
    }
    if let Some(path) = argument("scores") {
        fs::write(path, scores.concat())?;
    }
    if env::args().any(|argument| argument == "write") {
        let all: Vec<&Example> = examples
            .iter()
            .filter(|e| rows.get(e.row).is_some_and(|row| row.may_fit))
            .collect();
        let quantized = quantize::quantize(&fit::fit(&rows, &all, &knobs));
        fs::write(WEIGHTS_PATH, bytes(&quantized, &calibrations))?;
        eprintln!("written in {:?}", start.elapsed());
    }
    Ok(())
}

/// Writes the table of kins; with `check`, fails if it is not what is there.
fn put_kin(table: &[u8]) -> Outcome<()> {
    if !env::args().any(|argument| argument == "check") {
        return Ok(fs::write(KIN_PATH, table)?);
    }
    match fs::read(KIN_PATH)? == table {
        true => Ok(()),
        false => Err(format!("{KIN_PATH} is not what `train -- kin` makes").into()),
    }
}

/// The value of `name=value`.
fn argument(name: &str) -> Option<String> {
    let mut pairs = env::args().skip(1);
    pairs.find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

fn knob(name: &str, default: f32) -> f32 {
    argument(name)
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

fn knobs() -> Knobs {
    Knobs {
        bits: knob("bits", 20.0) as u32,
        epochs: knob("epochs", 4.0) as usize,
        polish: knob("polish", 2.0) as usize,
        rate: knob("rate", 0.1),
        l2: knob("l2", 1e-4),
        min_files: knob("min", 2.0) as u32,
        cap: knob("cap", 800.0),
        benign: knob("benign", 2.0),
        hard: knob("hard", 3.0) as usize,
        random: knob("random", 4.0) as usize,
        count: knob("count", 150_000.0) as usize,
        seed: knob("seed", 1.0) as u64,
        fits: knob("fits", 4.0) as usize,
        dropout: knob("dropout", 0.2),
        own: knob("own-weight", 0.5),
        twins: knob("twins", 0.4),
        encoded: knob("encoded-weight", 3.0),
        rare: knob("rare", 3.0),
        ramp: knob("ramp", 2.0),
    }
}

fn sum(mix: &[f32; INPUTS], inputs: &[f32; INPUTS]) -> f32 {
    mix.iter()
        .zip(inputs)
        .map(|(weight, input)| weight * input)
        .sum()
}

/// The inputs of each row, by a model that was fitted without its fold. Two folds at a time.
fn held_back(rows: &[Row], examples: &[Example], knobs: &Knobs) -> Vec<(usize, [f32; INPUTS])> {
    let one = |fold: usize| {
        let bit = 1 << fold;
        let of = |wanted: &dyn Fn(&Row) -> bool| -> Vec<&Example> {
            examples
                .iter()
                .filter(|e| rows.get(e.row).is_some_and(wanted))
                .collect()
        };
        let train = of(&|row| row.may_fit && row.folds & bit == 0);
        let weights = quantize::quantize(&fit::fit(rows, &train, knobs)).weights();
        let test = of(&|row| row.folds == bit);
        test.into_iter()
            .map(|e| (e.row, fit::inputs(&weights, e)))
            .collect::<Vec<_>>()
    };
    let folds: Vec<usize> = (0..FOLDS).collect();
    let mut all = Vec::new();
    for pair in folds.chunks(2) {
        thread::scope(|scope| {
            let handles: Vec<_> = pair
                .iter()
                .map(|&fold| scope.spawn(move || one(fold)))
                .collect();
            all.extend(
                handles
                    .into_iter()
                    .flat_map(|handle| handle.join().unwrap_or_default()),
            );
        });
    }
    all
}

/// The file that the library reads: see `src/score/model/format.md`.
fn bytes(quantized: &Quantized, mixes: &[([f32; INPUTS], calibrate::Calibration)]) -> Vec<u8> {
    let mut out: Vec<u8> = quantized
        .levels
        .iter()
        .flat_map(|level| level.to_le_bytes())
        .collect();
    for (mix, calibration) in mixes {
        for weight in mix
            .iter()
            .map(|weight| weight * calibration.slope)
            .chain([calibration.shift])
        {
            out.extend(weight.to_le_bytes());
        }
    }
    assert_eq!(out.len(), HEADER, "the header is what the library reads");
    out.extend(encode_weights(&quantized.codes));
    out
}
