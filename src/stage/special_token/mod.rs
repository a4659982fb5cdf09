//! Special tokens of chat templates: strings that a tokenizer reads as structure, written into text to forge a turn.
//!
//! A tokenizer knows nothing of code fences or quotes, so a token is one wherever it stands. It is made harmless by
//! writing single guillemets, U+2039 and U+203A, in place of its first and last character: `<|im_start|>` is read as
//! `‹|im_start|›`. A person still sees what it was; no normalization form changes a guillemet; and it is not among the
//! characters that [`folded`](super::folded) takes for an angle or a bracket, so that cleaning again finds nothing.

mod opener;
mod reading;
mod token;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::Values;
use crate::{edit::Edit, rule::Rule, util::scan};
use reading::{Found, read};
pub(super) use token::{Token, Use};

/// How much white space may part two tokens that stand beside each other, in bytes.
const MAX_GAP: usize = 16;

/// Proposes to make special tokens harmless, and names those that are ordinary text too.
///
/// Linear: at each place where a token may begin, a bounded number of bytes is read. Allocates only when there is
/// something to propose.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut group: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_opener(text, at) {
        let Some(found) = read(text, start) else {
            at = text.ceil_char_boundary(start + 1);
            continue;
        };
        at = found.end;
        if group
            .last()
            .is_some_and(|last| !are_beside(text, last, &found))
        {
            settle(text, &mut group, &mut edits);
        }
        group.push(found);
    }
    settle(text, &mut group, &mut edits);
    edits
}

/// Where the next character stands that may begin a token.
fn next_opener(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        // by first bytes: `<`, `[`, `]`, an entity, and the characters that are taken for one of them
        at += scan::position(text.as_bytes().get(at..)?, |byte| {
            (byte == b'<')
                | (byte == b'[')
                | (byte == b']')
                | (byte == b'&')
                | (byte == 0xCB)
                | ((0xE1..=0xE3).contains(&byte))
                | (byte == 0xEF)
        })?;
        let rest = text.get(at..)?;
        if opener::may_begin(rest) {
            return Some(at);
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
}

fn are_beside(text: &str, before: &Found, after: &Found) -> bool {
    let gap = text.get(before.end..after.start).unwrap_or_default();
    gap.len() <= MAX_GAP && gap.chars().all(|c| c.is_whitespace() && c != '\n')
}

/// Proposes what is to be done about tokens that stand beside each other: if one of them is no ordinary text, none is.
fn settle(text: &str, group: &mut Vec<Found>, edits: &mut Vec<Edit>) {
    let special = group.iter().any(|found| found.usage == Use::Special);
    for found in group.drain(..) {
        let rule = match found.usage {
            _ if special && found.exact => Rule::SpecialToken,
            _ if special => Rule::SpecialTokenLookalike,
            Use::Reported => Rule::AmbiguousToken,
            Use::Beside | Use::Special => continue,
        };
        edits.push(Edit {
            byte_span: found.start..found.end,
            replacement: Cow::Owned(harmless(text, &found)),
            rule: Some(rule),
        });
    }
}

/// The token with guillemets for its first and last character, its bars and low lines in ASCII. What only looked like it is written as itself, so that
/// nothing in it is left to be restored.
fn harmless(text: &str, found: &Found) -> String {
    let written = text.get(found.start..found.end).unwrap_or_default();
    let mut inner = match found.text {
        Some(token) if !found.exact => token.chars(),
        _ => written.chars(),
    };
    inner.next();
    inner.next_back();
    // a fullwidth bar before letters would be taken for a letter
    let plain = inner.map(|c| match c {
        '\u{FF5C}' => '|',
        '\u{2581}' => '_',
        c => c,
    });
    ['\u{2039}']
        .into_iter()
        .chain(plain)
        .chain(['\u{203A}'])
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use alloc::{format, string::ToString as _};

    use super::{super::tables::tokens::TOKENS, Found, Use, harmless, propose, read};
    use crate::stage::Values;

    const VALUES: Values = Values {
        normalization: None,
    };

    #[test]
    fn every_token_is_read_as_itself_and_harmless_when_written_otherwise() {
        for token in &TOKENS {
            let found: Found = read(token.text, 0).unwrap();
            assert_eq!(
                (found.end, found.exact),
                (token.text.len(), true),
                "{token:?}"
            );
            assert_eq!(found.usage, token.usage, "{token:?}");
            let written = harmless(token.text, &found);
            for c in ["", "<", ">", "[", "]", "|"] {
                let text = format!("{c}{written}{c}");
                assert!(propose(&text, &VALUES).is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn disguises_are_seen_through() {
        for text in [
            "\u{FF1C}|im_start|\u{FF1E}",
            "<\u{FF5C}im_start\u{FF5C}>",
            "&lt;|im_start|&gt;",
            "&amp;lt;&#124;im_start&#x7C;&gt",
            "<|\u{456}m_start|>",
            "<|im\u{200B}_start|>",
            "<|IM_Start|>",
            "< | im_start | >",
            "\u{3008}|im_start|\u{3009}",
        ] {
            let found = read(text, 0).unwrap();
            assert_eq!(
                (found.end, found.exact, found.usage),
                (text.len(), false, Use::Special),
                "{text}"
            );
            assert_eq!(harmless(text, &found), "\u{2039}|im_start|\u{203A}");
        }
    }

    #[test]
    fn ordinary_text_is_no_token() {
        for text in [
            "<div>",
            "<|x|>",
            "a <| f |> b",
            "<|>",
            "<<EOF",
            "[inst]",
            "[1]",
            "< | user | >",
            "&lt;br&gt;",
            "<b>",
            "<Mask>",
            "]~",
            "[e]",
            "<pre>",
            "x[i]",
            "<|psi|>",
            "<| |>",
        ] {
            for at in text.match_indices(['<', '[', ']', '&']) {
                assert_eq!(read(text, at.0), None, "{text}");
            }
        }
        let html = "<s>struck</s> <mask id=\"a\"/> [IMG]a.png[/IMG]".to_string();
        assert!(propose(&html, &VALUES).is_empty());
    }
}
