//! The tokenizer of CSS Syntax Module Level 3 (section 4): escapes, comments, numbers with exponents, strings, URLs.

use super::super::name::Like as _;
use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Token<'a> {
    Ident(Cow<'a, str>),
    Function(Cow<'a, str>),
    AtKeyword(Cow<'a, str>),
    Hash(Cow<'a, str>),
    String(Cow<'a, str>),
    Url,
    Number(f32),
    Percentage(f32),
    Dimension(f32, Cow<'a, str>),
    Space,
    Colon,
    Semicolon,
    Comma,
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    Delim(u8),
}

impl Token<'_> {
    /// Whether it is this identifier, in whatever case.
    pub(in super::super) fn is_ident(&self, name: &str) -> bool {
        matches!(self, Self::Ident(ident) if ident.is_like(name))
    }
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(in super::super) struct Lexeme<'a> {
    pub(in super::super) token: Token<'a>,
    pub(in super::super) span: Range<usize>,
}

/// The tokens of a text, and where its comments stand. Linear.
pub(in super::super) fn tokens(text: &str) -> (Vec<Lexeme<'_>>, Vec<Range<usize>>) {
    let mut scanner = Scanner { text, at: 0 };
    let (mut tokens, mut comments) = (Vec::new(), Vec::new());
    while scanner.at < text.len() {
        let start = scanner.at;
        if scanner.skip_comment() {
            comments.push(start..scanner.at);
            continue;
        }
        let Some(token) = scanner.token() else {
            break;
        };
        tokens.push(Lexeme {
            token,
            span: start..scanner.at,
        });
    }
    (tokens, comments)
}

#[derive(Debug)]
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    #[inline(never)]
    fn skip_comment(&mut self) -> bool {
        if self.byte(0) != Some(b'/') || self.byte(1) != Some(b'*') {
            return false;
        }
        let body = self.text.get(self.at + 2..).unwrap_or_default();
        self.at = body
            .find("*/")
            .map_or(self.text.len(), |end| self.at + end + 4);
        true
    }

    #[inline(never)]
    fn token(&mut self) -> Option<Token<'a>> {
        let byte = self.byte(0)?;
        if is_space(byte) {
            while self.byte(0).is_some_and(is_space) {
                self.at += 1;
            }
            return Some(Token::Space);
        }
        if self.starts_number() {
            return Some(self.numeric());
        }
        if self.starts_ident(0) {
            return Some(self.ident_like());
        }
        match byte {
            b'"' | b'\'' => return Some(self.string(byte)),
            b'#' if self.byte(1).is_some_and(is_name) || self.is_escape(1) => {
                self.at += 1;
                return Some(Token::Hash(self.name()));
            }
            b'@' if self.starts_ident(1) => {
                self.at += 1;
                return Some(Token::AtKeyword(self.name()));
            }
            // what hides style sheets from browsers of the nineties
            b'<' if self.rest().starts_with("<!--") => {
                self.at += 4;
                return Some(Token::Space);
            }
            b'-' if self.rest().starts_with("-->") => {
                self.at += 3;
                return Some(Token::Space);
            }
            _ => {}
        }
        self.at += 1;
        Some(match byte {
            b':' => Token::Colon,
            b';' => Token::Semicolon,
            b',' => Token::Comma,
            b'(' | b'[' | b'{' => Token::Open(byte),
            b')' | b']' | b'}' => Token::Close(byte),
            _ => Token::Delim(byte),
        })
    }

    fn is_escape(&self, ahead: usize) -> bool {
        self.byte(ahead) == Some(b'\\') && self.byte(ahead + 1).is_some_and(|b| b != b'\n')
    }

    #[inline(never)]
    fn starts_ident(&self, ahead: usize) -> bool {
        match self.byte(ahead) {
            Some(b'-') => {
                self.byte(ahead + 1)
                    .is_some_and(|b| is_name_start(b) || b == b'-')
                    || self.is_escape(ahead + 1)
            }
            Some(byte) => is_name_start(byte) || self.is_escape(ahead),
            None => false,
        }
    }

    fn starts_number(&self) -> bool {
        let digit = |ahead| self.byte(ahead).is_some_and(|b| b.is_ascii_digit());
        let unsigned = |ahead| digit(ahead) || self.byte(ahead) == Some(b'.') && digit(ahead + 1);
        match self.byte(0) {
            Some(b'+' | b'-') => unsigned(1),
            _ => unsigned(0),
        }
    }

    fn digits(&mut self) {
        while self.byte(0).is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
    }

    #[inline(never)]
    fn numeric(&mut self) -> Token<'a> {
        let start = self.at;
        if matches!(self.byte(0), Some(b'+' | b'-')) {
            self.at += 1;
        }
        self.digits();
        let digit = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_digit());
        if self.byte(0) == Some(b'.') && digit(self.byte(1)) {
            self.at += 1;
            self.digits();
        }
        if matches!(self.byte(0), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.byte(1), Some(b'+' | b'-')));
            if digit(self.byte(1 + sign)) {
                self.at += 1 + sign;
                self.digits();
            }
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        let number = decimal(written);
        if self.byte(0) == Some(b'%') {
            self.at += 1;
            return Token::Percentage(number);
        }
        if self.starts_ident(0) {
            return Token::Dimension(number, self.name());
        }
        Token::Number(number)
    }

    fn ident_like(&mut self) -> Token<'a> {
        let name = self.name();
        if self.byte(0) != Some(b'(') {
            return Token::Ident(name);
        }
        self.at += 1;
        if name.is_like("url") {
            let rest = self.rest().trim_ascii_start();
            if !rest.starts_with(['"', '\'']) {
                self.at += self
                    .rest()
                    .find(')')
                    .map_or(self.rest().len(), |end| end + 1);
                return Token::Url;
            }
        }
        Token::Function(name)
    }

    /// A name, whose escapes are read. Borrowed if it has none.
    #[inline(never)]
    fn name(&mut self) -> Cow<'a, str> {
        let start = self.at;
        while self.byte(0).is_some_and(is_name) {
            self.at += 1;
        }
        let plain = self.text.get(start..self.at).unwrap_or_default();
        if !self.is_escape(0) {
            return Cow::Borrowed(plain);
        }
        let mut name = String::from(plain);
        loop {
            if self.is_escape(0) {
                self.at += 1;
                name.extend(self.escape());
            } else if let Some(c) = self.rest().chars().next()
                && (is_name_char(c))
            {
                name.push(c);
                self.at += c.len_utf8();
            } else {
                return Cow::Owned(name);
            }
        }
    }

    /// The character behind a backslash.
    #[inline(never)]
    fn escape(&mut self) -> Option<char> {
        const MAX_DIGITS: usize = 6;
        let rest = self.rest();
        let digits = rest
            .bytes()
            .take(MAX_DIGITS)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        if digits == 0 {
            let c = rest.chars().next()?;
            self.at += c.len_utf8();
            return Some(c);
        }
        self.at += digits;
        if self.byte(0).is_some_and(is_space) {
            self.at += 1;
        }
        let code = u32::from_str_radix(rest.get(..digits)?, 16).ok()?;
        let c = char::from_u32(code).filter(|&c| c != '\0');
        Some(c.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    #[inline(never)]
    fn string(&mut self, quote: u8) -> Token<'a> {
        self.at += 1;
        let start = self.at;
        let mut owned: Option<String> = None;
        while let Some(c) = self.rest().chars().next() {
            if c == char::from(quote) || c == '\n' {
                break;
            }
            if c == '\\' {
                let plain = self.text.get(start..self.at).unwrap_or_default();
                let text = owned.get_or_insert_with(|| plain.into());
                self.at += 1;
                if self.byte(0) == Some(b'\n') {
                    self.at += 1;
                } else if let Some(c) = self.escape() {
                    text.push(c);
                }
                continue;
            }
            self.at += c.len_utf8();
            if let Some(text) = &mut owned {
                text.push(c);
            }
        }
        let plain = self.text.get(start..self.at).unwrap_or_default();
        if self.byte(0) == Some(quote) {
            self.at += 1;
        }
        Token::String(owned.map_or(Cow::Borrowed(plain), Cow::Owned))
    }
}

