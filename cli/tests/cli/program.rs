//! Runs `tamis`, and what came of it.

use std::{path::Path, process::Output};

use assert_cmd::Command;
use serde_json::Value;

/// "IGNORE" in tag characters.
pub(crate) const TAGS: &str = "\u{E0049}\u{E0047}\u{E004E}\u{E004F}\u{E0052}\u{E0045}";

/// What came of one run.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// The one JSON document on stdout.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The JSON value on each line of stdout.
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// Runs it with these arguments and this stdin, away from any terminal.
pub(crate) fn tamis(args: &[&str], stdin: impl Into<Vec<u8>>) -> Run {
    run(command().args(args).write_stdin(stdin))
}

/// Runs it with these arguments in `folder`.
pub(crate) fn tamis_in(folder: &Path, args: &[&str]) -> Run {
    run(command().current_dir(folder).args(args))
}

pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tamis"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

pub(crate) fn run(command: &mut Command) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Run {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}
