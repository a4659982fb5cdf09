//! Whether what a cipher gives is written as people write, and not as programs do.

/// Letters that the words must have together, each word counted once.
const MIN_LETTERS: usize = 12;

/// How many characters there must be for each sign of programs.
const PER_SIGN: usize = 12;

/// Whether the text has several words of ordinary length and few signs that only programs use. Lists of short names, such as
/// `rgb, bgr`, and lines of code become words by chance under some cipher. Linear but for the few words that are compared.
pub(in crate::reveal) fn is_sentence(text: &str) -> bool {
    const MAX_WORDS: usize = 24;
    let visible = text.chars().filter(|c| !c.is_whitespace()).count();
    let signs = text.chars().filter(|&c| is_sign(c)).count();
    if signs * PER_SIGN > visible {
        return false;
    }
    let mut seen = [""; MAX_WORDS];
    let (mut words, mut letters) = (0, 0);
    let all = text.split(|c: char| !c.is_alphanumeric());
    for word in all.filter(|word| !word.is_empty()) {
        if seen.iter().take(words).any(|&other| other == word) {
            continue;
        }
        let Some(slot) = seen.get_mut(words) else {
            break;
        };
        *slot = word;
        words += 1;
        letters += word.chars().count();
    }
    // scripts without spaces have one long word
    letters >= MIN_LETTERS && letters * 10 >= words * 32
        || !text.is_ascii() && letters >= MIN_LETTERS / 2
}

/// What stands in code, in formats and in tables rather than between words.
const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '{' | '}'
            | '['
            | ']'
            | '<'
            | '>'
            | '('
            | ')'
            | '='
            | '+'
            | '*'
            | '/'
            | '\\'
            | '|'
            | '_'
            | '%'
            | '$'
            | '#'
            | '^'
            | '~'
            | '`'
            | ';'
            | '"'
    )
}
