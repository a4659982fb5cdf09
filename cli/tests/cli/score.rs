//! `tamis score` on whole texts.

use crate::program::{TAGS, tamis};

#[test]
fn a_person_reads_a_line_and_its_reasons() {
    let run = tamis(&["score"], format!("x{TAGS}\n"));
    assert!(run.out.starts_with("<stdin>: 0.9"), "{}", run.out);
    assert!(run.out.contains("hidden-message at 1:2: "), "{}", run.out);
    assert_eq!(run.code, 0);
}

#[test]
fn a_program_reads_json() {
    let run = tamis(
        &["score", "--format", "json", "--source", "tool"],
        format!("x{TAGS}"),
    );
    let json = run.json();
    assert_eq!(json["source"], "tool");
    let file = &json["files"][0];
    assert_eq!(
        (&file["path"], &file["level"]),
        (&"<stdin>".into(), &"critical".into())
    );
    assert!(file["score"].as_f64().unwrap() >= 0.9);
    assert_eq!(file["signals"][0]["id"], "hidden-message");
    assert_eq!(json["summary"]["highestRisk"], "critical");
}

#[test]
fn calm_text_scores_nothing() {
    let run = tamis(&["score", "--source", "user"], "See you at ten?\n");
    assert_eq!(run.out, "<stdin>: 0.00 none\n");
}

#[test]
fn unknown_sources_are_named() {
    let run = tamis(&["score", "--source", "web"], "");
    assert_eq!(run.code, 2);
    let wanted = "unknown source 'web': expected user, document, tool or model";
    assert!(run.err.contains(wanted), "{}", run.err);
}
