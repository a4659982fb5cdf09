//! Cells of CSV and TSV that a spreadsheet runs when the file is opened.
//!
//! Most cells that begin with `=`, `+`, `-` or `@` are numbers, phone numbers, names and sums. What counts is a call that
//! reaches out of the sheet.

use core::ops::Range;

use alloc::{borrow::Cow, format, vec::Vec};

use super::{
    Values,
    folded::{Shape, folded},
};
use crate::{
    edit::Edit,
    rule::Rule,
    util::{scan, screen},
};

/// Functions that fetch, send or run something, in small letters.
const FUNCTIONS: [&str; 14] = [
    "call",
    "dde",
    "exec",
    "filterxml",
    "hyperlink",
    "image",
    "importdata",
    "importfeed",
    "importhtml",
    "importrange",
    "importxml",
    "register.id",
    "rtd",
    "webservice",
];

/// How much of a cell is looked at, in bytes.
const MAX_LOOK: usize = 256;

/// Proposes to put an apostrophe before each such formula, which makes it text for every spreadsheet.
///
/// Linear; allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    let is_sign =
        |byte| (byte == b'=') | (byte == b'+') | (byte == b'-') | (byte == b'@') | (byte == 0xEF);
    let mut at = 0;
    while let Some(offset) = scan::position(text.as_bytes().get(at..).unwrap_or_default(), is_sign)
    {
        at += offset;
        if !begins_cell(text, at) {
            at += 1;
            continue;
        }
        let (start, end) = screen::line_around(text, at);
        propose_in(text.get(start..end).unwrap_or_default(), start, &mut edits);
        at = end;
    }
    edits
}

/// Whether only quotes and spaces stand between the byte at `at` and what begins a cell. Bounded.
fn begins_cell(text: &str, at: usize) -> bool {
    const MAX_QUOTES: usize = 8;
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let mut near = before.iter().rev().take(MAX_QUOTES);
    near.find(|byte| !matches!(byte, b' ' | b'"'))
        .map_or(before.len() < MAX_QUOTES, |byte| {
            matches!(byte, b',' | b';' | b'\t' | b'|' | b'\n' | b'\r')
        })
}

fn propose_in(line: &str, start: usize, edits: &mut Vec<Edit>) {
    let separator = separator(line);
    let mut at = start;
    for cell in cells(line, separator) {
        if let Some(sign) = formula(cell, separator) {
            edits.push(Edit {
                byte_span: at + sign.start..at + sign.end,
                replacement: Cow::Owned(format!("'{}", cell.get(sign).unwrap_or_default())),
                rule: Some(Rule::FormulaCell),
            });
        }
        at += cell.len() + separator.map_or(0, char::len_utf8);
    }
}

/// What parts the cells of a row, if it has more than one: a separator outside all quotes and parentheses.
fn separator(line: &str) -> Option<char> {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut found = None;
    let mut bars = 0;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '\t' if !quoted => return Some('\t'),
            ',' | ';' if depth == 0 && !quoted && found.is_none() => found = Some(c),
            '|' if !quoted => bars += 1,
            _ => {}
        }
    }
    // one bar is an operator, or calls a program
    found.or((bars > 1).then_some('|'))
}

/// The cells of a row: what is quoted may have separators inside (RFC 4180).
fn cells(line: &str, separator: Option<char>) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |c: char| {
        quoted ^= c == '"';
        Some(c) == separator && !quoted
    })
}

/// The sign that begins a formula that calls such a function, or runs a program by DDE (`=cmd|'/C calc'!A0`). A call that stands alone
/// in its line is a sample as often as a cell; nobody samples programs.
fn formula(cell: &str, separator: Option<char>) -> Option<Range<usize>> {
    let body = cell.trim_start_matches([' ', '"', '\'', '\r', '\t']);
    let start = cell.len() - body.len();
    // an apostrophe makes the cell text already
    if cell.get(..start)?.contains('\'') {
        return None;
    }
    let sign = folded(body)?;
    if !matches!(sign.shape, Shape::Ascii(b'=' | b'+' | b'-' | b'@')) {
        return None;
    }
    let rest = body.get(sign.bytes..)?;
    let rest = rest.get(..rest.floor_char_boundary(MAX_LOOK))?;
    // the other signs begin a formula too, and a bar parts cells, but code has calls behind them, in small letters
    let is_certain = sign.shape == Shape::Ascii(b'=') && separator != Some('|');
    let is_formula = is_certain || rest.starts_with(|c: char| c.is_ascii_uppercase());
    (separator.is_some() && is_formula && calls(rest) || runs(rest))
        .then_some(start..start + sign.bytes)
}

fn calls(rest: &str) -> bool {
    rest.match_indices(['(', '\u{FF08}']).any(|(at, _)| {
        let before = rest.get(..at).unwrap_or_default().trim_end();
        let name = before
            .rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_'))
            .next()
            .unwrap_or_default();
        // how new functions are written in files
        let name = name.strip_prefix("_xlfn.").unwrap_or(name);
        FUNCTIONS
            .iter()
            .any(|function| name.eq_ignore_ascii_case(function))
    })
}

fn runs(rest: &str) -> bool {
    let Some((program, call)) = rest.split_once('|') else {
        return false;
    };
    let before = |c: char| {
        matches!(
            c,
            '\'' | '"' | ' ' | '+' | '-' | '*' | '/' | '=' | '@' | '('
        )
    };
    let program = program.rsplit(before).next().unwrap_or_default();
    !program.is_empty()
        && program
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_')
        && call.starts_with(['\'', '"'])
        && call.contains('!')
}
