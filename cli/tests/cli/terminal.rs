//! What may reach a terminal, and when.

use std::{
    fs,
    io::Read as _,
    process::{Command as Process, Stdio},
};

use crate::program::{TAGS, command, run, tamis, tamis_in};

/// What nothing written for a person may hold, colours aside.
fn is_safe(text: &str) -> bool {
    let is_unsafe = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    !text.contains(is_unsafe)
}

/// A message in tag characters that holds an escape sequence, a bell and a line break.
fn hostile_message() -> String {
    let tag = |c: char| char::from_u32(0xE0000 + u32::from(c)).unwrap();
    "OK\u{1B}]0;owned\u{7}\n$ done".chars().map(tag).collect()
}

#[test]
fn nothing_hostile_comes_out_raw() {
    let folder = tempfile::tempdir().unwrap();
    let name = "a\u{1B}[2Jb\u{202E}\n.txt";
    let text = format!(
        "\u{1B}[31mred\u{9B}2J \u{202E}desrever{}\u{7}\n",
        hostile_message()
    );
    fs::write(folder.path().join(name), &text).unwrap();
    fs::write(folder.path().join("bad\u{1B}.bin"), b"\0\0").unwrap();
    let missing = "gone\u{1B}[2J";
    for args in [
        ["scan", ".", missing].as_slice(),
        &["scan", "--format", "json", ".", missing],
        &["reveal", name, missing],
        &["reveal", "--format", "json", name, missing],
        &["score", name, missing],
        &["score", "--explain", name, missing],
        &["score", "--format", "json", "--explain", name, missing],
        &["eval", name, missing],
        &[
            "eval",
            "--format",
            "json",
            "--threshold",
            "0.5",
            name,
            missing,
        ],
        &["scan", "--policy", "\u{1B}[2J"],
        &["scan", "-\u{1B}[2J"],
    ] {
        let run = tamis_in(folder.path(), args);
        assert!(is_safe(&run.out), "{args:?}: {:?}", run.out);
        assert!(is_safe(&run.err), "{args:?}: {:?}", run.err);
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
    }
    let human = tamis_in(folder.path(), &["scan", "."]).out;
    assert!(human.contains(r"a\u{001B}[2Jb\u{202E}\n.txt: "), "{human}");
    assert!(
        human.contains(r"bad\u{001B}.bin: binary, skipped"),
        "{human}"
    );
    let said = tamis_in(folder.path(), &["clean", "--policy", "chat", name]).err;
    assert!(is_safe(&said), "{said:?}");
}

#[test]
fn json_lines_are_safe_to_look_at_too() {
    let line = r#"{"text":"a\u001b[2J\u202eb\u009b","\u001b":"\u001b"}"#;
    let run = tamis(&["clean", "--jsonl", "--policy", "report-only"], line);
    assert!(is_safe(&run.out), "{:?}", run.out);
    assert_eq!(run.json_lines()[0]["clean"], "a\u{1B}[2J\u{202E}b\u{9B}");
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let coloured = |args: &[&str], no_color: bool| {
        let mut command = command();
        if no_color {
            command.env("NO_COLOR", "1");
        }
        run(command.args(args).write_stdin(format!("x{TAGS}")))
            .out
            .contains('\u{1B}')
    };
    assert!(!coloured(&["scan"], false));
    assert!(!coloured(&["scan"], true));
    assert!(coloured(&["scan", "--color", "always"], false));
    assert!(!coloured(&["scan", "--color", "never"], false));
    assert!(!coloured(
        &["scan", "--color", "always", "--format", "json"],
        false
    ));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..300 {
        fs::write(
            folder.path().join(format!("{n}.txt")),
            "a\u{200B}b\n".repeat(40),
        )
        .unwrap();
    }
    let lines = "{\"text\":\"a\"}\n".repeat(100_000);
    fs::write(folder.path().join("lines.jsonl"), lines).unwrap();
    for args in [["scan", "--all", "."], ["clean", "--jsonl", "lines.jsonl"]] {
        let mut child = Process::new(env!("CARGO_BIN_EXE_tamis"))
            .current_dir(folder.path())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn help_and_version_say_what_is_needed() {
    let version = tamis(&["--version"], "").out;
    let (major, minor, patch) = tamis::unicode::UNICODE_VERSION;
    let wanted = format!(
        "tamis {} (Unicode {major}.{minor}.{patch})\n",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(version, wanted);
    for name in ["clean", "scan", "reveal", "score"] {
        let help = tamis(&[name, "--help"], "");
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Examples:\n  tamis "), "{}", help.out);
    }
    assert_eq!(tamis(&[], "").code, 2);
}
