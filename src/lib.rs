#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod block;
mod cleaning;
mod decode;
mod edit;
mod error;
mod finding;
mod limits;
mod map;
mod normalization;
mod policy;
mod report;
mod reveal;
mod rule;
mod sanitizer;
mod score;
mod source;
mod stage;
mod stream;
pub mod unicode;
mod util;

pub use decode::{Decoded, Encoding};
pub use error::Error;
pub use finding::{Action, Finding, Reveal};
pub use limits::Limits;
pub use map::OffsetMap;
pub use normalization::NormalizationForm;
pub use policy::Policy;
pub use report::Report;
pub use rule::Rule;
pub use sanitizer::{Sanitizer, sanitize};
pub use score::{Level, Risk, Signal, rules};
pub use source::Source;
pub use stream::{Stream, StreamEnd};
