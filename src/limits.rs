//! Bounds on work and memory.

/// Bounds on the work one call may do. Reaching one is reported, never silent.
///
/// # Example
///
/// ```
/// use tamis::{Limits, Policy, Rule, Sanitizer};
/// let small = Sanitizer::new(Policy::chat().with_limits(Limits::new().with_max_input_bytes(4)));
/// let report = small.sanitize("sieve");
/// assert_eq!(report.clean(), "siev");
/// assert_eq!(report.findings()[0].rule(), Rule::InputLimit);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    max_input_bytes: usize,
    max_reveal_bytes: usize,
    max_reveal_depth: usize,
    max_decoded_bytes: usize,
}

impl Limits {
    /// The defaults named at each setter.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            max_input_bytes: 64 << 20,
            max_reveal_bytes: 64 << 10,
            max_reveal_depth: 8,
            max_decoded_bytes: 64 << 20,
        }
    }

    /// How many bytes of dirty are looked at. What lies beyond is removed (or kept, if the policy
    /// [fails open](crate::Policy::with_fail_open)) and reported as `input-limit`.
    ///
    /// ### Default
    /// 64 MiB.
    #[must_use]
    pub const fn with_max_input_bytes(mut self, bytes: usize) -> Self {
        self.max_input_bytes = bytes;
        self
    }

    /// How many bytes of decoded text one reveal may hold; a longer one is cut there.
    ///
    /// ### Default
    /// 64 KiB.
    #[must_use]
    pub const fn with_max_reveal_bytes(mut self, bytes: usize) -> Self {
        self.max_reveal_bytes = bytes;
        self
    }

    /// How many steps one after the other are decoded: base64 in base64 is two. What is encoded more often is reported as
    /// `reveal-limit`. More than 32 count as 32.
    ///
    /// ### Default
    /// 8.
    #[must_use]
    pub const fn with_max_reveal_depth(mut self, steps: usize) -> Self {
        self.max_reveal_depth = steps;
        self
    }

    /// How many bytes may be decoded in all from one text, whether they turn out to say something or not. Where it was not
    /// enough is reported as `reveal-limit`.
    ///
    /// ### Default
    /// 64 MiB.
    #[must_use]
    pub const fn with_max_decoded_bytes(mut self, bytes: usize) -> Self {
        self.max_decoded_bytes = bytes;
        self
    }

    /// See [`with_max_input_bytes`](Self::with_max_input_bytes).
    #[must_use]
    pub const fn max_input_bytes(&self) -> usize {
        self.max_input_bytes
    }

    /// See [`with_max_reveal_bytes`](Self::with_max_reveal_bytes).
    #[must_use]
    pub const fn max_reveal_bytes(&self) -> usize {
        self.max_reveal_bytes
    }

    /// See [`with_max_reveal_depth`](Self::with_max_reveal_depth).
    #[must_use]
    pub const fn max_reveal_depth(&self) -> usize {
        self.max_reveal_depth
    }

    /// See [`with_max_decoded_bytes`](Self::with_max_decoded_bytes).
    #[must_use]
    pub const fn max_decoded_bytes(&self) -> usize {
        self.max_decoded_bytes
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
