//! Rules of the caller's own, as a row of texts: `js/rules.ts` writes and reads it, and knows what JavaScript may write.
//!
//! Each entry is a kind and its values: `set`; `words`, class, list; `rule`, id, why; and of the last rule `weight`, source,
//! percent; `negatable`; `pattern`, `example`, `counter`, text.

use js_sys::RangeError;
use tamis::{CompiledRules, OwnRule, OwnRules, Source};
use wasm_bindgen::prelude::*;

/// Who may have a weight.
const SOURCES: [Source; 4] = [Source::User, Source::Document, Source::Tool, Source::Model];

/// Compiles the rules of a row.
///
/// # Errors
///
/// A `RangeError` for rules that are refused.
pub(crate) fn compiled(row: Vec<String>) -> Result<CompiledRules, JsValue> {
    let range_error = |why: &str| RangeError::new(why);
    let mut sets: Vec<(OwnRules, Option<OwnRule>)> = Vec::new();
    let mut row = row.into_iter();
    while let Some(kind) = row.next() {
        if kind == "set" {
            sets.push(Default::default());
            continue;
        }
        let Some((rules, rule)) = sets.last_mut() else {
            break;
        };
        let mut next = || row.next().unwrap_or_default();
        match kind.as_str() {
            "words" => *rules = core::mem::take(rules).with_words(next(), next()),
            "rule" => {
                let before = rule.replace(OwnRule::new(next(), next()));
                *rules = with(core::mem::take(rules), before);
            }
            _ => {
                let last = rule.take().unwrap_or_default();
                *rule = Some(match kind.as_str() {
                    "weight" => {
                        let source = next().parse::<Source>();
                        let source = source.map_err(|error| range_error(&error.to_string()))?;
                        last.with_weight(source, next().parse().unwrap_or_default())
                    }
                    "negatable" => last.with_negatable(true),
                    "pattern" => last.with_pattern(next()),
                    "example" => last.with_example(next()),
                    "counter" => last.with_counter(next()),
                    _ => last,
                });
            }
        }
    }
    let sets = sets.into_iter().map(|(rules, last)| with(rules, last));
    let sets: Vec<OwnRules> = sets.collect();
    CompiledRules::of(&sets).map_err(|error| range_error(&error.to_string()).into())
}

fn with(rules: OwnRules, rule: Option<OwnRule>) -> OwnRules {
    match rule {
        Some(rule) => rules.with_rule(rule),
        None => rules,
    }
}

/// Adds the rules to a row.
pub(crate) fn write(rules: &OwnRules, row: &mut Vec<String>) {
    let mut add = |texts: &[&str]| row.extend(texts.iter().map(|&text| text.to_owned()));
    add(&["set"]);
    for (class, words) in rules.words() {
        add(&["words", class, words]);
    }
    for rule in rules.rules() {
        add(&["rule", rule.id(), rule.why()]);
        for source in SOURCES {
            add(&["weight", source.id(), &rule.weight(source).to_string()]);
        }
        if rule.is_negatable() {
            add(&["negatable"]);
        }
        for (kind, texts) in [
            ("pattern", rule.patterns()),
            ("example", rule.examples()),
            ("counter", rule.counter()),
        ] {
            for text in texts {
                add(&[kind, text]);
            }
        }
    }
}
