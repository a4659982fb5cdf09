//! What a judge is worth: counts, rates with their intervals, and the curve of all thresholds.

mod curve;
mod rate;

pub(crate) use curve::Curve;
pub(crate) use rate::Rate;

/// One text that was judged, and what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) score: f32,
    pub(crate) attack: bool,
}