/// The value of a number (section 4.3.13). The standard library's is exact to the last bit, and ten times as large.
fn decimal(text: &str) -> f32 {
    const MAX_EXPONENT: i32 = 40;
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (mut value, mut places) = (0.0_f64, None);
    for digit in mantissa.bytes() {
        if digit == b'.' {
            places = Some(0);
        } else if digit.is_ascii_digit() {
            value = value * 10.0 + f64::from(digit - b'0');
            places = places.map(|places: i32| places + 1);
        }
    }
    let digits = exponent.get(1..).unwrap_or_default();
    let written = digits.trim_start_matches(['+', '-']).bytes();
    let power = written.fold(0_i32, |power, digit| {
        (power * 10 + i32::from(digit.wrapping_sub(b'0'))).min(1 << 20)
    });
    let power = if digits.starts_with('-') {
        -power
    } else {
        power
    };
    let power = power.saturating_sub(places.unwrap_or(0));
    for _ in 0..power.abs().min(MAX_EXPONENT) {
        value = if power < 0 {
            value / 10.0
        } else {
            value * 10.0
        };
    }
    (if mantissa.starts_with('-') {
        -value
    } else {
        value
    }) as f32
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xC)
}

const fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

const fn is_name(byte: u8) -> bool {
    is_name_start(byte) || byte.is_ascii_digit() || byte == b'-'
}

const fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-' || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Token, tokens};

    fn kinds(text: &str) -> Vec<Token<'_>> {
        tokens(text).0.into_iter().map(|l| l.token).collect()
    }

    #[test]
    fn css_is_read_as_css() {
        assert_eq!(
            kinds(r"d\69splay:n\6f ne"),
            [
                Token::Ident("display".into()),
                Token::Colon,
                Token::Ident("none".into())
            ]
        );
        assert_eq!(
            kinds("1e-3px/**/-.5E1%"),
            [
                Token::Dimension(0.001, "px".into()),
                Token::Percentage(-5.0)
            ]
        );
        assert_eq!(kinds(r#""a\"b""#), [Token::String("a\"b".into())]);
        assert_eq!(kinds("url( a;b )x"), [Token::Url, Token::Ident("x".into())]);
        assert_eq!(kinds("#fff"), [Token::Hash("fff".into())]);
    }
}
