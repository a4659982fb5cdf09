//! The one error of this crate.

use core::fmt;

use alloc::string::String;

/// Why a policy or a name could not be understood.
///
/// Cleaning itself never fails: whatever the text, there is a report. Errors come only from words that a
/// caller chose, so the message says which word was wrong and which would do. The kind is private on
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
        }
    }
}

impl core::error::Error for Error {}
