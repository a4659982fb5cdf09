//! Letters that look like others when the page is turned.

/// The fewest sorts of letters that are turned ones in what is written so: no alphabet has three.
pub(crate) const MIN_SORTS: u32 = 3;

/// A bit for the letter that a turned one stands for.
pub(crate) fn sort(c: char) -> u32 {
    1 << (u32::from(turned(c).unwrap_or(c)) & 31)
}

/// What a character is when the page is turned, where it is another one then; `None` for all else. Constant time.
pub(crate) const fn turned(c: char) -> Option<char> {
    Some(match c {
        '\u{250}' => 'a',
        'q' => 'b',
        '\u{254}' => 'c',
        'p' => 'd',
        '\u{1DD}' => 'e',
        '\u{25F}' => 'f',
        '\u{183}' | '\u{253}' | '\u{1D77}' => 'g',
        '\u{265}' => 'h',
        '\u{1D09}' | '\u{131}' => 'i',
        '\u{27E}' | '\u{17F}' => 'j',
        '\u{29E}' => 'k',
        '\u{5DF}' | '\u{A781}' => 'l',
        '\u{26F}' => 'm',
        'u' => 'n',
        'd' => 'p',
        'b' => 'q',
        '\u{279}' => 'r',
        '\u{287}' => 't',
        'n' => 'u',
        '\u{28C}' => 'v',
        '\u{28D}' => 'w',
        '\u{28E}' => 'y',
        '\u{2200}' | '\u{2C6F}' => 'A',
        '\u{186}' => 'C',
        '\u{18E}' => 'E',
        '\u{2132}' => 'F',
        '\u{2141}' => 'G',
        '\u{A78D}' => 'H',
        '\u{A7B0}' => 'K',
        '\u{2142}' | '\u{A780}' => 'L',
        'W' | '\u{19C}' => 'M',
        '\u{500}' => 'P',
        '\u{1D1A}' => 'R',
        '\u{22A5}' | '\u{A7B1}' => 'T',
        '\u{2229}' => 'U',
        '\u{39B}' | '\u{245}' => 'V',
        'M' => 'W',
        '\u{2144}' => 'Y',
        '\u{2D9}' => '.',
        '\u{2018}' | '\'' => ',',
        '\u{A1}' => '!',
        '\u{BF}' => '?',
        '(' => ')',
        ')' => '(',
        '6' => '9',
        '9' => '6',
        _ => return None,
    })
}

/// Whether a character is a turned letter that stands in no alphabet of many words, so that several of them tell.
pub(crate) const fn is_turned(c: char) -> bool {
    let is_elsewhere = matches!(
        c,
        '\u{A1}'
            | '\u{BF}'
            | '\u{131}'
            | '\u{17F}'
            | '\u{39B}'
            | '\u{500}'
            | '\u{5DF}'
            | '\u{2018}'
            | '\u{2200}'
            | '\u{2229}'
    );
    !c.is_ascii() && !is_elsewhere && turned(c).is_some()
}
