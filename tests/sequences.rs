//! Every sequence that Unicode registers comes through untouched, alone and inside a sentence.
//!
//! The files are not part of the project. Where their folder is not beside it, this is skipped and says so.

use std::{fs, path::Path};

use tamis::{Policy, Sanitizer};

const FOLDER: &str = "../shared/unicode/18.0.0";

/// Files whose first field is a sequence of code points, and how many sequences they hold at least.
const FILES: [(&str, usize); 5] = [
    ("emoji/emoji-test.txt", 5000),
    ("emoji/emoji-sequences.txt", 1000),
    ("emoji/emoji-zwj-sequences.txt", 1300),
    ("ucd/emoji/emoji-variation-sequences.txt", 700),
    ("ucd/StandardizedVariants.txt", 1400),
];

#[test]
fn registered_sequences_are_untouched() {
    if !Path::new(FOLDER).is_dir() {
        println!("skipped: no {FOLDER}");
        return;
    }
    // normalization replaces CJK compatibility ideographs and the like: that is its own matter, tested elsewhere
    let sanitizer = Sanitizer::new(Policy::chat().with_normalization(None));
    for (name, least) in FILES {
        let text = fs::read_to_string(Path::new(FOLDER).join(name)).unwrap();
        let mut count = 0;
        for sequence in text.lines().flat_map(sequences) {
            for dirty in [
                sequence.clone(),
                format!("so {sequence}, and {sequence}{sequence}!"),
            ] {
                let report = sanitizer.sanitize(&dirty);
                assert!(
                    !report.changed() && report.findings().is_empty(),
                    "{name}: {dirty:?}: {:?}",
                    report.findings()
                );
            }
            count += 1;
        }
        assert!(count >= least, "{name}: {count}");
        println!("{name}: {count} sequences untouched");
    }
}

/// The sequence of a data line, or each character of a range.
fn sequences(line: &str) -> Vec<String> {
    let data = line
        .split('#')
        .next()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .trim();
    let character = |hex: &str| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
    match data.split_once("..") {
        _ if data.is_empty() => Vec::new(),
        Some((first, last)) => (character(first)..=character(last))
            .map(String::from)
            .collect(),
        None => vec![data.split_whitespace().map(character).collect()],
    }
}
