//! Signs of mathematics that stand for a letter of a Greek or Cyrillic word: `∏` for its capital, `×` for a small one.
//!
//! They are no letters of a word, so that formulas stay apart: what is beside them is asked.

use alloc::{borrow::Cow, string::String};

use crate::{edit::Edit, unicode::Alphabet};

use super::{
    address,
    context::Line,
    harmony::{is_vowel, small},
    letter::{Part, part},
    reading,
    spelling::is_sentence_start,
    word::Word,
};

/// The fewest letters behind such a sign in a calm line.
const MIN_LETTERS: usize = 3;

/// Whether such a sign stands before a word or behind it.
pub(super) fn is_beside(text: &str, word: &Word<'_>) -> bool {
    let [before, behind] = word.beside(text);
    matches!(before, Some('∏' | '∑' | '×')) || behind == Some('×')
}

/// The letter of the sign before a word, if it begins the word.
pub(super) fn before(text: &str, word: &Word<'_>, line: &Line, is_spoofed: bool) -> Option<Edit> {
    let head = text.get(..word.start())?;
    let sign = head.chars().next_back()?;
    let head = head.get(..head.len() - sign.len_utf8())?;
    let main = alphabet_of(word)?;
    let letter = match (sign, main) {
        ('∏', Alphabet::Greek) => 'Π',
        ('∏', _) => 'П',
        ('∑', Alphabet::Greek) => 'Σ',
        ('×', Alphabet::Cyrillic) => 'х',
        _ => return None,
    };
    let is_word = || {
        let letters = word.text.chars().count();
        match main {
            // what is added up has no accent
            Alphabet::Greek => {
                let is_accented = |c| "άέήίόύώΐΰ".contains(c);
                letters > 1 && word.text.contains(is_accented) || reading::is_frequent(word, main)
            }
            _ => letters >= MIN_LETTERS && has_vowel(word),
        }
    };
    let is_evident = is_spoofed && !is_formula(line) || line.is_attacked();
    // a sentence begins with a capital; words are added up, and a small sign before one may be a button or a multiple
    let is_calm = sign == '∏' && is_sentence_start(head) && is_calm(line) && is_word();
    (is_edge(head.chars().next_back()) && is_small(word.text) && (is_evident || is_calm))
        .then(|| edit(text, head.len(), sign, letter))
}

/// The letter of a multiplication sign behind a word, if the word goes on or ends with it.
pub(super) fn behind(text: &str, word: &Word<'_>, line: &Line, is_spoofed: bool) -> Option<Edit> {
    let end = word.end();
    let sign = text.get(end..)?.chars().next().filter(|&c| c == '×')?;
    if alphabet_of(word)? != Alphabet::Cyrillic {
        return None;
    }
    let next = Word::read(text, end + sign.len_utf8());
    let [is_followed, is_last] = [
        alphabet_of(&next) == Some(Alphabet::Cyrillic),
        next.text.chars().all(|c| part(c) == Part::Apart) && is_edge(next.text.chars().next()),
    ];
    let count = |text: &str| text.chars().count();
    // factors are words or units
    let is_piece = match (count(word.text), count(next.text)) {
        (1, 1) => false,
        (letters, _) if is_last => letters > 1,
        (letters, others) => letters.min(others) < MIN_LETTERS,
    };
    let is_spoofed = is_spoofed || next.is_spoofed(text, line);
    let is_evident = is_spoofed && !is_formula(line) || is_piece && line.is_attacked();
    let is_lower = is_small(next.text) && word.text.chars().skip(1).all(|c| !is_capital(c));
    ((is_followed || is_last) && is_lower && is_evident).then(|| edit(text, end, sign, 'х'))
}

/// Whether a line has more to calculate than one sign.
fn is_formula(line: &Line) -> bool {
    line.operators > 1 || line.has_equations
}

/// Whether a line is prose with nothing to calculate but for one sign.
fn is_calm(line: &Line) -> bool {
    line.prose.has_words() && !(is_formula(line) || line.has_digits || line.has_slash)
}

/// The alphabet of most letters, if it is not Latin.
fn alphabet_of(word: &Word<'_>) -> Option<Alphabet> {
    let letters = |of: &Alphabet| word.letters_of(*of);
    let found = [Alphabet::Greek, Alphabet::Cyrillic]
        .into_iter()
        .max_by_key(letters)?;
    (letters(&found) > 0).then_some(found)
}

/// Whether no letter or sign stands there that a term may have.
fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation() || "«»„“”‘’…—–".contains(c))
}

fn is_capital(c: char) -> bool {
    matches!(part(c), Part::Letter(_)) && c.is_uppercase()
}

fn is_small(text: &str) -> bool {
    !text.chars().any(is_capital)
}

fn has_vowel(word: &Word<'_>) -> bool {
    let mut letters = word
        .text
        .chars()
        .filter_map(|c| small(c, Alphabet::Cyrillic));
    letters.any(is_vowel)
}

fn edit(text: &str, at: usize, sign: char, letter: char) -> Edit {
    let span = at..at + sign.len_utf8();
    Edit {
        rule: Some(address::rule(text, span.clone())),
        byte_span: span,
        replacement: Cow::Owned(String::from(letter)),
    }
}
