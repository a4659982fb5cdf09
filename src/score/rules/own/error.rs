//! Why rules are refused.

use core::fmt;

use alloc::{borrow::ToOwned as _, string::String};

/// Why a caller's own rules were refused: which rule, which pattern, where in it, and what would do.
///
/// # Example
///
/// ```
/// use tamis::{OwnRule, OwnRules};
/// let rule = OwnRule::new("acme/vault", "asks for the vault").with_weights(50).with_pattern("open ..40 vault");
/// let error = OwnRules::new().with_rule(rule).compile().unwrap_err();
/// assert_eq!((error.rule(), error.pattern(), error.position()), (Some("acme/vault"), Some(0), Some(5)));
/// assert_eq!(error.to_string(), "rule 'acme/vault', pattern 0, at byte 5: `..40`: a gap is `..1` to `..12`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRulesError {
    rule: Option<String>,
    pattern: Option<usize>,
    position: Option<usize>,
    why: String,
}

impl OwnRulesError {
    /// Of all the rules together.
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self {
            rule: None,
            pattern: None,
            position: None,
            why: why.into(),
        }
    }

    pub(crate) fn of_rule(id: &str, why: impl Into<String>) -> Self {
        Self {
            rule: Some(id.to_owned()),
            ..Self::new(why)
        }
    }

    pub(crate) fn of_pattern(id: &str, pattern: usize, why: impl Into<String>) -> Self {
        Self {
            pattern: Some(pattern),
            ..Self::of_rule(id, why)
        }
    }

    pub(crate) const fn at(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    /// The id of the rule, as it was written; `None` if the fault is not of one rule.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// Which of the rule's patterns, from 0.
    #[must_use]
    pub const fn pattern(&self) -> Option<usize> {
        self.pattern
    }

    /// Where in the pattern, in bytes.
    #[must_use]
    pub const fn position(&self) -> Option<usize> {
        self.position
    }
}

impl fmt::Display for OwnRulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(rule) = &self.rule {
            write!(f, "rule '{}'", rule.escape_debug())?;
            if let Some(pattern) = self.pattern {
                write!(f, ", pattern {pattern}")?;
            }
            if let Some(position) = self.position {
                write!(f, ", at byte {position}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.why)
    }
}

impl core::error::Error for OwnRulesError {}
