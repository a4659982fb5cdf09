//! Escape sequences and control strings (ECMA-48, ISO/IEC 2022, and what terminals made of them).

const ESCAPE: char = '\u{1B}';
const BELL: char = '\u{7}';
const STRING_TERMINATOR: char = '\u{9C}';

/// How many bytes the sequence at the start of `text` takes, if there is one.
///
/// Sequences that end in a letter without any parameter are left to the reader: an escape character dropped into a
/// word would otherwise take a letter of the word with it. A string without its end is none, so that nobody can make
/// the rest of a text disappear.
pub(crate) fn sequence_bytes(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let (opener, eight_bit) = match chars.next()? {
        ESCAPE => (chars.next()?, false),
        // a C1 control is the escape character and a letter in one
        c @ '\u{80}'..='\u{9F}' => (char::from_u32(u32::from(c) - 0x40)?, true),
        _ => return None,
    };
    let body = chars.as_str();
    let body_bytes = match opener {
        '[' => control_sequence_bytes(body, eight_bit)?,
        ']' | 'P' | 'X' | '^' | '_' => string_bytes(body)?,
        // designations of character sets, then single-character functions that are no letters
        '(' | ')' | '*' | '+' if !eight_bit && body.starts_with(['0', 'A', 'B']) => 1,
        '7' | '8' | '=' | '>' if !eight_bit => 0,
        _ => return None,
    };
    Some(text.len() - body.len() + body_bytes)
}

/// Parameters, intermediates and the final character behind CSI (ECMA-48, 5.4).
fn control_sequence_bytes(body: &str, eight_bit: bool) -> Option<usize> {
    let bytes = body.as_bytes();
    let parameters = bytes
        .iter()
        .take_while(|byte| matches!(byte, 0x30..=0x3F))
        .count();
    let rest = bytes.get(parameters..)?;
    let intermediates = rest
        .iter()
        .take_while(|byte| matches!(byte, 0x20..=0x2F))
        .count();
    // as a single C1 character it counts only with parameters and nothing between: text may follow a stray one
    if eight_bit && (parameters == 0 || intermediates > 0) {
        return None;
    }
    let last = rest.get(intermediates)?;
    matches!(last, 0x40..=0x7E).then_some(parameters + intermediates + 1)
}

/// A control string up to and with its terminator (ECMA-48, 5.6): ST in either form, or BEL, as xterm takes it.
/// Any other control character but a tab or a carriage return breaks it off: it ends with its line at the latest, as
/// everything that stages look at. So does a bidi isolate: those are counted in their line, and none may go missing
/// inside a string.
fn string_bytes(body: &str) -> Option<usize> {
    let end = body.find(|c: char| {
        c.is_control() && !matches!(c, '\t' | '\r') || matches!(c, '\u{2066}'..='\u{2069}')
    })?;
    let rest = body.get(end..)?;
    let terminator = if rest.starts_with([BELL, STRING_TERMINATOR]) {
        rest.chars().next()?.len_utf8()
    } else if rest.starts_with("\u{1B}\\") {
        2
    } else {
        return None;
    };
    Some(end + terminator)
}

/// The first parameter and the final byte of a control sequence of `bytes` bytes at the start of `text`; `None` for any
/// other sequence, and for private ones.
pub(crate) fn control(text: &str, bytes: usize) -> Option<(Option<usize>, u8)> {
    let sequence = text.get(..bytes)?;
    let body = sequence
        .strip_prefix("\u{1B}[")
        .or_else(|| sequence.strip_prefix('\u{9B}'))?;
    let last = *body.as_bytes().last()?;
    let parameters = body.get(..body.len() - 1)?;
    let first = parameters.split(';').next().unwrap_or_default();
    match first.parse() {
        Ok(number) => Some((Some(number), last)),
        Err(_) => first.is_empty().then_some((None, last)),
    }
}

/// What a control string of `bytes` bytes at the start of `text` says: its opener (`]` for OSC, `P` for DCS, `X`, `^`,
/// `_`) and the words up to its terminator.
pub(crate) fn control_string(text: &str, bytes: usize) -> Option<(char, &str)> {
    let mut chars = text.get(..bytes)?.chars();
    let opener = match chars.next()? {
        ESCAPE => chars.next()?,
        c => char::from_u32(u32::from(c).checked_sub(0x40)?)?,
    };
    let body = chars.as_str();
    let body = body
        .strip_suffix("\u{1B}\\")
        .or_else(|| body.strip_suffix([BELL, STRING_TERMINATOR]))?;
    matches!(opener, ']' | 'P' | 'X' | '^' | '_').then_some((opener, body))
}
