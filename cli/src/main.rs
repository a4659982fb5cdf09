//! The `tamis` program: cleans text, shows what was hidden in it and scores its risk.
//!
//! It reads, calls the core and writes. What counts as a finding and what is done about it is decided in the core alone.

mod args;
mod command;
mod eval;
mod exit;
mod input;
mod jsonl;
mod measure;
mod number;
mod plot;
mod progress;
mod report;
mod rules;
mod show;
mod trouble;
mod walk;

use std::{io, process::ExitCode};

use clap::Parser as _;

use crate::{args::Cli, exit::Exit};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return args::explain(&error),
    };
    match cli.command.run() {
        Ok(exit) => exit.into(),
        // whoever read our output has seen enough, as in `tamis scan . | head`
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done.into(),
        Err(error) => {
            trouble::say(&format!("cannot write the output: {error}"));
            Exit::Failed.into()
        }
    }
}
