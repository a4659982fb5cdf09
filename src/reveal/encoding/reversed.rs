//! Text written from its end, letter by letter or word by word.

use alloc::{string::String, vec::Vec};

use super::{Found, cipher::grown};
use crate::reveal::language::{Word, judge, stretches, words};

/// How many bits the words must be better the other way round, in all.
const MIN_GAIN: f32 = 14.0;

/// How many bits of frequent words there are at the least.
const MIN_KNOWN: f32 = 13.0;

pub(super) fn find(text: &str) -> Vec<Found> {
    let words: Vec<Word<'_>> = words(text).collect();
    let written: Vec<_> = words.iter().map(Word::worth).collect();
    let then: Vec<_> = words
        .iter()
        .map(|word| {
            let turned: String = word.text.chars().rev().collect();
            Word {
                text: &turned,
                start: 0,
            }
            .worth()
        })
        .collect();
    let gains: Vec<f32> = then
        .iter()
        .zip(&written)
        .map(|(then, now)| then.bits() - now.bits())
        .collect();
    let mut found = Vec::new();
    for stretch in stretches(&gains, MIN_GAIN) {
        let known: f32 = then
            .iter()
            .take(stretch.end)
            .skip(stretch.start)
            .map(|worth| worth.known)
            .sum();
        let now: f32 = written
            .iter()
            .take(stretch.end)
            .skip(stretch.start)
            .map(|worth| worth.known)
            .sum();
        if known < MIN_KNOWN || now * 3.0 > known || stretch.len() < 3 {
            continue;
        }
        // names and rare words at the ends gain nothing
        let stretch = grown(stretch, words.len(), |at| {
            written
                .get(at)
                .zip(then.get(at))
                .is_some_and(|(now, then)| now.known == 0.0 && then.shape + 4.0 >= now.shape)
        });
        let (Some(first), Some(last)) = (words.get(stretch.start), words.get(stretch.end - 1))
        else {
            continue;
        };
        let start = first.start - marks_before(text, first.start);
        let end = last.end();
        let Some(decoded) = text
            .get(start..end)
            .map(|text| text.chars().rev().collect::<String>())
        else {
            continue;
        };
        if judge(&decoded).is_language() {
            found.push(Found::language(start..end, &["reversed"], decoded));
        }
    }
    found
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
            "the" | "a" | "an" | "your" | "my" | "its" | "their" | "our" | "his" | "her"
        )
    };
    let is_before = matches!(
        &*a,
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
    );
    let is_noun = !is_article(&b) && b.len() > 3;
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
