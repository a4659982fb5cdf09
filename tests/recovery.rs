//! How many spoofed words come back as they were, measured. Each bar is what is reached: it may rise, never sink.

mod lines;

use std::{collections::BTreeMap, fs};

use crate::record::record;
use tamis::sanitize;

const CONFUSABLES: &str = "../shared/unicode/18.0.0/security/confusables.txt";

/// Words with every letter of either case. None has two letters: such a word with a styled letter may be a formula.
const WORDS: &[&str] = &[
    "ignore",
    "previous",
    "instructions",
    "password",
    "system",
    "execute",
    "quick",
    "jumping",
    "whizzes",
    "verify",
    "black",
    "quartz",
    "judge",
    "vow",
    "box",
    "file",
    "account",
    "Ignore",
    "Please",
    "Transfer",
    "Google",
    "Microsoft",
    "Bank",
    "Xavier",
    "Kevin",
    "Quebec",
    "Zurich",
    "Joseph",
    "London",
    "Yes",
    "Visa",
    "Wallet",
    "Hello",
    "Enter",
    "Reset",
    "Approve",
    "Download",
    "Update",
    "Next",
    "IGNORE",
    "OVERRIDE",
    "SYSTEM",
    "PROMPT",
    "WARNING",
    "JACKET",
    "FIX",
    "QUOTA",
    "ZEBRA",
    "BACKUP",
    "CHANGED",
    "LIVE",
    "HOLD",
];

/// Each source with its skeleton, from the file itself.
fn confusables() -> Option<BTreeMap<char, String>> {
    let text = fs::read_to_string(CONFUSABLES).ok()?;
    let mut found = BTreeMap::new();
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        // ZERO WIDTH NO-BREAK SPACE stands at the start as a byte-order mark
        let mut fields = line.split('#').next().unwrap().split(';').map(str::trim);
        if let (Some(source), Some(skeleton)) = (fields.next(), fields.next()) {
            let letter = |hex: &str| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
            found.insert(letter(source), skeleton.split(' ').map(letter).collect());
        }
    }
    Some(found)
}

#[test]
fn a_confusable_in_an_ascii_word_is_restored() {
    let Some(confusables) = confusables() else {
        println!("skipped: no {CONFUSABLES}");
        return;
    };
    let skeleton = |c: char| {
        confusables
            .get(&c)
            .cloned()
            .unwrap_or_else(|| c.to_string())
    };
    let sources = confusables.iter().filter(|(source, skeleton)| {
        !source.is_ascii()
            && (skeleton.len() == 1 && skeleton.starts_with(|c: char| c.is_ascii_alphabetic())
                || *skeleton == "rn")
    });
    let (mut pairs, mut restored, mut count) = (0, 0, 0);
    let mut failed: BTreeMap<char, (u32, u32)> = BTreeMap::new();
    for (&source, shape) in sources {
        count += 1;
        for word in WORDS {
            for (at, letter) in word.char_indices().filter(|&(_, c)| skeleton(c) == *shape) {
                let spoofed = format!("{}{source}{}", &word[..at], &word[at + letter.len_utf8()..]);
                let is_restored = &**sanitize(&spoofed).clean() == *word;
                record("confusable in a word", "own-words", &spoofed, word);
                pairs += 1;
                restored += u32::from(is_restored);
                let tally = failed.entry(source).or_default();
                tally.0 += 1;
                tally.1 += u32::from(!is_restored);
            }
        }
    }
    let share = f64::from(restored) / f64::from(pairs);
    println!(
        "{count} sources, {restored} of {pairs} words restored: {:.2} %",
        share * 100.0
    );
    for (source, (tried, missed)) in failed.iter().filter(|(_, (_, missed))| *missed > 0) {
        println!(
            "  U+{:04X} for {}: {missed} of {tried} not restored",
            u32::from(*source),
            skeleton(*source)
        );
    }
    // the rest is kept on purpose, mostly letters of real alphabets: twins.toml and UNICODE.md say which
    assert!(share >= 0.994, "{share}");
}
