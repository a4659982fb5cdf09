//! Rule packs: own rules in one file, signed, so that they can be loaded while a program runs.
//!
//! A pack is read in two steps. What is not worth a signature check is refused first (another format, a key that nobody
//! trusts, bytes that are missing), then the signature is checked, and only then is what it signs read. The curve is not
//! computed here: by the crate that the feature `packs` brings, or by whom the caller asks.

mod error;
mod format;
mod key;
mod point;
#[cfg(feature = "packs")]
mod secret;
mod verifier;

use alloc::string::String;

use crate::score::rules::OwnRules;

pub use error::PackError;
pub use key::PackKey;
#[cfg(feature = "packs")]
pub use secret::PackSecret;
pub use verifier::{PackVerifier, SealedPack};

/// A pack whose signature was verified. Made by [`PackVerifier`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    id: String,
    version: u64,
    key: PackKey,
    rules: OwnRules,
}

impl Pack {
    /// The longest pack: what rules may have, and room for the lengths of their texts.
    pub const MAX_BYTES: usize = 2 * OwnRules::MAX_BYTES;

    /// Which pack it is, whatever its version.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version. Remember the highest you have loaded, and
    /// [refuse older ones](PackVerifier::with_least_version): an old pack is as well signed as a new one.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Who signed it.
    #[must_use]
    pub const fn key(&self) -> PackKey {
        self.key
    }

    /// What is in it, to be [compiled](OwnRules::compile), alone or with other rules.
    #[must_use]
    pub const fn rules(&self) -> &OwnRules {
        &self.rules
    }
}

#[cfg(all(test, feature = "packs"))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
// a test that cannot go on says so by panicking
mod tests;
