//! JSON Lines: `tamis clean --jsonl` and `tamis score --jsonl`.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Command as Process, Stdio},
};

use serde_json::{Value, json};

use crate::program::{Run, TAGS, tamis, tamis_in};

fn clean(stdin: impl Into<Vec<u8>>) -> Run {
    tamis(&["clean", "--jsonl", "--field", "text"], stdin)
}

#[test]
fn a_line_in_is_a_line_out() {
    let run = clean(format!(
        "{}\n",
        json!({ "id": 7, "text": format!("🦀{TAGS}!") })
    ));
    assert_eq!(
        run.json_lines(),
        [json!({
            "clean": "🦀!",
            "changed": true,
            "findings": [{
                "id": "tag-characters",
                "byteSpan": [4, 28],
                "utf16Span": [2, 14],
                "action": "removed",
                "why": tamis::Rule::TagCharacters.why(),
                "reveal": {
                    "text": "IGNORE",
                    "chain": ["tag-block"],
                    "share": 1.0,
                    "byteSpan": [4, 28],
                    "utf16Span": [2, 14],
                },
            }],
        })]
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn scores_have_their_reasons() {
    let stdin = format!(
        "{}\n{}\n",
        json!({ "m": [{ "t": TAGS }] }),
        json!({ "m": [{ "t": "ten?" }] })
    );
    let args = ["score", "--jsonl", "--field", "/m/0/t", "--source", "user"];
    let lines = tamis(&args, stdin.clone()).json_lines();
    assert_eq!(lines[0]["level"], "critical");
    assert!(lines[0]["score"].as_f64().unwrap() >= 0.9);
    assert_eq!(lines[0]["signals"][0]["id"], "hidden-message");
    assert_eq!(lines[0]["signals"][0]["utf16Span"], json!([0, 12]));
    assert_eq!(
        lines[1],
        json!({ "score": 0.0, "level": "none", "signals": [] })
    );
    let dotted = tamis(&["score", "--jsonl", "--field", "m.0.t"], stdin).json_lines();
    assert_eq!(dotted[0]["level"], "critical");
}

#[test]
fn ten_thousand_lines_keep_their_order() {
    let line = |n: usize| {
        let hidden = if n.is_multiple_of(3) { TAGS } else { "" };
        format!(
            "{}\n",
            json!({ "text": format!("line {n}{hidden}{}", "x".repeat(n % 97)) })
        )
    };
    let stdin: String = (0..10_000).map(line).collect();
    let run = clean(stdin);
    let lines = run.json_lines();
    assert_eq!(lines.len(), 10_000);
    for (n, line) in lines.iter().enumerate() {
        assert_eq!(line["clean"], format!("line {n}{}", "x".repeat(n % 97)));
        assert_eq!(line["changed"], n.is_multiple_of(3));
    }
    assert_eq!(run.code, 0);
}

#[test]
fn a_bad_line_is_named_and_the_rest_goes_on() {
    let long = format!("{{\"text\":\"{}\"}}", "x".repeat(100));
    let stdin = [
        r#"{"text":"a"}"#,
        "{",
        r#"{"no":1}"#,
        r#"{"text":5}"#,
        "",
        &long,
        r#"{"text":"b"}"#,
    ];
    let args = ["clean", "--jsonl", "--max-bytes", "50"];
    let run = tamis(&args, stdin.join("\n"));
    let lines = run.json_lines();
    assert_eq!(lines.len(), stdin.len());
    let error =
        |n: usize| -> (&str, &Value) { (lines[n]["error"].as_str().unwrap(), &lines[n]["line"]) };
    assert_eq!(lines[0]["clean"], "a");
    assert!(error(1).0.starts_with("not JSON: "), "{}", error(1).0);
    assert_eq!(error(1).1, 2);
    assert_eq!(error(2), ("field 'text' is missing", &json!(3)));
    assert!(
        error(3).0.starts_with("field 'text' is not a string"),
        "{}",
        error(3).0
    );
    assert!(error(4).0.contains("empty"), "{}", error(4).0);
    assert_eq!(
        error(5),
        (
            "the line is longer than 50 bytes: --max-bytes allows more",
            &json!(6)
        )
    );
    assert_eq!(lines[6]["clean"], "b");
    assert_eq!(run.code, 2);
}

#[test]
fn lone_surrogates_are_findings() {
    let run = clean(r#"{"text":"a\ud800b\udc00"}"#);
    let line = &run.json_lines()[0];
    assert_eq!(line["clean"], "a\u{FFFD}b\u{FFFD}");
    assert_eq!(line["changed"], true);
    assert_eq!(line["findings"][0]["id"], "lone-surrogate");
    assert_eq!(line["findings"][0]["utf16Span"], json!([1, 2]));
    assert_eq!(line["findings"][1]["utf16Span"], json!([3, 4]));
    assert_eq!(run.code, 0);
}

#[test]
fn bytes_that_are_no_utf8_are_findings_with_their_place_in_the_string() {
    let run = clean(b"{\"text\":\"caf\xE9!\"}\n{\"text\":\"next\"}\n".to_vec());
    let lines = run.json_lines();
    assert_eq!(lines[0]["clean"], "caf\u{FFFD}!");
    assert_eq!(lines[0]["findings"][0]["id"], "invalid-utf8");
    assert_eq!(lines[0]["findings"][0]["originSpan"], json!([3, 4]));
    assert_eq!(lines[1]["clean"], "next");
    assert_eq!(run.code, 0);
}

#[test]
fn a_string_has_no_byte_order_mark() {
    let line = &clean(r#"{"text":"\ufeffa"}"#).json_lines()[0];
    assert_eq!(line["clean"], "a");
    assert_eq!(line["changed"], true);
    assert_eq!(line["findings"][0]["utf16Span"], json!([0, 1]));
}

#[test]
fn files_follow_each_other_and_a_missing_one_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("1.jsonl"), "{\"text\":\"1\"}\n{\n").unwrap();
    std::fs::write(
        folder.path().join("2.jsonl"),
        "\u{FEFF}{\"text\":\"2\"}\r\n{\r\n",
    )
    .unwrap();
    let run = tamis_in(
        folder.path(),
        &["clean", "--jsonl", "1.jsonl", "gone", "2.jsonl"],
    );
    let lines = run.json_lines();
    assert_eq!(lines[2]["clean"], "2");
    assert_eq!(
        (&lines[1]["line"], &lines[3]["line"]),
        (&json!(2), &json!(4))
    );
    assert_eq!(run.code, 2);
    assert!(run.err.contains("tamis: gone: "), "{}", run.err);
}

#[test]
fn whoever_writes_a_line_and_waits_gets_an_answer() {
    let mut child = Process::new(env!("CARGO_BIN_EXE_tamis"))
        .args(["score", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        stdin.write_all(b"{\"text\":\"hello\"}\n").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert!(line.contains("\"level\":\"none\""), "{line}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn flags_that_make_no_sense_together_are_refused() {
    assert_eq!(tamis(&["clean", "--field", "text"], "").code, 2);
    assert_eq!(tamis(&["score", "--jsonl", "--format", "json"], "").code, 2);
}
