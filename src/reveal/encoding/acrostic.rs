//! The first letters of the lines.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{evidence, run_bits, segment};

/// Fewer lines spell some word by chance.
const MIN_LINES: usize = 8;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut letters = String::new();
    let (mut span, mut at) = (0..0, 0);
    for line in text.split_inclusive('\n').chain([""]) {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '-' | '*' | '"' | '\u{2022}' | '>' | '#')
        });
        match content.chars().next().filter(|c| c.is_alphabetic()) {
            Some(c) => {
                if letters.is_empty() {
                    span.start = start + line.len() - content.len();
                }
                letters.push(c);
                span.end = start + line.trim_end().len();
            }
            None => {
                let letters = core::mem::take(&mut letters);
                if let Some(text) = message(&letters).filter(|_| !is_code(text, &span)) {
                    found.push(Found::parted(span.clone(), &["acrostic"], text));
                }
            }
        }
    }
    found
}

/// Whether there are more of the signs that only programs use than writers use.
fn is_code(text: &str, span: &Range<usize>) -> bool {
    const PER_SIGN: usize = 24;
    let text = text.get(span.clone()).unwrap_or_default();
    let visible = text.chars().filter(|c| !c.is_whitespace()).count();
    let signs = text.chars().filter(|&c| is_sign_of_code(c)).count();
    signs * PER_SIGN > visible
}

const fn is_sign_of_code(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '='
            | ';'
            | '<'
            | '>'
            | '/'
            | '\\'
            | '_'
            | '|'
            | '&'
            | '$'
    )
}

/// Lists in the order of the alphabet and lines that begin alike spell words too, but not for long: nearly all letters must.
fn message(letters: &str) -> Option<String> {
    let count = letters.chars().count();
    if count < MIN_LINES {
        return None;
    }
    let (parted, bits) = segment(letters)?;
    let known = evidence(parted.split(' '));
    let count = count as f32;
    let is_short = count < 20.0;
    let (least, shape) = if is_short { (1.4, 0.3) } else { (0.2, 0.4) };
    (bits >= least * count && known.is_telling() && run_bits(letters) >= shape * count)
        .then_some(parted)
}
