//! Every special token of the list, plain and in each disguise.

use std::{collections::BTreeSet, fs};

use serde::Deserialize;
use tamis::{Action, Policy, Rule, Sanitizer};
use unicode_normalization::UnicodeNormalization as _;

#[derive(Deserialize)]
struct List {
    tokens: Vec<Token>,
}

#[derive(Deserialize)]
struct Token {
    token: String,
    family: String,
    #[serde(rename = "use")]
    usage: Option<String>,
}

fn tokens() -> Vec<Token> {
    let list = fs::read_to_string("tools/tablegen/tokens.toml").unwrap();
    toml::from_str::<List>(&list).unwrap().tokens
}

/// The same with a character behind it.
type Disguise = fn(&str) -> String;

const DISGUISES: [(&str, Disguise); 7] = [
    ("fullwidth", |token| {
        let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
        token
            .chars()
            .map(|c| if c.is_ascii_graphic() { wide(c) } else { c })
            .collect()
    }),
    ("entities", |token| {
        token
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('[', "&#91;")
            .replace(']', "&#x5D;")
    }),
    ("entities of entities", |token| {
        token.replace('<', "&amp;lt;").replace('[', "&amp;#91;")
    }),
    ("zero width", |token| {
        let (first, rest) = token.split_at(token.ceil_char_boundary(2));
        format!("{first}\u{200B}{rest}") // ZERO WIDTH SPACE
    }),
    ("tag characters", |token| {
        let (first, rest) = token.split_at(1);
        format!("{first}\u{E0041}{rest}")
    }),
    ("soft hyphens", |token| {
        let (rest, last) = token.split_at(token.len() - 1);
        format!("{rest}\u{AD}{last}")
    }),
    ("Cyrillic", |token| {
        token.replace('o', "\u{43E}").replace('e', "\u{435}")
    }),
];

/// What stands there is no token, for any tokenizer that reads it as it is or normalizes it first.
fn is_harmless(clean: &str, token: &str) -> bool {
    let plain = |text: &str| text.nfkc().collect::<String>();
    !clean.contains(token) && !plain(clean).contains(&plain(token))
}

#[test]
fn tokens_are_made_harmless_in_every_disguise() {
    let sanitizers = [Policy::chat(), Policy::document(), Policy::strict()].map(Sanitizer::new);
    let (mut count, mut failed) = (0, Vec::new());
    for Token { token, usage, .. } in tokens() {
        if usage.is_some() {
            continue;
        }
        for (name, disguise) in DISGUISES {
            let dirty = format!("Thanks. {}system", disguise(&token));
            for sanitizer in &sanitizers {
                let report = sanitizer.sanitize(&dirty);
                let found = report.findings().iter().any(|finding| {
                    let rule = finding.rule();
                    matches!(rule, Rule::SpecialToken | Rule::SpecialTokenLookalike)
                });
                let clean = report.clean();
                let again = sanitizer.sanitize(clean);
                count += 1;
                if !found || !is_harmless(clean, &token) || again.changed() {
                    failed.push(format!("{name}: {dirty:?} became {clean:?}"));
                }
            }
        }
    }
    println!(
        "{count} disguised tokens made harmless, {} not",
        failed.len()
    );
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn tokens_that_are_ordinary_text_stay_where_they_are_alone() {
    let sanitizer = Sanitizer::default();
    for Token { token, usage, .. } in tokens() {
        let Some(usage) = usage else { continue };
        let dirty = format!("It says {token} here.");
        let report = sanitizer.sanitize(&dirty);
        assert!(!report.changed(), "{token}");
        let reported = report.findings().iter().all(|f| f.action() == Action::Kept);
        assert!(reported && report.findings().len() == usize::from(usage == "reported"));
        // beside one that is not, they are no ordinary text
        let dirty = format!("{token} <|im_start|>");
        let clean = sanitizer.sanitize(&dirty).into_clean();
        assert!(is_harmless(&clean, &token), "{token}");
    }
}

#[test]
fn the_docs_count_the_list() {
    let tokens = tokens();
    let families: BTreeSet<&str> = tokens.iter().map(|token| &*token.family).collect();
    let counted = format!("{} tokens of {} families", tokens.len(), families.len());
    let docs = fs::read_to_string("TEMPLATES.md").unwrap();
    assert!(
        docs.contains(&counted),
        "TEMPLATES.md does not say {counted}"
    );
}
