//! The one test command.

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::{
    bench, build,
    context::{Context, GLUE, WASM},
    log::{Log, Outcome},
    regen, setup, surfaces,
};

pub(crate) fn run(context: &Context, log: &mut Log) {
    let sh = &context.shell;
    setup::run(context, log);
    log.step("format", || passed(cmd!(sh, "cargo fmt --all --check")));
    log.step("clippy", || {
        passed(cmd!(
            sh,
            "cargo clippy --workspace --all-targets -- -D warnings"
        ))
    });
    // what is compiled for wasm only
    log.step("clippy-wasm", || {
        passed(cmd!(
            sh,
            "cargo clippy --package {GLUE} --target {WASM} --tests -- -D warnings"
        ))
    });
    log.step("native", || passed(cmd!(sh, "cargo test --workspace")));
    // the library and the binary share a name, and would overwrite each other's pages
    log.step("docs", || {
        let docs = cmd!(sh, "cargo doc --workspace --no-deps --lib");
        passed(docs.env("RUSTDOCFLAGS", "-D warnings"))
    });
    log.step("tables", || regen::check(context));
    log.step("benches", || bench::check(context));
    log.step("build", || build::package(context, false));
    surfaces::run(context, log);
}

/// Runs a command that is a whole step.
fn passed(command: Cmd<'_>) -> Result<Outcome> {
    command.run()?;
    Ok(Outcome::Passed)
}
