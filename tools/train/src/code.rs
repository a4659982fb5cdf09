//! Source code, documents and data of the packages that `Cargo.lock` names: what people paste, and what programs read.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;

use crate::{
    rng::Rng,
    rows::{FOLDS, Origin, Row},
};

/// Files of one package, at most.
const FILES: usize = 8;

/// Larger files are tables, in bytes.
const MAX_FILE: u64 = 400_000;

/// What is taken of a file, in bytes.
const PART: usize = 5000;

const EXTENSIONS: &[&str] = &[
    "rs", "md", "toml", "json", "c", "h", "cpp", "S", "asm", "py", "js", "ts", "css", "html",
    "xml", "yml", "yaml", "sh", "txt", "csv", "sql", "svg",
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Where it was got from; packages of the project have none.
    source: Option<String>,
    manifest_path: PathBuf,
}

/// Parts of files of every package whose licence is permissive.
pub(crate) fn rows(rng: &mut Rng) -> Result<Vec<Row>, Box<dyn Error>> {
    let arguments = ["metadata", "--format-version", "1", "--locked"];
    let output = Command::new("cargo").args(arguments).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let mut packages = serde_json::from_slice::<Metadata>(&output.stdout)?.packages;
    packages.retain(|package| package.source.is_some() && package.is_permissive());
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let mut rows = Vec::new();
    for (number, package) in packages.iter().enumerate() {
        let mut files = Vec::new();
        let folder = package.manifest_path.parent().unwrap_or(Path::new("."));
        list(folder, &mut files)?;
        files.sort();
        rng.shuffle(&mut files);
        for path in files.iter().take(FILES) {
            let Ok(text) = fs::read_to_string(path) else {
                continue;
            };
            for (origin, kind) in [
                (Origin::User, "benign-pasted"),
                (Origin::Data, "benign-doc-code"),
            ] {
                rows.push(Row {
                    text: part(&text, rng),
                    attack: false,
                    file: "crates".into(),
                    kind: kind.into(),
                    lang: "und".into(),
                    may_fit: true,
                    origin,
                    inside: None,
                    folds: 1 << (number % FOLDS),
                    item: number,
                });
            }
        }
    }
    Ok(rows)
}

impl Package {
    fn is_permissive(&self) -> bool {
        let license = self.license.as_deref().unwrap_or_default();
        license.contains("MIT") || license.contains("Apache-2.0")
    }
}

/// The files below a folder that are read.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            list(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| EXTENSIONS.iter().any(|&one| extension == one))
            && entry.metadata()?.len() <= MAX_FILE
        {
            files.push(path);
        }
    }
    Ok(())
}

/// Some of a text: from its beginning, or from anywhere.
fn part(text: &str, rng: &mut Rng) -> String {
    let last = text.len().saturating_sub(PART);
    let start = if rng.one_in(2) {
        0
    } else {
        rng.below(last + 1)
    };
    let start = text.floor_char_boundary(start);
    let end = text.ceil_char_boundary((start + PART).min(text.len()));
    text.get(start..end).unwrap_or_default().to_owned()
}
