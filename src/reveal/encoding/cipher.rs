//! Letters moved along the alphabet (ROT13 and every other shift), or mirrored in it (Atbash).
//!
//! Any word becomes another word, so that only the comparison counts: what stands there is no language, and what one of the
//! shifts makes of it is.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{
    Word, Worth, evidence, is_written, judge, strange_stretches, stretches, word_bits, words,
};

/// Fewer letters say too little.
const MIN_LETTERS: usize = 10;

/// How many bits the shifted words must be better, in all.
const MIN_GAIN: f32 = 22.0;

/// How many bits the shifted words must be better if hardly one of them is known.
const MIN_GAIN_UNKNOWN: f32 = 40.0;

/// So many that what stands there may look a little like words, by chance.
const SURELY_KNOWN: f32 = 30.0;

/// So many shifts are compared word by word: those that look best by their letters.
const BEST: usize = 2;

/// The step of each shift that decodes, from 1 to 25, and of the mirror.
const STEPS: [&[&str]; 26] = [
    &["caesar-1"],
    &["caesar-2"],
    &["caesar-3"],
    &["caesar-4"],
    &["caesar-5"],
    &["caesar-6"],
    &["caesar-7"],
    &["caesar-8"],
    &["caesar-9"],
    &["caesar-10"],
    &["caesar-11"],
    &["caesar-12"],
    &["rot13"],
    &["caesar-14"],
    &["caesar-15"],
    &["caesar-16"],
    &["caesar-17"],
    &["caesar-18"],
    &["caesar-19"],
    &["caesar-20"],
    &["caesar-21"],
    &["caesar-22"],
    &["caesar-23"],
    &["caesar-24"],
    &["caesar-25"],
    &["atbash"],
];

pub(super) fn find(text: &str) -> Vec<Found> {
    // words that look like words and known ones are no cipher
    let strange = |worth: &Worth| 0.6 * worth.letters as f32 - worth.bits();
    find_strange(text, strange, in_stretch)
}

