//! From the paths a person names to the files to look at.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::{input::Input, trouble::Trouble};

/// All inputs under `paths`, folders walked in the order of their names. What cannot be walked is reported.
///
/// Hidden files are looked at, because instructions for agents live in them; `.git` is not.
pub(crate) fn inputs(paths: &[PathBuf], no_ignore: bool, trouble: &mut Trouble) -> Vec<Input> {
    let mut inputs = Vec::new();
    for input in Input::named(paths) {
        match input {
            Input::File(path) if path.is_dir() => walk(&path, no_ignore, trouble, &mut inputs),
            input => inputs.push(input),
        }
    }
    inputs
}

fn walk(folder: &Path, no_ignore: bool, trouble: &mut Trouble, inputs: &mut Vec<Input>) {
    let entries = WalkBuilder::new(folder)
        .standard_filters(!no_ignore)
        .hidden(false)
        .require_git(false) // a .gitignore counts before the first `git init` too
        .filter_entry(|entry| entry.file_name() != ".git")
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                inputs.push(Input::File(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => trouble.report(folder.to_string_lossy().into_owned(), &error),
        }
    }
}
