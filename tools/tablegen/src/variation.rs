//! The registered variation sequences.

use std::collections::BTreeSet;

use crate::{
    pack::Array,
    parse::{Result, Ucd},
    write::File,
};

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let mut selectors: Vec<u32> = ucd.variations.values().flatten().copied().collect();
    selectors.sort_unstable();
    selectors.dedup();
    if selectors.len() > 16 {
        return Err(format!(
            "{} variation selectors do not fit a 16-bit mask",
            selectors.len()
        ));
    }
    let mask = |set: &BTreeSet<u32>| -> u32 {
        let held = selectors.iter().enumerate();
        held.filter(|(_, selector)| set.contains(selector))
            .map(|(at, _)| 1 << at)
            .sum()
    };
    let mut masks: Vec<u32> = ucd.variations.values().map(mask).collect();
    masks.sort_unstable();
    masks.dedup();
    let mut pages: Vec<u32> = Vec::new();
    let mut steps: Vec<u32> = Vec::new();
    let mut held: Vec<u32> = Vec::new();
    let mut last = None;
    for (&base, set) in &ucd.variations {
        let within = last.filter(|&last: &u32| last >> 8 == base >> 8);
        if within.is_none() {
            pages.extend([base >> 8, steps.len() as u32]);
        }
        steps.push(base - within.unwrap_or(base & !0xFF));
        held.push(masks.binary_search(&mask(set)).unwrap_or_default() as u32);
        last = Some(base);
    }
    pages.extend([0xFFFF, steps.len() as u32]);
    let mut file = File::new(
        "variation",
        ucd.version,
        &[
            "StandardizedVariants.txt",
            "emoji/emoji-variation-sequences.txt",
        ],
        "The registered variation sequences.",
    );
    file.array(
        "SELECTORS",
        "The selectors, by their bit in a mask.",
        1,
        &Array::new(selectors),
    );
    file.array("MASKS", "Sets of selectors.", 1, &Array::new(masks));
    file.array(
        "PAGES",
        "Code point divided by 256, and where in `STEPS` its bases begin; the last row ends them.",
        2,
        &Array::new(pages),
    );
    file.array(
        "STEPS",
        "For each base how far it is from the one before it, or from the start of its page.",
        1,
        &Array::new(steps),
    );
    file.array(
        "HELD",
        "For each base its mask by number.",
        1,
        &Array::new(held),
    );
    Ok(file)
}
