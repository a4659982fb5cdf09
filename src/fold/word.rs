//! Words that mix alphabets, in one.

use core::ops::Range;

use alloc::string::String;

use crate::unicode::{
    Alphabet, Form, Normalizer, Script, ScriptSet, alphabet, capital, case_fold, doubtful,
    is_letter, is_mark, is_number, is_regional_indicator, lookalike, resembling, script_extensions,
    styled, twin,
};

use super::rewrite::Rewrite;

/// Writes each word in one alphabet, if it can be. The text is folded to small letters.
pub(super) fn rewrite(text: &str) -> Rewrite<'_> {
    let mut rewrite = Rewrite::new(text);
    if text.is_ascii() {
        return rewrite;
    }
    let mut normalizer = Normalizer::new(Form::NFC);
    let mut start = None;
    let mut is_foreign = false;
    let end = (text.len(), None);
    for (at, c) in text
        .char_indices()
        .map(|(at, c)| (at, Some(c)))
        .chain([end])
    {
        match c.filter(|&c| is_of_word(c)) {
            Some(c) => {
                start = start.or(Some(at));
                is_foreign |= !c.is_ascii();
            }
            None => {
                if let Some(start) = start.take().filter(|_| is_foreign) {
                    write(text, start..at, &mut normalizer, &mut rewrite);
                }
                is_foreign = false;
            }
        }
    }
    rewrite
}

/// Letters of the alphabets, what is taken for one, and what goes on with a word. Letters of other scripts end one, so that
/// Latin among ideographs is a word of its own.
fn is_of_word(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => alphabet(c).is_some() || is_mark(c) || is_number(c) || ascii(c).is_some(),
    }
}

/// The letter of ASCII that a small letter is taken for in either of its cases.
fn ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then_some(c);
    }
    if is_number(c) || is_mark(c) || is_regional_indicator(c) {
        return None;
    }
    let look = |c| lookalike(c).or_else(|| doubtful(c));
    let letter = styled(c)
        .or_else(|| look(c))
        .or_else(|| look(capital(Some(c).filter(|c| c.is_lowercase())?)?))?;
    Some(letter.to_ascii_lowercase())
}

/// The letter of `wanted` that a character is, or is taken for.
fn toward(c: char, wanted: Alphabet) -> Option<char> {
    if alphabet(c) == Some(wanted) && (c.is_ascii() || wanted != Alphabet::Latin) {
        return Some(c);
    }
    match wanted {
        Alphabet::Latin => ascii(c).or_else(|| alphabet(c).filter(|&of| of == wanted).map(|_| c)),
        // the counterpart of a small letter may be a capital
        _ => resembling(c, wanted).or_else(|| twin(c, wanted)).map(small),
    }
}

fn small(c: char) -> char {
    let mut folded = c;
    case_fold(c, |small| folded = small);
    folded
}

/// Whether no letter of another alphabet is drawn like this one.
fn is_distinctive(c: char) -> bool {
    let others = Alphabet::ALL
        .into_iter()
        .filter(|&other| alphabet(c) != Some(other));
    lookalike(c).is_none() && others.into_iter().all(|other| twin(c, other).is_none())
}

/// The alphabet to write a word in: of those that it can be written in, the one with the most letters of its own that none of
/// the others has, then with the most letters, then Latin. `None` for a word of one script that is not Latin.
fn main(word: &str) -> Option<Alphabet> {
    // most words of other alphabets have no other letters
    let is_of = |c, of| alphabet(c) == Some(of);
    if word.chars().all(|c| is_of(c, Alphabet::Cyrillic))
        || word.chars().all(|c| is_of(c, Alphabet::Greek))
    {
        return None;
    }
    let letters = || word.chars().filter(|&c| is_letter(c) || ascii(c).is_some());
    let scripts = letters().fold(ScriptSet::ALL, |set, c| set.intersect(script_extensions(c)));
    if scripts.contains(Script::Latin) {
        return letters().next().map(|_| Alphabet::Latin);
    }
    if !scripts.is_empty() {
        return None;
    }
    let weight = |&of: &Alphabet| {
        let own = || letters().filter(|&c| alphabet(c) == Some(of));
        (own().filter(|&c| is_distinctive(c)).count(), own().count())
    };
    let can = |&of: &Alphabet| letters().all(|c| toward(c, of).is_some());
    Alphabet::ALL
        .into_iter()
        .filter(can)
        .rev()
        .max_by_key(weight)
}

/// Writes one word, each letter with the marks behind it.
fn write(text: &str, word: Range<usize>, normalizer: &mut Normalizer, rewrite: &mut Rewrite<'_>) {
    let found = text.get(word.clone()).unwrap_or_default();
    let Some(main) = main(found) else {
        return;
    };
    let mut letters = found.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let Some(letter) = toward(c, main).filter(|&letter| letter != c) else {
            continue;
        };
        let mut written = String::from(letter);
        while let Some((_, mark)) = letters.next_if(|&(_, c)| is_mark(c)) {
            written.push(mark);
        }
        let end = letters.peek().map_or(found.len(), |&(end, _)| end);
        let composed: Option<String> = normalizer.change(&written).map(Iterator::collect);
        let written = composed.unwrap_or(written);
        rewrite.replace(word.start + at..word.start + end, &written);
    }
}
