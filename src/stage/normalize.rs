//! Normalization (UAX #15), as edits, so that every offset leads back.

use core::iter;

use alloc::{borrow::Cow, string::String, vec::Vec};

use unicode_normalization::{
    IsNormalized, UnicodeNormalization as _, char::canonical_combining_class, is_nfd_quick,
    is_nfkc_quick, is_nfkd_quick,
};

use super::Values;
use crate::{
    edit::Edit,
    normalization::NormalizationForm,
    unicode::{INERT, is_inert},
};

/// Proposes the normalized form of each stretch that is not in it. No rule finds these: what changes is how a text is
/// written, not what it says.
///
/// Linear. Clean text in NFC costs a table look-up for each character that has marks or composes, and less for others.
pub(crate) fn propose(text: &str, values: &Values) -> Vec<Edit> {
    match values.normalization {
        None => Vec::new(),
        Some(NormalizationForm::Nfc) => {
            edits(text, |rest| INERT.prefix(rest), is_inert, |text| text.nfc())
        }
        Some(NormalizationForm::Nfd) => edits(
            text,
            none,
            |c| is_stable(c, is_nfd_quick(iter::once(c))),
            |text| text.nfd(),
        ),
        Some(NormalizationForm::Nfkc) => edits(
            text,
            none,
            |c| is_stable(c, is_nfkc_quick(iter::once(c))),
            |text| text.nfkc(),
        ),
        Some(NormalizationForm::Nfkd) => edits(
            text,
            none,
            |c| is_stable(c, is_nfkd_quick(iter::once(c))),
            |text| text.nfkd(),
        ),
    }
}

/// Nothing composes with it, and no stage looks across it.
const LINE_FEED: char = '\n';

/// No table says how far the rarer forms change nothing.
const fn none(_: &str) -> usize {
    0
}

/// Whether the form changes nothing at this character, and nothing reaches across it.
fn is_stable(c: char, quick: IsNormalized) -> bool {
    quick == IsNormalized::Yes && canonical_combining_class(c) == 0
}

/// An edit for each stretch between stable characters that the form changes. A stretch begins with the stable character
/// before it, with which its first may compose.
fn edits<'a, N: Iterator<Item = char>>(
    text: &'a str,
    stable_prefix: impl Fn(&str) -> usize,
    is_stable: impl Fn(char) -> bool,
    normalized: impl Fn(&'a str) -> N,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    loop {
        at += stable_prefix(text.get(at..).unwrap_or_default());
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            return edits;
        };
        if is_stable(c) {
            at += c.len_utf8();
            continue;
        }
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let stable = before.chars().next_back().filter(|&c| c != LINE_FEED);
        let start = at - stable.map_or(0, char::len_utf8);
        let end = at + rest.find(&is_stable).unwrap_or(rest.len());
        let stretch = text.get(start..end).unwrap_or_default();
        if !normalized(stretch).eq(stretch.chars()) {
            let replacement: String = normalized(stretch).collect();
            edits.push(Edit {
                byte_span: start..end,
                replacement: Cow::Owned(replacement),
                rule: None,
            });
        }
        at = end;
    }
}
