//! Packs. The signature is verified by JavaScript, whose platform can: a curve in here would take 16 KB more of download.

use js_sys::{Error, Reflect};
use tamis::{PackError, PackKey, PackVerifier};
use wasm_bindgen::prelude::*;

use crate::own_rules::write;

/// A pack whose signature was not verified yet.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct SealedPack {
    /// The trusted key that it must be signed by.
    pub key: Vec<u8>,
    /// What is signed.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
}

/// Finds the parts of a pack.
///
/// # Errors
///
/// An `Error` with a `code` for whatever cannot be such a pack.
#[wasm_bindgen]
pub fn open_pack(
    bytes: &[u8],
    keys: Vec<String>,
    id: Option<String>,
    least_version: f64,
) -> Result<SealedPack, JsValue> {
    let verifier = verifier(&keys, id, least_version)?;
    let sealed = verifier.open(bytes).map_err(refused)?;
    Ok(SealedPack {
        key: sealed.key().as_bytes().to_vec(),
        signed: sealed.signed().to_vec(),
        signature: sealed.signature().to_vec(),
    })
}

/// Reads the pack, if its signature is valid: id, version, key, then its rules as a row of texts.
///
/// # Errors
///
/// As above.
#[wasm_bindgen]
pub fn unseal_pack(
    bytes: &[u8],
    keys: Vec<String>,
    id: Option<String>,
    least_version: f64,
    is_valid: bool,
) -> Result<Vec<String>, JsValue> {
    let verifier = verifier(&keys, id, least_version)?;
    let sealed = verifier.open(bytes).map_err(refused)?;
    let pack = sealed.unseal(is_valid).map_err(refused)?;
    let mut row = vec![
        pack.id().to_owned(),
        pack.version().to_string(),
        pack.key().to_string(),
    ];
    write(pack.rules(), &mut row);
    Ok(row)
}

fn verifier(
    keys: &[String],
    id: Option<String>,
    least_version: f64,
) -> Result<PackVerifier, JsValue> {
    let keys: Result<Vec<PackKey>, PackError> = keys.iter().map(|key| key.parse()).collect();
    let verifier = PackVerifier::new(keys.map_err(refused)?);
    let verifier = verifier.with_least_version(least_version as u64);
    Ok(match id {
        Some(id) => verifier.with_id(id),
        None => verifier,
    })
}

#[allow(clippy::needless_pass_by_value)] // as `map_err` hands it over
fn refused(error: PackError) -> JsValue {
    let object = Error::new(&error.to_string());
    object.set_name("PackError");
    // a property of an object of ours, which nothing forbids
    let _ = Reflect::set(&object, &"code".into(), &error.id().into());
    object.into()
}
