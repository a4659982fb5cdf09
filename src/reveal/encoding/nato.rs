//! The words that spell letters on the radio.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{judge, run_bits, segment, words};

/// Fewer words are a call sign.
const MIN_WORDS: usize = 8;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut message = Message::default();
    for word in words(text) {
        let between = text.get(message.end..word.start).unwrap_or_default();
        // x-ray is two words
        if message.letters.ends_with('x') && between == "-" && word.text.eq_ignore_ascii_case("ray")
        {
            message.end = word.end();
            continue;
        }
        let behind = text.get(word.end()..).unwrap_or_default();
        let is_half = word.text.eq_ignore_ascii_case("x") && behind.starts_with("-ray");
        match letter(word.text).or(is_half.then_some('x')) {
            Some(letter) => {
                if message.count > 0 && parts_words(between) {
                    message.letters.push(' ');
                }
                if message.count == 0 {
                    message.start = word.start;
                }
                message.count += 1;
                message.letters.push(letter);
                message.end = word.end();
            }
            None if message.count > 0
                && matches!(&*word.text.to_ascii_lowercase(), "space" | "break") =>
            {
                message.letters.push(' ');
                message.end = word.end();
            }
            None => found.extend(message.end()),
        }
    }
    found.extend(message.end());
    found
}

fn parts_words(between: &str) -> bool {
    between.contains(['/', '|', '\n', '.', ';'])
        || between.contains("  ")
        || between.contains(" - ")
}

#[derive(Debug, Default)]
struct Message {
    letters: String,
    start: usize,
    end: usize,
    count: usize,
}

impl Message {
    fn end(&mut self) -> Option<Found> {
        let Self {
            letters,
            start,
            end,
            count,
        } = core::mem::take(self);
        let letters = letters.trim();
        if count < MIN_WORDS {
            return None;
        }
        let (parted, says) = if letters.contains(' ') {
            (letters.into(), judge(letters).is_language())
        } else {
            let (parted, bits) = segment(letters)?;
            (
                parted,
                bits > 4.0 || run_bits(letters) > 0.35 * count as f32,
            )
        };
        says.then(|| Found::parted(start..end, &["nato"], parted))
    }
}

/// ICAO's words for each letter, and how people write them.
const WORDS: [&[&str]; 26] = [
    &["alfa", "alpha"],
    &["bravo"],
    &["charlie"],
    &["delta"],
    &["echo"],
    &["foxtrot"],
    &["golf"],
    &["hotel"],
    &["india"],
    &["juliett", "juliet"],
    &["kilo"],
    &["lima"],
    &["mike"],
    &["november"],
    &["oscar"],
    &["papa"],
    &["quebec"],
    &["romeo"],
    &["sierra"],
    &["tango"],
    &["uniform"],
    &["victor"],
    &["whiskey", "whisky"],
    &["xray"],
    &["yankee"],
    &["zulu"],
];

/// The letter that a word spells.
pub(in crate::reveal) fn letter(word: &str) -> Option<char> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    let of_first = WORDS.get(usize::from(first.checked_sub(b'a')?))?;
    of_first
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
        .then_some(char::from(first))
}
