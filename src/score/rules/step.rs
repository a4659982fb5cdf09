//! One step of a pattern, packed into sixteen bits: which token may stand here, and what before it.

/// A step: a class in the low eleven bits, then what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Step(pub(crate) u16);

impl Step {
    /// The class that every token has.
    pub(crate) const ANY: u16 = 0x7FF;
    /// The step may be left out.
    pub(crate) const OPTIONAL: u16 = 1 << 11;
    /// The token begins a phrase.
    pub(crate) const BEGINS: u16 = 1 << 12;
    /// A colon stands before the token.
    pub(crate) const COLON: u16 = 1 << 13;
    /// A sign of markup stands before the token.
    pub(crate) const MARKUP: u16 = 1 << 14;

    pub(crate) const fn class(self) -> u16 {
        self.0 & Self::ANY
    }

    pub(crate) const fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }
}

/// How many steps a pattern has at most, so that its states fit 64 bits with the one that accepts.
pub(crate) const MAX_STEPS: usize = 63;
