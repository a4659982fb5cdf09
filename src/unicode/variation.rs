//! Registered variation sequences.

use super::tables::variation::{HELD, MASKS, PAGES, SELECTORS, STEPS};

/// Whether StandardizedVariants.txt or emoji-variation-sequences.txt has exactly this sequence. A binary search, then a
/// walk over the bases of one page, of which there are 83 at most.
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
    let (start, end) = (usize::from(start), usize::from(end));
    let mut low = 0;
    let nth = STEPS.get(start..end)?.iter().position(|&step| {
        low += u32::from(step);
        low == point & 0xFF
    })?;
    MASKS.get(usize::from(*HELD.get(start + nth)?)).copied()
}
