//! Letters with something between every two of them: a space, a dot, a dash, a line break.

use alloc::{string::String, vec::Vec};

use super::Found;
use crate::reveal::language::{evidence, judge, run_bits, segment};

/// Fewer letters are initials, a list, a formula.
const MIN_LETTERS: usize = 7;

/// Fewer letters without spaces between words are a name.
const MIN_PARTED: usize = 12;

/// A row of x is a drawing.
const MIN_DIFFERENT: usize = 5;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut letters: Vec<Letter> = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if !is_single(text, at, c) {
            if is_gap(c) {
                continue;
            }
            flush(text, &mut letters, &mut found);
            continue;
        }
        let gap = if letters.is_empty() {
            ""
        } else {
            text.get(end..at).unwrap_or_default()
        };
        if gap.len() > MAX_GAP {
            flush(text, &mut letters, &mut found);
        }
        letters.push(Letter { at, c });
        end = at + c.len_utf8();
    }
    flush(text, &mut letters, &mut found);
    found
}

/// What stands between two words at the most, in bytes.
const MAX_GAP: usize = 6;

#[derive(Clone, Copy, Debug)]
struct Letter {
    at: usize,
    c: char,
}

impl Letter {
    fn end(self) -> usize {
        self.at + self.c.len_utf8()
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '-' | '_' | '*' | '|' | '/' | ',' | '~' | '+' | ':' | ';' | '\u{B7}' | '\u{2022}'
        )
}

/// Whether a character stands alone between two gaps. A mark such as a full stop stands alone only among spaces.
fn is_single(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let behind = text
        .get(at + c.len_utf8()..)
        .and_then(|behind| behind.chars().next());
    let alone = |is_gap: fn(char) -> bool| before.is_none_or(is_gap) && behind.is_none_or(is_gap);
    match c {
        // ideographs and kanas are set with spaces between them in earnest
        '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FFEF}' | '\u{20000}'.. => false,
        _ if is_gap(c) => !c.is_whitespace() && alone(char::is_whitespace),
        _ if c.is_alphanumeric() => alone(is_edge),
        _ => !c.is_control() && alone(is_gap),
    }
}

fn is_edge(c: char) -> bool {
    is_gap(c)
        || matches!(
            c,
            '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '!' | '?' | '>' | '<'
        )
}

fn flush(text: &str, letters: &mut Vec<Letter>, found: &mut Vec<Found>) {
    let run = core::mem::take(letters);
    let count = run.iter().filter(|letter| letter.c.is_alphabetic()).count();
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    let digits = run.iter().filter(|letter| letter.c.is_numeric()).count();
    if count < MIN_LETTERS
        || digits * 4 > count
        || (run.len() - count) * 2 > count
        || is_alphabet(&run)
    {
        return;
    }
    let span = first.at..last.end();
    let steps: &[&str] = &["spaced-letters"];
    let gaps: Vec<&str> = run
        .windows(2)
        .map(|two| match two {
            [a, b] => text.get(a.end()..b.at).unwrap_or_default(),
            _ => "",
        })
        .collect();
    let Some(narrow) = most_frequent(&gaps) else {
        return;
    };
    let mut decoded = String::new();
    for (letter, gap) in run
        .iter()
        .zip([narrow].into_iter().chain(gaps.iter().copied()))
    {
        if gap != narrow {
            decoded.push(' ');
        }
        decoded.push(letter.c);
    }
    if is_initials(&decoded) {
        return;
    }
    if decoded.contains(' ') && judge(&decoded).is_language() {
        found.push(Found::language(span, steps, decoded));
        return;
    }
    // the spaces between words are lost
    let letters: String = decoded.chars().filter(|c| *c != ' ').collect();
    if letters.len() < MIN_PARTED || is_formula(&letters) {
        return;
    }
    let Some((parted, bits)) = segment(&letters) else {
        return;
    };
    let count = count as f32;
    let shape = run_bits(&letters);
    let says = bits > 0.25 * count
        || shape >= 0.35 * count + 4.0
        || shape >= 0.2 * count && evidence(parted.split(' ')).is_telling();
    if says {
        found.push(Found::parted(span, steps, parted));
    }
}

/// Whether letters are too few, or too many of them stand there once or in their order: an alphabet, a keyboard, short names.
fn is_alphabet(run: &[Letter]) -> bool {
    /// So many letters are not all different in a sentence.
    const MANY: usize = 12;
    let letters: Vec<char> = run
        .iter()
        .filter(|letter| letter.c.is_alphabetic())
        .flat_map(|letter| letter.c.to_lowercase())
        .collect();
    let rising = letters.windows(2).filter(|two| two.first() < two.last());
    let is_sorted = rising.count() * 4 >= letters.len() * 3;
    let mut different = letters.clone();
    different.sort_unstable();
    different.dedup();
    let is_once = different.len() * 20 >= letters.len() * 17;
    different.len() < MIN_DIFFERENT || is_sorted || letters.len() >= MANY && is_once
}

/// Whether what the gaps part is mostly one letter or two.
fn is_initials(decoded: &str) -> bool {
    let words = || decoded.split(' ').filter(|word| !word.is_empty());
    let short = words().filter(|word| word.chars().count() <= 2).count();
    words().count() >= 4 && short * 3 >= words().count() * 2
}

/// Whether small letters and capitals take turns, as in names of variables.
fn is_formula(letters: &str) -> bool {
    let (mut previous, mut odd) = (' ', 0);
    for c in letters.chars() {
        odd += usize::from(previous.is_lowercase() && c.is_uppercase());
        previous = c;
    }
    odd * 4 >= letters.len()
}

/// The gap that stands between letters of one word: the most frequent one.
pub(super) fn most_frequent<'t>(gaps: &[&'t str]) -> Option<&'t str> {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for &gap in gaps {
        let count = kinds.len();
        match kinds.iter_mut().find(|(kind, _)| *kind == gap) {
            Some((_, count)) => *count += 1,
            // more kinds of gaps than that are no pattern; those that came first decide
            None if count >= 8 => {}
            None => kinds.push((gap, 1)),
        }
    }
    kinds
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .map(|(kind, _)| kind)
}
