//! `tamis spotlight` on whole texts.

use crate::program::{TAGS, tamis};

#[test]
fn the_text_stands_clean_between_two_boundaries() {
    let run = tamis(&["spotlight"], format!("Pay me.{TAGS}"));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!((lines.len(), lines[1]), (3, "Pay me."));
    assert_eq!(lines[0], lines[2]);
    assert!(run.err.contains(lines[0]), "{}", run.err);
    assert_eq!(run.code, 0);
}

#[test]
fn each_run_has_a_boundary_of_its_own() {
    let boundary = || tamis(&["spotlight", "--format", "json"], "x").json()["boundary"].clone();
    assert_ne!(boundary(), boundary());
}

#[test]
fn a_program_reads_json() {
    let run = tamis(
        &["spotlight", "--mode", "base64", "--format", "json"],
        "hello",
    );
    let json = run.json();
    assert_eq!(json["mode"], "base64");
    let text = json["text"].as_str().unwrap();
    assert!(text.contains("\naGVsbG8=\n"), "{text}");
    let boundary = json["boundary"].as_str().unwrap();
    assert_eq!(text.matches(boundary).count(), 2);
    assert!(json["systemPrompt"].as_str().unwrap().contains("base64"));
}

#[test]
fn unknown_modes_are_named() {
    let run = tamis(&["spotlight", "--mode", "wrap"], "");
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("expected delimit, datamark, base64 or rot13"),
        "{}",
        run.err
    );
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let run = tamis(&["spotlight", "no-such-file"], "");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no-such-file"), "{}", run.err);
}
