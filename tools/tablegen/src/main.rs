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
mod token;
mod twin;
mod variation;
mod write;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use parse::{Result, Ucd};

const USAGE: &str =
    "usage: tablegen --ucd <folder that holds `ucd/`> (--out <folder> [--check] | --measure)
       tablegen --tokens <folder> [--check]";

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
    let mut tokens: Option<PathBuf> = None;
    let mut check = false;
    let mut measure = false;
    let mut args = env::args_os().skip(1);
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--ucd") => ucd = args.next().map(PathBuf::from),
            Some("--out") => out = args.next().map(PathBuf::from),
            Some("--tokens") => tokens = args.next().map(PathBuf::from),
            Some("--check") => check = true,
            Some("--measure") => measure = true,
            _ => return Err(format!("unknown argument {}\n{USAGE}", arg.display())),
        }
    }
    if let Some(folder) = tokens {
        return put(&folder, &token::outputs()?, check);
    }
    let ucd = Ucd::read(&ucd.ok_or(USAGE)?)?;
    let files = group::all(&ucd)?;
    if measure {
        return measure::print(&ucd, &files);
    }
    let out = out.ok_or(USAGE)?;
    put(&out, &write::outputs(&files), check)
}

fn put(folder: &Path, outputs: &[(String, String)], check: bool) -> Result<()> {
    if check {
        write::check(folder, outputs)
    } else {
        write::write(folder, outputs)
    }
}
