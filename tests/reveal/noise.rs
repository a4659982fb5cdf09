//! Texts that hide nothing: what machines write, and what stands in files.

use std::{fmt::Write as _, fs, path::Path};

use tamis::sanitize;

use super::Dice;

/// How much of each kind is made, in bytes: twelve kinds, more than 10 MB.
const EACH: usize = 900_000;

const WORDS: &[&str] = &[
    "user", "index", "value", "node", "config", "count", "handler", "buffer", "state", "result",
    "offset", "token", "parse", "render", "query", "cache", "event", "stream", "layer", "width",
    "height", "color", "item", "list", "map", "key", "path", "file", "line", "error", "ctx", "fn",
    "ptr", "len", "idx", "tmp", "src", "dst", "cfg", "req", "res", "err", "msg", "num", "str",
    "obj", "arr", "btn", "svc", "mgr",
];

fn word(dice: &mut Dice) -> &'static str {
    WORDS[dice.below(WORDS.len())]
}

fn among(dice: &mut Dice, symbols: &str, count: usize) -> String {
    let symbols = symbols.as_bytes();
    (0..count)
        .map(|_| char::from(symbols[dice.below(symbols.len())]))
        .collect()
}

const HEX: &str = "0123456789abcdef";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

type Kind = (&'static str, fn(&mut Dice, &mut String));

/// Each adds a few lines.
const KINDS: &[Kind] = &[
    ("hashes", |dice, out| {
        for length in [32, 40, 64] {
            let _ = writeln!(
                out,
                "{}  {}/{}.rs",
                among(dice, HEX, length),
                word(dice),
                word(dice)
            );
        }
    }),
    ("UUIDs", |dice, out| {
        let parts: Vec<String> = [8, 4, 4, 4, 12]
            .into_iter()
            .map(|count| among(dice, HEX, count))
            .collect();
        let _ = writeln!(
            out,
            "{{\"id\": \"{}\", \"{}\": {}}}",
            parts.join("-"),
            word(dice),
            dice.below(100_000)
        );
    }),
    ("base64 of bytes", |dice, out| {
        let _ = writeln!(out, "-----BEGIN CERTIFICATE-----");
        for _ in 0..20 {
            let _ = writeln!(out, "{}", among(dice, BASE64, 64));
        }
        let _ = writeln!(
            out,
            "{}==\n-----END CERTIFICATE-----\n",
            among(dice, BASE64, 30)
        );
    }),
    ("JWTs", |dice, out| {
        let _ = writeln!(
            out,
            "Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwiaWF0IjoxNTE2MjM5MDIyfQ.{}",
            among(
                dice,
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
                43
            )
        );
    }),
    ("PGP armour", |dice, out| {
        let _ = writeln!(out, "-----BEGIN PGP MESSAGE-----\n");
        for _ in 0..12 {
            let _ = writeln!(out, "{}", among(dice, BASE64, 64));
        }
        let _ = writeln!(
            out,
            "={}\n-----END PGP MESSAGE-----\n",
            among(dice, BASE64, 4)
        );
    }),
    ("minified code", |dice, out| {
        for _ in 0..40 {
            let letter = |dice: &mut Dice| among(dice, "abcdefghijklmnopqrstuvwxyz", 1);
            let (a, b, c) = (letter(dice), letter(dice), letter(dice));
            let _ = write!(
                out,
                "function {a}{b}({b},{c}){{return {b}.{}&&{c}[{}]?{a}({c},\"{}\"):!1}}",
                word(dice),
                dice.below(40),
                word(dice)
            );
        }
        out.push('\n');
    }),
    ("lock files", |dice, out| {
        let _ = writeln!(
            out,
            "[[package]]\nname = \"{}-{}\"\nversion = \"{}.{}.{}\"\nchecksum = \"{}\"\nintegrity sha512-{}==\n",
            word(dice),
            word(dice),
            dice.below(9),
            dice.below(30),
            dice.below(30),
            among(dice, HEX, 64),
            among(dice, BASE64, 86)
        );
    }),
    ("logs", |dice, out| {
        let _ = writeln!(
            out,
            "2026-03-{:02}T{:02}:{:02}:{:02}.{:03}Z INFO [{}::{}] {} {}={} 0x{} took {}ms",
            dice.below(28) + 1,
            dice.below(24),
            dice.below(60),
            dice.below(60),
            dice.below(1000),
            word(dice),
            word(dice),
            word(dice),
            word(dice),
            dice.below(5000),
            among(dice, HEX, 12),
            dice.below(900)
        );
    }),
    ("hex dumps", |dice, out| {
        let bytes: Vec<u8> = (0..16).map(|_| dice.below(256) as u8).collect();
        let hex: Vec<String> = bytes.iter().map(|b| format!("{b:02x}")).collect();
        let shown: String = bytes
            .iter()
            .map(|&b| {
                if (33..127).contains(&b) {
                    char::from(b)
                } else {
                    '.'
                }
            })
            .collect();
        let _ = writeln!(
            out,
            "{:08x}  {}  |{shown}|",
            dice.below(1 << 20) * 16,
            hex.join(" ")
        );
    }),
    ("SVG paths", |dice, out| {
        let _ = write!(out, "<path d=\"M{} {}", dice.below(100), dice.below(100));
        for _ in 0..20 {
            let _ = write!(
                out,
                "{}{}.{} {}.{}",
                among(dice, "lhvcsqtaLHVCSQTA", 1),
                dice.below(20),
                dice.below(99),
                dice.below(20),
                dice.below(99)
            );
        }
        let _ = writeln!(out, "z\" fill=\"#{}\"/>", among(dice, HEX, 6));
    }),
    ("CSV", |dice, out| {
        let row: Vec<String> = (0..12).map(|_| dice.below(256).to_string()).collect();
        let _ = writeln!(
            out,
            "{},{},{}",
            row.join(","),
            word(dice),
            among(dice, "01", 8)
        );
    }),
    ("source maps", |dice, out| {
        let _ = writeln!(
            out,
            "{{\"version\":3,\"sources\":[\"{}.ts\"],\"names\":[\"{}\",\"{}\"],\"mappings\":\"{}\"}}",
            word(dice),
            word(dice),
            word(dice),
            among(dice, "AAAAACCCDEGIKMOQSUWYace,,,;gikmoqsuwy", 400)
        );
    }),
    ("tables and settings", |dice, out| {
        let cells: Vec<String> = (0..8)
            .map(|_| {
                format!(
                    "{} | {}",
                    among(dice, "ABCDEFGHXYZ", 1),
                    among(dice, "0123456789.-/%", 5)
                )
            })
            .collect();
        let _ = writeln!(
            out,
            "| {} |\n|---|---|---|---|---|---|\nexport {}_{}=\"{}\" # \\x1b[0m \\u00e9 %20 &amp;",
            cells.join(" | "),
            word(dice),
            word(dice),
            among(dice, "abcXYZ$@!%&*019", 14)
        );
    }),
];

/// What was looked at, and what was revealed of it.
#[derive(Default)]
struct Tally {
    bytes: usize,
    reveals: usize,
}

impl Tally {
    fn look(&mut self, name: &str, text: &str) {
        self.bytes += text.len();
        for reveal in sanitize(text)
            .reveals()
            .filter(|reveal| !hidden(reveal.chain()))
        {
            self.reveals += 1;
            let written: String = text[reveal.byte_span()].chars().take(60).collect();
            let shown: String = reveal.text().chars().take(100).collect();
            println!("  {name}: {:?} {shown:?} from {written:?}", reveal.chain());
        }
    }

    fn rate(&self) -> f64 {
        self.reveals as f64 * 1e7 / self.bytes.max(1) as f64
    }

    fn show(&self, name: &str) {
        println!(
            "{name}: {} reveals in {:.2} MB, {:.2} in 10 MB",
            self.reveals,
            self.bytes as f64 / 1e6,
            self.rate()
        );
    }
}

/// Whether the first step is a channel of hidden characters: these are their own matter.
fn hidden(chain: &[&str]) -> bool {
    let channels = ["tag-block", "variation-selector", "zero-width", "sneaky"];
    chain
        .first()
        .is_some_and(|step| channels.iter().any(|channel| step.starts_with(channel)))
}

#[test]
fn noise_reveals_nothing() {
    let mut dice = Dice(0x7A31_5EED_0000_0005);
    let mut all = Tally::default();
    for (name, add) in KINDS {
        let mut text = String::new();
        while text.len() < EACH {
            add(&mut dice, &mut text);
        }
        all.look(name, &text);
    }
    all.show("noise made here");
    assert!(all.bytes >= 10_000_000 && all.rate() <= 1.0);
}

#[test]
fn the_houses_own_files_reveal_nothing() {
    let mut all = Tally::default();
    for folder in ["src", "cli", "pkg", "www", "tools", "benches", "xtask"] {
        walk(Path::new(folder), &mut |path, text| {
            // tests hold encoded text on purpose, and so do the texts that the model learns from and those that are measured
            let is_test = |name: &str| {
                name.starts_with("test")
                    || name == "own"
                    || path.ends_with("benches/data/texts.json")
            };
            if !path
                .components()
                .any(|part| is_test(&part.as_os_str().to_string_lossy()))
            {
                let code = text.split("#[cfg(test)]").next().unwrap();
                all.look(&path.display().to_string(), code);
            }
        });
    }
    for file in fs::read_dir(".")
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "md"))
    {
        all.look(
            &file.path().display().to_string(),
            &fs::read_to_string(file.path()).unwrap(),
        );
    }
    all.show("the house's own files");
    assert_eq!(all.reveals, 0);
}

