//! Which packs are taken.

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};

use super::{
    Pack, PackError, PackKey,
    format::{self, Parts},
    point,
};

/// Says which packs are taken: signed by whom, which one, and how old at most.
///
/// # Example
///
/// ```
/// # #[cfg(feature = "packs")] {
/// use tamis::{OwnRule, OwnRules, PackError, PackSecret, PackVerifier, Sanitizer};
/// let rule = OwnRule::new("acme/vault", "asks for the vault").with_weights(60).with_pattern("open ..2 vault");
/// let secret = PackSecret::from_seed([7; 32]); // from a source of random numbers
/// let bytes = secret.sign("acme/office", 12, &OwnRules::new().with_rule(rule))?;
///
/// let verifier = PackVerifier::new([secret.key()]).with_id("acme/office").with_least_version(12);
/// let pack = verifier.verify(&bytes)?;
/// let sanitizer = Sanitizer::default().with_rules(pack.rules().compile()?);
/// assert!(sanitizer.sanitize("open the vault").risk().score() >= 0.6);
///
/// let stricter = verifier.with_least_version(13);
/// assert_eq!(stricter.verify(&bytes), Err(PackError::Older { version: 12, least: 13 }));
/// # }
/// # Ok::<(), tamis::PackError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackVerifier {
    keys: Vec<PackKey>,
    id: Option<String>,
    least_version: u64,
}

impl PackVerifier {
    /// Takes packs that one of these keys signed.
    #[must_use]
    pub fn new(keys: impl IntoIterator<Item = PackKey>) -> Self {
        Self {
            keys: keys.into_iter().collect(),
            id: None,
            least_version: 0,
        }
    }

    /// Takes only the pack of this id.
    ///
    /// ### Default
    /// Any.
    ///
    /// ### Caveat
    /// Who signs several packs by one key has all of them taken for each other otherwise.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Takes only packs of this version or a later one.
    ///
    /// ### Default
    /// 0: any.
    ///
    /// ### Caveat
    /// The crate stores nothing. Whoever hands over packs can go back to an old one unless the caller remembers what it
    /// loaded last.
    #[must_use]
    pub const fn with_least_version(mut self, version: u64) -> Self {
        self.least_version = version;
        self
    }

    /// Verifies a pack and reads it. Linear.
    ///
    /// # Errors
    ///
    /// For whatever is not, byte for byte, a pack that such a key signed.
    #[cfg(feature = "packs")]
    pub fn verify(&self, bytes: &[u8]) -> Result<Pack, PackError> {
        let sealed = self.open(bytes)?;
        let is_valid = super::secret::is_signed(sealed.key(), sealed.signed(), sealed.signature());
        sealed.unseal(is_valid)
    }

    /// Finds the parts of a pack, for a caller who verifies signatures with a library of its own: Ed25519 of RFC 8032,
    /// without a prehash. All that bytes alone can tell is checked: the key is trusted, the key and both halves of the
    /// signature are written in the one way, and neither point is of small order.
    ///
    /// # Errors
    ///
    /// For whatever cannot be such a pack.
    pub fn open<'a>(&'a self, bytes: &'a [u8]) -> Result<SealedPack<'a>, PackError> {
        if bytes.len() > Pack::MAX_BYTES {
            let bytes = bytes.len();
            return Err(PackError::TooLong { bytes });
        }
        let parts = format::parts(bytes)?;
        let key = *parts.key;
        let trusted = self.keys.iter().find(|trusted| *trusted.as_bytes() == key);
        let key = *trusted.ok_or(PackError::UnknownKey { key })?;
        let (first, second) = parts.signature.split_at(32);
        let is_strict = matches!((first.try_into(), second.try_into()), (Ok(r), Ok(s)) if point::may_be_point(r) && point::is_scalar(s));
        if !is_strict {
            return Err(PackError::BadSignature);
        }
        Ok(SealedPack {
            verifier: self,
            key,
            parts,
        })
    }
}

/// A pack whose signature was not verified yet: nothing of what it says can be read.
#[derive(Clone, Debug)]
pub struct SealedPack<'a> {
    verifier: &'a PackVerifier,
    key: PackKey,
    parts: Parts<'a>,
}

impl<'a> SealedPack<'a> {
    /// The trusted key that it must be signed by.
    #[must_use]
    pub const fn key(&self) -> &PackKey {
        &self.key
    }

    /// The bytes that are signed.
    #[must_use]
    pub const fn signed(&self) -> &'a [u8] {
        self.parts.signed
    }

    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> &'a [u8; 64] {
        self.parts.signature
    }

    /// Reads the pack, if the signature of [`signed`](Self::signed) by [`key`](Self::key) is valid.
    ///
    /// # Errors
    ///
    /// [`PackError::BadSignature`] if it is not; otherwise for another pack than was asked for, or one that cannot be read.
    ///
    /// ### Caveat
    /// `is_valid` is all that stands between a stranger's bytes and your rules.
    pub fn unseal(self, is_valid: bool) -> Result<Pack, PackError> {
        if !is_valid {
            return Err(PackError::BadSignature);
        }
        let content = format::content(self.parts.content).ok_or(PackError::Malformed)?;
        if self
            .verifier
            .id
            .as_ref()
            .is_some_and(|id| *id != content.id)
        {
            let id = content.id.as_str().to_owned();
            return Err(PackError::OtherPack { id });
        }
        let (version, least) = (content.version, self.verifier.least_version);
        if version < least {
            return Err(PackError::Older { version, least });
        }
        Ok(Pack {
            id: content.id,
            version,
            key: self.key,
            rules: content.rules,
        })
    }
}
