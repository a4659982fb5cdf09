//! The floors of ARCHITECTURE.md, read off the `use` lines.

use std::{fs, path::Path};

/// A room and what it may name with `crate::`. Rooms that are not listed may name anything: they are floors 3 and 4.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("src/util", &["util"]),
    ("src/unicode", &["util", "unicode"]),
    ("src/error.rs", &[]),
    ("src/rule.rs", &["error"]),
    ("src/normalization.rs", &["error"]),
    ("src/finding.rs", &["error", "rule"]),
    ("src/edit.rs", &["rule"]),
    ("src/map.rs", &["util"]),
    ("src/fold", &["map", "unicode", "util"]),
    ("src/lexicon", &[]),
    (
        "src/stage",
        &[
            "edit",
            "lexicon",
            "rule",
            "normalization",
            "unicode",
            "util",
        ],
    ),
    (
        "src/reveal",
        &["rule", "finding", "lexicon", "reveal", "unicode", "util"],
    ),
    (
        "src/score",
        &[
            "error", "rule", "source", "finding", "lexicon", "unicode", "util",
        ],
    ),
];

#[test]
fn each_floor_names_only_those_below() {
    for (room, allowed) in MAY_NAME {
        let mut files = Vec::new();
        walk(Path::new(room), &mut files);
        assert!(
            !files.is_empty(),
            "{room} is gone: mend this list and ARCHITECTURE.md"
        );
        for file in files {
            let code = fs::read_to_string(&file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            for named in names(code) {
                assert!(
                    allowed.contains(&named.as_str()),
                    "{} names crate::{named}, which {room} may not",
                    file.display()
                );
            }
        }
    }
}

/// What stands behind `crate::` in code: `crate::a::b` and each of `crate::{a::b, c}`.
fn names(code: &str) -> Vec<String> {
    let word = |text: &str| {
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect::<String>()
    };
    let mut names = Vec::new();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(word(std::mem::take(&mut item).trim())),
                _ => {}
            }
            if !(c == ',' && depth == 0) {
                item.push(c);
            }
        }
        names.push(word(item.trim()));
    }
    names.retain(|name| !name.is_empty());
    names
}

fn walk(path: &Path, files: &mut Vec<std::path::PathBuf>) {
    if path.is_file() {
        files.push(path.into());
        return;
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        walk(&entry.path(), files);
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
}
