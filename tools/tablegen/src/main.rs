//! Makes the Unicode tables of the library from the Unicode Character Database.

mod case;
mod class;
mod confusable;
mod group;
mod identifier;
mod measure;
mod name;
mod normalization;
mod pack;
mod parse;
mod profile;
mod script;
mod skeleton;
mod twin;
mod variation;
mod write;

use std::{env, path::PathBuf, process::ExitCode};

use parse::{Result, Ucd};

const USAGE: &str =
    "usage: tablegen --ucd <folder that holds `ucd/`> (--out <folder> [--check] | --measure)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tablegen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut ucd: Option<PathBuf> = None;
    let mut out: Option<PathBuf> = None;
    let mut check = false;
    let mut measure = false;
    let mut args = env::args_os().skip(1);
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--ucd") => ucd = args.next().map(PathBuf::from),
            Some("--out") => out = args.next().map(PathBuf::from),
            Some("--check") => check = true,
            Some("--measure") => measure = true,
            _ => return Err(format!("unknown argument {}\n{USAGE}", arg.display())),
        }
    }
    let ucd = Ucd::read(&ucd.ok_or(USAGE)?)?;
    let files = group::all(&ucd)?;
    if measure {
        return measure::print(&ucd, &files);
    }
    let out = out.ok_or(USAGE)?;
    let outputs = write::outputs(&files);
    if check {
        write::check(&out, &outputs)
    } else {
        write::write(&out, &outputs)
    }
}
