//! The tables as a user of the crate sees them.

use tamis::unicode::{UNICODE_VERSION, name};

#[test]
fn the_normalizer_is_of_the_same_unicode_version() {
    assert_eq!(UNICODE_VERSION, unicode_normalization::UNICODE_VERSION);
}

#[test]
fn names() {
    let cases = [
        ('\u{0}', "NULL"),
        ('\u{7}', "ALERT"),
        ('\u{1B}', "ESCAPE"),
        ('\u{7F}', "DELETE"),
        ('\u{80}', "PADDING CHARACTER"),
        ('\u{85}', "NEXT LINE"),
        ('\u{9F}', "APPLICATION PROGRAM COMMAND"),
        ('\u{A0}', "NO-BREAK SPACE"),
        ('\u{AD}', "SOFT HYPHEN"),
        ('\u{378}', "<reserved-0378>"),
        ('\u{17B4}', "KHMER VOWEL INHERENT AQ"),
        ('\u{180E}', "MONGOLIAN VOWEL SEPARATOR"),
        ('\u{202E}', "RIGHT-TO-LEFT OVERRIDE"),
        ('\u{2028}', "LINE SEPARATOR"),
        ('\u{2065}', "<reserved-2065>"),
        ('\u{2800}', "BRAILLE PATTERN BLANK"),
        ('\u{3000}', "IDEOGRAPHIC SPACE"),
        ('\u{3164}', "HANGUL FILLER"),
        ('\u{E000}', "<private-use-E000>"),
        ('\u{FE00}', "VARIATION SELECTOR-1"),
        ('\u{FE0F}', "VARIATION SELECTOR-16"),
        ('\u{FEFF}', "ZERO WIDTH NO-BREAK SPACE"),
        ('\u{FFFB}', "INTERLINEAR ANNOTATION TERMINATOR"),
        ('\u{FFFE}', "<noncharacter-FFFE>"),
        ('\u{13430}', "EGYPTIAN HIEROGLYPH VERTICAL JOINER"),
        ('\u{1D17A}', "MUSICAL SYMBOL END PHRASE"),
        ('\u{E0001}', "LANGUAGE TAG"),
        ('\u{E0041}', "TAG LATIN CAPITAL LETTER A"),
        ('\u{E007F}', "CANCEL TAG"),
        ('\u{E0100}', "VARIATION SELECTOR-17"),
        ('\u{E01EF}', "VARIATION SELECTOR-256"),
        ('\u{10FFFD}', "<private-use-10FFFD>"),
        ('\u{10FFFF}', "<noncharacter-10FFFF>"),
    ];
    for (c, expected) in cases {
        assert_eq!(name(c).as_deref(), Some(expected));
    }
    for c in ['\t', '\n', '\r', ' ', 'a', '\u{E9}', '\u{600}', '\u{4E00}'] {
        assert_eq!(name(c), None);
    }
}
