//! HTML: which words of a page no reader is shown.

mod cascade;
mod element;
mod find;
mod hidden;
mod look;
mod shape;
mod style;
mod token;
mod tree;
mod values;

use core::ops::Range;

use alloc::vec::Vec;

use super::{Hidden, Kind, order::Judge};

/// Finds what is hidden in a text. `depth` counts the pages around this one.
pub(super) fn find(
    text: &str,
    code: &[Range<usize>],
    kind: Kind,
    depth: usize,
    judge: Judge<'_>,
) -> Vec<Hidden> {
    find::find(text, code, kind, depth, judge)
}

/// Whether the text, which stands behind a `<`, goes on with the name of an element that the standard knows.
pub(super) fn begins_with_element(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric());
    let name = text.get(..end.unwrap_or(0)).unwrap_or_default();
    let behind = text.get(name.len()..).unwrap_or_default();
    element::element(name).is_some()
        && behind.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
}