const FOLDER: &str = "../shared/eval";

#[test]
fn real_text_reveals_nothing() {
    if !Path::new(FOLDER).is_dir() {
        println!("skipped: no {FOLDER}");
        return;
    }
    let mut all = Tally::default();
    let mut files = vec![Path::new(FOLDER).join("multilingual.jsonl")];
    files.extend(
        fs::read_dir(Path::new(FOLDER).join("train"))
            .unwrap()
            .flatten()
            .map(|entry| entry.path()),
    );
    files.sort();
    for path in files {
        let mut tally = Tally::default();
        // the rows one by one, and some of them together, as in a document
        let mut together = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let is_benign = row["label"] != "attack" && row["kind"] != "benign-encoded";
            let text = row["text"].as_str().unwrap();
            let name = path.file_name().unwrap().to_string_lossy();
            if is_benign {
                tally.look(&name, text);
            }
            if is_benign && row["label"].is_null() {
                together.push_str(text);
                together.push('\n');
            }
        }
        tally.look("together", &together);
        tally.show(&path.file_name().unwrap().to_string_lossy());
        all.bytes += tally.bytes;
        all.reveals += tally.reveals;
    }
    all.show("real text");
    // some rows do hold encoded sentences, as riddles or examples; each is shown above
    assert!(all.rate() <= 8.0);
}

