//! Keys of packs, in files and on the command line.

use std::{fs, path::Path};

use tamis::{PackKey, PackSecret};

/// How a file of a secret key begins, so that it is never taken for a public one.
const SECRET: &str = "tamis-secret-key:";

/// A public key, written out or in a file.
pub(crate) fn public(word: &str) -> Result<PackKey, String> {
    if let Ok(key) = word.parse() {
        return Ok(key);
    }
    let text = fs::read_to_string(word).map_err(|error| error.to_string())?;
    if text.starts_with(SECRET) {
        return Err("this is a secret key: verify with the public one".into());
    }
    text.trim()
        .parse()
        .map_err(|error: tamis::PackError| error.to_string())
}

/// A secret key in a file.
pub(crate) fn read_secret(path: &Path) -> Result<PackSecret, String> {
    let wrong = || "this is no secret key of 'tamis pack keygen'".to_owned();
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let digits = text.trim().strip_prefix(SECRET).ok_or_else(wrong)?;
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let digit = |c: u8| char::from(c).to_digit(16);
    let bytes = pairs
        .iter()
        .map(|&[high, low]| Some((digit(high)? << 4 | digit(low)?) as u8));
    let seed: Option<Vec<u8>> = bytes.collect();
    let seed = seed
        .filter(|_| rest.is_empty())
        .and_then(|seed| seed.try_into().ok());
    Ok(PackSecret::from_seed(seed.ok_or_else(wrong)?))
}

/// The file of a secret key.
pub(crate) fn secret_text(seed: &[u8; 32]) -> String {
    let digits: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{SECRET}{digits}\n")
}
