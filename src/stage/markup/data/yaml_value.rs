//! One line of YAML: its key, its value, and what of it goes on over lines.

use core::ops::Range;

/// What a key has for its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// None on this line.
    Empty,
    /// The keys below.
    Mapping,
    /// A block of text, from the next line on.
    Block,
    /// In quotes or brackets, a number, a truth value.
    Typed,
    Plain,
}

/// What goes on over lines.
#[derive(Debug, Default)]
pub(super) struct Rest {
    quote: Option<char>,
    depth: usize,
}

impl Rest {
    pub(super) const fn is_open(&self) -> bool {
        self.quote.is_some() || self.depth > 0
    }

    /// Takes more of it. `None` if something stands behind its end.
    pub(super) fn go_on(&mut self, text: &str) -> Option<()> {
        let mut chars = text.char_indices().peekable();
        let mut before = ' ';
        while let Some((at, c)) = chars.next() {
            match (c, self.quote) {
                ('\\', Some('"')) => {
                    chars.next();
                }
                // two are one that is meant
                ('\'', Some('\'')) if chars.next_if(|(_, next)| *next == '\'').is_some() => {}
                (c, Some(quote)) if c == quote => self.quote = None,
                (_, Some(_)) => {}
                ('#', None) if before == ' ' => return Some(()),
                ('"' | '\'', None) if !before.is_alphanumeric() => self.quote = Some(c),
                ('{' | '[', None) => self.depth += 1,
                ('}' | ']', None) => self.depth = self.depth.checked_sub(1)?,
                _ => {}
            }
            before = c;
            if !self.is_open() {
                let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
                return is_end(behind).then_some(());
            }
        }
        Some(())
    }
}

/// Whether nothing is left of a line but a comment.
fn is_end(behind: &str) -> bool {
    let rest = behind.trim_start();
    rest.is_empty() || rest.starts_with('#') && rest.len() < behind.len()
}

/// The key at the start of a line, without its quotes, and what stands behind its colon.
pub(super) fn key(body: &str) -> Option<(Range<usize>, &str)> {
    let (name, behind) = match body.chars().next()? {
        quote @ ('"' | '\'') => {
            let mut escaped = false;
            let end = body.get(1..)?.find(|c: char| {
                let ends = c == quote && !escaped;
                escaped = c == '\\' && quote == '"' && !escaped;
                ends
            })?;
            (1..1 + end, body.get(end + 2..)?)
        }
        '&' | '*' | '!' | '|' | '>' | '%' | '@' | '`' | '{' | '}' | '[' | ']' | ',' | '#' => {
            return None;
        }
        _ => {
            let mut ends = body.match_indices(':').map(|(at, _)| at);
            let is_end = |at: &usize| {
                let behind = body.as_bytes().get(at + 1);
                behind.is_none_or(|b| matches!(b, b' ' | b'\t'))
            };
            let end = ends.find(is_end)?;
            let name = body.get(..end)?;
            if name.contains(" #") || name.starts_with("? ") {
                return None;
            }
            (0..name.trim_end().len(), body.get(end..)?)
        }
    };
    let behind = behind.trim_start_matches(' ').strip_prefix(':')?;
    let is_key = behind.is_empty() || behind.starts_with([' ', '\t']);
    is_key.then_some((name, behind))
}

/// What stands behind a colon or a dash. `None` if it is no value.
pub(super) fn value(text: &str, rest: &mut Rest) -> Option<Value> {
    let mut text = text.trim();
    // anchors and tags
    while text.starts_with(['&', '!']) {
        text = text
            .split_once(' ')
            .map_or("", |(_, behind)| behind.trim_start());
    }
    match text.chars().next() {
        None | Some('#') => Some(Value::Empty),
        Some('"' | '\'' | '{' | '[') => {
            rest.go_on(text)?;
            Some(Value::Typed)
        }
        Some('|' | '>') => {
            let behind =
                text.trim_start_matches(['|', '>', '-', '+', '1', '2', '3', '4', '5', '6']);
            is_end(behind).then_some(Value::Block)
        }
        Some('@' | '`' | '%' | '}' | ']' | ',') => None,
        Some(_) => {
            let plain = text.split(" #").next().unwrap_or_default().trim_end();
            let has_key = plain.contains(": ") || plain.ends_with(':');
            let is_item = plain == "-" || plain.starts_with("- ");
            let value = if is_typed(plain) {
                Value::Typed
            } else {
                Value::Plain
            };
            (!has_key && !is_item).then_some(value)
        }
    }
}

/// A number, a truth value, nothing.
fn is_typed(plain: &str) -> bool {
    const WORDS: [&str; 8] = ["true", "false", "null", "~", "yes", "no", "on", "off"];
    let number = plain.trim_start_matches(['-', '+']);
    let is_part = |b: u8| b.is_ascii_digit() || b"._eE".contains(&b);
    WORDS.iter().any(|word| plain.eq_ignore_ascii_case(word))
        || number.starts_with(|c: char| c.is_ascii_digit()) && number.bytes().all(is_part)
}
