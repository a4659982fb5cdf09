//! `tamis scan`.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::program::{TAGS, tamis, tamis_in};

/// A folder with a bit of everything.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("clean.txt", b"nothing here\n");
    write(
        "docs/mail.txt",
        format!("Hi,\nall is we\u{200B}ll{TAGS}.\n").as_bytes(),
    );
    write(".agent/rules.md", format!("Be kind{TAGS}\n").as_bytes());
    write(".git/config", TAGS.as_bytes());
    write(".gitignore", b"ignored.txt\n");
    write("ignored.txt", TAGS.as_bytes());
    write("logo.bin", b"\x89PNG\0\0");
    folder
}

fn paths(json: &Value) -> Vec<&str> {
    let files = json["files"].as_array().unwrap();
    files
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect()
}

fn scan(folder: &Path, args: &[&str]) -> Value {
    tamis_in(folder, &[&["scan", "--format", "json"], args].concat()).json()
}

#[test]
fn json_is_one_document_with_everything_in_it() {
    let folder = folder();
    let json = scan(folder.path(), &["docs/mail.txt"]);
    assert_eq!(json["tool"]["name"], "tamis");
    assert_eq!(json["tool"]["version"], env!("CARGO_PKG_VERSION"));
    assert!(
        json["tool"]["unicodeVersion"]
            .as_str()
            .unwrap()
            .ends_with(".0")
    );
    assert_eq!(
        (&json["policy"], &json["source"]),
        (&"chat".into(), &"document".into())
    );
    let findings = json["files"][0]["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 2);
    assert_eq!(
        findings[0],
        json!({
            "id": "zero-width",
            "line": 2,
            "column": 10,
            "byteSpan": [13, 16],
            "utf16Span": [13, 14],
            "action": "removed",
            "why": tamis::Rule::ZeroWidth.why(),
            "characters": [{ "codePoint": "U+200B", "name": "ZERO WIDTH SPACE", "count": 1 }],
            "characterCount": 1,
        })
    );
    assert_eq!(findings[1]["id"], "tag-characters");
    assert_eq!(
        (&findings[1]["line"], &findings[1]["column"]),
        (&json!(2), &json!(13))
    );
    assert_eq!(findings[1]["characterCount"], 6);
    assert_eq!(findings[1]["reveal"]["text"], "IGNORE");
    assert_eq!(findings[1]["reveal"]["utf16Span"], json!([16, 28]));
    let risk = &json["files"][0]["risk"];
    assert_eq!(risk["level"], "critical");
    assert!(risk["score"].as_f64().unwrap() >= 0.9);
    assert_eq!(risk["signals"][0]["id"], "hidden-message");
    assert_eq!(
        json["summary"],
        json!({
            "filesScanned": 1,
            "filesSkipped": 0,
            "filesWithFindings": 1,
            "findings": 2,
            "messagesRevealed": 1,
            "highestRisk": "critical",
        })
    );
}

#[test]
fn folders_are_walked_as_gitignore_says_hidden_files_included() {
    let folder = folder();
    let json = scan(folder.path(), &["."]);
    let wanted = [
        "./.agent/rules.md",
        "./.gitignore",
        "./clean.txt",
        "./docs/mail.txt",
        "./logo.bin",
    ];
    assert_eq!(paths(&json), wanted);
    assert_eq!(json["files"][4]["skipped"], "binary");
    assert_eq!(json["summary"]["filesScanned"], 4);
    assert_eq!(json["summary"]["filesSkipped"], 1);
    let all = scan(folder.path(), &["--no-ignore", "."]);
    assert!(paths(&all).contains(&"./ignored.txt"));
    assert!(!paths(&all).contains(&"./.git/config"));
}

#[test]
fn binary_files_are_looked_at_when_asked() {
    let folder = folder();
    let json = scan(folder.path(), &["--text", "logo.bin"]);
    assert_eq!(json["files"][0]["findings"][0]["id"], "invalid-utf8");
}

#[test]
fn a_person_reads_places_names_and_messages() {
    let folder = folder();
    let run = tamis_in(folder.path(), &["scan", "docs", "clean.txt", "logo.bin"]);
    for wanted in [
        "docs/mail.txt: critical risk 0.9",
        "docs/mail.txt:2:10: zero-width\n",
        "U+200B ZERO WIDTH SPACE\n",
        "docs/mail.txt:2:13: tag-characters\n",
        "6 characters U+E0045",
        "IGNORE  (tag-block)\n",
        "all is we‹U+200B›ll‹U+E0049 … 6 characters›.\n",
        "hidden-message at 2:13: ",
        "clean.txt: nothing found\n",
        "logo.bin: binary, skipped\n",
        "2 files scanned, 1 with findings, 2 findings, 1 message revealed, 1 skipped as binary, highest risk critical\n",
    ] {
        assert!(run.out.contains(wanted), "{wanted} is not in:\n{}", run.out);
    }
    assert_eq!((run.err.as_str(), run.code), ("", 0));
    let quiet = tamis_in(folder.path(), &["scan", "--quiet", "clean.txt"]);
    assert!(quiet.out.starts_with("1 file scanned"), "{}", quiet.out);
}

#[test]
fn many_findings_are_cut_short_unless_all_are_wanted() {
    let dirty = "a\u{200B}b\n".repeat(30);
    let few = tamis(&["scan"], dirty.clone()).out;
    assert!(
        few.contains("and 10 more findings: --all shows them"),
        "{few}"
    );
    let all = tamis(&["scan", "--all"], dirty).out;
    assert_eq!(all.matches("zero-width\n").count(), 30);
}

#[test]
fn stdin_and_utf16_and_bad_bytes_are_understood() {
    let units = "\u{FEFF}a\nb\u{200B}".encode_utf16(); // a byte-order mark
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    let finding = &tamis(&["scan", "--format", "json"], bytes).json()["files"][0]["findings"][0];
    assert_eq!(finding["id"], "zero-width");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&json!(2), &json!(2))
    );
    let run = tamis(
        &["scan", "--format", "json", "-"],
        b"\xEF\xBB\xBFab\xFFc".to_vec(),
    );
    let finding = &run.json()["files"][0]["findings"][0];
    assert_eq!(finding["id"], "invalid-utf8");
    assert_eq!(finding["byteSpan"], json!([2, 5]));
    assert_eq!(finding["originSpan"], json!([5, 6]));
    let human = tamis(&["scan"], b"ab\xFFc".to_vec()).out;
    assert!(human.contains("byte 2: FF\n"), "{human}");
}

