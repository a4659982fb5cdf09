//! Trojan Source (CVE-2021-42574, CVE-2021-42694): code that reads otherwise than it runs is reported, with its place.
//!
//! The samples are not part of the project. Where their file is not beside it, this is skipped and says so.

use std::fs;

use tamis::{Action, Policy, Sanitizer, Source};

const SAMPLES: &str = "../shared/eval/trojan_source_and_blns.jsonl";

#[test]
fn each_sample_is_found_under_code_and_nothing_is_changed() {
    let Ok(lines) = fs::read_to_string(SAMPLES) else {
        println!("skipped: no {SAMPLES}");
        return;
    };
    let sanitizer = Sanitizer::new(Policy::code());
    let (mut attacks, mut missed, mut noisy) = (0, Vec::new(), Vec::new());
    let (mut harmless, mut others) = (0, Vec::new());
    for row in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        if row["kind"] != "unicode-trojan-source" {
            continue;
        }
        let (text, name) = (row["text"].as_str().unwrap(), row["source"].to_string());
        let report = sanitizer.sanitize_from(Source::Document, text);
        assert_eq!(report.clean(), text, "{name}");
        assert!(report.findings().iter().all(|f| f.action() == Action::Kept));
        let found = report.findings().first();
        match (row["label"] == "attack", found) {
            (true, Some(_)) => attacks += 1,
            // the proofs of the two CVEs; other collections have spaces and whole foreign words too
            (true, None) if name.contains("nickboucher/trojan-source") => missed.push(name),
            (true, None) => others.push(name),
            (false, Some(finding)) => noisy.push(format!("{name}: {finding:?}")),
            (false, None) => harmless += 1,
        }
    }
    println!(
        "{attacks} attacks found, {harmless} harmless ones without a finding, not found: {others:?}"
    );
    assert!(missed.is_empty(), "missed: {missed:#?}");
    // one of them hides an order in tag characters, whatever its label says
    assert!(
        noisy.iter().all(|line| line.contains("TagCharacters")),
        "found in harmless code: {noisy:#?}"
    );
}

#[test]
fn naughty_strings_are_changed_only_where_they_hide_something() {
    let Ok(lines) = fs::read_to_string(SAMPLES) else {
        println!("skipped: no {SAMPLES}");
        return;
    };
    let (mut count, mut changed) = (0, Vec::new());
    for row in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        if row["kind"] != "unicode-naughty-string" {
            continue;
        }
        let text = row["text"].as_str().unwrap();
        let report = tamis::sanitize(text);
        count += 1;
        if report.findings().iter().any(|f| f.action() != Action::Kept) {
            let ids: Vec<_> = report.findings().iter().map(tamis::Finding::id).collect();
            changed.push(format!("{ids:?} {text:?}"));
        }
    }
    println!("{} of {count} naughty strings changed", changed.len());
    for line in &changed {
        println!("  {line}");
    }
    assert!(changed.len() * 10 <= count, "{} of {count}", changed.len());
}
