//! The shapes of the JSON reports: the words that JavaScript uses too.

use std::ops::Range;

use serde::{Serialize, Serializer};

use super::{characters::Characters, excerpt::Excerpt, places::Place};

/// One thing found.
///
/// Spans index the decoded text, without a byte-order mark; `originSpan` indexes the bytes before decoding.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FindingShape {
    pub(crate) id: &'static str,
    #[serde(flatten)]
    pub(crate) place: Option<Place>,
    pub(crate) byte_span: [usize; 2],
    pub(crate) utf16_span: [usize; 2],
    pub(crate) action: &'static str,
    pub(crate) why: &'static str,
    #[serde(flatten)]
    pub(crate) characters: Option<Characters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reveal: Option<RevealShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skeleton: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) origin_span: Option<[usize; 2]>,
    /// The bytes at `originSpan`, for a person.
    #[serde(skip)]
    pub(crate) origin_bytes: Vec<u8>,
    /// Only the first finding of a group has one.
    #[serde(skip)]
    pub(crate) excerpt: Option<Excerpt>,
}

impl FindingShape {
    /// Whether a person reads it together with the next one: they are of one kind and on one line, or they touch, as the parts
    /// of a hidden message do.
    pub(crate) fn goes_with(&self, next: &Self) -> bool {
        let line = |finding: &Self| finding.place.map(|place| place.line);
        line(self) == line(next) && (self.id == next.id || self.byte_span[1] == next.byte_span[0])
    }
}

/// One hidden message.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RevealShape {
    pub(crate) text: String,
    pub(crate) chain: Vec<&'static str>,
    pub(crate) share: f32,
    pub(crate) byte_span: [usize; 2],
    pub(crate) utf16_span: [usize; 2],
}

/// How risky one text is.
#[derive(Debug, Serialize)]
pub(crate) struct RiskShape {
    pub(crate) score: f32,
    #[serde(serialize_with = "level_id")]
    pub(crate) level: tamis::Level,
    pub(crate) signals: Vec<SignalShape>,
}

/// One reason for it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignalShape {
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) place: Option<Place>,
    pub(crate) byte_span: [usize; 2],
    pub(crate) utf16_span: [usize; 2],
    pub(crate) weight: f32,
    pub(crate) why: String,
    /// The words at the span, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    /// The message that was decoded there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reads: Option<String>,
    /// The words on their line, for a person; none if they are too many for one.
    #[serde(skip)]
    pub(crate) excerpt: Option<Excerpt>,
}

/// A range as JSON has it: `[start, end]`.
pub(crate) fn span(range: &Range<usize>) -> [usize; 2] {
    [range.start, range.end]
}

/// A level as JSON has it.
pub(crate) fn level_id<S: Serializer>(level: &tamis::Level, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(level.id())
}
