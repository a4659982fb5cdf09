//! The buffer into which JavaScript encodes dirty.
//!
//! It stays between calls: a call on short text then allocates nothing, and JavaScript keeps one view of it.

use std::cell::Cell;

use js_sys::RangeError;
use wasm_bindgen::prelude::*;

thread_local! {
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Makes the buffer `len` bytes long, keeping what is in it as far as it fits, and says where it is.
///
/// The address holds until the next call of this function.
///
/// # Errors
///
/// A `RangeError` if there is no memory for it; the buffer is then empty.
#[wasm_bindgen]
pub fn reserve(len: usize) -> Result<usize, JsValue> {
    let mut input = INPUT.take();
    let missing = len.saturating_sub(input.len());
    if input.try_reserve_exact(missing).is_err() {
        let message = format!("no memory for a text of {len} bytes: sanitize it in parts");
        return Err(RangeError::new(&message).into());
    }
    input.resize(len, 0);
    input.shrink_to_fit();
    let address = input.as_ptr() as usize;
    INPUT.set(input);
    Ok(address)
}

/// Runs `read` on the first `len` bytes of the buffer.
pub(crate) fn with_input<T>(len: usize, read: impl FnOnce(&[u8]) -> T) -> T {
    // taken out for the time, so that nothing can find it borrowed
    let input = INPUT.take();
    let result = read(input.get(..len).unwrap_or(&input));
    INPUT.set(input);
    result
}
