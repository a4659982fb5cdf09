//! Which vowels stand together in the words of Turkic and Mongolian languages.

use crate::unicode::Alphabet;

use super::letter::{is_foreign, toward};

/// What the vowels of a word say, read once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Harmony {
    /// Whether each dotless i stands behind vowels that it does in Turkish: `tarafından`, but not `prevıous`.
    pub(super) has_turkish_i: bool,
    /// Whether a dotless i stands behind a vowel that calls for it.
    pub(super) is_called_for: bool,
    /// Whether one stands behind a front vowel.
    pub(super) is_behind_front: bool,
    /// Whether there are front vowels of Cyrillic.
    has_front: bool,
    /// The same but for the u.
    has_other_front: bool,
    /// Whether there are back ones.
    pub(super) has_back: bool,
    /// Whether there is an e, a front vowel in most of these languages.
    has_e: bool,
    /// Where the first vowel begins.
    pub(super) first: Option<usize>,
}

impl Harmony {
    /// Linear.
    pub(super) fn read(text: &str, main: Alphabet) -> Self {
        let mut harmony = Self {
            has_turkish_i: true,
            is_called_for: false,
            is_behind_front: false,
            has_front: false,
            has_other_front: false,
            has_back: false,
            has_e: false,
            first: None,
        };
        let (mut before, mut is_first) = (None, true);
        for (at, c) in text.char_indices() {
            let Some(vowel) = small(c, main).filter(|&vowel| is_vowel(vowel)) else {
                continue;
            };
            harmony.has_turkish_i &= match (before, vowel) {
                (None, _) => true,
                (Some(before), 'ı') => matches!(before, 'a' | 'ı'),
                (Some('ı'), _) => matches!(vowel, 'a' | 'o') || !is_first,
                _ => true,
            };
            harmony.is_called_for |= vowel == 'ı' && matches!(before, Some('a' | 'ı'));
            harmony.is_behind_front |=
                vowel == 'ı' && matches!(before, Some('e' | 'i' | 'ö' | 'ü' | 'ə'));
            is_first = before.is_none();
            before = Some(vowel);
            harmony.first = harmony.first.or(Some(at));
            // a letter that is taken for one of two says nothing of them
            if !(vowel == 'у' && is_foreign(c, main)) {
                harmony.has_front |= "әөүэі".contains(vowel);
                harmony.has_other_front |= "әөэі".contains(vowel);
                harmony.has_back |= "аоуұыя".contains(vowel);
                harmony.has_e |= vowel == 'е';
            }
        }
        harmony
    }

    /// Whether all vowels of Cyrillic are front ones.
    pub(super) const fn is_front(self) -> bool {
        self.has_front && !self.has_back
    }

    /// Whether there are front vowels, other than the u that may stand for another, and back ones.
    pub(super) const fn is_mixed(self) -> bool {
        self.has_other_front && self.has_back
    }

    /// Whether there is an e, and no vowel that says more.
    pub(super) const fn has_only_e(self) -> bool {
        self.has_e && !self.has_back
    }
}

/// The small letter of an alphabet that a character is taken for.
pub(super) fn small(c: char, main: Alphabet) -> Option<char> {
    toward(c, main)?.to_lowercase().next()
}

/// Whether a letter of Latin or Cyrillic is a vowel of these languages.
pub(super) fn is_vowel(c: char) -> bool {
    "aeiouıöüəаәеёиоөуүұыіэюя".contains(c)
}
