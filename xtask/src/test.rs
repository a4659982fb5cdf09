//! The one test command.

use anyhow::Result;
use xshell::cmd;

use crate::{
    bench, build,
    context::Context,
    log::{Log, Outcome},
    regen, setup, surfaces,
};

pub(crate) fn run(context: &Context, log: &mut Log) {
    setup::run(context, log);
    log.step("format", || command(context, &["fmt", "--all", "--check"]));
    log.step("clippy", || {
        command(
            context,
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
        )
    });
    log.step("native", || command(context, &["test", "--workspace"]));
    log.step("docs", || documentation(context));
    log.step("tables", || regen::check(context));
    log.step("benches", || bench::check(context));
    log.step("build", || build::package(context, false));
    surfaces::run(context, log);
}

fn command(context: &Context, arguments: &[&str]) -> Result<Outcome> {
    cmd!(context.shell, "cargo {arguments...}").run()?;
    Ok(Outcome::Passed)
}

fn documentation(context: &Context) -> Result<Outcome> {
    cmd!(context.shell, "cargo doc --workspace --no-deps")
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    Ok(Outcome::Passed)
}
