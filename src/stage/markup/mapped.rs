//! A text with what stands for characters read, and where each byte of it comes from.

use alloc::{string::String, vec::Vec};

/// The text in which every part that `read` knows is one character, and for each byte of it and its end the place that it comes
/// from. `read` gives the character at the start of a text, and how many bytes stand for it. Linear, if that is constant.
pub(super) fn mapped(
    text: &str,
    read: impl Fn(&str) -> Option<(char, usize)>,
) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let (c, length) = read(rest).unwrap_or((c, c.len_utf8()));
        out.push(c);
        places.resize(out.len(), at);
        at += length;
    }
    places.push(at);
    (out, places)
}
