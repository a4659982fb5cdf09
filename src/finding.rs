//! What was found in dirty, and what was done about it.

use core::{ops::Range, str::FromStr};

use alloc::{boxed::Box, string::String, vec::Vec};

use crate::{error::Error, rule::Rule};

/// What was done about a finding; in a policy, what to do about it.
///
/// # Example
///
/// ```
/// let report = tamis::sanitize("a\u{200B}b"); // ZERO WIDTH SPACE
/// assert_eq!(report.findings()[0].action(), tamis::Action::Removed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// Taken out of clean.
    Removed,
    /// Another text stands in its place in clean.
    Replaced,
    /// Its code points stand in clean as `\u{…}`, for a reader to see.
    Escaped,
    /// Reported only: clean has it as dirty had it.
    Kept,
}

impl Action {
    /// The name used in JSON and JavaScript: `removed`, `replaced`, `escaped`, `kept`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Replaced => "replaced",
            Self::Escaped => "escaped",
            Self::Kept => "kept",
        }
    }
}

impl FromStr for Action {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let all = [Self::Removed, Self::Replaced, Self::Escaped, Self::Kept];
        let found = all.into_iter().find(|action| action.id() == name);
        found.ok_or_else(|| {
            Error::unknown_name("action", name, "removed, replaced, escaped or kept")
        })
    }
}

/// A message decoded out of a hidden channel, or out of text that is encoded in plain sight.
///
/// # Example
///
/// ```
/// // "hi" in Unicode tag characters
/// let report = tamis::sanitize("x\u{E0068}\u{E0069}");
/// let reveal = report.reveals().next().unwrap();
/// assert_eq!(reveal.text(), "hi");
/// assert_eq!(reveal.chain(), ["tag-block"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    pub(crate) text: String,
    pub(crate) chain: Vec<&'static str>,
    pub(crate) byte_span: Range<usize>,
    pub(crate) share: f32,
}

impl Reveal {
    /// The decoded text. It is hostile until shown otherwise: never deliver it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The steps that decoded it, outermost first.
    #[must_use]
    pub fn chain(&self) -> &[&'static str] {
        &self.chain
    }

    /// From the first to the last byte in dirty that carries it. Visible text may stand between.
    #[must_use]
    pub fn byte_span(&self) -> Range<usize> {
        self.byte_span.clone()
    }

    /// The share of its characters that are printable language, from 0 to 1.
    #[must_use]
    pub const fn share(&self) -> f32 {
        self.share
    }
}

/// One thing found, with its place in dirty.
///
/// Findings of a report are ordered and disjoint, and every code point that differs between dirty and
/// clean lies in exactly one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub(crate) rule: Rule,
    pub(crate) byte_span: Range<usize>,
    pub(crate) action: Action,
    /// Boxed, because few findings have one and a hostile text has many findings.
    pub(crate) reveal: Option<Box<Reveal>>,
    pub(crate) origin_span: Option<Range<usize>>,
    pub(crate) skeleton: Option<Box<str>>,
}

impl Finding {
    /// Takes a message that begins here; of two the longer stands for both.
    pub(crate) fn attach(&mut self, reveal: Reveal) {
        let is_longer = |old: &Reveal| reveal.text.len() > old.text.len();
        if self.reveal().is_none_or(is_longer) {
            self.reveal = Some(Box::new(reveal));
        }
    }

    /// What was found.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The rule's stable id, such as `tag-characters`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.rule.id()
    }

    /// Why it is worth a finding, for a person.
    #[must_use]
    pub const fn why(&self) -> &'static str {
        self.rule.why()
    }

    /// Where it stands in dirty, in bytes, on character boundaries.
    #[must_use]
    pub fn byte_span(&self) -> Range<usize> {
        self.byte_span.clone()
    }

    /// What was done about it.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The message whose first character stands here, if one could be decoded.
    #[must_use]
    pub fn reveal(&self) -> Option<&Reveal> {
        self.reveal.as_deref()
    }

    /// For letters that were reported and kept: those that a reader takes them for. Meant for showing, so that a person can judge:
    /// nearly the skeleton of UTS #39, which is meant for comparing ([`unicode::skeleton`](crate::unicode::skeleton)).
    ///
    /// Of all the letters that were found, also where another finding among them cuts the span short.
    ///
    /// # Example
    ///
    /// ```
    /// let report = tamis::sanitize("Log in to ѕсоре today"); // wholly in Cyrillic
    /// assert_eq!(report.findings()[0].skeleton(), Some("scope"));
    /// ```
    #[must_use]
    pub fn skeleton(&self) -> Option<&str> {
        self.skeleton.as_deref()
    }

    /// For a fault of the encoding: where it stood in the input before decoding, in bytes
    /// ([`Decoded::from_bytes`](crate::Decoded::from_bytes)) or UTF-16 units
    /// ([`Decoded::from_utf16`](crate::Decoded::from_utf16)).
    #[must_use]
    pub fn origin_span(&self) -> Option<Range<usize>> {
        self.origin_span.clone()
    }
}
