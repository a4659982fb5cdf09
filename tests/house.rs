//! What the house asks of its own files.

use std::{fs, path::Path};

/// Folders that hold no source, and the samples, whose hidden characters are their point.
const SKIPPED: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "dist",
    ".build",
    "samples",
    "test-results",
];

#[test]
fn no_source_file_holds_an_invisible_character() {
    let mut found = Vec::new();
    walk(Path::new("."), &mut |path, text| {
        for (number, line) in text.lines().enumerate() {
            if let Some(c) = line.chars().find(|&c| is_hidden(c)) {
                found.push(format!(
                    "{}:{}: U+{:04X}",
                    path.display(),
                    number + 1,
                    u32::from(c)
                ));
            }
        }
    });
    assert!(
        found.is_empty(),
        "write these as escapes:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_file_of_code_is_past_five_hundred_lines() {
    let mut long = Vec::new();
    walk(Path::new("."), &mut |path, text| {
        let is_code = path
            .extension()
            .is_some_and(|e| ["rs", "ts", "mjs", "js"].iter().any(|code| e == *code));
        let lines = text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with("//"))
            .count();
        if is_code && lines > 500 && !text.contains("@generated") {
            long.push(format!("{}: {lines}", path.display()));
        }
    });
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

/// Characters that a reader of source cannot see. Emoji joined or styled in plain sight are left out.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

fn walk(folder: &Path, look: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if SKIPPED.iter().any(|skipped| entry.file_name() == *skipped) {
            continue;
        }
        if path.is_dir() {
            walk(&path, look);
        } else if let Ok(text) = fs::read_to_string(&path) {
            look(&path, &text);
        }
    }
}
