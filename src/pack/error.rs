//! Why a pack is refused.

use core::fmt;

use alloc::string::String;

use super::{Pack, PackKey};
use crate::score::rules::OwnRulesError;

/// Why a pack is refused, or cannot be signed. Nothing of a refused pack is used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackError {
    /// More than [`Pack::MAX_BYTES`].
    TooLong {
        /// How many there are.
        bytes: usize,
    },
    /// It does not begin as a pack does.
    NotAPack,
    /// It is of a format that this version does not read.
    UnknownFormat {
        /// The number of the format.
        format: u16,
    },
    /// Its end is missing.
    Truncated,
    /// Something stands behind its end.
    TrailingBytes,
    /// It names a key that is not among those to be trusted.
    UnknownKey {
        /// The 32 bytes that it names.
        key: [u8; 32],
    },
    /// It was changed after it was signed, or its signature is not one.
    BadSignature,
    /// It is another pack than the one that was asked for.
    OtherPack {
        /// Its id.
        id: String,
    },
    /// It is older than what was asked for.
    Older {
        /// Its version.
        version: u64,
        /// The least that was asked for.
        least: u64,
    },
    /// What is signed cannot be read.
    Malformed,
    /// The key is none, or one for which anybody can make signatures.
    WeakKey,
    /// The id is not kebab-case words with slashes between them.
    WrongId,
    /// The rules would be refused.
    Rules(OwnRulesError),
}

impl PackError {
    /// The kind, in kebab-case: what a program tells them apart by.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::NotAPack => "not-a-pack",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::Truncated => "truncated",
            Self::TrailingBytes => "trailing-bytes",
            Self::UnknownKey { .. } => "unknown-key",
            Self::BadSignature => "bad-signature",
            Self::OtherPack { .. } => "other-pack",
            Self::Older { .. } => "older",
            Self::Malformed => "malformed",
            Self::WeakKey => "weak-key",
            Self::WrongId => "wrong-id",
            Self::Rules(_) => "rules",
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => {
                write!(f, "{bytes} bytes are too many for a pack: {} are the most", Pack::MAX_BYTES)
            }
            Self::NotAPack => f.write_str("this is no pack"),
            Self::UnknownFormat { format } => write!(f, "packs of format {format} are not known here"),
            Self::Truncated => f.write_str("the end of the pack is missing"),
            Self::TrailingBytes => f.write_str("something stands behind the end of the pack"),
            Self::UnknownKey { key } => {
                f.write_str("the pack names a key that is not trusted: ")?;
                PackKey::write_hex(key, f)
            }
            Self::BadSignature => f.write_str("the signature is wrong: the pack was changed after it was signed"),
            Self::OtherPack { id } => {
                write!(f, "this is the pack '{}', which was not asked for", id.escape_debug())
            }
            Self::Older { version, least } => {
                write!(f, "version {version} of the pack is older than {least}")
            }
            Self::Malformed => f.write_str("what is signed cannot be read"),
            Self::WeakKey => f.write_str("this is no key that a signature can be trusted by"),
            Self::WrongId => f.write_str("the id of a pack is kebab-case words with slashes between them, of at most 64 bytes"),
            Self::Rules(error) => write!(f, "the rules of the pack are refused: {error}"),
        }
    }
}

impl core::error::Error for PackError {}

impl From<OwnRulesError> for PackError {
    fn from(error: OwnRulesError) -> Self {
        Self::Rules(error)
    }
}
