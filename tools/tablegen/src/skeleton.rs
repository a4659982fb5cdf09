//! The prototypes of UTS #39: what each character of `confusables.txt` is taken for.

use std::collections::BTreeMap;

use crate::{
    normalization::{Mappings, full, mappings},
    pack::Array,
    parse::{Result, Ucd},
    write::File,
};

/// A character and what it becomes.
type Prototypes = BTreeMap<u32, Vec<u32>>;

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let mappings = mappings(ucd)?;
    let prototypes = prototypes(ucd, &mappings)?;
    let mut file = File::new(
        "skeleton",
        ucd.version,
        &[
            "confusables.txt",
            "UnicodeData.txt",
            "DerivedCoreProperties.txt",
        ],
        "Prototypes (UTS #39), where the compatibility decomposition does not lead to them.",
    );
    let kept = kept(&prototypes, &mappings);
    let about = "Characters whose compatibility decomposition does not lead to their prototype, which they are themselves: first \
         and last of each range.";
    file.ranges("KEPT", about, &kept);
    let listed = prototypes.iter().filter(|(point, prototype)| {
        derived(&prototypes, &mappings, **point) != Some(*prototype).cloned()
    });
    pages(&mut file, listed)?;
    Ok(file)
}

/// Default-ignorable characters have none: skeletons are made without them.
fn prototypes(ucd: &Ucd, mappings: &Mappings) -> Result<Prototypes> {
    ucd.know("Default_Ignorable_Code_Point")?;
    let is_dropped = |point| ucd.is("Default_Ignorable_Code_Point", point);
    let all: Prototypes = ucd.confusables()?.into_iter().collect();
    for (point, prototype) in &all {
        // what the look-up relies on: it takes one step, on text in NFD
        let is_step = !prototype.iter().any(|part| all.contains_key(part));
        let is_stable = full(mappings, *point, false) == [*point];
        if !is_step || !is_stable {
            return Err(format!("U+{point:04X}: not in NFD, or mapped further"));
        }
    }
    Ok(all
        .into_iter()
        .filter(|(point, _)| !is_dropped(*point))
        .collect())
}

/// The prototype of the compatibility decomposition, for a character that has one.
fn derived(prototypes: &Prototypes, mappings: &Mappings, point: u32) -> Option<Vec<u32>> {
    let (canonical, _) = mappings.get(&point)?;
    let parts = (!canonical).then(|| full(mappings, point, true))?;
    let steps = parts.iter().flat_map(|part| match prototypes.get(part) {
        Some(prototype) => prototype.clone(),
        None => vec![*part],
    });
    Some(steps.collect())
}

/// Ranges over characters that have a compatibility decomposition; what lies between them has none.
fn kept(prototypes: &Prototypes, mappings: &Mappings) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    let mut is_open = false;
    for &point in mappings.keys() {
        let Some(derived) = derived(prototypes, mappings, point) else {
            continue;
        };
        let is_kept = !prototypes.contains_key(&point) && derived != [point];
        match ranges.last_mut() {
            // a range does not leave its plane
            Some((first, last)) if is_kept && is_open && *first >> 16 == point >> 16 => {
                *last = point;
            }
            _ if is_kept => ranges.push((point, point)),
            _ => {}
        }
        is_open = is_kept;
    }
    ranges
}

fn pages<'a>(file: &mut File, listed: impl Iterator<Item = (&'a u32, &'a Vec<u32>)>) -> Result<()> {
    let (mut pages, mut steps) = (Vec::new(), Vec::new());
    let (mut lengths, mut units) = (Vec::new(), Vec::new());
    let mut last = None;
    for (&point, prototype) in listed {
        let within = last.filter(|&last: &u32| last >> 8 == point >> 8);
        if within.is_none() {
            pages.extend([point >> 8, steps.len() as u32, units.len() as u32]);
        }
        steps.push(point - within.unwrap_or(point & !0xFF));
        let text: String = prototype
            .iter()
            .copied()
            .filter_map(char::from_u32)
            .collect();
        let before = units.len();
        units.extend(text.encode_utf16().map(u32::from));
        lengths.push((units.len() - before) as u32);
        last = Some(point);
    }
    if steps.len() < 3000 || units.len() > 0xFFFF {
        return Err(format!(
            "{} prototypes of {} units: has the layout of confusables.txt changed?",
            steps.len(),
            units.len()
        ));
    }
    pages.extend([0xFFFF, steps.len() as u32, units.len() as u32]);
    file.array(
        "PAGES",
        "Code point divided by 256, where its characters begin in `STEPS` and `LENGTHS`, and where their text begins; the \
         last row ends them.",
        3,
        &Array::new(pages),
    );
    let about =
        "For each character how far it is from the one before it, or from the start of its page.";
    file.array("STEPS", about, 1, &Array::new(steps));
    let about = "How many units of UTF-16 each prototype has.";
    file.array("LENGTHS", about, 1, &Array::new(lengths));
    crate::normalization::halves(file, "TEXT", "all prototypes in UTF-16", &units);
    Ok(())
}
