//! One command for all there is to do around the code: see [`HELP`].

mod bench;
mod browser;
mod build;
mod context;
mod log;
mod regen;
mod setup;
mod size;
mod surfaces;
mod test;
mod tool;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::{context::Context, log::Log};

const HELP: &str = "\
cargo xtask <task> [--only STEP] [--record]

  setup   what building and testing need: the wasm target, wasm-bindgen, npm packages, a browser
  build   the npm package, in pkg/dist; fails over the size budget in pkg/size.json
  test    setup, then everything: style, tests, documentation, tables, package, browsers, consumers
  bench   build, then the benchmarks
  regen   makes the Unicode tables anew, from ../shared/unicode

  --only STEP   runs this step of the task alone (what it needs must have been done before)
  --record      build: writes the sizes into pkg/size.json";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}\n\n{HELP}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all that was asked for went well.
fn run() -> Result<bool> {
    let mut task = None;
    let mut only = None;
    let mut record = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(name) if task.is_none() => task = Some(name.string()?),
            Long("only") => only = Some(arguments.value()?.string()?),
            Long("record") => record = true,
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(true);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let context = Context::new()?;
    let mut log = Log::new(only);
    match task.as_deref() {
        Some("setup") => setup::run(&context, &mut log),
        Some("build") => build::run(&context, &mut log, record),
        Some("test") => test::run(&context, &mut log),
        Some("bench") => bench::run(&context, &mut log),
        Some("regen") => regen::run(&context, &mut log),
        Some(other) => bail!("unknown task '{other}'"),
        None => bail!("no task given"),
    }
    log.finish()
}
