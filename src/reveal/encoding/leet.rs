//! Digits and signs in place of letters that look like them.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{Word, evidence, judge, stretches, words};

/// How many bits the letters must be better than the digits, in all.
const MIN_GAIN: f32 = 16.0;

/// How many bits it takes without a frequent word.
const MIN_GAIN_UNKNOWN: f32 = 24.0;

/// How many words have a digit inside at the least.
const MIN_WORDS: usize = 3;

pub(super) fn find(text: &str) -> Vec<Found> {
    let tokens: Vec<Token<'_>> = tokens(text);
    let gains: Vec<f32> = tokens.iter().map(|token| token.gain).collect();
    let mut found = Vec::new();
    for stretch in stretches(&gains, MIN_GAIN) {
        let inside = || tokens.iter().take(stretch.end).skip(stretch.start);
        let leet = || inside().filter(|token| token.is_leet);
        let bits: f32 = leet().map(|token| token.gain).sum();
        let digits: usize = leet()
            .map(|token| {
                token
                    .text
                    .bytes()
                    .filter(|&b| letter(b, 'i').is_some())
                    .count()
            })
            .sum();
        let known = evidence(leet().map(|token| &*token.decoded));
        let (count, words) = (leet().count(), inside().count());
        let mut wordy: Vec<&str> = leet()
            .filter(|token| token.is_wordy())
            .map(|token| &*token.decoded)
            .collect();
        wordy.sort_unstable();
        wordy.dedup();
        let different = wordy.len();
        // words that nobody knows must be many, with many digits
        let before = leet()
            .filter(|token| token.has_digit_before_letter())
            .count();
        let says = known.is_telling() && 3 * count >= words && before >= 2
            || bits >= MIN_GAIN_UNKNOWN
                && different >= 4
                && 2 * digits >= 3 * count
                && 2 * count >= words;
        if count < MIN_WORDS || !says {
            continue;
        }
        let stretch = grown(stretch, text, &tokens);
        let (Some(first), Some(last)) = (tokens.get(stretch.start), tokens.get(stretch.end - 1))
        else {
            continue;
        };
        let mut decoded = String::new();
        let mut end = first.start;
        for token in tokens.iter().take(stretch.end).skip(stretch.start) {
            decoded.push_str(text.get(end..token.start).unwrap_or_default());
            decoded.push_str(token.among_leet());
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

/// A stretch and the words beside it that may belong to it: numbers that are words, and the last words before a mark that no
/// sentence crosses.
fn grown(stretch: Range<usize>, text: &str, tokens: &[Token<'_>]) -> Range<usize> {
    /// More words without a digit go on with something else.
    const MAX_PLAIN: usize = 2;
    let belongs = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is_leet && token.gain > -4.0 || token.number.is_some())
    };
    let is_end = |a: usize, b: usize| {
        let before = tokens
            .get(a)
            .map_or(0, |token| token.start + token.text.len());
        let between = tokens
            .get(b)
            .and_then(|token| text.get(before..token.start))
            .unwrap_or_default();
        between.contains(['"', '\n', ')', '(', '.', '!', '?', ':'])
    };
    let (mut start, mut end) = (stretch.start, stretch.end);
    while start > 0 && belongs(start - 1) && !is_end(start - 1, start) {
        start -= 1;
    }
    while belongs(end) && !is_end(end - 1, end) {
        end += 1;
    }
    // words that have nothing to write otherwise stay as they are
    let written = Written::of(tokens.get(start..end).unwrap_or_default());
    let is_left = |at: usize| tokens.get(at).is_some_and(|token| written.leaves(token));
    while start > 0 && is_left(start - 1) && !is_end(start - 1, start) {
        start -= 1;
    }
    while is_left(end) && !is_end(end - 1, end) {
        end += 1;
    }
    let (mut first, mut last) = (start, end);
    while first > 0 && start - first <= MAX_PLAIN && !is_end(first - 1, first) {
        first -= 1;
    }
    while last < tokens.len() && last - end <= MAX_PLAIN && !is_end(last - 1, last) {
        last += 1;
    }
    let start = if start - first <= MAX_PLAIN {
        first
    } else {
        start
    };
    start..if last - end <= MAX_PLAIN { last } else { end }
}

/// The letters that a writer of leetspeak writes otherwise wherever they stand, and those that he does not write plainly, a bit for each.
#[derive(Clone, Copy, Debug)]
struct Written {
    turned: u32,
    not_plain: u32,
}

impl Written {
    fn of(tokens: &[Token<'_>]) -> Self {
        let usual = "aeiost".chars().fold(0, |all, c| all | bit(c));
        let (mut turned, mut plain) = (0_u32, 0_u32);
        for token in tokens.iter().filter(|token| token.is_leet) {
            for (now, then) in token.text.chars().zip(token.decoded.chars()) {
                *(if now == then { &mut plain } else { &mut turned }) |= bit(then);
            }
        }
        Self {
            turned: turned & !plain,
            not_plain: (turned | usual) & !plain,
        }
    }

    /// Whether a word is one that he leaves as it is: letters alone, none of which he would write otherwise.
    fn leaves(self, token: &Token<'_>) -> bool {
        const LEAST: u32 = 3;
        let letters = token.text.chars().fold(0, |all, c| all | bit(c));
        self.turned.count_ones() >= LEAST
            && token.text.bytes().all(|b| b.is_ascii_alphabetic())
            && letters & self.not_plain == 0
    }
}

/// The place of a letter in the alphabet, as a bit; of anything else, none.
const fn bit(c: char) -> u32 {
    match c {
        'a'..='z' | 'A'..='Z' => 1 << (c as u32 & 0x1F),
        _ => 0,
    }
}

struct Token<'t> {
    text: &'t str,
    start: usize,
    decoded: String,
    is_leet: bool,
    gain: f32,
    /// What a number reads as, if that is a known word.
    number: Option<String>,
}

impl Token<'_> {
    /// Names that are numbered have their digits at the end.
    fn has_digit_before_letter(&self) -> bool {
        self.text
            .trim_end_matches(|c: char| !c.is_ascii_alphabetic())
            .contains(|c: char| !c.is_ascii_alphabetic())
    }

    /// Whether it has more letters than digits, with a digit between two of them: names with numbers have not.
    fn is_wordy(&self) -> bool {
        let letters = self.text.bytes().filter(u8::is_ascii_alphabetic).count();
        let inside = self
            .text
            .trim_matches(|c: char| !c.is_ascii_alphabetic())
            .len();
        letters * 2 > self.text.len() && inside > letters
    }

    fn among_leet(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.decoded)
    }
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
    let is_word = text
        .bytes()
        .all(|b| b.is_ascii_alphabetic() || letter(b, 'i').is_some() || b == b'\'');
    // a number stays a number, but for the words of one letter
    let is_leet =
        has_digit && is_word && !is_literal(text) && (has_letter || matches!(text, "4" | "1"));
    let plain = bits(text).0;
    if !is_leet {
        let gain = if plain > 0.0 || text.len() < 3 {
            -1.0
        } else {
            -3.0
        };
        let readings = ['i', 'l'].map(|one| read(text, one)).into_iter();
        let number = has_digit
            .then(|| readings.max_by(|a, b| bits(a).1.total_cmp(&bits(b).1)))
            .flatten();
        let number = number.filter(|word| bits(word).1 > 0.0);
        return Token {
            text,
            start,
            decoded: text.into(),
            is_leet,
            gain,
            number,
        };
    }
    let (mut best, mut decoded) = ((f32::MIN, 0.0), String::new());
    for one in ['i', 'l'] {
        let trial = read(text, one);
        let worth = bits(&trial);
        // of two unknown words, the one with an i: that is what a one stands for more often
        if worth.0 > best.0 + 3.0 || worth.1 > best.1 {
            (best, decoded) = (worth, trial);
        }
    }
    Token {
        text,
        start,
        decoded,
        is_leet,
        gain: best.0 - plain.max(0.0),
        number: None,
    }
}

/// Whether this is a number as programs write it, with a base, an exponent or a type: `0x1F`, `1e9`, `16u8`.
fn is_literal(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let mut tail = rest.chars();
    match tail.next() {
        Some('x' | 'X' | 'b' | 'B' | 'o' | 'O') if text.starts_with('0') && digits == 1 => {
            rest.len() > 1
        }
        Some('e' | 'E' | 'u' | 'U' | 'i' | 'f') if digits > 0 => {
            rest.len() > 1 && tail.all(|c| c.is_ascii_digit())
        }
        _ => false,
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
