//! Normalization (UAX #15) from tables of our own, made to be small: see `format.md`.

mod buffer;
mod class;
mod compose;
#[cfg(test)]
mod conformance;
mod decompose;
mod form;
mod hangul;
mod normalize;
mod order;
#[cfg(test)]
mod tests;

pub(crate) use class::combining_class;
pub(crate) use compose::compose;
pub(crate) use decompose::{compatibility, decomposed};
pub(crate) use form::Form;
pub(crate) use normalize::Normalizer;
