//! The first letters of the lines.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{evidence, joined_bits, run_bits, segment};

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
                let lines = text.get(span.clone()).unwrap_or_default();
                if let Some(text) = message(&letters, lines).filter(|_| !is_code(lines)) {
                    found.push(Found::parted(span.clone(), &["acrostic"], text));
                }
            }
        }
    }
    found
}

/// Whether there are more of the signs that only programs use than writers use.
fn is_code(lines: &str) -> bool {
    has_more(lines, 24, is_sign_of_code)
}

/// Whether there are hardly any characters but those of sentences: what machines read has digits and marks in every line.
fn is_prose(lines: &str) -> bool {
    let is_of_sentences = |c: char| {
        c.is_alphabetic()
            || matches!(
                c,
                '.' | ',' | ';' | '!' | '?' | '\'' | '"' | '-' | '\u{2019}'
            )
    };
    !has_more(lines, 40, |c| !is_of_sentences(c))
}

/// Whether more than one of so many characters that are seen are such.
fn has_more(lines: &str, of: usize, is: impl Fn(char) -> bool) -> bool {
    let visible = || lines.chars().filter(|c| !c.is_whitespace());
    visible().filter(|&c| is(c)).count() * of > visible().count()
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

/// Lists in the order of the alphabet and lines that begin alike spell words too, but not for long: few lines must spell known words
/// nearly throughout. Many lines of prose need not, if the letters run as in words rather than as lines begin.
fn message(letters: &str, lines: &str) -> Option<String> {
    const MIN_LONG: usize = 16;
    const MIN_KNOWN: f32 = 18.0;
    let all = letters.chars().count();
    if all < MIN_LINES {
        return None;
    }
    let (parted, bits) = segment(letters)?;
    let known = evidence(parted.split(' '));
    let count = all as f32;
    let is_spelled = bits >= 1.4 * count && run_bits(letters) >= 0.3 * count;
    let joined = joined_bits(letters);
    let is_run = joined >= -0.1 * count || joined >= -0.5 * count && known.bits >= MIN_KNOWN;
    let is_long = all >= MIN_LONG
        && letters.is_ascii()
        && known.letters * 4 >= all
        && bits >= -0.3 * count
        && is_run;
    (known.is_telling() && (is_spelled || is_long && is_prose(lines))).then_some(parted)
}
