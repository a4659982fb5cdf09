//! What a judge says of the characters from one place on.

use crate::rule::Rule;

/// How many bytes were judged together, and what to propose for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) bytes: usize,
    /// The rule and the replacement (empty to remove); `None` to keep.
    pub(super) edit: Option<(Rule, &'static str)>,
}

impl Verdict {
    pub(super) const fn keep(bytes: usize) -> Self {
        Self { bytes, edit: None }
    }

    pub(super) const fn remove(bytes: usize, rule: Rule) -> Self {
        Self {
            bytes,
            edit: Some((rule, "")),
        }
    }

    pub(super) const fn replace(bytes: usize, rule: Rule, replacement: &'static str) -> Self {
        Self {
            bytes,
            edit: Some((rule, replacement)),
        }
    }
}
