//! Text written from its end, letter by letter or word by word.

use alloc::{string::String, vec::Vec};

use super::{
    Found,
    cipher::{find_strange, grown},
};
use crate::reveal::language::{
    Word, Worth, evidence, is_written, judge, order_bits, stretches, words, worth,
};

/// How many bits the words must be better the other way round, in all.
const MIN_GAIN: f32 = 14.0;

/// So many words and letters, and so many bits in all, are enough without the words being known; so many bits by the order of the
/// letters alone. In a language that no list has, letters stand as in others from the end now and then, but seldom all the way.
const MIN_WORDS: usize = 4;
const MIN_LETTERS: usize = 24;
const MIN_BITS: f32 = 24.0;
const MIN_ORDER: f32 = 28.0;

/// What it says that a word ends with its only capital.
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
    let orders: Vec<f32> = words.iter().map(|word| -order_bits(word.text)).collect();
    let gains = words.iter().zip(&orders).zip(then.iter().zip(written));
    let gains = gains
        .map(|((word, order), (then, now))| order + then.known - now.known + capital(word.text));
    let gains: Vec<f32> = gains.collect();
    for stretch in stretches(&gains, MIN_GAIN) {
        // names and rare words at the ends gain nothing
        let stretch = grown(stretch, written, &then);
        let inside = words.get(stretch.clone()).unwrap_or_default();
        let of_stretch = turned.get(stretch.clone()).unwrap_or_default();
        // a word that is the same from its end says nothing
        let both = || {
            let both = of_stretch.iter().zip(inside);
            both.filter(|(then, now)| *then != now.text)
        };
        let known = evidence(both().map(|(then, _)| then.as_str()));
        let known_now = evidence(both().map(|(_, now)| now.text));
        let letters: usize = inside.iter().map(|word| word.text.chars().count()).sum();
        let order: f32 = orders.get(stretch.clone()).unwrap_or_default().iter().sum();
        let capitals: f32 = inside.iter().map(|word| capital(word.text)).sum();
        // a sentence begins with a capital
        let begins = inside
            .last()
            .map_or(0.0, |word| capital(word.text))
            .max(0.0);
        let count = letters as f32;
        let is_known = known.is_telling()
            && known.letters * 8 >= letters
            && order >= if begins > 0.0 { -0.15 } else { 0.15 } * count;
        let is_long = inside.len() >= MIN_WORDS && letters >= MIN_LETTERS && capitals >= 0.0;
        let is_likely = order >= if begins > 0.0 { 0.2 } else { 0.3 } * count
            && (known.bits >= 5.0 || capitals > 0.0)
            && order + capitals + begins + known.bits >= MIN_BITS;
        let is_ordered = order >= 0.6 * count && order >= MIN_ORDER && known.bits > 0.0;
        if inside.len() < 3
            || !(is_known || is_long && (is_likely || is_ordered))
            || known_now.bits * 2.0 > known.bits
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

/// What the only capital of a word says, in bits: at its end for turning it, at its start against it.
fn capital(word: &str) -> f32 {
    let mut uppers = word.char_indices().filter(|(_, c)| c.is_uppercase());
    match (uppers.next(), uppers.next()) {
        (Some((0, c)), None) if c.len_utf8() < word.len() => -CAPITAL,
        (Some((at, c)), None) if at > 0 && at + c.len_utf8() == word.len() => CAPITAL,
        _ => 0.0,
    }
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

/// A whole text that begins with the end of a sentence and ends with its first word, as the first look has seen.
///
/// Each word is a word already, and hardly any writer begins and ends so. The small words that stand before others in English must not
/// say that it is one who does.
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
    let says = evidence(words(&decoded).map(|word| word.text)).is_telling();
    // one sentence is enough said; of several, the small words must say it
    let ends = tokens.iter().filter(|word| word.ends_with(['.', '!', '?']));
    let is_backwards = forth < back || forth == back && ends.count() == 1;
    if tokens.len() < MIN_WORDS || !is_backwards || !says || !judge(&decoded).is_language() {
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
