//! The same tests on every surface: wasm, the npm package, the runtimes, the consumers.

use std::{fs, path::Path, path::PathBuf};

use anyhow::{Result, bail};
use xshell::cmd;

use crate::{
    browser,
    context::{Context, GLUE, WASM},
    log::{Log, Outcome},
    setup, tool,
};

pub(crate) fn run(context: &Context, log: &mut Log) {
    log.step("wasm-node", || wasm_in_node(context));
    log.step("wasm-chromium", || wasm_in_chromium(context));
    log.step("npm-node", || node_tests(context, "test"));
    log.step("npm-workerd", || node_test(context, "workerd"));
    log.step("npm-deno-bun", || node_test(context, "deno-bun"));
    log.step("npm-packed", || node_test(context, "packed"));
    log.step("npm-chromium", || npm_in_chromium(context));
    log.step("www", || www(context));
}

/// The variable that names the runner of wasm tests to cargo.
const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

fn wasm_in_node(context: &Context) -> Result<Outcome> {
    let runner = tool::wasm_bindgen(context, "wasm-bindgen-test-runner")?;
    cmd!(
        context.shell,
        "cargo test --target {WASM} --package {GLUE} --test corpus"
    )
    .env(RUNNER, runner)
    .run()?;
    Ok(Outcome::Passed)
}

fn wasm_in_chromium(context: &Context) -> Result<Outcome> {
    let browser = match browser::find() {
        Ok(browser) => browser,
        Err(why) => return Ok(Outcome::Skipped(why)),
    };
    let runner = tool::wasm_bindgen(context, "wasm-bindgen-test-runner")?;
    cmd!(
        context.shell,
        "cargo test --target {WASM} --package {GLUE} --test corpus"
    )
    .env(RUNNER, runner)
    .env("CHROMEDRIVER", browser.driver)
    .env("WASM_BINDGEN_USE_BROWSER", "1")
    .run()?;
    Ok(Outcome::Passed)
}

fn npm_in_chromium(context: &Context) -> Result<Outcome> {
    match browser::find() {
        Ok(browser) => {
            let _chromium = context.shell.push_env("CHROMIUM", browser.chromium);
            node_test(context, "vite")
        }
        Err(why) => Ok(Outcome::Skipped(why)),
    }
}

/// One test of a runtime, by its name.
fn node_test(context: &Context, name: &str) -> Result<Outcome> {
    let file = PathBuf::from(format!("test/runtimes/{name}.test.mjs"));
    run_node(context, &[file])
}

/// All tests in a folder of `pkg`, but not in the folders in it.
fn node_tests(context: &Context, folder: &str) -> Result<Outcome> {
    let mut files: Vec<PathBuf> = fs::read_dir(context.pkg().join(folder))?
        .filter_map(|entry| Some(Path::new(folder).join(entry.ok()?.file_name())))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("no tests in pkg/{folder}");
    }
    run_node(context, &files)
}

fn run_node(context: &Context, files: &[PathBuf]) -> Result<Outcome> {
    let _folder = context.shell.push_dir(context.pkg());
    cmd!(context.shell, "node --test --test-reporter=spec {files...}").run()?;
    Ok(Outcome::Passed)
}

fn www(context: &Context) -> Result<Outcome> {
    let folder = context.root.join("www");
    if !folder.join("package.json").is_file() {
        return Ok(Outcome::Skipped("www/package.json is not there".into()));
    }
    setup::install_packages(context, &folder)?;
    let _folder = context.shell.push_dir(&folder);
    let _chromium = browser::find()
        .ok()
        .map(|browser| context.shell.push_env("CHROMIUM", browser.chromium));
    cmd!(context.shell, "npm test").run()?;
    Ok(Outcome::Passed)
}
