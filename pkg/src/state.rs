//! The policy and the source in use.
//!
//! JavaScript owns its policies as plain objects and hands one over when it differs from the last one used. So
//! nothing on this side belongs to a JavaScript object, and there is nothing to free. Two sanitizers used by turns pay
//! for it at each turn: under a microsecond.

use std::cell::{Cell, RefCell};

use js_sys::RangeError;
use tamis::{Policy, Sanitizer, Source};
use wasm_bindgen::prelude::*;

use crate::{options::sanitizer_from, own_rules::compiled};

thread_local! {
    static SANITIZER: RefCell<Sanitizer> = const { RefCell::new(Sanitizer::new(Policy::chat())) };
    /// The last ones that were given a number, the one used last at the end.
    static KEPT: RefCell<Vec<(u32, Sanitizer)>> = const { RefCell::new(Vec::new()) };
    static SOURCE: Cell<Source> = const { Cell::new(Source::User) };
}

/// How many sanitizers are kept: each has the tables of its rules, a few hundred KB at most.
const MAX_KEPT: usize = 8;

/// Follows this policy from now on: the name of a preset, or an object of options. One with `rules` has a number above 0,
/// and is kept: to compile rules again at each turn would take milliseconds.
///
/// # Errors
///
/// A `RangeError` for an unknown name, a `TypeError` for an unknown field or a value of the wrong type. The policy
/// in use stays.
#[wasm_bindgen]
pub fn use_policy(
    policy: &JsValue,
    rules: Option<Vec<String>>,
    number: u32,
) -> Result<(), JsValue> {
    // read to its end before anything changes: a getter of JavaScript may run meanwhile
    let mut sanitizer = sanitizer_from(policy)?;
    if let Some(rules) = rules {
        sanitizer = sanitizer.with_rules(compiled(rules)?);
    }
    if number > 0 {
        KEPT.with_borrow_mut(|kept| {
            if kept.len() >= MAX_KEPT {
                kept.remove(0);
            }
            kept.push((number, sanitizer.clone()));
        });
    }
    SANITIZER.replace(sanitizer);
    Ok(())
}

/// Follows the policy of this number again, if it is still kept.
#[wasm_bindgen]
#[must_use]
pub fn use_kept(number: u32) -> bool {
    let found = KEPT.with_borrow_mut(|kept| {
        let at = kept.iter().position(|(known, _)| *known == number)?;
        let entry = kept.remove(at);
        let sanitizer = entry.1.clone();
        kept.push(entry);
        Some(sanitizer)
    });
    found.is_some_and(|sanitizer| {
        SANITIZER.replace(sanitizer);
        true
    })
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
