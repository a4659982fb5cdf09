//! Decodes hidden channels.

use alloc::{string::String, vec};

use crate::{
    finding::{Finding, Reveal},
    rule::Rule,
};

/// Decodes what the findings carry and attaches each message to the finding where it begins.
pub(crate) fn attach(dirty: &str, findings: &mut [Finding], _max_bytes: usize) {
    for finding in findings {
        if finding.rule == Rule::TagCharacters {
            let found = dirty.get(finding.byte_span()).unwrap_or_default();
            let text: String = found
                .chars()
                .filter_map(|c| char::from_u32((c as u32).wrapping_sub(0xE0000)))
                .collect();
            finding.reveal = Some(Reveal {
                text,
                chain: vec!["tag-block"],
                byte_span: finding.byte_span(),
                share: 1.0,
            });
        }
    }
}
