//! Showing what cannot be seen.

use core::fmt::Write as _;

use alloc::string::String;

/// Each code point as `\u{…}`, in the hexadecimal digits that the Unicode Standard writes: upper case, at least four.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for c in text.chars() {
        // writing to a string cannot fail
        let _ = write!(out, "\\u{{{:04X}}}", u32::from(c));
    }
    out
}
