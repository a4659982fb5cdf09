//! Letters that look like others turned upside down, mostly written from the end.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::judge;

/// Fewer turned letters are phonetic script.
const MIN_TURNED: usize = 4;

/// Turned letters and what they are when the page is turned.
const LETTERS: &[(char, char)] = &[
    ('\u{250}', 'a'),
    ('q', 'b'),
    ('\u{254}', 'c'),
    ('p', 'd'),
    ('\u{1DD}', 'e'),
    ('\u{25F}', 'f'),
    ('\u{183}', 'g'),
    ('\u{253}', 'g'),
    ('\u{265}', 'h'),
    ('\u{1D09}', 'i'),
    ('\u{131}', 'i'),
    ('\u{27E}', 'j'),
    ('\u{17F}', 'j'),
    ('\u{29E}', 'k'),
    ('\u{5DF}', 'l'),
    ('\u{A781}', 'l'),
    ('\u{26F}', 'm'),
    ('u', 'n'),
    ('d', 'p'),
    ('b', 'q'),
    ('\u{279}', 'r'),
    ('\u{287}', 't'),
    ('n', 'u'),
    ('\u{28C}', 'v'),
    ('\u{28D}', 'w'),
    ('\u{28E}', 'y'),
    ('\u{2144}', 'Y'),
    ('\u{2200}', 'A'),
    ('\u{186}', 'C'),
    ('\u{18E}', 'E'),
    ('\u{2132}', 'F'),
    ('\u{2141}', 'G'),
    ('\u{17F}', 'J'),
    ('\u{2142}', 'L'),
    ('W', 'M'),
    ('M', 'W'),
    ('\u{1D1A}', 'R'),
    ('\u{22A5}', 'T'),
    ('\u{2229}', 'U'),
    ('\u{39B}', 'V'),
    ('\u{245}', 'V'),
    ('\u{2D9}', '.'),
    ('\u{2018}', ','),
    ('\'', ','),
    ('\u{A1}', '!'),
    ('\u{BF}', '?'),
    ('(', ')'),
    (')', '('),
    ('6', '9'),
    ('9', '6'),
];

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        found.extend(in_line(line, start));
    }
    found
}

/// From the first word with a turned letter to the last, and what may belong to it.
fn in_line(line: &str, start: usize) -> Option<Found> {
    let is_turned = |c: char| is_telling(c) && LETTERS.iter().any(|&(turned, _)| turned == c);
    if line.chars().filter(|&c| is_turned(c)).count() < MIN_TURNED {
        return None;
    }
    let first = line.find(is_turned)?;
    let last = line.rfind(is_turned)?;
    let from = line.get(..first)?.rfind(is_break).map_or(0, |at| at + 1);
    let to = last
        + line
            .get(last..)?
            .find(is_break)
            .unwrap_or(line.len() - last);
    let (mut from, mut to) = (from, to);
    let read = |from: usize, to: usize| -> Option<(String, String)> {
        let forth: String = line.get(from..to)?.chars().map(turn).collect();
        Some((forth.chars().rev().collect(), forth))
    };
    let mut best = String::new();
    let (back, forth) = read(from, to)?;
    for trial in [back, forth] {
        if judge(&trial).is_language() && judge(&trial).bits > judge(&best).bits {
            best = trial;
        }
    }
    if best.is_empty() {
        return None;
    }
    // words of letters that are their own turned ones, such as "so" and "nod"
    while let Some(word) = line
        .get(..from.saturating_sub(1))
        .and_then(|before| before.rsplit(is_break).next())
    {
        let trial: String = word.chars().rev().map(turn).collect();
        if word.is_empty() || from == 0 || judge_word(&trial) <= judge_word(word) {
            break;
        }
        from -= word.len() + 1;
    }
    while let Some(word) = line
        .get(to + 1..)
        .and_then(|behind| behind.split(is_break).next())
    {
        let trial: String = word.chars().rev().map(turn).collect();
        if word.is_empty() || judge_word(&trial) <= judge_word(word) {
            break;
        }
        to += word.len() + 1;
    }
    let (back, forth) = read(from, to)?;
    best = if judge(&back).bits >= judge(&forth).bits {
        back
    } else {
        forth
    };
    Some(Found::language(
        start + from..start + to,
        &["upside-down"],
        best,
    ))
}

/// Whether a letter stands in no alphabet of many words, so that it tells.
const fn is_telling(c: char) -> bool {
    !c.is_ascii()
        && !matches!(
            c,
            '\u{131}'
                | '\u{17F}'
                | '\u{2018}'
                | '\u{A1}'
                | '\u{BF}'
                | '\u{5DF}'
                | '\u{39B}'
                | '\u{2200}'
                | '\u{2229}'
        )
}

fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '`' | ':' | '=')
}

fn judge_word(word: &str) -> f32 {
    crate::reveal::language::words(word)
        .map(|word| word.worth().bits())
        .sum()
}

fn turn(c: char) -> char {
    LETTERS
        .iter()
        .find(|&&(turned, _)| turned == c)
        .map_or(c, |&(_, letter)| letter)
}
