//! What a stage proposes: one span of the text it was handed, and what should stand there instead.

use core::ops::Range;

use alloc::borrow::Cow;

use crate::rule::Rule;

/// One proposed change. The policy decides whether it is applied, escaped or only reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) byte_span: Range<usize>,
    /// Empty to remove.
    pub(crate) replacement: Cow<'static, str>,
    /// `None` for normalization, which no rule finds and no finding reports.
    pub(crate) rule: Option<Rule>,
}
