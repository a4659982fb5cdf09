//! The lines, and what was put into them.

use std::{env, error::Error, fs, path::Path, process::Command};

use serde::Deserialize;

/// A line as it was and with something put in.
#[derive(Debug, Deserialize)]
pub(crate) struct Trial {
    pub(crate) class: String,
    pub(crate) lang: String,
    pub(crate) dirty: String,
    pub(crate) clean: String,
}

/// Classes that are counted together.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(crate) has: fn(&str) -> bool,
}

/// What the tests cannot tell from real text belongs to none of them.
pub(crate) const GROUPS: [Group; 6] = [
    Group {
        name: "hidden characters",
        has: |class| !is_visible(class) && !class.starts_with('('),
    },
    Group {
        name: "marks and spaces",
        has: is_drawn,
    },
    Group {
        name: "letters of one shape",
        has: |class| class.starts_with("letters SameShape"),
    },
    Group {
        name: "similar letters",
        has: |class| class.starts_with("letters OwnShape"),
    },
    Group {
        name: "letters of other scripts, styled",
        has: |class| {
            class.starts_with("letters OtherScripts") || class.starts_with("letters Styled")
        },
    },
    Group {
        name: "one confusable in a word",
        has: |class| class.starts_with("confusable"),
    },
];

fn is_drawn(class: &str) -> bool {
    ["marks", "a line", "spaces"]
        .iter()
        .any(|start| class.starts_with(start))
}

fn is_visible(class: &str) -> bool {
    is_drawn(class) || class.starts_with("letters") || class.starts_with("confusable")
}

/// Runs the tests that put something in and has them record each trial.
pub(crate) fn record() -> Result<Vec<Trial>, Box<dyn Error>> {
    let benches = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = benches
        .parent()
        .ok_or("the benches lie in the library's folder")?;
    let path = benches.join("target/trials.jsonl");
    fs::create_dir_all(benches.join("target"))?;
    if path.exists() {
        fs::remove_file(&path)?;
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "test",
            "--quiet",
            "--test",
            "tests",
            "--",
            "injection",
            "recovery",
        ])
        .current_dir(root)
        .env("TAMIS_RECORD", &path)
        .status()?;
    if !status.success() {
        return Err("the tests that record the lines failed".into());
    }
    let lines = fs::read_to_string(path)?;
    let trials: Result<Vec<Trial>, _> = lines.lines().map(serde_json::from_str).collect();
    Ok(trials?)
}
