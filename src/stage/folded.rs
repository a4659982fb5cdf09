//! What a reader takes a character for, in ASCII: the view in which structure is looked for that was disguised.

use crate::{
    unicode::{class, is_mark, lookalike, styled},
    util::work::count,
};

/// One character of a text, or one entity that stands for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) shape: Shape,
    /// How many bytes of text it takes, never nought.
    pub(crate) bytes: usize,
}

/// What it is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// This ASCII character, whose case is kept.
    Ascii(u8),
    /// White space within a line.
    Space,
    /// Nothing: it is not drawn, or only as a mark on what stands before.
    Nothing,
    /// The end of a line, or what looks like no ASCII.
    Other,
}

/// How often an entity may be written inside an entity: `&amp;amp;lt;`.
const MAX_AMPERSANDS: usize = 3;

/// The longest name or number of an entity, in bytes.
const MAX_ENTITY: usize = 12;

/// Reads what `text` begins with; `None` at its end. Looks at a bounded number of bytes.
pub(crate) fn folded(text: &str) -> Option<Folded> {
    count(1);
    let c = text.chars().next()?;
    if c == '&'
        && let Some((c, bytes)) = entity(text)
    {
        return Some(Folded {
            shape: shape(c),
            bytes,
        });
    }
    Some(Folded {
        shape: shape(c),
        bytes: c.len_utf8(),
    })
}

/// What is compared of an ASCII character: case aside, and `I` and `l` are one, since what looks like one looks like both.
pub(crate) const fn key(byte: u8) -> u8 {
    match byte.to_ascii_lowercase() {
        b'i' => b'l',
        byte => byte,
    }
}

fn shape(c: char) -> Shape {
    if c.is_ascii() {
        return match c {
            ' ' | '\t' => Shape::Space,
            '\n' | '\r' => Shape::Other,
            _ if c.is_ascii_control() => Shape::Nothing,
            _ => ascii(c),
        };
    }
    match c {
        // fullwidth ASCII
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(c) - 0xFEE0).map_or(Shape::Other, ascii)
        }
        // bars: dental click, divides, light vertical, medium vertical, halfwidth light vertical, broken
        '\u{1C0}' | '\u{2223}' | '\u{2502}' | '\u{2758}' | '\u{FFE8}' | '\u{A6}' => ascii('|'),
        // low lines: lower one eighth block (what SentencePiece writes for a space), dashed, centreline, wavy
        '\u{2581}' | '\u{FE4D}'..='\u{FE4F}' => ascii('_'),
        // angles: modifier letter, Canadian syllabics, small, CJK, technical, mathematical, ornament. Not the single
        // guillemets: what was made harmless is written with them
        '\u{2C2}' | '\u{1438}' | '\u{FE64}' | '\u{3008}' | '\u{2329}' | '\u{27E8}' | '\u{276E}' => {
            ascii('<')
        }
        '\u{2C3}' | '\u{1433}' | '\u{FE65}' | '\u{3009}' | '\u{232A}' | '\u{27E9}' | '\u{276F}' => {
            ascii('>')
        }
        // brackets: CJK lenticular and tortoise shell, ornament
        '\u{3010}' | '\u{3014}' | '\u{2772}' => ascii('['),
        '\u{3011}' | '\u{3015}' | '\u{2773}' => ascii(']'),
        // slashes: fraction, division; colons: ratio, modifier letter; hyphens and dashes; tildes
        '\u{2044}' | '\u{2215}' => ascii('/'),
        '\u{2236}' | '\u{A789}' => ascii(':'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => ascii('-'),
        '\u{223C}' | '\u{301C}' => ascii('~'),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Shape::Other,
        _ if c.is_whitespace() => Shape::Space,
        _ => match styled(c).or_else(|| lookalike(c)) {
            Some(letter) => ascii(letter),
            None if is_mark(c) || !class(c).is_visible() => Shape::Nothing,
            None => Shape::Other,
        },
    }
}

fn ascii(c: char) -> Shape {
    u8::try_from(c).map_or(Shape::Other, Shape::Ascii)
}

