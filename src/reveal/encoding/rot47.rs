//! The printable characters of ASCII moved by half their number (ROT47).

use alloc::{format, string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{evidence, judge, stretches, words};

/// How many bits the turned words must be better, in all.
const MIN_GAIN: f32 = 22.0;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    // quotation marks quote more often than they stand for a letter
    for part in text.split(['"', '\n']) {
        found.extend(in_part(text, part, at));
        at += part.len() + 1;
    }
    found
}

fn in_part(text: &str, part: &str, offset: usize) -> Vec<Found> {
    let mut tokens: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for token in part.split([' ', '\t', '\r']) {
        if !token.is_empty() {
            tokens.push((at, token));
        }
        at += token.len() + 1;
    }
    let gains: Vec<f32> = tokens
        .iter()
        .map(|(_, token)| match is_turned(token) {
            true => bits(&turn(token)) - bits(token).max(0.0),
            false => UNTURNED,
        })
        .collect();
    let mut found = Vec::new();
    for stretch in stretches(&gains, MIN_GAIN) {
        // words that look like none on either side: what is turned has hardly a small letter
        let belongs = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|(_, token)| !token.bytes().any(|b| b.is_ascii_lowercase()))
        };
        let (mut first, mut end) = (stretch.start, stretch.end);
        while first > 0 && belongs(first - 1) {
            first -= 1;
        }
        while belongs(end) {
            end += 1;
        }
        let stretch = first..end;
        let (Some(&(start, _)), Some(&(last_start, last))) =
            (tokens.get(stretch.start), tokens.get(stretch.end - 1))
        else {
            continue;
        };
        let end = last_start + last.len();
        let Some(written) = part.get(start..end) else {
            continue;
        };
        let mut decoded = turn(written);
        // a Q is written as a quotation mark
        let has_q = start == 0
            && text
                .get(..offset)
                .is_some_and(|before| before.ends_with('"'))
            && {
                let first = words(&decoded).next().map_or("", |word| word.text);
                decoded.starts_with('u') && bits(&format!("Q{first}")) > bits(first)
            };
        if has_q {
            decoded.insert(0, 'Q');
        }
        // letters from i to o are marks; tables of hexadecimal numbers have none
        let marks = written.bytes().filter(u8::is_ascii_punctuation).count();
        if marks * 10 < written.len() {
            continue;
        }
        let judgement = judge(&decoded);
        let is_known = evidence(words(&decoded).map(|word| word.text)).is_telling();
        let is_shaped = judgement.letters >= 20 && judgement.bits >= judgement.letters as f32;
        if judgement.is_language() && (is_known || is_shaped) && !judge(written).is_language() {
            found.push(Found::language(
                offset + start - usize::from(has_q)..offset + end,
                &["rot47"],
                decoded,
            ));
        }
    }
    found
}

/// What a token costs that the cipher leaves as it is.
const UNTURNED: f32 = -8.0;

fn is_turned(token: &str) -> bool {
    token.bytes().filter(u8::is_ascii).count() * 2 > token.len()
}

fn bits(text: &str) -> f32 {
    words(text).map(|word| word.worth().bits()).sum()
}

fn turn(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='O' => char::from_u32(u32::from(c) + 47).unwrap_or(c),
            'P'..='~' => char::from_u32(u32::from(c) - 47).unwrap_or(c),
            _ => c,
        })
        .collect()
}
