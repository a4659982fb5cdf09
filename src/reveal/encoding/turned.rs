//! Letters that look like others turned upside down, mostly written from the end.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::{
    reveal::language::judge,
    unicode::{MIN_SORTS, is_turned, sort, turned},
};

/// Fewer turned letters are phonetic script.
const MIN_TURNED: usize = 4;

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
    let letters = || line.chars().filter(|&c| is_turned(c));
    let sorts = letters().fold(0, |sorts, c| sorts | sort(c));
    if letters().count() < MIN_TURNED || sorts.count_ones() < MIN_SORTS {
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

fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '`' | ':' | '=')
}

fn judge_word(word: &str) -> f32 {
    crate::reveal::language::words(word)
        .map(|word| word.worth().bits())
        .sum()
}

fn turn(c: char) -> char {
    turned(c).unwrap_or(c)
}
