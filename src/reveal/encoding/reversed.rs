//! Text written from its end, letter by letter or word by word.

use alloc::{string::String, vec::Vec};

use super::{
    Found,
    cipher::{find_strange, grown},
};
use crate::reveal::language::{Word, Worth, evidence, is_written, judge, stretches, worth};

/// How many bits the words must be better the other way round, in all.
const MIN_GAIN: f32 = 14.0;

/// So many letters that stand together as in words the other way round alone, and so many bits of frequent words: the pairs of
/// letters of some languages are more usual from their end, but seldom all the way.
const MIN_SHAPED: usize = 30;
const MIN_KNOWN: f32 = 4.0;

/// What it says that a word ends with a capital.
const CAPITAL: f32 = 6.0;

pub(super) fn find(text: &str) -> Vec<Found> {
    // known words are not turned, but for the shortest, which are known by chance
    let strange = |worth: &Worth| match worth.known {
        0.0..=1.0 => 0.4 * worth.letters as f32,
        known => -0.5 * known,
    };
    find_strange(text, strange, in_stretch)
}

fn in_stretch(text: &str, words: &[Word<'_>], written: &[Worth], found: &mut Vec<Found>) {
    let turned = words.iter().map(|word| word.text.chars().rev().collect());
    let turned: Vec<String> = turned.collect();
    let then: Vec<Worth> = turned.iter().map(|word| worth(word)).collect();
    let gains = words
        .iter()
        .zip(&then)
        .zip(written)
        .map(|((word, then), now)| {
            let capital = if ends_with_capital(word.text) {
                CAPITAL
            } else {
                0.0
            };
            then.bits() - now.bits() + capital
        });
    let gains: Vec<f32> = gains.collect();
    for stretch in stretches(&gains, MIN_GAIN) {
        // names and rare words at the ends gain nothing
        let stretch = grown(stretch, written, &then);
        let sum = |worths: &[Worth], of: fn(&Worth) -> f32| -> f32 {
            worths
                .get(stretch.clone())
                .unwrap_or_default()
                .iter()
                .map(of)
                .sum()
        };
        let inside = words.get(stretch.clone()).unwrap_or_default();
        let known = evidence(
            turned
                .iter()
                .take(stretch.end)
                .skip(stretch.start)
                .map(String::as_str),
        );
        let letters: usize = inside.iter().map(|word| word.text.chars().count()).sum();
        let known_now = evidence(inside.iter().map(|word| word.text));
        let (shape, shape_now) = (
            sum(&then, |worth| worth.shape),
            sum(written, |worth| worth.shape),
        );
        let latin = inside.iter().map(|word| word.text.bytes());
        let latin = latin.flatten().filter(u8::is_ascii_alphabetic).count();
        // letters of other scripts have no pairs: more of the words must be known
        let gain = match latin * 2 >= letters {
            true => (shape - shape_now) / latin as f32,
            false => 0.0,
        };
        let is_known = known.letters * if gain > 0.0 { 4 } else { 6 } >= letters || gain >= 0.15;
        let is_shaped = letters >= MIN_SHAPED && known.bits >= MIN_KNOWN && gain >= 0.45;
        let says = known.letters * 8 >= letters && (known.is_telling() && is_known || is_shaped);
        if inside.len() < 3
            || !says
            || known_now.bits * 2.0 > known.bits
            || shape < shape_now
            || !is_written(text, inside)
        {
            continue;
        }
        let (Some(first), Some(last)) = (words.get(stretch.start), words.get(stretch.end - 1))
        else {
            continue;
        };
        let span = first.start - marks_before(text, first.start)..last.end();
        let Some(decoded) = text
            .get(span.clone())
            .map(|text| text.chars().rev().collect::<String>())
        else {
            continue;
        };
        if judge(&decoded).is_language() {
            found.push(Found::language(span, &["reversed"], decoded));
        }
    }
}

/// A capital at the end of a word and a small letter at its start.
fn ends_with_capital(word: &str) -> bool {
    word.ends_with(char::is_uppercase) && word.starts_with(char::is_lowercase)
}

/// The marks that end a sentence stand before its first word when it is turned.
fn marks_before(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .take_while(|b| matches!(b, b'.' | b'!' | b'?' | b')' | b','))
        .count()
}

/// A whole text that begins with the end of a sentence and ends with its first word.
///
/// Each word is a word already; what tells is the full stop behind the first, the capital of the last, and that the small words
/// that stand before others stand behind them.
pub(super) fn find_words(text: &str) -> Vec<Found> {
    const MIN_WORDS: usize = 5;
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let tokens: Vec<&str> = trimmed.split_whitespace().collect();
    let (forth, back) = tokens
        .windows(2)
        .fold((0, 0), |(forth, back), two| match *two {
            [a, b] => (
                forth + usize::from(is_pair(a, b)),
                back + usize::from(is_pair(b, a)),
            ),
            _ => (forth, back),
        });
    let decoded: Vec<&str> = tokens.iter().rev().copied().collect();
    let decoded = decoded.join(" ");
    if tokens.len() < MIN_WORDS || forth >= back || !judge(&decoded).is_language() {
        return Vec::new();
    }
    Vec::from([Found::language(
        start..start + trimmed.len(),
        &["reversed-words"],
        decoded,
    )])
}

/// Words that stand together in this order and hardly ever in the other.
fn is_pair(a: &str, b: &str) -> bool {
    let lower = |word: &str| -> String {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let (a, b) = (lower(a), lower(b));
    let is_article = |word: &str| {
        matches!(
            word,
            "the"
                | "a"
                | "an"
                | "your"
                | "my"
                | "its"
                | "their"
                | "our"
                | "his"
                | "her"
                | "any"
                | "every"
                | "some"
        )
    };
    let is_small = |word: &str| {
        matches!(
            word,
            "of" | "in"
                | "on"
                | "for"
                | "with"
                | "from"
                | "at"
                | "by"
                | "into"
                | "about"
                | "all"
                | "and"
                | "under"
                | "over"
                | "behind"
                | "near"
                | "to"
                | "until"
                | "without"
                | "before"
                | "after"
                | "between"
                | "through"
        )
    };
    let is_before = is_small(&a);
    let is_noun = !is_article(&b) && !is_small(&b) && b.len() > 3;
    is_before && is_article(&b)
        || is_article(&a) && is_noun
        || &*a == "to" && is_noun
        || matches!(&*a, "all" | "any" | "every")
            && matches!(&*b, "previous" | "prior" | "the" | "your" | "of" | "other")
        || matches!(
            (&*a, &*b),
            ("do" | "does" | "did" | "will" | "is" | "are", "not")
                | ("you" | "we" | "they", "are")
                | ("it" | "he" | "she" | "this" | "that", "is")
        )
}
