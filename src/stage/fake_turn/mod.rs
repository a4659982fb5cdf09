//! Turns and boundaries written into a text, as if the conversation went on behind it.
//!
//! Plays, interviews and transcripts have turns too, and documents have ends: these are named, not changed, unless the
//! policy says otherwise. Then guillemets are written around the label, so that a line no longer begins with a role.

mod boundary;
mod label;

use core::ops::Range;

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use super::Values;
use crate::{edit::Edit, rule::Rule};

/// Proposes to set apart labels of turns and boundaries.
///
/// Linear: of each line its beginning is read, and each closing tag. Allocates only when there is something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let first = edits.len();
        let mut push = |rule, span: Range<usize>, replacement| {
            edits.push(Edit {
                byte_span: start + span.start..start + span.end,
                replacement: Cow::Owned(replacement),
                rule: Some(rule),
            });
        };
        if let Some(span) = label::find(line) {
            let replacement = set_apart(line, &span);
            push(Rule::FakeTurn, span, replacement);
        } else if let Some(span) = boundary::find(line) {
            let replacement = set_apart(line, &span);
            push(Rule::FakeBoundary, span, replacement);
        }
        for span in label::find_escaped(line) {
            let replacement = set_apart(line, &span);
            push(Rule::FakeTurn, span, replacement);
        }
        for span in boundary::find_tags(line) {
            let name = line.get(span.start + 1..span.end - 1).unwrap_or_default();
            push(Rule::FakeBoundary, span, format!("\u{2039}{name}\u{203A}"));
        }
        if edits.len() > first + 1 {
            let of_line = edits.split_off(first);
            edits.extend(disjoint(of_line));
        }
        start += line.len();
    }
    edits
}

/// Guillemets around a label.
fn set_apart(line: &str, span: &Range<usize>) -> String {
    let label = line.get(span.clone()).unwrap_or_default();
    format!("\u{2039}{label}\u{203A}")
}

/// In order of place; of two that overlap the first.
fn disjoint(mut edits: Vec<Edit>) -> impl Iterator<Item = Edit> {
    edits.sort_by_key(|edit| edit.byte_span.start);
    let mut end = 0;
    edits.into_iter().filter(move |edit| {
        let apart = edit.byte_span.start >= end;
        if apart {
            end = edit.byte_span.end;
        }
        apart
    })
}
