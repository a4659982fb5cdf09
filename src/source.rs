//! Who wrote a text.

use core::str::FromStr;

use crate::error::Error;

/// Who wrote the text: the same words are a request from one and an attack from another.
///
/// # Example
///
/// ```
/// assert_eq!("tool".parse(), Ok(tamis::Source::Tool));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// The person the model works for.
    #[default]
    User,
    /// A page, a file, an e-mail: data to read, never orders.
    Document,
    /// What a tool or another program returned.
    Tool,
    /// The model's own answer, on its way out.
    Model,
}

impl Source {
    /// The name used in JSON, JavaScript and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Document => "document",
            Self::Tool => "tool",
            Self::Model => "model",
        }
    }

    /// Whether orders are to be expected: from the person, and in an answer that explains how something is done.
    pub(crate) const fn gives_orders(self) -> bool {
        matches!(self, Self::User | Self::Model)
    }
}

impl FromStr for Source {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let all = [Self::User, Self::Document, Self::Tool, Self::Model];
        let found = all.into_iter().find(|source| source.id() == name);
        found.ok_or_else(|| Error::unknown_name("source", name, "user, document, tool or model"))
    }
}
