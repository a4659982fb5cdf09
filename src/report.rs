//! What came of cleaning one text.

use core::ops::Range;

use alloc::{borrow::Cow, vec::Vec};

use crate::{
    finding::{Finding, Reveal},
    map::OffsetMap,
    score::Risk,
    source::Source,
    util::offsets::Utf16Cursor,
};

/// What came of cleaning one text: clean, what was found, how risky it is, and where each part came from.
///
/// # Example
///
/// ```
/// let report = tamis::sanitize("pay\u{200B}pal"); // ZERO WIDTH SPACE
/// assert_eq!(report.clean(), "paypal");
/// assert_eq!(report.findings()[0].id(), "zero-width");
/// assert_eq!(report.findings()[0].byte_span(), 3..6);
/// ```
#[derive(Clone, Debug)]
pub struct Report<'a> {
    pub(crate) dirty: &'a str,
    pub(crate) clean: Cow<'a, str>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) map: OffsetMap,
    pub(crate) risk: Risk,
    pub(crate) source: Source,
    pub(crate) faulty: bool,
}

impl<'a> Report<'a> {
    /// The text as it came. Spans index this.
    #[must_use]
    pub const fn dirty(&self) -> &'a str {
        self.dirty
    }

    /// The text to deliver: borrowed from dirty when nothing changed.
    ///
    /// # Example
    ///
    /// ```
    /// use std::borrow::Cow;
    /// assert!(matches!(tamis::sanitize("\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}").clean(), Cow::Borrowed(_)));
    /// ```
    #[must_use]
    pub const fn clean(&self) -> &Cow<'a, str> {
        &self.clean
    }

    /// The text to deliver, taken out of the report.
    #[must_use]
    pub fn into_clean(self) -> Cow<'a, str> {
        self.clean
    }

    /// Whether clean differs from the text as it came, before decoding too.
    #[must_use]
    pub const fn changed(&self) -> bool {
        self.faulty || matches!(self.clean, Cow::Owned(_))
    }

    /// What was found: ordered by place, disjoint.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The hidden messages that could be decoded, in the order of their first character.
    pub fn reveals(&self) -> impl Iterator<Item = &Reveal> {
        self.findings.iter().filter_map(Finding::reveal)
    }

    /// How likely the text is trying to take the model over.
    #[must_use]
    pub const fn risk(&self) -> &Risk {
        &self.risk
    }

    /// Offsets of dirty in clean and back.
    #[must_use]
    pub const fn map(&self) -> &OffsetMap {
        &self.map
    }

    /// Who wrote the text, as the caller said.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// The findings' spans in UTF-16 units of dirty, in the same order. One pass over dirty for all of them.
    ///
    /// # Example
    ///
    /// ```
    /// let report = tamis::sanitize("\u{1F980}\u{200B}"); // a crab, ZERO WIDTH SPACE
    /// assert_eq!(report.utf16_spans().collect::<Vec<_>>(), [2..3]);
    /// ```
    pub fn utf16_spans(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut cursor = Utf16Cursor::new(self.dirty);
        self.findings
            .iter()
            .map(move |finding| cursor.span(&finding.byte_span))
    }

    /// The UTF-16 span of any byte span of dirty on character boundaries. Linear in its end.
    #[must_use]
    pub fn utf16_span(&self, byte_span: Range<usize>) -> Range<usize> {
        Utf16Cursor::new(self.dirty).span(&byte_span)
    }
}
