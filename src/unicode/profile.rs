//! What is asked of nearly every character, in one integer.

use super::{
    class::{CLASSES, Class},
    direction::Direction,
    joining::JoiningType,
    tables::profile::{
        LEAF_BITS, LEAVES, MIDDLE, MIDDLE_BITS, NONCHARACTER, PRIVATE_USE, PROFILES, UNASSIGNED,
        UPPER,
    },
    trie::{find, slot},
};

/// The packed properties of one character: see `format.md` for the bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Profile(u16);

impl Profile {
    /// Constant time: a trie look-up, then one more load.
    #[inline]
    pub(super) fn of(c: char) -> Self {
        let point = u32::from(c);
        match slot(point) {
            Some(slot) => {
                let bits = (MIDDLE_BITS, LEAF_BITS);
                let number = find(&UPPER, &MIDDLE, &LEAVES, bits, slot);
                Self(PROFILES.get(usize::from(number)).copied().unwrap_or(0))
            }
            None if point & 0xFFFE == 0xFFFE => Self(NONCHARACTER),
            None if point >= 0xF_0000 => Self(PRIVATE_USE),
            None => Self(UNASSIGNED),
        }
    }

    #[inline]
    pub(super) const fn class(self) -> Class {
        // the mask leaves 0..32, and there are 32 of them
        #[allow(clippy::indexing_slicing)]
        CLASSES[(self.0 & 31) as usize]
    }

    #[inline]
    pub(super) const fn general(self) -> General {
        match self.0 >> 5 & 3 {
            1 => General::Letter,
            2 => General::Mark,
            3 => General::Number,
            _ => General::Other,
        }
    }

    #[inline]
    pub(super) const fn direction(self) -> Direction {
        match self.0 >> 7 & 3 {
            1 => Direction::Left,
            2 => Direction::Right,
            3 => Direction::Number,
            _ => Direction::Neutral,
        }
    }

    #[inline]
    pub(super) const fn joining_type(self) -> JoiningType {
        match self.0 >> 9 & 7 {
            1 => JoiningType::Left,
            2 => JoiningType::Right,
            3 => JoiningType::Dual,
            4 => JoiningType::Causing,
            5 => JoiningType::Transparent,
            _ => JoiningType::NonJoining,
        }
    }

    #[inline]
    pub(super) const fn is_virama(self) -> bool {
        self.0 >> 12 & 1 == 1
    }

    #[inline]
    pub(super) const fn is_inert(self) -> bool {
        self.0 >> 13 & 1 == 1
    }
}

/// The first letter of General_Category, where it is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum General {
    Other,
    Letter,
    Mark,
    Number,
}

/// General_Category L: Lu, Ll, Lt, Lm, Lo. Constant time.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    Profile::of(c).general() == General::Letter
}

/// General_Category M: Mn, Mc, Me. Constant time.
#[inline]
pub(crate) fn is_mark(c: char) -> bool {
    Profile::of(c).general() == General::Mark
}

/// General_Category N: Nd, Nl, No. Constant time.
#[inline]
pub(crate) fn is_number(c: char) -> bool {
    Profile::of(c).general() == General::Number
}

/// Canonical_Combining_Class 0 and NFC_Quick_Check Yes: the character stays as it is in NFC, and nothing before it
/// reaches past it. Constant time.
#[inline]
pub(crate) fn is_inert(c: char) -> bool {
    Profile::of(c).is_inert()
}
