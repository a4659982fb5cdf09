//! The glue between the core and JavaScript: converts, never decides.
//!
//! JavaScript writes dirty into a buffer and asks for an answer; nothing comes back when there is
//! nothing to say, so that the caller's own string is handed on. `js/binding.ts` is the only file that calls this.

mod answer;
mod facts;
mod input;
mod numbers;
mod offsets;
mod options;
mod own_rules;
mod pack;
mod reveal;
mod signal;
mod spotlight;
mod state;

pub use answer::{Answer, sanitize, sanitize_utf16};
pub use facts::{name, restriction_level, rules, skeleton, unicode_version, version};
pub use input::reserve;
pub use pack::{SealedPack, open_pack, unseal_pack};
pub use reveal::Reveal;
pub use signal::Signal;
pub use spotlight::{Spotlighted, spotlight};
pub use state::{use_kept, use_policy, use_source};
