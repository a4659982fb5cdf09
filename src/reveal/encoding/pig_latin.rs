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
    if run.len() >= MIN_WORDS
        && judgement.is_language()
        && (judgement.known > written + 6.0
            || run.len() >= 6 && evidence(words(&decoded).map(|word| word.text)).words >= 2)
    {
        found.push(Found::language(
            first.start..last.end(),
            &["pig-latin"],
            decoded,
        ));
    }
}

/// Of all ways to turn a word back, the one that looks most like a word.
fn turn_back(word: &str) -> String {
    let body = word.get(..word.len().saturating_sub(2)).unwrap_or_default();
    let is_vowel = |b: u8| b"aeiouAEIOU".contains(&b);
    let mut best: Option<(f32, String)> = None;
    let mut consider = |trial: String, more: f32| {
        let bits = Word {
            text: &trial,
            start: 0,
        }
        .worth()
        .bits()
            + more;
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
        if is_cluster {
            let mut word = String::from(start);
            word.push_str(rest);
            // as few letters as make a word
            let is_known = worth(&word).known > 1.0;
            consider(word, if is_known { 0.0 } else { -((moved - 1) as f32) });
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
