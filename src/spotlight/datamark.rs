//! A marker before each word.

use alloc::string::String;

use crate::unicode::{Class, Script, class, is_mark, script};

/// Characters that text seldom has: of one width, drawn in every common font, changed by no normalization form.
const SYMBOLS: [char; 16] = [
    '\u{2038}', '\u{203B}', '\u{2042}', '\u{2051}', '\u{205C}', '\u{22C4}', '\u{2302}', '\u{2310}',
    '\u{2318}', '\u{2325}', '\u{25CA}', '\u{2605}', '\u{2660}', '\u{266F}', '\u{2713}', '\u{2720}',
];

/// In scripts that put no spaces between words, a marker stands after so many letters.
const MAX_LETTERS: usize = 8;

/// A marker that does not occur in the text: a symbol that the nonce chooses, or as many of it as no run in the text has.
/// Linear for each symbol there is.
pub(super) fn marker(text: &str, nonce: &[u8]) -> String {
    let chosen = nonce.first().copied().map_or(0, usize::from);
    let symbols = SYMBOLS.iter().cycle().skip(chosen % SYMBOLS.len());
    let free = symbols
        .clone()
        .take(SYMBOLS.len())
        .find(|&&symbol| !text.contains(symbol));
    match free {
        Some(&symbol) => symbol.into(),
        None => {
            let symbol = symbols.copied().next().unwrap_or('\u{2038}');
            let (longest, _) = text.chars().fold((0, 0), |(longest, run), c| {
                let run = if c == symbol { run + 1 } else { 0 };
                (run.max(longest), run)
            });
            core::iter::repeat_n(symbol, 2 * longest + 1).collect()
        }
    }
}

/// The text with the marker at its start, before each word, and inside long runs of letters without spaces. Taking the
/// markers out gives the text back.
pub(super) fn mark(text: &str, marker: &str) -> String {
    let mut out = String::from(marker);
    let mut before = None;
    let mut letters = 0;
    for c in text.chars() {
        let begins = before.is_some_and(char::is_whitespace) && !c.is_whitespace();
        letters = if is_unspaced(c) { letters + 1 } else { 0 };
        if before.is_some_and(|before| may_part(before, c)) && (begins || letters > MAX_LETTERS) {
            out.push_str(marker);
            letters = letters.min(1);
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Whether nothing joins the two characters.
fn may_part(before: char, after: char) -> bool {
    class(after) == Class::Ordinary && !is_mark(after) && class(before) != Class::Joiner
}

/// Whether a letter is of a script that puts no spaces between words.
fn is_unspaced(c: char) -> bool {
    c >= '\u{E00}'
        && matches!(
            script(c),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
}
