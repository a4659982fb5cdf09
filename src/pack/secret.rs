//! Signing packs, and verifying them.

use core::fmt;

use alloc::vec::Vec;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::{Pack, PackError, PackKey, format};
use crate::score::rules::{OwnRules, is_id};

/// A secret key that packs are signed with. It is wiped from memory when it is dropped, and never printed.
#[derive(Clone)]
pub struct PackSecret {
    signing: SigningKey,
    key: PackKey,
}

impl PackSecret {
    /// The key that grows from 32 random bytes, which are the secret. Take them from the operating system.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        let signing = SigningKey::from_bytes(&seed);
        let key = PackKey::of_signer(signing.verifying_key().to_bytes());
        Self { signing, key }
    }

    /// The key that its packs are verified by.
    #[must_use]
    pub const fn key(&self) -> PackKey {
        self.key
    }

    /// A signed pack of these rules. The same rules give the same bytes.
    ///
    /// # Errors
    ///
    /// For an id that is not kebab-case words with slashes between them, and for rules that do not
    /// [compile](OwnRules::compile).
    pub fn sign(&self, id: &str, version: u64, rules: &OwnRules) -> Result<Vec<u8>, PackError> {
        if !is_id(id) {
            return Err(PackError::WrongId);
        }
        rules.compile()?;
        let mut bytes = format::write(self.key.as_bytes(), version, id, rules);
        let signature = self.signing.sign(&bytes);
        bytes.extend(signature.to_bytes());
        if bytes.len() > Pack::MAX_BYTES {
            let bytes = bytes.len();
            return Err(PackError::TooLong { bytes });
        }
        Ok(bytes)
    }
}

impl fmt::Debug for PackSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PackSecret(of {})", self.key)
    }
}

/// Whether the signature is of these bytes and this key, with every check that RFC 8032 leaves open made.
pub(super) fn is_signed(key: &PackKey, signed: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key.as_bytes()).is_ok_and(|key| {
        key.verify_strict(signed, &Signature::from_bytes(signature))
            .is_ok()
    })
}
