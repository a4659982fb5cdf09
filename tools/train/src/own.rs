//! Texts of our own, written one by one: `data/own/*.txt`, in the form that `data/own/README.md` describes.

use std::{error::Error, fs, path::Path};

use crate::{
    generate::expand,
    rng::Rng,
    rows::{Origin, Row},
};

const FOLDER: &str = "tools/train/data/own";

/// Texts of one line that has choices, at most.
const VARIANTS: usize = 3;

/// What a section says of its texts.
#[derive(Clone, Debug)]
struct Section {
    attack: bool,
    origin: Origin,
    kind: String,
    lang: String,
}

/// Every text of every file, in the order of their names.
pub(crate) fn rows(rng: &mut Rng) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut paths: Vec<_> = fs::read_dir(Path::new(FOLDER))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let mut rows = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let mut section = None;
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let at = || format!("{}:{}", path.display(), number + 1);
            if line.trim().is_empty() || line.starts_with("# ") {
                continue;
            }
            if let Some(head) = line.strip_prefix("== ") {
                section =
                    Some(self::section(head).ok_or_else(|| format!("{}: not a header", at()))?);
                continue;
            }
            let section = section
                .as_ref()
                .ok_or_else(|| format!("{}: no header yet", at()))?;
            let variants = if line.contains("<<") { VARIANTS } else { 1 };
            for _ in 0..variants {
                rows.push(row(section, &name, number, line, rng));
            }
        }
    }
    Ok(rows)
}

/// `attack user direct-injection en`.
fn section(head: &str) -> Option<Section> {
    let words: Vec<&str> = head.split(' ').collect();
    let &[label, origin, kind, lang] = words.as_slice() else {
        return None;
    };
    Some(Section {
        attack: match label {
            "attack" => true,
            "benign" => false,
            _ => return None,
        },
        origin: match origin {
            "user" => Origin::User,
            "data" => Origin::Data,
            _ => return None,
        },
        kind: kind.to_owned(),
        lang: lang.to_owned(),
    })
}

fn row(section: &Section, name: &str, number: usize, line: &str, rng: &mut Rng) -> Row {
    let text = unescaped(&expand(line, ["<<", ">>"], rng));
    let (text, inside) = marked(&text);
    let lang = &section.lang;
    Row {
        inside,
        text,
        attack: section.attack,
        file: if lang == "en" {
            format!("own-{name}")
        } else {
            format!("own-{lang}")
        },
        kind: format!("own-{}", section.kind),
        lang: lang.clone(),
        may_fit: true,
        origin: section.origin,
        folds: 0,
        item: number,
    }
}

/// With its line breaks, and the characters that are written as `\u{200C}` because nobody sees them.
fn unescaped(line: &str) -> String {
    let line = line.replace("\\n", "\n");
    let mut out = String::new();
    let mut rest = line.as_str();
    while let Some((before, after)) = rest.split_once("\\u{") {
        out.push_str(before);
        let code = after.split_once('}').and_then(|(code, behind)| {
            let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
            Some((c, behind))
        });
        if let Some((c, behind)) = code {
            out.push(c);
            rest = behind;
        } else {
            out.push_str("\\u{");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Takes the marks of the order out of a text, and says where it stands.
fn marked(text: &str) -> (String, Option<std::ops::Range<usize>>) {
    let Some((before, rest)) = text.split_once("[[[") else {
        return (text.to_owned(), None);
    };
    let (order, after) = rest.split_once("]]]").unwrap_or((rest, ""));
    let range = before.len()..before.len() + order.len();
    (format!("{before}{order}{after}"), Some(range))
}