/// What is found in each stretch of words that are strange as they are written.
pub(super) fn find_strange(
    text: &str,
    strange: fn(&Worth) -> f32,
    in_stretch: fn(&str, &[Word<'_>], &[Worth], &mut Vec<Found>),
) -> Vec<Found> {
    let words: Vec<Word<'_>> = words(text).collect();
    let mut found = Vec::new();
    for region in regions(text, &words) {
        let of_region = words.get(region).unwrap_or_default();
        let written: Vec<Worth> = of_region.iter().map(Word::worth).collect();
        for stretch in strange_stretches(&written, strange) {
            let (Some(words), Some(written)) =
                (of_region.get(stretch.clone()), written.get(stretch))
            else {
                continue;
            };
            in_stretch(text, words, written, &mut found);
        }
    }
    found
}

/// The words between two marks that no sentence crosses.
fn regions(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut regions = Vec::new();
    let mut start = 0;
    for (at, two) in words.windows(2).enumerate() {
        let [a, b] = two else { continue };
        let between = text.get(a.end()..b.start).unwrap_or_default();
        if between.contains([
            '"', '`', '{', '}', '<', '>', '|', '=', ':', '[', ']', '\\', '/', '_',
        ]) || between.starts_with("\n\n")
        {
            regions.push(start..at + 1);
            start = at + 1;
        }
    }
    regions.push(start..words.len());
    regions
}

fn in_stretch(text: &str, words: &[Word<'_>], written: &[Worth], found: &mut Vec<Found>) {
    let before = found.len();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let origin = first.start;
    let Some(region) = text.get(origin..last.end()) else {
        return;
    };
    let mut trials: Vec<(f32, usize)> = (0..STEPS.len())
        .map(|step| {
            let turned = turn(region, step);
            let gains = words.iter().zip(written).map(|(word, now)| {
                let bits_then = turned
                    .get(word.start - origin..word.end() - origin)
                    .map_or(0.0, word_bits);
                (bits_then - now.shape).max(0.0)
            });
            (gains.sum(), step)
        })
        .collect();
    trials.sort_by(|a, b| b.0.total_cmp(&a.0));
    for &(_, step) in trials.iter().take(BEST) {
        let turned = turn(region, step);
        let then: Vec<_> = words
            .iter()
            .map(|word| {
                Word {
                    text: turned
                        .get(word.start - origin..word.end() - origin)
                        .unwrap_or_default(),
                    start: 0,
                }
                .worth()
            })
            .collect();
        let gains: Vec<f32> = then
            .iter()
            .zip(written)
            .map(|(then, now)| then.bits() - now.bits())
            .collect();
        for stretch in stretches(&gains, MIN_GAIN) {
            let inside = words.get(stretch.clone()).unwrap_or_default();
            let (mut bits, mut now, mut letters, mut all) = (0.0, 0.0, 0, 0);
            let worths = then.iter().zip(written).zip(words);
            for ((then, written), word) in worths.take(stretch.end).skip(stretch.start) {
                bits += then.bits();
                now += written.bits();
                letters += word.text.bytes().filter(u8::is_ascii_alphabetic).count();
                all += word.text.chars().count();
            }
            let known = evidence(
                inside
                    .iter()
                    .filter_map(|word| turned.get(word.start - origin..word.end() - origin)),
            );
            let count = letters as f32;
            let gain = bits - now;
            // words that are known; the fewer, the better the others must look
            let is_known =
                known.is_telling() && bits >= if known.words > 2 { 0.3 } else { 0.7 } * count;
            let least = match known.bits {
                0.0..2.0 => continue,
                2.0..5.0 => 0.8,
                // short names get vowels by chance
                5.0..9.0 if letters < 5 * inside.len() => 0.7,
                _ => 0.4,
            };
            let is_shaped = gain >= MIN_GAIN_UNKNOWN
                && gain >= 1.1 * count
                && bits >= least * count
                && now <= 0.0;
            let says = is_known && gain >= 0.9 * count || is_shaped && many_words(inside);
            let most = if known.bits >= SURELY_KNOWN { 0.5 } else { 0.3 };
            // letters that stay as they are say nothing
            if letters < MIN_LETTERS
                || letters * 2 < all
                || inside.len() < 3
                || !says
                || now > most * count
                || !is_written(text, inside)
            {
                continue;
            }
            let stretch = grown(stretch, written, &then);
            let (Some(first), Some(last)) = (words.get(stretch.start), words.get(stretch.end - 1))
            else {
                continue;
            };
            let Some(decoded) = turned.get(first.start - origin..last.end() - origin) else {
                continue;
            };
            let steps = STEPS.get(step).copied().unwrap_or_default();
            if judge(decoded).is_language() {
                found.push(Found::language(
                    first.start..last.end(),
                    steps,
                    decoded.into(),
                ));
            }
        }
        if found.len() > before {
            return;
        }
    }
}

/// Whether there are different words, and not one with letters beside it.
fn many_words(words: &[Word<'_>]) -> bool {
    let mut long: Vec<&str> = words
        .iter()
        .map(|word| word.text)
        .filter(|text| text.len() > 3)
        .collect();
    long.sort_unstable();
    long.dedup();
    long.len() >= 4
}

/// A stretch and the words beside it that may belong to it: they are no words as they stand, or so short that they say nothing,
/// and are none the less of words when they are turned.
pub(super) fn grown(stretch: Range<usize>, written: &[Worth], then: &[Worth]) -> Range<usize> {
    let belongs = |at: usize| {
        let (Some(now), Some(then)) = (written.get(at), then.get(at)) else {
            return false;
        };
        now.known <= 1.0 && then.known >= now.known && then.shape + 6.0 >= now.shape
    };
    let (mut start, mut end) = (stretch.start, stretch.end);
    while start > 0 && belongs(start - 1) {
        start -= 1;
    }
    while belongs(end) {
        end += 1;
    }
    start..end
}

fn turn(text: &str, step: usize) -> String {
    text.chars().map(|c| turn_letter(c, step)).collect()
}

fn turn_letter(c: char, step: usize) -> char {
    let Ok(byte) = u8::try_from(c) else { return c };
    let first = match byte {
        b'a'..=b'z' => b'a',
        b'A'..=b'Z' => b'A',
        _ => return c,
    };
    let place = usize::from(byte - first);
    let place = if step == STEPS.len() - 1 {
        25 - place
    } else {
        (place + step + 1) % 26
    };
    char::from(first + place as u8)
}
