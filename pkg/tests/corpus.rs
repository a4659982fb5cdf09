//! Every case of the corpus on the core, in wasm. The runner takes it to Node, or with
//! `WASM_BINDGEN_USE_BROWSER` set to a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic)] // how a test fails

#[path = "../../tests/harness/mod.rs"]
mod harness;

use include_dir::{Dir, include_dir};
use wasm_bindgen_test::wasm_bindgen_test;

use harness::{case, check::check_all};

/// There are no files to read in wasm, so they are embedded. `build.rs` sees to it that new ones are too.
static CORPUS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../tests/corpus");

#[wasm_bindgen_test]
fn every_case_comes_out_as_written() {
    let files = CORPUS.files().filter_map(|file| {
        let is_toml = file.path().extension()? == "toml";
        is_toml.then_some((file.path().display().to_string(), file.contents_utf8()?))
    });
    let cases = case::parse(files).unwrap_or_else(|error| panic!("{error}"));
    assert!(!cases.is_empty(), "the corpus is empty");
    if let Err(differences) = check_all(&cases) {
        panic!("{differences}");
    }
}
