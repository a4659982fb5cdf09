//! Normalization (UAX #15), as edits, so that every offset leads back.

use alloc::{borrow::Cow, vec::Vec};

use super::Values;
use crate::{
    edit::Edit,
    normalization::NormalizationForm,
    unicode::{Form, Normalizer},
};

/// Proposes the normalized form of each stretch that is not in it. No rule finds these: what changes is how a text is
/// written, not what it says.
///
/// Linear. Clean text in NFC costs a table look-up for each character that has marks or composes, and less for others.
pub(crate) fn propose(text: &str, values: &Values) -> Vec<Edit> {
    match values.normalization {
        None => Vec::new(),
        // the form nearly everyone asks for, compiled on its own: a fifth faster where each character is looked up
        Some(NormalizationForm::Nfc) => edits(text, Form::NFC, |c| Form::NFC.is_stable(c)),
        Some(NormalizationForm::Nfd) => edits_in(text, Form::NFD),
        Some(NormalizationForm::Nfkc) => edits_in(text, Form::NFKC),
        Some(NormalizationForm::Nfkd) => edits_in(text, Form::NFKD),
    }
}

/// Nothing composes with it, and no stage looks across it.
const LINE_FEED: char = '\n';

fn edits_in(text: &str, form: Form) -> Vec<Edit> {
    edits(text, form, |c| form.is_stable(c))
}

/// An edit for each stretch between stable characters that the form changes. A stretch begins with the stable character
/// before it, with which its first may compose.
fn edits(text: &str, form: Form, is_stable: impl Fn(char) -> bool) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut normalizer = Normalizer::new(form);
    let mut at = 0;
    loop {
        at += form.stable_prefix(text.get(at..).unwrap_or_default());
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
        if let Some(normalized) = normalizer.change(stretch) {
            edits.push(Edit {
                byte_span: start..end,
                replacement: Cow::Owned(normalized.collect()),
                rule: None,
            });
        }
        at = end;
    }
}
