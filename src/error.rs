//! The one error of this crate.

use core::fmt;

use alloc::string::String;

/// Why a policy, a name or another choice of the caller could not be followed.
///
/// Cleaning itself never fails: whatever the text, there is a report. Errors come only from what a
/// caller chose, so the message says what was wrong and what would do. The kind is private on
/// purpose: nothing but the message is of use to a program.
///
/// # Example
///
/// ```
/// let error = "chatty".parse::<tamis::Policy>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown policy 'chatty': expected chat, document, code, strict or report-only");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub(crate) kind: ErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    UnknownName {
        what: &'static str,
        name: String,
        expected: &'static str,
    },
    Boundary {
        boundary: String,
    },
    ShortNonce {
        bytes: usize,
    },
}

impl Error {
    pub(crate) fn unknown_name(what: &'static str, name: &str, expected: &'static str) -> Self {
        Self {
            kind: ErrorKind::UnknownName {
                what,
                name: name.into(),
                expected,
            },
        }
    }

    pub(crate) fn boundary(boundary: &str) -> Self {
        Self {
            kind: ErrorKind::Boundary {
                boundary: boundary.into(),
            },
        }
    }

    pub(crate) const fn short_nonce(bytes: usize) -> Self {
        Self {
            kind: ErrorKind::ShortNonce { bytes },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::UnknownName {
                what,
                name,
                expected,
            } => {
                write!(
                    f,
                    "unknown {what} '{}': expected {expected}",
                    name.escape_debug()
                )
            }
            ErrorKind::Boundary { boundary } => write!(
                f,
                "boundary '{}' is not one line of 4 to 256 visible characters",
                boundary.escape_debug()
            ),
            ErrorKind::ShortNonce { bytes } => {
                write!(
                    f,
                    "{bytes} random bytes are not enough: expected 16 or more"
                )
            }
        }
    }
}

impl core::error::Error for Error {}
