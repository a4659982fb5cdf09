//! Packs in files, and which are taken.

use std::{fs, path::Path};

use clap::Args;
use tamis::{Pack, PackError, PackVerifier};

use super::key::public;

/// Which packs are taken.
#[derive(Debug, Args)]
pub(crate) struct PackTrust {
    /// A public key that packs may be signed by: 64 hexadecimal digits, or a file with them (repeatable)
    #[arg(long, value_name = "KEY")]
    key: Vec<String>,

    /// Refuse packs of an older version than this: the one that you loaded last
    #[arg(long, value_name = "N", default_value_t = 0)]
    least_version: u64,
}

impl PackTrust {
    /// Reads a pack and verifies it.
    pub(crate) fn verify(&self, path: &Path, id: Option<&str>) -> Result<Pack, String> {
        let keys: Result<Vec<_>, String> = self
            .key
            .iter()
            .map(|word| public(word).map_err(|error| format!("--key {word}: {error}")))
            .collect();
        let verifier = PackVerifier::new(keys?).with_least_version(self.least_version);
        let verifier = match id {
            Some(id) => verifier.with_id(id),
            None => verifier,
        };
        verifier
            .verify(&read(path)?)
            .map_err(|error| error.to_string())
    }
}

/// The pack, verified by the key that it names itself: it is whole, and anybody may have made it.
pub(crate) fn named(path: &Path) -> Result<Pack, String> {
    let bytes = read(path)?;
    let key = match PackVerifier::new([]).open(&bytes) {
        Err(PackError::UnknownKey { key }) => tamis::PackKey::from_bytes(key),
        Err(error) => Err(error),
        Ok(sealed) => Ok(*sealed.key()),
    };
    let verified = key.and_then(|key| PackVerifier::new([key]).verify(&bytes));
    verified.map_err(|error| error.to_string())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| error.to_string())
}
