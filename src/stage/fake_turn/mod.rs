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
    let mut push = |rule, span: Range<usize>, replacement| {
        edits.push(Edit {
            byte_span: span,
            replacement: Cow::Owned(replacement),
            rule: Some(rule),
        });
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let found = match label::find(line) {
            Some(span) => Some((Rule::FakeTurn, span)),
            None => boundary::find(line).map(|span| (Rule::FakeBoundary, span)),
        };
        if let Some((rule, span)) = found {
            let span = start + span.start..start + span.end;
            push(rule, span.clone(), set_apart(text, &span));
        }
        start += line.len();
    }
    for span in label::find_escaped(text) {
        push(Rule::FakeTurn, span.clone(), set_apart(text, &span));
    }
    for span in boundary::find_tags(text) {
        let name = text.get(span.start + 1..span.end - 1).unwrap_or_default();
        push(Rule::FakeBoundary, span, format!("\u{2039}{name}\u{203A}"));
    }
    if edits.len() > 1 {
        return disjoint(edits).collect();
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
