//! The tokenizer of the HTML standard (13.2.5), with the place of everything it reads.
//!
//! It differs in one thing: where HTML stands inside other text, a tag must be written as CommonMark asks for it, so that
//! `a <b and c` is no tag.

use core::ops::Range;

use alloc::vec::Vec;

use crate::util::work::count;

/// An attribute as it is written: the value without its quotes.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: Range<usize>,
    pub(super) value: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) name: Range<usize>,
    /// Into the list of attributes.
    pub(super) attributes: Range<usize>,
    pub(super) self_closing: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Text,
    Start(Tag),
    End(Tag),
    /// With what stands between its marks. What begins like a declaration and is none counts too.
    Comment(Range<usize>),
    Doctype,
    /// A tag that the text ends in: nothing of it is shown.
    Unfinished,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Tokenizer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Where nothing is markup: code of Markdown. Ordered.
    code: &'a [Range<usize>],
    /// Whether tags must be written as CommonMark asks.
    inline: bool,
    /// No comment ends behind this place: looked for once.
    no_comment_end: Option<usize>,
    /// No `>` stands behind this place.
    no_close: Option<usize>,
}

impl<'a> Tokenizer<'a> {
    pub(super) const fn new(text: &'a str, code: &'a [Range<usize>], inline: bool) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            code,
            inline,
            no_comment_end: None,
            no_close: None,
        }
    }

    /// The next token. In foreign content (SVG, MathML) there are CDATA sections, which are text.
    pub(super) fn next(&mut self, attributes: &mut Vec<Attribute>, foreign: bool) -> Option<Token> {
        let start = self.at;
        if start >= self.bytes.len() {
            return None;
        }
        let mut at = start;
        loop {
            let Some(open) = self.find(at, b'<') else {
                return Some(self.token(Kind::Text, start, self.bytes.len()));
            };
            if let Some(end) = self.code_end(open) {
                at = end;
                continue;
            }
            let count = attributes.len();
            let Some((kind, end)) = self.markup(open, attributes, foreign) else {
                attributes.truncate(count);
                at = open + 1;
                continue;
            };
            if open > start {
                // read again when its turn comes: once, since it is markup for certain
                attributes.truncate(count);
                return Some(self.token(Kind::Text, start, open));
            }
            return Some(self.token(kind, open, end));
        }
    }

    /// Skips to the end tag of an element that holds no markup, and returns what stands before it.
    #[inline(never)]
    pub(super) fn raw_text(&mut self, name: &[u8]) -> Range<usize> {
        let start = self.at;
        let mut at = start;
        while let Some(open) = self.find(at, b'<') {
            let rest = self.bytes.get(open + 1..).unwrap_or_default();
            if let Some(rest) = rest.strip_prefix(b"/")
                && rest
                    .get(..name.len())
                    .is_some_and(|found| found.eq_ignore_ascii_case(name))
                && rest
                    .get(name.len())
                    .is_none_or(|&byte| is_space(byte) || matches!(byte, b'/' | b'>'))
            {
                self.at = open;
                return start..open;
            }
            at = open + 1;
        }
        self.at = self.bytes.len();
        start..self.at
    }

    fn token(&mut self, kind: Kind, start: usize, end: usize) -> Token {
        self.at = end;
        Token {
            kind,
            span: start..end,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    #[inline(never)]
    fn find(&self, from: usize, byte: u8) -> Option<usize> {
        let rest = self.bytes.get(from..)?;
        let found = rest.iter().position(|&b| b == byte);
        count(found.unwrap_or(rest.len()));
        Some(from + found?)
    }

    /// The next `>`.
    fn close(&mut self, from: usize) -> Option<usize> {
        if self.no_close.is_some_and(|none| none <= from) {
            return None;
        }
        let found = self.find(from, b'>');
        if found.is_none() {
            self.no_close = Some(from);
        }
        found
    }

    /// The end of the code that `at` stands in.
    fn code_end(&mut self, at: usize) -> Option<usize> {
        while let [first, rest @ ..] = self.code {
            if first.end > at {
                return (first.start <= at).then_some(first.end);
            }
            self.code = rest;
        }
        None
    }

    /// The markup that begins at a `<`, and its end.
    fn markup(
        &mut self,
        open: usize,
        attributes: &mut Vec<Attribute>,
        foreign: bool,
    ) -> Option<(Kind, usize)> {
        let rest = self.bytes.get(open + 1..)?;
        match rest {
            [b'!', b'-', b'-', ..] => self.comment(open),
            [b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] if foreign => {
                let body = self.bytes.get(open + 9..)?;
                let end = body.windows(3).position(|window| window == b"]]>");
                let end = end.map_or(self.bytes.len(), |end| open + 12 + end);
                Some((Kind::Text, end))
            }
            [b'!', rest @ ..] if starts_with(rest, b"doctype") => {
                Some((Kind::Doctype, self.close(open)? + 1))
            }
            [b'!', next, ..] if !self.inline || next.is_ascii_alphabetic() || *next == b'[' => {
                self.bogus(open, 2)
            }
            [b'?', ..] => self.bogus(open, 2),
            [b'/', first, ..] if first.is_ascii_alphabetic() => {
                let (tag, end) = self.tag(open + 2, attributes)?;
                Some((tag.map_or(Kind::Unfinished, Kind::End), end))
            }
            [b'/', ..] if !self.inline => self.bogus(open, 2),
            [first, ..] if first.is_ascii_alphabetic() => {
                let (tag, end) = self.tag(open + 1, attributes)?;
                Some((tag.map_or(Kind::Unfinished, Kind::Start), end))
            }
            _ => None,
        }
    }

    /// What browsers read as a comment for want of anything better: up to the next `>`.
    #[inline(never)]
    fn bogus(&mut self, open: usize, mark: usize) -> Option<(Kind, usize)> {
        let end = match self.close(open) {
            Some(end) => end,
            None if self.inline => return None,
            None => self.bytes.len(),
        };
        let words = (open + mark).min(end)..end;
        Some((Kind::Comment(words), (end + 1).min(self.bytes.len())))
    }

    #[inline(never)]
    fn comment(&mut self, open: usize) -> Option<(Kind, usize)> {
        let start = open + 4;
        let rest = self.bytes.get(start..)?;
        match rest {
            [b'>', ..] => return Some((Kind::Comment(start..start), start + 1)),
            [b'-', b'>', ..] => return Some((Kind::Comment(start..start), start + 2)),
            _ => {}
        }
        let mut at = start;
        while self.no_comment_end.is_none_or(|none| at < none) {
            let Some(dash) = self.find(at, b'-') else {
                break;
            };
            match self.bytes.get(dash + 1..) {
                Some([b'-', b'>', ..]) => return Some((Kind::Comment(start..dash), dash + 3)),
                Some([b'-', b'!', b'>', ..]) => {
                    return Some((Kind::Comment(start..dash), dash + 4));
                }
                _ => at = dash + 1,
            }
        }
        self.no_comment_end = Some(self.no_comment_end.unwrap_or(start).min(start));
        let end = self.bytes.len();
        (!self.inline).then_some((Kind::Comment(start..end), end))
    }

    /// A tag from its name on, and its end. No tag: the text ends in it.
    #[inline(never)]
    fn tag(&self, start: usize, attributes: &mut Vec<Attribute>) -> Option<(Option<Tag>, usize)> {
        let first = attributes.len();
        let mut at = start;
        while self
            .byte(at)
            .is_some_and(|b| !is_space(b) && !matches!(b, b'/' | b'>'))
        {
            at += 1;
        }
        let name = start..at;
        if self.inline && !self.is_name(&name) {
            return None;
        }
        let mut self_closing = false;
        loop {
            let Some(byte) = self.byte(at) else {
                // a browser shows nothing of it
                return (!self.inline).then_some((None, self.bytes.len()));
            };
            match byte {
                b'>' => break,
                b'/' => {
                    self_closing = true;
                    at += 1;
                }
                // a blank line ends a paragraph, and what stands in it
                b'\n' if self.inline && self.is_blank_line(at + 1) => return None,
                _ if is_space(byte) => at += 1,
                _ => {
                    self_closing = false;
                    let (attribute, end) = self.attribute(at)?;
                    let Some(attribute) = attribute else {
                        return (!self.inline).then_some((None, self.bytes.len()));
                    };
                    attributes.push(attribute);
                    at = end;
                }
            }
        }
        let tag = Tag {
            name,
            attributes: first..attributes.len(),
            self_closing,
        };
        Some((Some(tag), at + 1))
    }

    /// An attribute and its end; no attribute if the text ends in it.
    #[inline(never)]
    fn attribute(&self, start: usize) -> Option<(Option<Attribute>, usize)> {
        let mut at = start + 1;
        while self
            .byte(at)
            .is_some_and(|b| !is_space(b) && !matches!(b, b'/' | b'>' | b'='))
        {
            at += 1;
        }
        let name = start..at;
        if self.inline && !self.is_attribute_name(&name) {
            return None;
        }
        let equals = self.skip_spaces(at);
        if self.byte(equals) != Some(b'=') {
            return Some((
                Some(Attribute {
                    name,
                    value: at..at,
                }),
                at,
            ));
        }
        at = self.skip_spaces(equals + 1);
        match self.byte(at) {
            Some(quote @ (b'"' | b'\'')) => {
                let Some(end) = self.find(at + 1, quote) else {
                    return Some((None, self.bytes.len()));
                };
                let value = at + 1..end;
                if self.inline && self.has_blank_line(&value) {
                    return None;
                }
                Some((Some(Attribute { name, value }), end + 1))
            }
            _ => {
                let start = at;
                while let Some(byte) = self.byte(at)
                    && !is_space(byte)
                    && byte != b'>'
                {
                    if self.inline && matches!(byte, b'<' | b'=' | b'"' | b'\'' | b'`') {
                        return None;
                    }
                    at += 1;
                }
                let value = start..at;
                Some((Some(Attribute { name, value }), at))
            }
        }
    }

    fn skip_spaces(&self, mut at: usize) -> usize {
        while self.byte(at).is_some_and(is_space) {
            at += 1;
        }
        at
    }

    /// A tag name of CommonMark, or of XML with its prefix.
    fn is_name(&self, span: &Range<usize>) -> bool {
        let name = self.bytes.get(span.clone()).unwrap_or_default();
        name.iter()
            .all(|&b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':'))
    }

    fn is_attribute_name(&self, span: &Range<usize>) -> bool {
        let name = self.bytes.get(span.clone()).unwrap_or_default();
        name.iter().enumerate().all(|(at, &b)| {
            b.is_ascii_alphabetic()
                || matches!(b, b'_' | b':' | b'@' | b'#')
                || at > 0 && (b.is_ascii_digit() || matches!(b, b'.' | b'-'))
        })
    }

    fn is_blank_line(&self, at: usize) -> bool {
        let rest = self.bytes.get(at..).unwrap_or_default();
        rest.iter()
            .find(|b| !matches!(b, b' ' | b'\t' | b'\r'))
            .is_some_and(|&b| b == b'\n')
    }

    fn has_blank_line(&self, span: &Range<usize>) -> bool {
        let value = self.bytes.get(span.clone()).unwrap_or_default();
        let feeds = value.iter().enumerate().filter(|(_, b)| **b == b'\n');
        let mut ends = feeds.map(|(at, _)| span.start + at + 1);
        ends.any(|at| at < span.end && self.is_blank_line(at))
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xC)
}

fn starts_with(bytes: &[u8], word: &[u8]) -> bool {
    bytes
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word))
}
