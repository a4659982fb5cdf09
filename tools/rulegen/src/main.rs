//! Makes the tables of the rules over words from `rules.toml` and the words of each language.

extern crate alloc;

#[path = "../../../src/score/rules/alphabet.rs"]
mod alphabet;
#[path = "../../../src/score/rules/fold.rs"]
mod fold;
#[path = "../../../src/score/rules/language/mod.rs"]
#[allow(dead_code)] // some of it is for users' own rules
mod language;
#[path = "../../../src/score/rules/node.rs"]
mod node;
#[path = "../../../src/score/rules/step.rs"]
mod step;

mod read;
mod write;

use std::{env, path::PathBuf, process::ExitCode};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str =
    "usage: rulegen --rules <folder of rules.toml and rules/words/> [--check | --measure]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rulegen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut folder: Option<PathBuf> = None;
    let (mut check, mut measure) = (false, false);
    let mut args = env::args_os().skip(1);
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--rules") => folder = args.next().map(PathBuf::from),
            Some("--check") => check = true,
            Some("--measure") => measure = true,
            _ => return Err(format!("unknown argument {}\n{USAGE}", arg.display()).into()),
        }
    }
    let folder = folder.ok_or(USAGE)?;
    let rules = read::Rules::read(&folder)?;
    let compiled = rules.compile()?;
    if measure {
        return write::measure(&compiled, &rules);
    }
    let files = write::files(&compiled, &rules);
    write::write(&folder.join("rules/tables"), &files, check)
}
