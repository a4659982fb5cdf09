//! Signs at the edge of a word, as letters of it.

use crate::unicode::{Alphabet, is_math};

use super::{
    context::Line, habit::has_vowel, letter::toward, reading, spelling::begins_sentence, word::Word,
};

/// What families and sums are counted by, behind a sign of union.
const INDICES: [&str; 5] = ["i", "j", "k", "m", "n"];

/// What rules of logic are named by, behind a sign of theirs: it is introduced or eliminated.
const RULES: [&str; 2] = ["i", "e"];

/// Whether a sign at the edge is a letter of the word, rather than stands before or behind a term: `∨on`, `Gi∨`, `⋿k`.
pub(super) fn is_letter_of(word: &Word<'_>, text: &str, sign: char, line: &Line) -> bool {
    if line.has_operators || line.has_equations || !has_vowel(word) {
        return false;
    }
    let plain = word.text.trim_matches(|c| is_math(c) || c == sign);
    let is_small = |letters: &str| letters.chars().all(char::is_lowercase);
    if plain.chars().nth(1).is_none() {
        return is_small(plain) && is_of_pair(word, text, plain, sign, line);
    }
    let rest = plain.trim_start_matches(char::is_uppercase);
    let is_name = plain.len() - rest.len() == 1 && is_small(rest) && word.text.ends_with(sign);
    let is_capital = rest.is_empty() && line.tongue.is_capital();
    is_small(plain) || (is_name || is_capital) && line.prose.has_words()
}

/// Whether a bar and one small letter are a word, rather than a cell of a table and its edge: the only bar of its line, and
/// inside it.
pub(super) fn is_bar_of(word: &Word<'_>, text: &str, bar: char, line: &Line) -> bool {
    let is_gap = |before: &str| before.ends_with(|c: char| !c.is_whitespace());
    let is_inside = word.before(text).strip_suffix(' ').is_some_and(is_gap);
    let is_short = word.text.chars().nth(2).is_none();
    line.bars == 1 && is_inside && is_short && is_letter_of(word, text, bar, line)
}

/// Whether a sign and one small letter are a word: one that begins a sentence with a capital, or one of prose in none of the
/// languages in which most formulas are spoken of.
fn is_of_pair(word: &Word<'_>, text: &str, plain: &str, sign: char, line: &Line) -> bool {
    let is_union = matches!(sign, '∪' | '⋃');
    let is_rule = matches!(sign, '∨' | '⊤' | '⟙') && RULES.contains(&plain);
    let is_index = (is_union || sign == '⋁') && INDICES.contains(&plain);
    // it may divide the number before it
    if is_rule || is_index || !word.is_apart(text) || word.is_behind_digit(text) {
        return false;
    }
    let is_start = word.text.starts_with(sign);
    if toward(sign, Alphabet::Latin).is_some_and(char::is_uppercase) {
        return is_start && begins_sentence(word.before(text));
    }
    // a dual space has it behind its name
    line.is_foreign_prose()
        && (is_start || !matches!(sign, '∨' | '⋁') || reading::is_frequent(word, Alphabet::Latin))
}
