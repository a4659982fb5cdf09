//! What a judge is worth: counts, rates with their intervals, the curve of all thresholds, calibration.

mod calibration;
mod curve;
mod figures;
mod rate;

pub(crate) use calibration::{Bin, Calibration};
pub(crate) use curve::{Curve, Point};
pub(crate) use figures::{Figures, Thresholds};
pub(crate) use rate::Rate;

/// The standard score that 95 % lie within.
const Z: f64 = 1.959_964;

/// One text that was judged, and what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) score: f32,
    pub(crate) attack: bool,
}