/// The character that an entity at the start of `text` stands for, and the bytes it takes. Entities of entities are
/// followed; the names are those of what special tokens are made of. The semicolon may be missing, as browsers allow
/// for the oldest names and for numbers.
fn entity(text: &str) -> Option<(char, usize)> {
    let mut body = text.strip_prefix('&')?;
    for _ in 0..MAX_AMPERSANDS {
        match body.strip_prefix("amp;") {
            Some(inner) => body = inner,
            None => break,
        }
    }
    let end = body
        .bytes()
        .take(MAX_ENTITY)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let name = body.get(..end)?;
    let (c, taken) = match name.strip_prefix('#') {
        Some(number) => {
            let (digits, radix) = match number.strip_prefix(['x', 'X']) {
                Some(digits) => (digits, 16),
                None => (number, 10),
            };
            let len = digits.chars().take_while(|c| c.is_digit(radix)).count();
            let code = u32::from_str_radix(digits.get(..len)?, radix).ok()?;
            (char::from_u32(code)?, end - (digits.len() - len))
        }
        None => named(name)?,
    };
    let semicolon = body.get(taken..).is_some_and(|rest| rest.starts_with(';'));
    // an ampersand by number begins no second entity here: nothing decodes so
    let c = Some(c).filter(|&c| c != '&' && !c.is_control())?;
    Some((c, text.len() - body.len() + taken + usize::from(semicolon)))
}

/// The character of a named entity at the start, and the length of the name.
fn named(name: &str) -> Option<(char, usize)> {
    const NAMES: [(&str, char); 17] = [
        ("lt", '<'),
        ("LT", '<'),
        ("gt", '>'),
        ("GT", '>'),
        ("vert", '|'),
        ("verbar", '|'),
        ("VerticalLine", '|'),
        ("lowbar", '_'),
        ("UnderBar", '_'),
        ("lsqb", '['),
        ("lbrack", '['),
        ("rsqb", ']'),
        ("rbrack", ']'),
        ("sol", '/'),
        ("colon", ':'),
        ("excl", '!'),
        ("nbsp", '\u{A0}'),
    ];
    let whole = NAMES.iter().find(|(known, _)| *known == name);
    let oldest = || {
        NAMES
            .iter()
            .take(4)
            .find(|(known, _)| name.starts_with(known))
    };
    whole.or_else(oldest).map(|(known, c)| (*c, known.len()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Shape, folded};

    fn shape(text: &str) -> (Shape, usize) {
        let folded = folded(text).unwrap();
        (folded.shape, folded.bytes)
    }

    #[test]
    fn entities_are_read_as_what_they_stand_for() {
        for (text, c, bytes) in [
            ("&lt;|", b'<', 4),
            ("&LT|", b'<', 3),
            ("&ltfoo", b'<', 3),
            ("&#60;", b'<', 5),
            ("&#x3C;", b'<', 6),
            ("&#0060;", b'<', 7),
            ("&#124im", b'|', 5),
            ("&amp;lt;", b'<', 8),
            ("&amp;amp;gt;", b'>', 12),
            ("&verbar;", b'|', 8),
            ("&#65308;", b'<', 8),
            ("&copy;", b'&', 1),
            ("&#1114112;", b'&', 1),
            ("&#", b'&', 1),
            ("& lt;", b'&', 1),
        ] {
            assert_eq!(shape(text), (Shape::Ascii(c), bytes), "{text}");
        }
    }

    #[test]
    fn what_was_made_harmless_is_taken_for_nothing_else() {
        for c in ["\u{2039}", "\u{203A}", "\u{B7}"] {
            assert_eq!(shape(c).0, Shape::Other);
        }
    }

    #[test]
    fn looks_decide() {
        assert_eq!(shape("\u{FF5C}").0, Shape::Ascii(b'|')); // FULLWIDTH VERTICAL LINE
        assert_eq!(shape("\u{430}").0, Shape::Ascii(b'a')); // CYRILLIC SMALL LETTER A
        assert_eq!(shape("\u{1D422}").0, Shape::Ascii(b'i')); // MATHEMATICAL BOLD SMALL I
        assert_eq!(shape("\u{A0}").0, Shape::Space); // NO-BREAK SPACE
        assert_eq!(shape("\u{200B}").0, Shape::Nothing); // ZERO WIDTH SPACE
        assert_eq!(shape("\u{301}").0, Shape::Nothing); // COMBINING ACUTE ACCENT
        assert_eq!(shape("\n").0, Shape::Other);
        assert_eq!(shape("\u{4E00}").0, Shape::Other);
    }
}
