//! Showing hostile text to a person: nothing that moves a cursor, hides or reorders reaches the terminal as it is.

/// Whether `c` draws nothing, or does something else than being drawn.
///
/// Two witnesses, and either suffices: the core's table of names, and the standard library's list of what cannot be
/// printed (controls, format characters, private use, what is not assigned).
pub(crate) fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let is_variation_selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    // the name comes last: looking one up takes longest
    is_variation_selector || !is_printable(c) || tamis::unicode::name(c).is_some()
}

fn is_printable(c: char) -> bool {
    // behind a letter, `escape_debug` leaves combining marks alone and escapes what cannot be printed
    let text = String::from_iter(['a', c]);
    c.is_alphanumeric() || text.escape_debug().nth(1) != Some('\\')
}

/// Whether `c` may be shown as it is outside a finding: a visible character, or one of the four that
/// ordinary text needs in order to look right (the joiners and the two presentation selectors).
pub(crate) fn is_calm(c: char) -> bool {
    // ZERO WIDTH NON-JOINER, ZERO WIDTH JOINER, VARIATION SELECTOR-15 and -16
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}') || !is_hidden(c)
}

/// `text` on one line, with everything hidden in it written as `\n`, `\t`, `\r` or `\u{…}`.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str(r"\n"),
            '\r' => out.push_str(r"\r"),
            '\t' => out.push_str(r"\t"),
            c if is_hidden(c) => out.push_str(&format!("\\u{{{:04X}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// `U+200B`.
pub(crate) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::{escape, is_calm, is_hidden};

    #[test]
    fn what_draws_nothing_or_moves_the_cursor_is_hidden() {
        let hidden = [
            '\0',
            '\u{7}',
            '\u{1B}',    // ESCAPE
            '\u{7F}',    // DELETE
            '\u{9B}',    // CONTROL SEQUENCE INTRODUCER
            '\u{AD}',    // SOFT HYPHEN
            '\u{200B}',  // ZERO WIDTH SPACE
            '\u{200D}',  // ZERO WIDTH JOINER
            '\u{202E}',  // RIGHT-TO-LEFT OVERRIDE
            '\u{2028}',  // LINE SEPARATOR
            '\u{2066}',  // LEFT-TO-RIGHT ISOLATE
            '\u{FE0F}',  // VARIATION SELECTOR-16
            '\u{FEFF}',  // ZERO WIDTH NO-BREAK SPACE
            '\u{3164}',  // HANGUL FILLER, a letter by its category
            '\u{2800}',  // BRAILLE PATTERN BLANK
            '\u{E000}',  // private use
            '\u{E0041}', // TAG LATIN CAPITAL LETTER A
            '\u{E0100}', // VARIATION SELECTOR-17
        ];
        for c in hidden {
            assert!(is_hidden(c), "{c:?}");
        }
    }

    #[test]
    fn what_can_be_read_is_not_hidden() {
        // Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari with its signs, Han, an emoji, a combining accent
        for c in "aé Ωжאبनि्漢🦀\u{301}\"'\\".chars() {
            assert!(!is_hidden(c), "{c:?}");
            assert!(is_calm(c), "{c:?}");
        }
    }

    #[test]
    fn escapes_keep_to_one_line_of_visible_characters() {
        let shown = escape("a\n\t\u{1B}[31m\u{202E}é");
        assert_eq!(shown, r"a\n\t\u{001B}[31m\u{202E}é");
    }
}