#[test]
fn fail_on_decides_the_exit_status() {
    let critical = format!("x{TAGS}");
    for (fail_on, text, code) in [
        ("any", critical.as_str(), 1),
        ("critical", critical.as_str(), 1),
        ("low", critical.as_str(), 1),
        ("any", "so\u{AD}ft", 1), // SOFT HYPHEN
        ("critical", "so\u{AD}ft", 0),
        ("any", "calm", 0),
        ("low", "calm", 0),
    ] {
        let run = tamis(&["scan", "--fail-on", fail_on], text);
        assert_eq!(run.code, code, "--fail-on {fail_on}: {}", run.out);
    }
    assert_eq!(tamis(&["scan"], critical).code, 0);
    let run = tamis(&["scan", "--fail-on", "none"], "");
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("expected any, low, medium, high or critical"),
        "{}",
        run.err
    );
}

#[test]
fn what_cannot_be_read_is_reported_and_outweighs_what_is_found() {
    let folder = folder();
    let args = [
        "scan",
        "--fail-on",
        "any",
        "gone",
        "docs",
        "gone/too",
        "--format",
        "json",
    ];
    let run = tamis_in(folder.path(), &args);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("tamis: gone: "), "{}", run.err);
    let json = run.json();
    assert_eq!(paths(&json), ["docs/mail.txt"]);
    assert_eq!(json["errors"][0]["path"], "gone");
    assert_eq!(json["errors"][1]["path"], "gone/too");
    let human = tamis_in(folder.path(), &["scan", "gone", "clean.txt"]);
    assert!(human.out.contains("1 could not be read"), "{}", human.out);
}

#[test]
fn many_files_come_out_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..500).map(|n| format!("{n:03}.txt")).collect();
    for name in &names {
        fs::write(folder.path().join(name), format!("{name}\u{200B}")).unwrap();
    }
    let json = scan(folder.path(), &["."]);
    let wanted: Vec<String> = names.iter().map(|name| format!("./{name}")).collect();
    assert_eq!(paths(&json), wanted);
    assert_eq!(json["summary"]["findings"], 500);
}
