//! Hidden characters put into real sentences come out again, and nothing else does: for each class and each language.
//!
//! The sentences are those of 112 languages beside the project, where they are there, and the project's own.

mod class;
mod draw;

use std::{
    collections::BTreeMap,
    fs,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::record::record;
use class::{CLASSES, Class};
use draw::inject;
use proptest::test_runner::{RngAlgorithm, TestRng};
use tamis::{Policy, Sanitizer};
use unicode_normalization::UnicodeNormalization as _;

/// The share of trials that must come out as they were, in percent: for each class, for each language, and for each class
/// in each language.
const BAR: f64 = 99.5;

/// How often each sentence is drawn upon for a class, under `document` the first time and under `chat` the others.
const DRAWS: usize = 3;

/// The same for the project's own sentences, which are few.
const OWN_DRAWS: usize = 24;

/// Misses of one class in one language that are chance: one in some 190 trials is past the bar already.
const CHANCE: u32 = 1;

const ENGLISH: &[&str] = &[
    "The quarterly report is due on Friday, please review it (and sign).",
    "Nobody expected the old lighthouse to be open on a Tuesday morning.",
    "We don't ship on weekends; orders placed after 4 p.m. leave on Monday.",
    "Mix the flour with two eggs, a pinch of salt and 250 ml of milk.",
    "Her talk covered three things: memory, latency and the cost of waiting.",
    "If you can't log in, reset your password and try again in 10 minutes.",
];
const CODE: &[&str] = &[
    "fn main() { println!(\"{}\", values[0] + total / 2); }",
    "for (let index = 0; index < rows.length; index += 1) render(rows[index]);",
    "SELECT name, price FROM products WHERE stock > 0 ORDER BY price DESC;",
    "if not path.exists(): raise FileNotFoundError(f\"no {path}\")",
    "docker run --rm -v \"$PWD\":/data image:latest --verbose",
    "# TODO list: <b>bold</b> & {{ template.value | upper }}",
];
const OTHERS: &[&str] = &[
    "Der Fuß läuft über die große Straße.",
    "Съешь ещё этих мягких французских булок, да выпей чаю.",
    "Η γρήγορη καφέ αλεπού πηδάει πάνω από τον σκύλο.",
];

/// A sentence, its language, and how often it is drawn upon.
struct Sentence {
    lang: String,
    text: String,
    draws: usize,
}

fn sentences() -> Vec<Sentence> {
    let own = [
        ("own-english", ENGLISH),
        ("own-code", CODE),
        ("own-others", OTHERS),
    ];
    let own = own.iter().flat_map(|(lang, texts)| {
        texts.iter().map(|text| Sentence {
            lang: (*lang).into(),
            text: (*text).into(),
            draws: OWN_DRAWS,
        })
    });
    let path = "../shared/eval/multilingual.jsonl";
    let Ok(lines) = fs::read_to_string(path) else {
        println!("skipped: no {path}; only the project's own sentences");
        return own.collect();
    };
    let row = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        Sentence {
            lang: row["lang"].as_str().unwrap().into(),
            text: row["text"].as_str().unwrap().nfc().collect(),
            draws: DRAWS,
        }
    };
    lines.lines().map(row).chain(own).collect()
}

/// Trials and misses, by language, and one of the misses.
#[derive(Default)]
struct Tally {
    by_language: BTreeMap<String, (u32, u32)>,
    example: Option<String>,
}

impl Tally {
    fn sum(&self) -> (u32, u32) {
        self.by_language
            .values()
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

fn share((trials, misses): (u32, u32)) -> f64 {
    100.0 - 100.0 * f64::from(misses) / f64::from(trials.max(1))
}

fn measure(class: &Class, sentences: &[Sentence]) -> Tally {
    // always the same sequence: a failure can be looked at again
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let policies = [Policy::document(), Policy::chat()].map(Sanitizer::new);
    let mut tally = Tally::default();
    for sentence in sentences {
        for draw in 0..sentence.draws {
            let Some(dirty) = inject(class, &sentence.text, &mut random) else {
                continue;
            };
            if draw == 0 {
                record(class.name, &sentence.lang, &dirty, &sentence.text);
            }
            let report = policies[draw.min(1)].sanitize(&dirty);
            let counts = tally.by_language.entry(sentence.lang.clone()).or_default();
            counts.0 += 1;
            if **report.clean() != *sentence.text {
                counts.1 += 1;
                tally.example = Some(format!("{dirty:?} became {:?}", report.clean()));
            }
        }
    }
    tally
}

/// Every class, by as many threads as there are processors.
fn measure_all(sentences: &[Sentence]) -> Vec<Tally> {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut tallies: Vec<(usize, Tally)> = thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            while let at = next.fetch_add(1, Ordering::Relaxed)
                && let Some(class) = CLASSES.get(at)
            {
                done.push((at, measure(class, sentences)));
            }
            done
        };
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    tallies.sort_by_key(|(at, _)| *at);
    tallies.into_iter().map(|(_, tally)| tally).collect()
}

#[test]
fn what_is_put_in_comes_out() {
    let sentences = sentences();
    let mut missed = Vec::new();
    let mut languages: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (class, tally) in CLASSES.iter().zip(measure_all(&sentences)) {
        let (trials, misses) = tally.sum();
        let share_of_all = share((trials, misses));
        let below: Vec<String> = tally
            .by_language
            .iter()
            .filter(|(_, counts)| share(**counts) < BAR)
            .map(|(lang, counts)| format!("{lang} {} of {}", counts.1, counts.0))
            .collect();
        println!(
            "{:34} {:6} of {trials:6}  {share_of_all:6.2} %  {}",
            class.name,
            trials - misses,
            if below.is_empty() {
                String::new()
            } else {
                format!("missed: {}", below.join(", "))
            }
        );
        if !class.can_be_told {
            continue;
        }
        for (lang, counts) in &tally.by_language {
            let sum = languages.entry(lang.clone()).or_default();
            *sum = (sum.0 + counts.0, sum.1 + counts.1);
        }
        let beyond_chance = |counts: &(u32, u32)| counts.1 > CHANCE && share(*counts) < BAR;
        if share_of_all < BAR || tally.by_language.values().any(beyond_chance) {
            let example = tally.example.unwrap_or_default();
            missed.push(format!("{}: {share_of_all:.2} %: {example}", class.name));
        }
    }
    let of_all = languages.iter().filter(|(_, counts)| share(**counts) < BAR);
    missed.extend(of_all.map(|(lang, counts)| format!("{lang}: {:.2} %", share(*counts))));
    if let Some((lang, counts)) = languages
        .iter()
        .min_by(|a, b| share(*a.1).total_cmp(&share(*b.1)))
    {
        println!(
            "{} languages, the least: {lang} {:.2} %",
            languages.len(),
            share(*counts)
        );
    }
    assert!(missed.is_empty(), "below {BAR} %:\n{}", missed.join("\n"));
}
