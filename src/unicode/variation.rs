//! Registered variation sequences.

use super::tables::variation::{BASES, MASKS, PAGES, SELECTORS};

/// Whether StandardizedVariants.txt or emoji-variation-sequences.txt has exactly this sequence. Two binary searches.
///
/// Ideographic variation sequences (the supplementary selectors) are registered elsewhere and not known here.
pub(crate) fn is_registered_variation(base: char, selector: char) -> bool {
    let held = u16::try_from(u32::from(selector))
        .ok()
        .and_then(|selector| SELECTORS.iter().position(|&known| known == selector));
    held.zip(mask(base))
        .is_some_and(|(bit, mask)| mask >> bit & 1 == 1)
}

/// The selectors that may follow a base.
fn mask(base: char) -> Option<u16> {
    let point = u32::from(base);
    let at = PAGES
        .binary_search_by_key(&(point >> 8), |&[page, _]| u32::from(page))
        .ok()?;
    let (&[_, start], &[_, end]) = (PAGES.get(at)?, PAGES.get(at + 1)?);
    let bases = BASES.get(usize::from(start)..usize::from(end))?;
    let at = bases
        .binary_search_by_key(&(point & 0xFF), |&[low, _]| u32::from(low))
        .ok()?;
    let &[_, mask] = bases.get(at)?;
    MASKS.get(usize::from(mask)).copied()
}
