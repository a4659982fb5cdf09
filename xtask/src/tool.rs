//! wasm-bindgen, of exactly the version that `Cargo.lock` names.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use crate::context::Context;

/// The crate that brings the programs.
const CLI: &str = "wasm-bindgen-cli";

/// `wasm-bindgen` or `wasm-bindgen-test-runner`, in the right version: the one on the path, or our own.
pub(crate) fn wasm_bindgen(context: &Context, name: &str) -> Result<PathBuf> {
    let version = locked_version(context)?;
    let own = own_folder(context).join("bin").join(name);
    let found = which::which(name).ok().into_iter().chain([own]);
    for program in found {
        if has_version(context, &program, &version) {
            return Ok(program);
        }
    }
    bail!("{name} {version} is missing: run `cargo xtask setup`")
}

/// Installs our own, once. Takes some minutes.
pub(crate) fn install(context: &Context) -> Result<()> {
    let version = locked_version(context)?;
    let own = own_folder(context);
    // no --locked: its lock file names a release that was withdrawn
    cmd!(
        context.shell,
        "cargo install {CLI} --version {version} --root {own} --force"
    )
    .env("CARGO_TARGET_DIR", own.join("build"))
    .run()?;
    // 500 MB that nothing needs any more
    context.shell.remove_path(own.join("build"))?;
    Ok(())
}

/// The version of the library, which the programs must share.
pub(crate) fn locked_version(context: &Context) -> Result<String> {
    let id = cmd!(context.shell, "cargo pkgid wasm-bindgen")
        .quiet()
        .read()?;
    let (_, version) = id
        .rsplit_once(['@', '#'])
        .with_context(|| format!("no version in '{id}'"))?;
    Ok(version.to_owned())
}

fn own_folder(context: &Context) -> PathBuf {
    context.target.join("tools")
}

fn has_version(context: &Context, program: &Path, version: &str) -> bool {
    let said = cmd!(context.shell, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read();
    said.is_ok_and(|said| said.split_whitespace().any(|word| word == version))
}
