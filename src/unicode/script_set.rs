//! Sets of scripts, as UTS #39 compares them.

use super::{
    range::{Row, find},
    script::{Script, script},
    tables::{
        script::SCRIPTS,
        script_extensions::{EXTENSIONS_BMP, EXTENSIONS_REST, SETS},
    },
};

/// Bits of the three writing systems of more than one script that UTS #39 adds: after the scripts.
const HANB: usize = SCRIPTS.len();
const JPAN: usize = HANB + 1;
const KORE: usize = HANB + 2;
const _: () = assert!(KORE < 192, "a set has 192 bits");

/// A set of scripts and of the writing systems Hanb, Jpan and Kore.
///
/// The scripts of a character come from [`script_extensions`]; [`ScriptSet::augmented`] adds the writing systems; the
/// intersection over a string is its resolved script set (UTS #39, 5.1): the string is of one script unless that is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ScriptSet([u64; 3]);

impl ScriptSet {
    /// No script.
    pub(crate) const EMPTY: Self = Self([0; 3]);
    /// Every script and writing system: what Common and Inherited stand for.
    pub(crate) const ALL: Self = Self([u64::MAX; 3]);

    /// The set of one script; everything if that is Common or Inherited.
    #[inline]
    pub(crate) const fn of(script: Script) -> Self {
        match script {
            Script::Common | Script::Inherited => Self::ALL,
            _ => Self::EMPTY.with(script as usize),
        }
    }

    #[inline]
    pub(crate) const fn contains(self, script: Script) -> bool {
        self.has(script as usize)
    }

    #[inline]
    pub(crate) const fn intersect(self, other: Self) -> Self {
        let Self([a, b, c]) = self;
        let Self([x, y, z]) = other;
        Self([a & x, b & y, c & z])
    }

    #[inline]
    pub(crate) const fn union(self, other: Self) -> Self {
        let Self([a, b, c]) = self;
        let Self([x, y, z]) = other;
        Self([a | x, b | y, c | z])
    }

    #[inline]
    pub(crate) const fn is_empty(self) -> bool {
        matches!(self, Self([0, 0, 0]))
    }

    /// Whether it is what Common and Inherited stand for: nothing is known yet of the script.
    #[cfg(test)]
    pub(crate) const fn is_all(self) -> bool {
        matches!(self, Self([u64::MAX, u64::MAX, u64::MAX]))
    }

    /// With the writing systems that go with its scripts (UTS #39, 5.1): Hanb with Han or Bopomofo, Jpan with Han,
    /// Hiragana or Katakana, Kore with Han or Hangul.
    pub(crate) const fn augmented(self) -> Self {
        let han = self.contains(Script::Han);
        let mut set = self;
        if han || self.contains(Script::Bopomofo) {
            set = set.with(HANB);
        }
        if han || self.contains(Script::Hiragana) || self.contains(Script::Katakana) {
            set = set.with(JPAN);
        }
        if han || self.contains(Script::Hangul) {
            set = set.with(KORE);
        }
        set
    }

    /// Whether Han with Bopomofo is one of its writing systems. Only an [augmented](Self::augmented) set has any.
    pub(crate) const fn has_hanb(self) -> bool {
        self.has(HANB)
    }

    /// Whether Japanese is one of its writing systems.
    pub(crate) const fn has_jpan(self) -> bool {
        self.has(JPAN)
    }

    /// Whether Korean is one of its writing systems.
    pub(crate) const fn has_kore(self) -> bool {
        self.has(KORE)
    }

    const fn has(self, bit: usize) -> bool {
        let Self([a, b, c]) = self;
        let word = match bit / 64 {
            0 => a,
            1 => b,
            _ => c,
        };
        word >> (bit % 64) & 1 == 1
    }

    const fn with(self, bit: usize) -> Self {
        let Self([a, b, c]) = self;
        let mask = 1 << (bit % 64);
        match bit / 64 {
            0 => Self([a | mask, b, c]),
            1 => Self([a, b | mask, c]),
            _ => Self([a, b, c | mask]),
        }
    }
}

/// The resolved script set of a text (UTS #39, 5.1): the scripts and writing systems that cover all of it; empty if it mixes
/// them. Linear.
pub(super) fn resolved(text: &str) -> ScriptSet {
    text.chars().fold(ScriptSet::ALL, |set, c| {
        set.intersect(script_extensions(c).augmented())
    })
}

/// Script_Extensions, without the writing systems; Common and Inherited are every script. Binary search.
pub(crate) fn script_extensions(c: char) -> ScriptSet {
    let start = match find(&EXTENSIONS_BMP, &EXTENSIONS_REST, c) {
        Some(Row::Bmp(&[_, _, start])) => usize::from(start),
        Some(Row::Rest(&[_, _, start])) => start as usize,
        None => return ScriptSet::of(script(c)),
    };
    let members = SETS.get(start..).and_then(|sets| {
        let (&count, members) = sets.split_first()?;
        members.get(..usize::from(count))
    });
    let members = members.unwrap_or_default().iter();
    members.fold(ScriptSet::EMPTY, |set, &number| {
        set.with(usize::from(number))
    })
}