/// The sources of the crates that cargo keeps, where they are. Some hold encoded text, in their tests: all that is revealed is shown.
#[test]
#[ignore = "takes minutes, and is for reading"]
fn sources_of_others() {
    let home = std::env::var("CARGO_HOME")
        .map_or_else(|_| std::env::home_dir().unwrap().join(".cargo"), Into::into);
    let mut all = Tally::default();
    walk(&home.join("registry/src"), &mut |path, text| {
        all.look(&path.file_name().unwrap().to_string_lossy(), text);
    });
    all.show("sources of others");
}

/// How many of the encoded attacks beside the project are revealed, by kind.
#[test]
fn encoded_attacks() {
    let path = Path::new(FOLDER).join("train/encoded_synth_train.jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return;
    };
    let mut kinds = std::collections::BTreeMap::<String, (u32, u32)>::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let report = sanitize(row["text"].as_str().unwrap());
        let tally = kinds
            .entry(format!(
                "{} {}",
                row["sub"].as_str().unwrap(),
                row["label"].as_str().unwrap()
            ))
            .or_default();
        tally.0 += 1;
        tally.1 += u32::from(report.reveals().next().is_some());
        if std::env::var("REVEAL_SHOWS_MISSES").is_ok() && report.reveals().next().is_none() {
            println!("missed: {}", row["text"]);
        }
    }
    for (kind, (all, revealed)) in kinds {
        println!("{kind}: {revealed} of {all}");
    }
}

/// Folders that hold what others wrote, what is built, and words written as numbers.
const FOREIGN: &[&str] = &["node_modules", "dist", "target", "tables"];

fn walk(path: &Path, look: &mut dyn FnMut(&Path, &str)) {
    if path
        .file_name()
        .is_some_and(|name| FOREIGN.iter().any(|other| name == *other))
    {
        return;
    }
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap().flatten() {
            walk(&entry.path(), look);
        }
    } else if let Ok(text) = fs::read_to_string(path) {
        look(path, &text);
    }
}
