//! The judgement: a score, a level, and the signals that gave rise to it.

use core::{fmt, ops::Range, str::FromStr};

use alloc::{borrow::Cow, vec::Vec};

use crate::error::Error;

/// How likely a text is trying to take the model over.
///
/// # Example
///
/// ```
/// use tamis::Level;
/// assert_eq!(tamis::sanitize("Bonjour !").risk().level(), Level::None);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Risk {
    pub(crate) score: f32,
    pub(crate) signals: Vec<Signal>,
}

impl Risk {
    /// From 0 (no sign of it) to 1.
    #[must_use]
    pub const fn score(&self) -> f32 {
        self.score
    }

    /// The score in a word.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::of(self.score)
    }

    /// The reasons, heaviest first.
    #[must_use]
    pub fn signals(&self) -> &[Signal] {
        &self.signals
    }
}

/// A score in a word. Levels are ordered.
///
/// # Example
///
/// ```
/// use tamis::Level;
/// assert!(Level::High > Level::Low);
/// assert_eq!("high".parse(), Ok(Level::High));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Below 0.05.
    None,
    /// From 0.05.
    Low,
    /// From 0.3.
    Medium,
    /// From 0.6: where the words alone say so, about one of a hundred ordinary texts.
    High,
    /// From 0.9: about one of a thousand.
    Critical,
}

impl Level {
    const ALL: [Self; 5] = [
        Self::None,
        Self::Low,
        Self::Medium,
        Self::High,
        Self::Critical,
    ];

    /// The level of a score.
    #[must_use]
    pub fn of(score: f32) -> Self {
        match score {
            s if s >= 0.9 => Self::Critical,
            s if s >= 0.6 => Self::High,
            s if s >= 0.3 => Self::Medium,
            s if s >= 0.05 => Self::Low,
            _ => Self::None,
        }
    }

    /// The name used in JSON, JavaScript and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl FromStr for Level {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|level| level.id() == name);
        found.ok_or_else(|| {
            Error::unknown_name("level", name, "none, low, medium, high or critical")
        })
    }
}

/// One reason for risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub(crate) id: Cow<'static, str>,
    pub(crate) why: Cow<'static, str>,
    pub(crate) byte_span: Range<usize>,
    pub(crate) weight: f32,
}

impl Signal {
    /// A stable kebab-case id: of the crate, or of a rule of the caller's own.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it means, in one sentence for a person.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// The words that gave rise to it, in bytes of dirty.
    #[must_use]
    pub fn byte_span(&self) -> Range<usize> {
        self.byte_span.clone()
    }

    /// The score this signal would give alone, from 0 to 1.
    #[must_use]
    pub const fn weight(&self) -> f32 {
        self.weight
    }
}
