//! Fits the model of `src/score/model`, and measures it on what it was not fitted on. See MODEL.md.

mod compose;
mod fit;
mod generate;
mod lexicon;
mod measure;
mod read;
mod rng;
mod rows;
mod stack;

use std::{collections::BTreeMap, env, error::Error, path::Path, time::Instant};

use fit::{Knobs, Weights, windows};
use read::Example;
use rng::Rng;
use rows::{FOLDS, Origin, Row};
use stack::{Inputs, Stack};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    if env::args().any(|a| a == "lexicon") {
        return Ok(std::fs::write("src/score/model/lexicon.bin", lexicon::table()?)?);
    }
    let knob = |name: &str, default: f32| -> f32 {
        env::args().find_map(|a| a.strip_prefix(&format!("{name}=")).and_then(|v| v.parse().ok())).unwrap_or(default)
    };
    let knobs = Knobs {
        bits: knob("bits", 19.0) as u32,
        epochs: knob("epochs", 4.0) as usize,
        rate: knob("rate", 0.1),
        l2: knob("l2", 1e-4),
        min_files: knob("min", 2.0) as u32,
        cap: knob("cap", 800.0),
        benign: knob("benign", 2.0),
        seed: 1,
        long: knob("long", 0.0) > 0.0,
    };
    let folder = env::args().find_map(|a| a.strip_prefix("data=").map(str::to_owned)).unwrap_or_else(|| "../shared/eval/train".into());
    let mut rows = rows::load(Path::new(&folder))?;
    rows.extend(rows::sentences(&Path::new(&folder).with_file_name("multilingual.jsonl"))?);
    let mut rng = Rng::new(7);
    rows.extend(generate::rows(knob("generated", 300.0) as usize, knob("lolo", 0.0) > 0.0, &mut rng)?);
    add_composed(&mut rows, &mut rng);
    let start = Instant::now();
    let examples: Vec<Example> = rows.iter().enumerate().map(|(at, row)| Example::of(row, at)).collect();
    eprintln!("{} rows, {} tokens, {} features, read in {:?}", rows.len(),
        examples.iter().map(Example::len).sum::<usize>(), examples.iter().map(|e| e.hashes.len()).sum::<usize>(), start.elapsed());
    let mut judged: Vec<Option<Inputs>> = vec![None; rows.len()];
    let folds: Vec<usize> = (0..FOLDS).collect();
    let results: Vec<Vec<(usize, Inputs)>> = std::thread::scope(|scope| {
        let mut all = Vec::new();
        for pair in folds.chunks(2) {
            let handles: Vec<_> = pair.iter().map(|&fold| {
                let (rows, examples, knobs) = (&rows, &examples, &knobs);
                scope.spawn(move || one_fold(rows, examples, knobs, fold))
            }).collect();
            for handle in handles {
                all.push(handle.join().unwrap_or_default());
            }
        }
        all
    });
    for (at, inputs) in results.into_iter().flatten() {
        if let Some(slot) = judged.get_mut(at) {
            *slot = Some(inputs);
        }
    }
    eprintln!("folds in {:?}", start.elapsed());
    report(&rows, &judged, None);
    let mixes: [Inputs; 8] = [
        [1.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 0.0, 0.0, -0.5, 0.0, 0.0],
        [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 1.0, 0.0, 0.0, -0.5, 0.0, 0.0],
        [0.0, 0.0, 0.0, 0.0, 0.0, -0.5, 0.0, 1.0],
        [0.0, 0.0, 1.0, 0.0, 0.0, -0.5, 0.0, 1.0],
        [0.0, 0.5, 1.0, 0.0, 0.0, -0.5, 0.0, 0.0],
        [0.0, 0.5, 1.0, 0.0, 0.0, -0.5, 0.0, 1.0],
    ];
    for mix in mixes {
        println!("#### mix {mix:?}");
        report(&rows, &judged, Some(mix));
    }
    Ok(())
}

fn one_fold(rows: &[Row], examples: &[Example], knobs: &Knobs, fold: usize) -> Vec<(usize, Inputs)> {
    let bit = 1 << fold;
    let train: Vec<&Example> = examples.iter().filter(|e| rows.get(e.row).is_some_and(|row| row.may_fit && row.folds & bit == 0)).collect();
    let weights = fit::fit(rows, &train, knobs);
    examples.iter().filter(|e| rows.get(e.row).is_some_and(|row| row.folds == bit)).map(|e| (e.row, judge(&weights, e))).collect()
}

fn judge(weights: &Weights, example: &Example) -> Inputs {
    let (all, means) = windows(weights, example);
    stack::inputs(&all, means, example.len())
}

