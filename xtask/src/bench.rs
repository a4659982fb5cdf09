//! The benchmarks, which are a workspace of their own.

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::{
    build,
    context::Context,
    log::{Log, Outcome},
    setup,
};

/// The workspace of the benchmarks.
const MANIFEST: &str = "benches/Cargo.toml";

pub(crate) fn run(context: &Context, log: &mut Log) {
    log.step("build", || build::package(context, false));
    log.step("bench-rust", || rust(context));
    log.step("bench-node", || node(context));
}

/// Whether the benchmarks compile still, and their own tests pass.
pub(crate) fn check(context: &Context) -> Result<Outcome> {
    if !context.root.join(MANIFEST).is_file() {
        return Ok(Outcome::Skipped(format!("{MANIFEST} is not there")));
    }
    cmd!(context.shell, "cargo test --manifest-path {MANIFEST}").run()?;
    Ok(Outcome::Passed)
}

fn rust(context: &Context) -> Result<Outcome> {
    if !context.root.join(MANIFEST).is_file() {
        return Ok(Outcome::Skipped(format!("{MANIFEST} is not there")));
    }
    cmd!(context.shell, "cargo bench --manifest-path {MANIFEST}").run()?;
    Ok(Outcome::Passed)
}

fn node(context: &Context) -> Result<Outcome> {
    let folder = context.root.join("benches/node");
    if !folder.is_dir() {
        return Ok(Outcome::Skipped("benches/node is not there".into()));
    }
    if folder.join("package-lock.json").is_file() {
        setup::install_packages(context, &folder)?;
    }
    let mut scripts: Vec<_> = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .collect();
    scripts.sort();
    for script in scripts {
        cmd!(context.shell, "node {script}").run()?;
    }
    Ok(Outcome::Passed)
}
