//! Keys that are trusted.

use core::{fmt, str::FromStr};

use super::{PackError, point};

/// A key that packs are verified by: 32 bytes, written as 64 hexadecimal digits.
///
/// # Example
///
/// ```
/// use tamis::PackKey;
/// let text = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
/// let key: PackKey = text.parse()?;
/// assert_eq!(key.to_string(), text);
/// assert!("00".repeat(32).parse::<PackKey>().is_err()); // anybody could sign for it
/// # Ok::<(), tamis::PackError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PackKey([u8; 32]);

impl PackKey {
    /// The key of these bytes.
    ///
    /// # Errors
    ///
    /// [`PackError::WeakKey`] for one that is not written in the one way, or for which anybody can make signatures.
    pub fn from_bytes(bytes: [u8; 32]) -> Result<Self, PackError> {
        if point::may_be_point(&bytes) {
            Ok(Self(bytes))
        } else {
            Err(PackError::WeakKey)
        }
    }

    /// The key that belongs to a secret one, which is never a weak one.
    #[cfg(feature = "packs")]
    pub(super) const fn of_signer(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) fn write_hex(bytes: &[u8; 32], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Display for PackKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Self::write_hex(&self.0, f)
    }
}

impl fmt::Debug for PackKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PackKey({self})")
    }
}

/// Reads 64 hexadecimal digits.
impl FromStr for PackKey {
    type Err = PackError;

    fn from_str(text: &str) -> Result<Self, PackError> {
        let mut bytes = [0; 32];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != bytes.len() || !rest.is_empty() {
            return Err(PackError::WeakKey);
        }
        for (byte, &[high, low]) in bytes.iter_mut().zip(pairs) {
            let digit = |c: u8| char::from(c).to_digit(16).ok_or(PackError::WeakKey);
            *byte = (digit(high)? << 4 | digit(low)?) as u8;
        }
        Self::from_bytes(bytes)
    }
}
