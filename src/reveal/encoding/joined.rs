//! A sentence in pieces that a program joins, with a plus between them or as a list.

use alloc::{string::String, vec::Vec};

use super::Found;

/// A long string is broken now and then; between words.
const MIN_PIECES: usize = 3;

/// So many breaks inside a word make it deliberate.
const MIN_BROKEN: usize = 2;

/// Longer pieces are words, which a program puts together for reasons of its own.
const MAX_MEAN: usize = 8;

/// What may stand between two pieces, in bytes.
const MAX_GAP: usize = 12;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut sentence = Sentence::default();
    let mut at = 0;
    while let Some(piece) = next_piece(text, at) {
        at = piece.end;
        let between = text.get(sentence.end..piece.start).unwrap_or_default();
        let is_template = text
            .get(piece.start..)
            .is_some_and(|text| text.starts_with('`'))
            && between.trim().is_empty();
        if sentence.pieces > 0 && (is_template || !joins(between, sentence.by_comma)) {
            found.extend(sentence.end(text));
        }
        sentence.by_comma = sentence.pieces > 0 && between.contains(',');
        sentence.by_space |= sentence.pieces > 0 && between.trim().is_empty();
        sentence.push(&piece);
    }
    found.extend(sentence.end(text));
    found
}

struct Piece<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// The next quoted string that ends on its line.
fn next_piece(text: &str, from: usize) -> Option<Piece<'_>> {
    let mut from = from;
    loop {
        let rest = text.get(from..)?;
        let open = from + rest.find(['"', '\'', '`'])?;
        let mark = text.get(open..open + 1)?;
        let inside = text.get(open + 1..)?;
        let end = inside.find(|c: char| mark.starts_with(c) || c == '\n')?;
        if inside.get(end..)?.starts_with(mark) {
            return Some(Piece {
                text: inside.get(..end)?,
                start: open,
                end: open + end + 2,
            });
        }
        from = open + 1 + end;
    }
}

/// Whether a program joins what stands on both sides of this.
fn joins(between: &str, by_comma: bool) -> bool {
    if between.len() > MAX_GAP {
        return false;
    }
    match between.trim() {
        "+" | "." | ".." | "&" | "||" | "++" | "~" | "<>" | "" => !by_comma,
        "," => true,
        // in a template: ${"ig"}${"nore"}
        "}${" => true,
        _ => false,
    }
}

#[derive(Debug, Default)]
struct Sentence {
    text: String,
    start: usize,
    end: usize,
    pieces: usize,
    broken: usize,
    by_comma: bool,
    /// Whether nothing but white space stands between two pieces: they may be words of their own.
    by_space: bool,
}

impl Sentence {
    fn push(&mut self, piece: &Piece<'_>) {
        if self.pieces == 0 {
            self.start = piece.start;
        }
        let goes_on = |c: char| c.is_alphabetic() && !c.is_uppercase();
        if self.text.ends_with(char::is_alphabetic) && piece.text.starts_with(goes_on) {
            self.broken += 1;
        }
        self.text.push_str(piece.text);
        self.end = piece.end;
        self.pieces += 1;
    }

    fn end(&mut self, text: &str) -> Option<Found> {
        let Self {
            text: decoded,
            start,
            end,
            pieces,
            broken,
            by_comma,
            by_space,
        } = core::mem::take(self);
        if pieces < MIN_PIECES
            || decoded.len() > pieces * MAX_MEAN
            || broken < MIN_BROKEN
            || by_space && !decoded.contains(' ')
            || by_comma && !is_joined(text, start, end)
        {
            return None;
        }
        Some(Found::shape(start..end, &["concatenation"], decoded))
    }
}

/// Whether a list is joined by nothing: `.join("")` behind it, `"".join(` before, or `concat(` around.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let behind: String = text
        .get(end..)
        .unwrap_or_default()
        .chars()
        .take(16)
        .filter(|c| !c.is_whitespace())
        .collect();
    let before: String = text
        .get(..start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(16)
        .filter(|c| !c.is_whitespace())
        .collect();
    let behind = behind.trim_start_matches([']', '}', ')']);
    [".join(\"\")", ".join('')", ".join(``)", ".concat()"]
        .iter()
        .any(|join| behind.starts_with(join))
        || before
            .trim_start_matches(['[', '(', '{'])
            .starts_with("nioj.")
        || before
            .trim_start_matches(['[', '(', '{'])
            .to_ascii_lowercase()
            .starts_with("tacnoc")
}