/// Adds texts that are composed of rows: to fit on, and to check with.
fn add_composed(rows: &mut Vec<Row>, rng: &mut Rng) {
    let is_doc = |row: &Row| !row.attack && row.origin == Origin::Data && row.lang != "und";
    let composed = {
        let docs: Vec<&Row> = rows.iter().filter(|r| is_doc(r) && r.may_fit).collect();
        let checks: Vec<&Row> = rows.iter().filter(|r| is_doc(r)).collect();
        let prompts: Vec<&Row> = rows.iter().filter(|r| !r.attack && r.may_fit && r.kind.starts_with("benign-prompt")).collect();
        let unseen: Vec<&Row> = rows.iter().filter(|r| r.file == "alpaca_harmless").collect();
        let attacks: Vec<&Row> = rows.iter().filter(|r| r.attack && r.may_fit && r.kind == "direct-injection").collect();
        let unseen_attacks: Vec<&Row> = rows.iter().filter(|r| r.attack && r.file == "safeguard_xtram1").collect();
        let mut all = compose::compose(&prompts, &docs, "order", 5000, rng);
        all.extend(compose::compose(&attacks, &docs, "indirect-injection", 2500, rng));
        all.extend(compose::compose(&unseen, &checks, "order", 1500, rng).into_iter().filter(|r| r.attack));
        all.extend(compose::compose(&unseen_attacks, &checks, "indirect-injection", 1000, rng).into_iter().filter(|r| r.attack));
        all
    };
    rows.extend(composed);
}

fn report(rows: &[Row], judged: &[Option<Inputs>], only: Option<Inputs>) {
    for origin in [Origin::User, Origin::Data] {
        println!("== {origin:?}");
        let of: Vec<(&Row, &Inputs)> = rows.iter().zip(judged).filter_map(|(row, j)| Some((row, j.as_ref()?)))
            .filter(|(row, _)| row.origin == origin).collect();
        let mut counts = BTreeMap::new();
        for (row, _) in &of {
            *counts.entry((&row.file, row.attack)).or_insert(0.0_f32) += 1.0;
        }
        // each fold is judged by a combination that was fitted on the others
        let mut scored: Vec<(&Row, f32)> = Vec::new();
        let mut last = Stack::default();
        for fold in 0..FOLDS {
            let items: Vec<_> = of.iter().filter(|(row, _)| row.folds != 1 << fold).map(|(row, inputs)| {
                let count = counts.get(&(&row.file, row.attack)).copied().unwrap_or(1.0);
                (**inputs, row.attack, (300.0 / count).min(1.0))
            }).collect();
            last = match only {
                Some(weights) => Stack { weights, bias: 0.0 },
                None => Stack::fit(&items, 1e-3),
            };
            scored.extend(of.iter().filter(|(row, _)| row.folds == 1 << fold).map(|(row, inputs)| (*row, last.score(inputs))));
        }
        println!("{:?} {:.2}", last.weights, last.bias);
        let mut sets: BTreeMap<(bool, &str, &str), Vec<f32>> = BTreeMap::new();
        for (row, score) in &scored {
            sets.entry((row.attack, &row.file, &row.kind)).or_default().push(*score);
        }
        let ordinary: Vec<Vec<f32>> = sets.iter().filter(|((attack, _, kind), set)| !attack && set.len() >= 50 && match origin {
            Origin::User => kind.starts_with("benign-prompt"),
            Origin::Data => kind.starts_with("benign-doc") && !kind.contains("composed"),
        }).map(|(_, set)| set.clone()).collect();
        let pooled: Vec<f32> = ordinary.iter().flatten().copied().collect();
        let (one, tenth) = (measure::threshold_over_sets(&ordinary, 0.01), measure::threshold_over_sets(&ordinary, 0.001));
        println!("thresholds {one:.2} {tenth:.2}; pooled at 1%: {:.2}", measure::threshold(&mut pooled.clone(), 0.01));
        for ((attack, file, kind), set) in &sets {
            let auc = if *attack { format!("auc {:.3}", measure::auc(set, &pooled)) } else { String::new() };
            println!("{} {:32} {:36} {:5}  {:5.1} {:5.1}  {auc}", if *attack { "A" } else { "b" }, file, kind, set.len(),
                100.0 * measure::above(set, one), 100.0 * measure::above(set, tenth));
        }
        let mean = |pick: &dyn Fn(&str, &str) -> bool| {
            let of: Vec<f32> = sets.iter().filter(|((attack, file, kind), set)| *attack && set.len() >= 20 && pick(file, kind)).map(|(_, set)| measure::above(set, one)).collect();
            100.0 * of.iter().sum::<f32>() / of.len().max(1) as f32
        };
        println!("MEAN {origin:?}: jailbreak {:.1} direct {:.1} multilingual {:.1} indirect {:.1} order {:.1} | hard {:.2}",
            mean(&|file, kind| kind == "jailbreak" && file != "jailbench_zh"), mean(&|_, kind| kind == "direct-injection"), mean(&|_, kind| kind.starts_with("multilingual")),
            mean(&|_, kind| kind == "indirect-injection"), mean(&|file, kind| kind == "order" && file.starts_with("check")),
            { let of: Vec<f32> = sets.iter().filter(|((attack, _, kind), set)| !attack && set.len() >= 20 && kind.contains("hard")).map(|(_, set)| measure::above(set, one)).collect(); 100.0 * of.iter().sum::<f32>() / of.len().max(1) as f32 });
    }
}
