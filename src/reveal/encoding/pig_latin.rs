//! Pig Latin: the first consonants of each word at its end, and "ay" behind.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{Word, evidence, judge, words, worth};

/// Fewer words in a row that end so are a holiday on Monday.
const MIN_WORDS: usize = 4;

pub(super) fn find(text: &str) -> Vec<Found> {
    let words: Vec<Word<'_>> = words(text).collect();
    let mut found = Vec::new();
    let mut run: Vec<&Word<'_>> = Vec::new();
    for word in &words {
        if is_turned(word.text) {
            run.push(word);
        } else {
            flush(text, &mut run, &mut found);
        }
    }
    flush(text, &mut run, &mut found);
    found
}

fn is_turned(word: &str) -> bool {
    let end = word.len().saturating_sub(2);
    word.is_ascii()
        && end > 0
        && word
            .get(end..)
            .is_some_and(|end| end.eq_ignore_ascii_case("ay"))
}

fn flush(text: &str, run: &mut Vec<&Word<'_>>, found: &mut Vec<Found>) {
    let run = core::mem::take(run);
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    let written: f32 = run.iter().map(|word| word.worth().known).sum();
    let mut decoded = String::new();
    let mut end = first.start;
    for word in &run {
        decoded.push_str(text.get(end..word.start).unwrap_or_default());
        decoded.push_str(&turn_back(word.text));
        end = word.end();
    }
    let judgement = judge(&decoded);
    let known = evidence(words(&decoded).map(|word| word.text));
    // so many words that end alike and are none as they stand are hardly by chance
    let is_known = judgement.known > written + 6.0
        || run.len() > MIN_WORDS && known.bits >= 5.0 && written < 5.0;
    if run.len() >= MIN_WORDS && judgement.is_language() && is_known {
        found.push(Found::language(
            first.start..last.end(),
            &["pig-latin"],
            decoded,
        ));
    }
}

/// How much a trial looks like a word of English, in bits. What ends as words are inflected may be one without its ending; behind an
/// apostrophe stand only the endings that shorten other words.
fn bits(trial: &str) -> f32 {
    const SHORT: [&str; 7] = ["s", "t", "d", "m", "ll", "re", "ve"];
    const ENDINGS: [&str; 4] = ["s", "ed", "ing", "ly"];
    const ODD: f32 = -12.0;
    let all = worth(trial);
    if all.known > 0.0 {
        return all.bits();
    }
    if let Some((stem, end)) = trial.rsplit_once('\'') {
        return match SHORT.contains(&end) {
            true => all.shape + worth(stem).known,
            false => all.shape + ODD,
        };
    }
    let stems = ENDINGS.iter().filter_map(|end| trial.strip_suffix(end));
    let known = stems.map(|stem| worth(stem).known).fold(0.0, f32::max);
    all.shape + known
}

/// What more than one consonant may begin an English word.
const ONSETS: &[&str] = &[
    "bl", "br", "ch", "chr", "cl", "cr", "dr", "dw", "fl", "fr", "gl", "gn", "gr", "kn", "ph",
    "pl", "pr", "ps", "qu", "rh", "sc", "sch", "scr", "sh", "shr", "sk", "sl", "sm", "sn", "sp",
    "sph", "spl", "spr", "squ", "st", "str", "sw", "th", "thr", "tr", "tw", "wh", "wr",
];

/// What it says for a reading that these letters were moved: more than one that may begin a word together were hardly moved in part.
/// But words end with a d, an s or a t as often as they begin with one.
fn onset_bits(onset: &str) -> Option<f32> {
    const MOVED: f32 = 4.0;
    let is = |onset: &str| ONSETS.iter().any(|known| known.eq_ignore_ascii_case(onset));
    if onset.len() == 1 {
        return Some(0.0);
    }
    if !is(onset) {
        // a y inside is the vowel
        let (start, _) = onset.split_once(['y', 'Y'])?;
        return (start.len() == 1 || is(start)).then_some(0.0);
    }
    let is_ending = onset.starts_with(['d', 'D', 's', 'S', 't', 'T']);
    Some(if is_ending { 0.0 } else { MOVED })
}

/// Of all ways to turn a word back, the one that looks most like a word.
fn turn_back(word: &str) -> String {
    let body = word.get(..word.len().saturating_sub(2)).unwrap_or_default();
    let is_vowel = |b: u8| b"aeiouAEIOU".contains(&b);
    let mut best: Option<(f32, String)> = None;
    let mut consider = |trial: String, more: f32| {
        let bits = bits(&trial) + more;
        if best.as_ref().is_none_or(|(highest, _)| bits > *highest) {
            best = Some((bits, trial));
        }
    };
    // a word that begins with a vowel only gets an ending
    if body.bytes().next().is_some_and(is_vowel) {
        consider(body.into(), -4.0);
    }
    // a letter of its own may stand before the ending, in a word without a vowel too
    if let Some(rest) = body.strip_suffix(['w', 'y'])
        && (rest.bytes().next().is_some_and(is_vowel) || !rest.bytes().any(is_vowel))
    {
        let is_known = worth(rest).known > 0.0;
        consider(
            rest.into(),
            match is_known && body.ends_with('w') {
                true => 9.0,
                false if body.ends_with('w') => 4.0,
                false => -2.0,
            },
        );
    }
    for moved in 1..=4.min(body.len()) {
        let Some((rest, start)) = body.split_at_checked(body.len() - moved) else {
            break;
        };
        let is_cluster = start.bytes().all(|b| !is_vowel(b)) || start.ends_with("qu");
        if is_cluster && let Some(more) = onset_bits(start) {
            let mut word = String::from(start);
            word.push_str(rest);
            consider(word, more);
        }
    }
    let turned = best.map_or_else(|| body.into(), |(_, turned)| turned);
    // the capital stays at the front
    match word.chars().next() {
        Some(first) if first.is_uppercase() => {
            let lower = turned.to_lowercase();
            let mut chars = lower.chars();
            chars
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(chars)
                .collect()
        }
        _ => turned,
    }
}
