//! The properties that are asked of nearly every character, packed together.

use std::collections::BTreeSet;

use crate::{
    class,
    pack::{Array, Trie},
    parse::{POINTS, Result, Ucd},
    write::File,
};

/// The first code point of plane 14, where tags and the supplementary variation selectors are.
const SPECIAL: u32 = 0xE_0000;
/// Where private use begins that needs no table.
const PRIVATE: u32 = 0xF_0000;
/// Bounds of what the tries cover are multiples of this.
const PAGE: u32 = 0x1000;

/// What is asked of nearly every character, in one integer: see `format.md` for the bits.
fn bits(ucd: &Ucd, class: u8, point: u32) -> u32 {
    let general = match ucd.category.get(point).as_bytes().first() {
        Some(b'L') => 1,
        Some(b'M') => 2,
        Some(b'N') => 3,
        _ => 0,
    };
    let direction = match ucd.bidi_class.get(point) {
        "L" => 1,
        "R" | "AL" => 2,
        "EN" | "AN" => 3,
        _ => 0,
    };
    let joining = match ucd.joining_type.get(point) {
        "L" => 1,
        "R" => 2,
        "D" => 3,
        "C" => 4,
        "T" => 5,
        _ => 0,
    };
    let virama = u32::from(ucd.combining_class.get(point) == "9");
    let starts = matches!(ucd.combining_class.get(point), "0" | "Not_Reordered");
    let inert = starts && ucd.nfc_quick_check.get(point) == "Y";
    let inert = u32::from(inert) << 13;
    u32::from(class) | general << 5 | direction << 7 | joining << 9 | virama << 12 | inert
}

/// Which code points have a slot: `0..plain`, then `SPECIAL..special`. All others follow from their number.
pub(crate) struct Cover {
    plain: u32,
    special: u32,
}

impl Cover {
    pub(crate) fn points(&self) -> impl Iterator<Item = u32> + use<> {
        (0..self.plain).chain(SPECIAL..self.special)
    }

    pub(crate) fn of(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<Self> {
        let outside = |point: u32| {
            let name = match point {
                _ if point & 0xFFFE == 0xFFFE => "Noncharacter",
                PRIVATE.. => "PrivateUse",
                _ => "Unassigned",
            };
            let sample = match name {
                "Noncharacter" => 0x10_FFFE,
                "PrivateUse" => PRIVATE,
                _ => SPECIAL - PAGE,
            };
            class(point) == class::code(name)
                && bits(ucd, class(point), point) == bits(ucd, class(sample), sample)
        };
        let end = |mut points: std::ops::Range<u32>| {
            let last = points.rfind(|&point| !outside(point));
            last.map_or(points.start, |last| (last / PAGE + 1) * PAGE)
        };
        let cover = Self {
            plain: end(0..SPECIAL),
            special: end(SPECIAL..PRIVATE),
        };
        match (PRIVATE..POINTS).find(|&point| !outside(point)) {
            Some(point) => Err(format!(
                "U+{point:04X} is neither private use nor a noncharacter: planes 15 and 16 need a table"
            )),
            None => Ok(cover),
        }
    }
}

/// The profiles that occur, and for each slot which of them it has.
pub(crate) fn values(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<(Vec<u32>, Vec<Option<u16>>)> {
    let cover = Cover::of(ucd, class)?;
    let bits: Vec<u32> = cover
        .points()
        .map(|point| bits(ucd, class(point), point))
        .collect();
    let profiles: Vec<u32> = bits
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if profiles.len() > 256 {
        return Err(format!("{} profiles do not fit a byte", profiles.len()));
    }
    let number = |bits| profiles.binary_search(bits).ok().map(|at| at as u16);
    let values = bits.iter().map(number).collect();
    Ok((profiles, values))
}

pub(crate) fn file(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<File> {
    let cover = Cover::of(ucd, class)?;
    let (profiles, values) = values(ucd, class)?;
    let mut file = File::new(
        "profile",
        ucd.version,
        &[
            "extracted/DerivedGeneralCategory.txt",
            "extracted/DerivedBidiClass.txt",
            "extracted/DerivedJoiningType.txt",
            "extracted/DerivedCombiningClass.txt",
            "DerivedCoreProperties.txt",
            "PropList.txt",
            "UnicodeData.txt",
        ],
        "Class, general category group, direction, joining type and virama, in one trie.",
    );
    let point = |point: u32| format!("0x{point:X}");
    file.constant(
        "PLAIN_END",
        "Slots are the code points up to here …",
        "u32",
        &point(cover.plain),
    );
    file.constant(
        "SPECIAL_START",
        "… and then those from here …",
        "u32",
        &point(SPECIAL),
    );
    file.constant("SPECIAL_END", "… to here.", "u32", &point(cover.special));
    for (name, about, sample) in [
        (
            "NONCHARACTER",
            "The profile of the last two code points of a plane without slots.",
            0x10_FFFE,
        ),
        (
            "PRIVATE_USE",
            "The profile of the rest of planes 15 and 16.",
            PRIVATE,
        ),
        (
            "UNASSIGNED",
            "The profile of everything else without a slot.",
            SPECIAL - PAGE,
        ),
    ] {
        let bits = bits(ucd, class(sample), sample);
        file.constant(name, about, "u16", &format!("0x{bits:04X}"));
    }
    let names: Vec<String> = class::NAMES.iter().map(|n| format!("\"{n}\"")).collect();
    file.code(&format!(
        "/// The names of the classes by number, for a test to compare with the enum.\n#[cfg(test)]\npub(crate) static CLASS_NAMES: [&str; {}] = [\n    {},\n];\n",
        names.len(),
        names.join(",\n    ")
    ));
    file.array(
        "PROFILES",
        "What a value in `LEAVES` stands for.",
        1,
        &Array {
            values: profiles,
            width: 2,
        },
    );
    file.trie(&Trie::smallest(&values)?);
    Ok(file)
}
