//! What the words of a text say: read as tokens, weighed as features, judged by windows.
//!
//! Everything here takes the text in pieces and keeps a state of fixed size, so that a stream is judged as the whole is.

mod feature;
mod fold;
mod lexicon;
mod model;
mod sparse;
mod summary;
mod token;
mod window;

pub use feature::{Features, History};
pub use lexicon::{Concept, Entry, build as build_lexicon};
pub use model::{CODES, HEADER, Origin, chance, contribution};
pub use sparse::{SLOTS, encode as encode_weights};
pub use summary::{INPUTS, Summary, Worst};
pub use token::{Reader, Token};
pub use window::{HEADS, LONG, Scan, Shape, Window, factor};
