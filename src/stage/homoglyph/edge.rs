//! Signs at the edge of a word, as letters of it.

use crate::unicode::{Alphabet, is_math};

use super::{
    context::Line, habit::has_vowel, letter::toward, spelling::is_sentence_start, word::Word,
};

/// What rules of logic are named by, behind a sign of theirs: it is introduced or eliminated, in Polish with a `w`.
const RULES: [&str; 3] = ["i", "e", "w"];

/// Whether a sign at the edge is a letter of the word, rather than stands before or behind a term: `∨on`, `Do↿`, `⋿k`.
pub(super) fn is_letter_of(word: &Word<'_>, text: &str, sign: char, line: &Line) -> bool {
    if line.has_formula() || !has_vowel(word) {
        return false;
    }
    let plain = word.text.trim_matches(is_math);
    let is_small = |letters: &str| letters.chars().all(char::is_lowercase);
    if plain.chars().nth(1).is_none() {
        let is_pair = !plain.is_empty() && word.text.chars().nth(2).is_none();
        return is_pair && is_small(plain) && is_of_pair(word, text, plain, sign, line);
    }
    let rest = plain.trim_start_matches(char::is_uppercase);
    let is_name = plain.len() - rest.len() == 1 && is_small(rest) && word.text.ends_with(sign);
    let is_capital = rest.is_empty() && line.tongue.is_capital();
    // sets and spaces have names, and their duals the sign behind them
    let is_of_name = (is_name || is_capital) && !matches!(sign, '∪' | '⋃' | '∨' | '⋁');
    is_small(plain) || is_of_name && line.prose.has_words()
}

/// Whether a sign and one small letter are a word: one that begins a sentence with a capital, or one of prose in none of the
/// languages in which most formulas are spoken of.
fn is_of_pair(word: &Word<'_>, text: &str, plain: &str, sign: char, line: &Line) -> bool {
    let is_start = word.text.starts_with(sign);
    let is_of_logic = match sign {
        // a union of sets
        '∪' | '⋃' => true,
        // a space and its dual
        '∨' | '⋁' => !is_start || RULES.contains(&plain),
        '⊤' | '⟙' => RULES.contains(&plain),
        _ => false,
    };
    // numbers and single letters are terms
    if is_of_logic || !word.is_apart(text) || word.is_behind_term(text) {
        return false;
    }
    match toward(sign, Alphabet::Latin).is_some_and(char::is_uppercase) {
        true => is_start && is_sentence_start(word.before(text)),
        false => line.is_foreign_prose(),
    }
}
