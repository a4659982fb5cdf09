//! Putting a class into a sentence.

use super::class::{Class, Manner};
use proptest::{prelude::RngExt as _, test_runner::TestRng};
use unicode_normalization::char::is_combining_mark;

/// The sentence with the class put in where it does not belong; `None` if it belongs everywhere.
pub(super) fn inject(class: &Class, sentence: &str, random: &mut TestRng) -> Option<String> {
    if class.sets_direction && sentence.contains(|c| matches!(c, '\u{590}'..='\u{8FF}')) {
        return None;
    }
    let chars: Vec<char> = sentence.chars().collect();
    if class.manner == Manner::ForSpaces {
        return for_spaces(class, &chars, random);
    }
    let mut places: Vec<usize> = match class.manner {
        Manner::OnEachLetter => a_word(&chars, random),
        _ => (0..random.random_range(1..=4))
            .map(|_| random.random_range(0..=chars.len()))
            .collect(),
    };
    places.retain(|&at| fits(class, &chars, at));
    if places.is_empty() {
        return None;
    }
    let mut run = stack(class, random);
    let mut dirty = String::new();
    for at in 0..=chars.len() {
        if places.contains(&at) {
            dirty.extend(&run);
            if class.manner != Manner::OnEachLetter {
                run = stack(class, random);
            }
        }
        dirty.extend(chars.get(at));
    }
    dirty.push_str(class.close);
    Some(dirty)
}

/// What is put in at one place.
fn stack(class: &Class, random: &mut TestRng) -> Vec<char> {
    let count = random.random_range(class.run.0..=class.run.1);
    let mut stack: Vec<char> = (0..count).map(|_| one(class.from, random)).collect();
    if !class.one_from.is_empty() {
        stack[random.random_range(0..count)] = one(class.one_from, random);
    }
    stack
}

/// Any character of the ranges.
fn one(from: &[(char, char)], random: &mut TestRng) -> char {
    let (first, last) = from[random.random_range(0..from.len())];
    // no range reaches over the surrogates
    char::from_u32(random.random_range(u32::from(first)..=u32::from(last))).unwrap()
}

/// Whether the class does not belong before the character at `at`.
fn fits(class: &Class, chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    match class.manner {
        // marks sit on the letter before; everything else has neighbours on both sides
        Manner::OnLetters | Manner::OnEachLetter => before.is_some_and(|c| c.is_alphabetic()),
        Manner::InWords => {
            before.is_some_and(|&c| c.is_alphabetic() && !has_marks_of_its_own(c))
                && is_in_word(chars, at - 1)
        }
        // a run beside a joiner of the text's own is one run with it
        _ => {
            let mut beside = before.into_iter().chain(chars.get(at)).peekable();
            beside.peek().is_some() && !beside.any(|&c| (class.belongs)(c) || is_joiner(c))
        }
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}')
}

/// Scripts that borrow the marks of others for their own writing: Armenian, Syriac, Georgian, Coptic.
fn has_marks_of_its_own(c: char) -> bool {
    matches!(c, '\u{530}'..='\u{58F}' | '\u{700}'..='\u{74F}' | '\u{10A0}'..='\u{10FF}' | '\u{2C80}'..='\u{2CFF}')
}

/// Whether the letter at `at` has another beside it, and nothing about it is phonetic.
fn is_in_word(chars: &[char], at: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_alphabetic())
    };
    let start = chars[..at]
        .iter()
        .rposition(|c| c.is_whitespace())
        .map_or(0, |at| at + 1);
    let chunk: String = chars[start..]
        .iter()
        .take_while(|c| !c.is_whitespace())
        .collect();
    let is_phonetic = chunk.starts_with(['[', '/'])
        || chunk.ends_with([']', '/'])
        || chunk.contains(|c| matches!(c, '\u{250}'..='\u{2FF}' | '\u{1D00}'..='\u{1DBF}'));
    !is_phonetic && (is_letter(at.checked_sub(1)) || is_letter(Some(at + 1)))
}

/// The places behind the letters of a word.
fn a_word(chars: &[char], random: &mut TestRng) -> Vec<usize> {
    let mut words: Vec<Vec<usize>> = vec![Vec::new()];
    for (at, c) in chars.iter().enumerate() {
        match words.last_mut() {
            Some(_) if is_combining_mark(*c) || c.is_numeric() && !c.is_alphabetic() => {}
            Some(word) if c.is_alphabetic() => word.push(at + 1),
            _ => words.push(Vec::new()),
        }
    }
    words.retain(|word| word.len() >= 3 && is_in_word(chars, word[0] - 1));
    if words.is_empty() {
        return Vec::new();
    }
    words.swap_remove(random.random_range(0..words.len()))
}

fn for_spaces(class: &Class, chars: &[char], random: &mut TestRng) -> Option<String> {
    let is_gap = |at: usize| {
        chars[at] == ' '
            && at
                .checked_sub(1)
                .is_some_and(|at| chars[at].is_alphabetic())
            && chars.get(at + 1).is_some_and(|c| c.is_alphabetic())
    };
    let count = (0..chars.len()).filter(|&at| is_gap(at)).count();
    (count >= 8).then(|| {
        let space = |at: usize| {
            if is_gap(at) {
                one(class.from, random)
            } else {
                chars[at]
            }
        };
        (0..chars.len()).map(space).collect()
    })
}
