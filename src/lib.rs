#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod block;
mod cleaning;
mod decode;
mod edit;
mod error;
mod excerpts;
mod explanation;
mod finding;
#[allow(dead_code)] // what the scorer will match in; until then only tests read it
mod fold;
mod lexicon;
mod limits;
#[cfg(test)]
mod linear;
mod map;
mod normalization;
mod pack;
mod paragraph;
mod policy;
mod report;
mod reveal;
mod rule;
mod sanitizer;
mod score;
mod source;
mod spotlight;
mod stage;
mod stream;
pub mod unicode;
mod util;

pub use decode::{Decoded, Encoding};
pub use error::Error;
pub use explanation::Explanation;
pub use finding::{Action, Finding, Reveal};
pub use limits::Limits;
pub use map::OffsetMap;
pub use normalization::NormalizationForm;
#[cfg(feature = "packs")]
pub use pack::PackSecret;
pub use pack::{Pack, PackError, PackKey, PackVerifier, SealedPack};
pub use policy::Policy;
pub use report::Report;
pub use rule::Rule;
pub use sanitizer::{Sanitizer, sanitize};
pub use score::rules::{CompiledRules, OwnRule, OwnRules, OwnRulesError};
pub use score::{Level, Risk, Signal, rules};
pub use source::Source;
pub use spotlight::{SpotlightMode, Spotlighted, spotlight};
pub use stream::{Stream, StreamEnd};

/// The examples of `RULES.md` are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../RULES.md")]
mod rules_examples {}

/// For the trainer alone: what it fits is what is read here.
#[doc(hidden)]
pub mod train {
    pub use crate::score::words::*;
    pub use crate::stage::homoglyph::affinity::letter_pairs;
}
