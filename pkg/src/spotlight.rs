//! Spotlighting. The random bytes come from JavaScript, whose platform has a source of them.

use js_sys::RangeError;
use tamis::{SpotlightMode, Spotlighted as Core};
use wasm_bindgen::prelude::*;

/// Untrusted text between its boundaries, and what to tell the model about it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Spotlighted(Core);

#[wasm_bindgen]
impl Spotlighted {
    /// The text to put into the prompt.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text().into()
    }

    /// The sentences for the system prompt.
    #[wasm_bindgen(getter, js_name = systemPrompt)]
    #[must_use]
    pub fn system_prompt(&self) -> String {
        self.0.system_prompt().into()
    }

    /// The line before and behind the text.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn boundary(&self) -> String {
        self.0.boundary().into()
    }

    /// What stands before each word, if the mode is `datamark`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn marker(&self) -> Option<String> {
        self.0.marker().map(Into::into)
    }
}

/// Marks `text` in this mode, with these random bytes.
///
/// # Errors
///
/// A `RangeError` for an unknown mode or too few random bytes.
#[wasm_bindgen]
pub fn spotlight(text: &str, mode: &str, nonce: &[u8]) -> Result<Spotlighted, JsValue> {
    let marked = mode
        .parse::<SpotlightMode>()
        .and_then(|mode| tamis::spotlight(text, mode, nonce));
    marked
        .map(Spotlighted)
        .map_err(|error| RangeError::new(&error.to_string()).into())
}
