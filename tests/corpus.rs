//! Every case of the corpus, natively.

use std::{fs, path::Path};

use crate::harness::{
    case::{self, Case},
    check::check_all,
};

pub(crate) fn cases() -> Result<Vec<Case>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)))
        .collect();
    files.sort();
    let files = files
        .iter()
        .map(|(name, text)| (name.clone(), text.as_str()));
    case::parse(files)
}

#[test]
fn every_case_comes_out_as_written() {
    let cases = cases().unwrap_or_else(|error| panic!("{error}"));
    assert!(!cases.is_empty(), "the corpus is empty");
    if let Err(differences) = check_all(&cases) {
        panic!("{differences}");
    }
}

fn is_benign(case: &Case) -> bool {
    case.clean.is_none() && case.findings.is_empty()
}

/// A sieve is judged by what it leaves alone.
#[test]
fn at_least_as_many_benign_cases_as_hostile_ones() {
    let cases = cases().unwrap_or_else(|error| panic!("{error}"));
    let (benign, hostile): (Vec<_>, Vec<_>) = cases.into_iter().partition(is_benign);
    assert!(
        benign.len() >= hostile.len(),
        "{} benign cases, {} hostile ones",
        benign.len(),
        hostile.len()
    );
}
