//! Rewriting stages.

use alloc::{borrow::Cow, vec::Vec};

use crate::{edit::Edit, rule::Rule};

/// The stages in the order in which they run. The only place where that order is written down.
pub(crate) const ORDER: [fn(&str) -> Vec<Edit>; 1] = [characters];

fn characters(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (at, c) in text.char_indices() {
        let rule = match c {
            '\u{E0000}'..='\u{E007F}' => Rule::TagCharacters,
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => Rule::ZeroWidth,
            '\u{202A}'..='\u{202E}' => Rule::BidiOverride,
            '\u{AD}' => Rule::SoftHyphen,
            _ => continue,
        };
        match edits.last_mut() {
            Some(last) if last.byte_span.end == at && last.rule == rule => {
                last.byte_span.end = at + c.len_utf8()
            }
            _ => edits.push(Edit {
                byte_span: at..at + c.len_utf8(),
                replacement: Cow::Borrowed(""),
                rule,
            }),
        }
    }
    edits
}
