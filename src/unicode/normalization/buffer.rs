//! Characters with their combining classes, without an allocation while they are few.

use alloc::vec::Vec;

use super::class::Mark;

/// A stretch is a letter and its marks: seldom more than four characters.
const FEW: usize = 32;

/// A character and its combining class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item(u32);

impl Item {
    pub(super) const NONE: Self = Self(0);

    pub(super) fn new(c: char) -> Self {
        // a code point has 21 bits
        Self(u32::from(Mark::of(c).class()) << 24 | u32::from(c))
    }

    pub(super) fn char(self) -> char {
        // made from a character
        char::from_u32(self.0 & 0x1F_FFFF).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    pub(super) const fn class(self) -> u8 {
        (self.0 >> 24) as u8
    }
}

/// Used again for each stretch, so that a text with long ones allocates once.
#[derive(Debug)]
pub(super) struct Buffer {
    few: [Item; FEW],
    /// How many are in `few`, unless all are in `many`.
    length: usize,
    many: Vec<Item>,
}

impl Buffer {
    pub(super) const fn new() -> Self {
        Self {
            few: [Item::NONE; FEW],
            length: 0,
            many: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.length = 0;
        self.many.clear();
    }

    pub(super) fn push(&mut self, item: Item) {
        match self.few.get_mut(self.length) {
            Some(place) => {
                *place = item;
                self.length += 1;
            }
            None => {
                if self.many.is_empty() {
                    self.many.extend(self.few);
                }
                self.many.push(item);
            }
        }
    }

    pub(super) fn items(&mut self) -> &mut [Item] {
        if self.many.is_empty() {
            self.few.get_mut(..self.length).unwrap_or_default()
        } else {
            &mut self.many
        }
    }
}
