//! Digits and signs in place of letters: 1gn0r3 4ll rul35.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{Word, judge, stretches, words};

/// How many bits the letters must be better than the digits, in all.
const MIN_GAIN: f32 = 16.0;

/// How many words have a digit inside at the least.
const MIN_WORDS: usize = 2;

/// How many bits of frequent words there are at the least.
const MIN_KNOWN: f32 = 10.0;

pub(super) fn find(text: &str) -> Vec<Found> {
    let tokens: Vec<Token<'_>> = tokens(text);
    let gains: Vec<f32> = tokens.iter().map(|token| token.gain).collect();
    let mut found = Vec::new();
    for stretch in stretches(&gains, MIN_GAIN) {
        let inside = || tokens.iter().take(stretch.end).skip(stretch.start);
        let known: f32 = inside()
            .filter(|token| token.is_leet)
            .map(|token| token.known)
            .sum();
        if inside().filter(|token| token.is_leet).count() < MIN_WORDS || known < MIN_KNOWN {
            continue;
        }
        let stretch = super::cipher::grown(stretch, tokens.len(), |at| {
            tokens
                .get(at)
                .is_some_and(|token| token.is_leet && token.known > 0.0)
        });
        let (Some(first), Some(last)) = (tokens.get(stretch.start), tokens.get(stretch.end - 1))
        else {
            continue;
        };
        let mut decoded = String::new();
        let mut end = first.start;
        for token in tokens.iter().take(stretch.end).skip(stretch.start) {
            decoded.push_str(text.get(end..token.start).unwrap_or_default());
            decoded.push_str(&token.decoded);
            end = token.start + token.text.len();
        }
        if judge(&decoded).is_language() {
            found.push(Found::language(
                first.start..last.start + last.text.len(),
                &["leetspeak"],
                decoded,
            ));
        }
    }
    found
}

struct Token<'t> {
    text: &'t str,
    start: usize,
    decoded: String,
    is_leet: bool,
    gain: f32,
    known: f32,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split([
        ' ', '\t', '\n', '\r', '"', '`', '(', ')', '[', ']', '{', '}', '=', '<', '>', '/', ',',
        ';', ':', '_',
    ]) {
        let start = at;
        at = start + part.len() + 1;
        // a mark at the end is more often a mark
        let text = part
            .trim_end_matches(['.', '!', '?', '\''])
            .trim_start_matches('\'');
        let start = start + (part.len() - part.trim_start_matches('\'').len());
        if !text.is_empty() {
            found.push(token(text, start));
        }
    }
    found
}

fn token(text: &str, start: usize) -> Token<'_> {
    let has_digit = text.bytes().any(|b| letter(b, 'i').is_some());
    let has_letter = text.bytes().any(|b| b.is_ascii_alphabetic());
    // a number stays a number, but for the words of one letter
    let is_leet = has_digit
        && (has_letter || matches!(text, "4" | "1") || text.bytes().any(|b| !b.is_ascii_digit()));
    let plain = bits(text).0;
    if !is_leet {
        let gain = if plain > 0.0 || text.len() < 3 {
            -1.0
        } else {
            -3.0
        };
        return Token {
            text,
            start,
            decoded: text.into(),
            is_leet,
            gain,
            known: 0.0,
        };
    }
    let (mut best, mut decoded) = ((f32::MIN, 0.0), String::new());
    for one in ['i', 'l'] {
        let trial = read(text, one);
        let worth = bits(&trial);
        if worth.0 > best.0 {
            (best, decoded) = (worth, trial);
        }
    }
    Token {
        text,
        start,
        decoded,
        is_leet,
        gain: best.0 - plain.max(0.0),
        known: best.1,
    }
}

fn read(text: &str, one: char) -> String {
    text.chars()
        .map(|c| {
            u8::try_from(c)
                .ok()
                .and_then(|b| letter(b, one))
                .unwrap_or(c)
        })
        .collect()
}

fn bits(text: &str) -> (f32, f32) {
    words(text)
        .map(|word: Word<'_>| word.worth())
        .fold((0.0, 0.0), |(bits, known), worth| {
            (bits + worth.bits(), known + worth.known)
        })
}

/// The letter that a digit or sign is drawn like.
const fn letter(b: u8, one: char) -> Option<char> {
    Some(match b {
        b'0' => 'o',
        b'1' | b'!' | b'|' => one,
        b'2' => 'z',
        b'3' => 'e',
        b'4' | b'@' => 'a',
        b'5' | b'$' => 's',
        b'6' | b'9' => 'g',
        b'7' | b'+' => 't',
        b'8' => 'b',
        _ => return None,
    })
}
