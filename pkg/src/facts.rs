//! What does not depend on any text.

use serde::Serialize;
use tamis::Rule;
use wasm_bindgen::prelude::*;

/// A rule as JavaScript knows it.
#[derive(Serialize)]
struct RuleFacts {
    id: &'static str,
    why: &'static str,
}

/// Every rule with its id and why, in the order of the numbers by which an answer names them.
///
/// # Errors
///
/// Never in practice: the error is that of the conversion.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsValue> {
    let facts: Vec<RuleFacts> = Rule::ALL
        .iter()
        .map(|rule| RuleFacts {
            id: rule.id(),
            why: rule.why(),
        })
        .collect();
    Ok(serde_wasm_bindgen::to_value(&facts)?)
}

/// The name of an invisible or odd character, by its code point.
#[wasm_bindgen]
#[must_use]
pub fn name(code_point: u32) -> Option<String> {
    tamis::unicode::name(char::from_u32(code_point)?).map(Into::into)
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
