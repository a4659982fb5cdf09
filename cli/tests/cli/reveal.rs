//! `tamis reveal`.

use crate::program::{TAGS, tamis};

#[test]
fn each_message_stands_on_its_own_line() {
    // "obey" behind an emoji, in VARIATION SELECTOR-96, -83, -86 and -106
    let dirty = format!("one\ntwo{TAGS} three\n\u{1F60A}\u{E015F}\u{E0152}\u{E0155}\u{E0169}\n");
    let run = tamis(&["reveal"], dirty);
    let wanted = "<stdin>:2:4: tag-block: IGNORE\n<stdin>:3:2: variation-selector-bytes: obey\n";
    assert_eq!(run.out, wanted);
    assert_eq!((run.err.as_str(), run.code), ("", 0));
}

#[test]
fn nothing_hidden_gives_nothing() {
    assert_eq!(tamis(&["reveal"], "plain\n").out, "");
}

#[test]
fn json_has_the_message_exactly() {
    let json = tamis(&["reveal", "--format", "json"], format!("🦀{TAGS}")).json();
    let reveal = &json["files"][0]["reveals"][0];
    assert_eq!(reveal["text"], "IGNORE");
    assert_eq!(reveal["chain"], serde_json::json!(["tag-block"]));
    assert_eq!(reveal["byteSpan"], serde_json::json!([4, 28]));
    assert_eq!(reveal["utf16Span"], serde_json::json!([2, 14]));
    assert_eq!((&reveal["line"], &reveal["column"]), (&1.into(), &2.into()));
    assert_eq!(json["summary"]["messagesRevealed"], 1);
}

#[test]
fn a_missing_file_is_an_error() {
    let run = tamis(&["reveal", "/nowhere/at/all"], "");
    assert_eq!(run.code, 2);
    assert!(
        run.err.starts_with("tamis: /nowhere/at/all: "),
        "{}",
        run.err
    );
}
