//! Judges what was found, and what the words say. Never changes text.

mod judge;
mod keys;
mod risk;
pub mod rules;
mod said;
mod spelling;
#[cfg(test)]
mod tests;
mod together;
mod weigh;
pub(crate) mod words;

pub(crate) use judge::{Judge, is_hidden_order};
pub use risk::{Level, Risk, Signal};
pub(crate) use weigh::weigh;
