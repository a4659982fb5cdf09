//! The npm package: wasm, glue, TypeScript, put together in `pkg/dist`.

use anyhow::Result;
use xshell::cmd;

use crate::{
    context::{Context, GLUE, WASM},
    log::{Log, Outcome},
    size, tool,
};

/// What rustc emits by default, and SIMD: wasm-opt must know of each, and may use them.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

pub(crate) fn run(context: &Context, log: &mut Log, record: bool) {
    log.step("build", || package(context, record));
}

/// Builds the whole package.
pub(crate) fn package(context: &Context, record: bool) -> Result<Outcome> {
    glue(context)?;
    let dist = context.pkg().join("dist");
    context.shell.remove_path(&dist)?;
    typescript(context)?;
    let built = context.pkg_build();
    let to_glue = dist.join("glue");
    context.shell.create_dir(&to_glue)?;
    for file in ["tamis.js", "tamis.d.ts"] {
        context
            .shell
            .copy_file(built.join("js/glue").join(file), &to_glue)?;
    }
    optimize(context)?;
    licences(context)?;
    size::check(
        &dist.join("tamis.wasm"),
        &context.pkg().join("size.json"),
        record,
    )?;
    Ok(Outcome::Passed)
}

/// The wasm as rustc makes it, and the JavaScript that wasm-bindgen makes for it.
fn glue(context: &Context) -> Result<()> {
    let shell = &context.shell;
    let remap = format!("target.{WASM}.rustflags={:?}", remapped_paths(context));
    cmd!(
        shell,
        "cargo build --config {remap} --target {WASM} --profile wasm --package {GLUE}"
    )
    .run()?;
    let wasm = context.target.join(WASM).join("wasm/tamis_wasm.wasm");
    let out = context.pkg_build().join("js/glue");
    shell.remove_path(&out)?;
    let wasm_bindgen = tool::wasm_bindgen(context, "wasm-bindgen")?;
    // the glue must not name the file: bundlers would take it along a second time
    cmd!(shell, "{wasm_bindgen} --target web --omit-default-module-path --out-name tamis --out-dir {out} {wasm}").run()?;
    Ok(())
}

/// Panic messages name source files. Under these names they don't depend on the machine, nor does the size.
fn remapped_paths(context: &Context) -> Vec<String> {
    let mut flags = vec![format!(
        "--remap-path-prefix={}=tamis",
        context.root.display()
    )];
    if let Some(home) = std::env::home_dir() {
        let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), Into::into);
        flags.push(format!("--remap-path-prefix={}=cargo", cargo.display()));
    }
    flags
}

fn typescript(context: &Context) -> Result<()> {
    let (tsc, pkg) = (context.npm_bin("tsc"), context.pkg());
    cmd!(context.shell, "{tsc} --project {pkg}").run()?;
    Ok(())
}

/// npm takes the licence texts along only if they lie in the package.
fn licences(context: &Context) -> Result<()> {
    for file in context.shell.read_dir(&context.root)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("LICENSE") {
            context.shell.copy_file(&file, context.pkg().join("dist"))?;
        }
    }
    Ok(())
}

fn optimize(context: &Context) -> Result<()> {
    let wasm_opt = context.npm_bin("wasm-opt");
    let from = context.pkg_build().join("js/glue/tamis_bg.wasm");
    let to = context.pkg().join("dist/tamis.wasm");
    let features = WASM_FEATURES;
    cmd!(context.shell, "{wasm_opt} {from} -O3 {features...} --strip-debug --strip-producers --strip-target-features -o {to}").run()?;
    Ok(())
}
