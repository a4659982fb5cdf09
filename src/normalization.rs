//! Normalization forms.

use core::str::FromStr;

use crate::error::Error;

/// A normalization form of UAX #15.
///
/// # Example
///
/// ```
/// use tamis::{NormalizationForm, Policy, Sanitizer};
/// let sanitizer = Sanitizer::new(Policy::chat().with_normalization(Some(NormalizationForm::Nfkc)));
/// assert_eq!(sanitizer.sanitize("\u{FB01}ne").clean(), "fine"); // LATIN SMALL LIGATURE FI
/// assert_eq!("NFC".parse(), Ok(NormalizationForm::Nfc));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NormalizationForm {
    /// Canonical composition: what the web is written in. Draws the same, means the same.
    Nfc,
    /// Canonical decomposition.
    Nfd,
    /// Compatibility composition: folds ligatures, widths, superscripts. Loses distinctions that readers see.
    Nfkc,
    /// Compatibility decomposition.
    Nfkd,
}

impl NormalizationForm {
    /// The name that JavaScript's `String.prototype.normalize` takes: `NFC`, `NFD`, `NFKC`, `NFKD`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nfc => "NFC",
            Self::Nfd => "NFD",
            Self::Nfkc => "NFKC",
            Self::Nfkd => "NFKD",
        }
    }
}

impl FromStr for NormalizationForm {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let all = [Self::Nfc, Self::Nfd, Self::Nfkc, Self::Nfkd];
        let found = all.into_iter().find(|form| form.id() == name);
        found.ok_or_else(|| {
            Error::unknown_name("normalization form", name, "NFC, NFD, NFKC or NFKD")
        })
    }
}
