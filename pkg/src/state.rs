//! The policy and the source in use.
//!
//! JavaScript owns its policies as plain objects and hands one over when it differs from the last one used. So
//! nothing on this side belongs to a JavaScript object, and there is nothing to free. Two sanitizers used by turns pay
//! for it at each turn: under a microsecond.

use std::cell::{Cell, RefCell};

use js_sys::RangeError;
use tamis::{Policy, Sanitizer, Source};
use wasm_bindgen::prelude::*;

use crate::options::sanitizer_from;

thread_local! {
    static SANITIZER: RefCell<Sanitizer> = const { RefCell::new(Sanitizer::new(Policy::chat())) };
    static SOURCE: Cell<Source> = const { Cell::new(Source::User) };
}

/// Follows this policy from now on: the name of a preset, or an object of options.
///
/// # Errors
///
/// A `RangeError` for an unknown name, a `TypeError` for an unknown field or a value of the wrong type. The policy
/// in use stays.
#[wasm_bindgen]
pub fn use_policy(policy: &JsValue) -> Result<(), JsValue> {
    // read to its end before anything changes: a getter of JavaScript may run meanwhile
    let sanitizer = sanitizer_from(policy)?;
    SANITIZER.replace(sanitizer);
    Ok(())
}

/// Takes texts as written by this source from now on.
///
/// # Errors
///
/// A `RangeError` for an unknown name. The source in use stays.
#[wasm_bindgen]
pub fn use_source(source: &str) -> Result<(), JsValue> {
    let source = source
        .parse()
        .map_err(|error: tamis::Error| RangeError::new(&error.to_string()))?;
    SOURCE.set(source);
    Ok(())
}

/// What follows the policy in use, and the source in use.
pub(crate) fn in_use() -> (Sanitizer, Source) {
    (SANITIZER.with_borrow(Clone::clone), SOURCE.get())
}
