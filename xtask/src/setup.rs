//! What building and testing need. Each step looks first and does only what is missing.

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::{
    browser,
    context::{Context, WASM},
    log::{Log, Outcome},
    tool,
};

pub(crate) fn run(context: &Context, log: &mut Log) {
    log.step("setup-rust", || rust_target(context));
    log.step("setup-wasm-bindgen", || wasm_bindgen(context));
    log.step("setup-npm", || npm(context));
    log.step("setup-browser", || browser::setup(context));
}

fn rust_target(context: &Context) -> Result<Outcome> {
    let shell = &context.shell;
    let library = cmd!(shell, "rustc --print target-libdir --target {WASM}")
        .quiet()
        .read()?;
    if fs::exists(&library)? {
        println!("{WASM} is there");
    } else {
        cmd!(shell, "rustup target add {WASM}").run()?;
    }
    Ok(Outcome::Passed)
}

fn wasm_bindgen(context: &Context) -> Result<Outcome> {
    if tool::wasm_bindgen(context, "wasm-bindgen").is_err()
        || tool::wasm_bindgen(context, "wasm-bindgen-test-runner").is_err()
    {
        println!("installing wasm-bindgen-cli, which takes some minutes, once");
        tool::install(context)?;
    }
    println!("wasm-bindgen {} is there", tool::locked_version(context)?);
    Ok(Outcome::Passed)
}

fn npm(context: &Context) -> Result<Outcome> {
    install_packages(context, &context.pkg())?;
    Ok(Outcome::Passed)
}

/// `npm ci`, unless the lock file is older than what was installed last.
pub(crate) fn install_packages(context: &Context, folder: &std::path::Path) -> Result<()> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|file| file.modified());
    let wanted = changed("package-lock.json")?;
    if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= wanted) {
        println!("npm packages are there");
        return Ok(());
    }
    let _folder = context.shell.push_dir(folder);
    cmd!(context.shell, "npm ci --no-audit --no-fund").run()?;
    Ok(())
}
