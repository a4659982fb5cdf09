//! How untrusted text is marked.

use core::str::FromStr;

use crate::error::Error;

/// How [`spotlight`](crate::spotlight()) marks untrusted text, from the mildest to the strongest.
///
/// # Example
///
/// ```
/// assert_eq!("datamark".parse(), Ok(tamis::SpotlightMode::Datamark));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpotlightMode {
    /// Between two boundaries, as it is. Every model can read it.
    #[default]
    Delimit,
    /// Between two boundaries, with a marker before each word: no part of it can be taken for words of another.
    Datamark,
    /// Between two boundaries, in base64: only for models that read it well.
    Base64,
    /// Between two boundaries, with each of the 26 letters moved by thirteen. Other letters stay.
    Rot13,
}

impl SpotlightMode {
    /// The name used in JavaScript and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Delimit => "delimit",
            Self::Datamark => "datamark",
            Self::Base64 => "base64",
            Self::Rot13 => "rot13",
        }
    }
}

impl FromStr for SpotlightMode {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let all = [Self::Delimit, Self::Datamark, Self::Base64, Self::Rot13];
        let found = all.into_iter().find(|mode| mode.id() == name);
        found.ok_or_else(|| {
            Error::unknown_name("spotlight mode", name, "delimit, datamark, base64 or rot13")
        })
    }
}
