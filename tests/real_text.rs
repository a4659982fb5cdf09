//! Real sentences in 112 languages, and text that sanitizers are known to damage, come through untouched, but for
//! normalization to NFC.
//!
//! The sentences are not part of the project. Where their folder is not beside it, this is skipped and says so.

use std::{fs, path::Path};

use tamis::{Policy, Sanitizer};
use unicode_normalization::UnicodeNormalization as _;

const FOLDER: &str = "../shared/eval";

#[test]
fn real_text_is_untouched() {
    let folder = Path::new(FOLDER);
    if !folder.is_dir() {
        println!("skipped: no {FOLDER}");
        return;
    }
    for name in ["multilingual.jsonl", "unicode_legit.jsonl"] {
        let lines = fs::read_to_string(folder.join(name)).unwrap();
        let mut count = 0;
        for line in lines.lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = row["text"].as_str().unwrap();
            for policy in [Policy::chat(), Policy::document(), Policy::strict()] {
                let sanitizer = Sanitizer::new(policy);
                let report = sanitizer.sanitize(text);
                assert!(
                    report.clean().chars().eq(text.nfc()) && report.findings().is_empty(),
                    "{}: {text:?}: {:?}",
                    row["lang"],
                    report.findings()
                );
            }
            count += 1;
        }
        println!("{name}: {count} lines untouched under three policies");
    }
}
