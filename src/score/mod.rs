//! Judges what was found. Never changes text.

mod risk;
pub mod rules;
mod weigh;

pub use risk::{Level, Risk, Signal};
pub(crate) use weigh::weigh;
