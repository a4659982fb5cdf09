//! What does not depend on any policy: rules, versions, and what Unicode says of characters and identifiers.

use tamis::Rule;
use wasm_bindgen::prelude::*;

/// The id and the why of every rule, by turns, in the order of the numbers by which an answer names rules.
#[wasm_bindgen]
#[must_use]
pub fn rules() -> Vec<String> {
    let facts = Rule::ALL.iter().flat_map(|rule| [rule.id(), rule.why()]);
    facts.map(str::to_owned).collect()
}

/// The name of an invisible or odd character, by its code point.
#[wasm_bindgen]
#[must_use]
pub fn name(code_point: u32) -> Option<String> {
    tamis::unicode::name(char::from_u32(code_point)?).map(Into::into)
}

/// The skeleton of a text, which it shares with all that it is taken for.
#[wasm_bindgen]
#[must_use]
pub fn skeleton(text: &str) -> String {
    tamis::unicode::skeleton(text)
}

/// The id of a text's restriction level.
#[wasm_bindgen]
#[must_use]
pub fn restriction_level(text: &str) -> String {
    tamis::unicode::restriction_level(text).id().into()
}

/// The version of this package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// The version of the Unicode Standard that the tables are made from.
#[wasm_bindgen]
#[must_use]
pub fn unicode_version() -> String {
    let (major, minor, update) = tamis::unicode::UNICODE_VERSION;
    format!("{major}.{minor}.{update}")
}
