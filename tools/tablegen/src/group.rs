//! The generated files, one function for each.

use std::collections::BTreeMap;

use crate::{
    class, name,
    pack::{Array, Trie, ranges, runs},
    parse::{POINTS, Result, Ucd},
    twin,
    write::File,
};

/// The first code point of plane 14, where tags and the supplementary variation selectors are.
const SPECIAL: u32 = 0xE_0000;
/// Where private use begins that needs no table.
const PRIVATE: u32 = 0xF_0000;
/// Bounds of what the tries cover are multiples of this.
const PAGE: u32 = 0x1000;

/// All files.
pub(crate) fn all(ucd: &Ucd) -> Result<Vec<File>> {
    let classes = class::classify(ucd)?;
    let class = |point: u32| classes.get(point as usize).copied().unwrap_or_default();
    Ok(vec![
        version(ucd),
        profile(ucd, &class)?,
        script(ucd, &class)?,
        script_extensions(ucd)?,
        sets(ucd)?,
        emoji(ucd)?,
        variation(ucd)?,
        name::file(ucd, &class)?,
        twin::file(ucd)?,
    ])
}

fn version(ucd: &Ucd) -> File {
    let mut file = File::new(
        "version",
        ucd.version,
        &["the version that the data files state"],
        "Which Unicode the tables are made from.",
    );
    let [major, minor, update] = ucd.version;
    file.constant(
        "UNICODE_VERSION",
        "The version of the Unicode Standard that the tables are made from.",
        "(u8, u8, u8)",
        &format!("({major}, {minor}, {update})"),
    );
    file
}

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
    u32::from(class) | general << 5 | direction << 7 | joining << 9 | virama << 12
}

/// Which code points have a slot: `0..plain`, then `SPECIAL..special`. All others follow from their number.
struct Cover {
    plain: u32,
    special: u32,
}

impl Cover {
    fn points(&self) -> impl Iterator<Item = u32> + use<> {
        (0..self.plain).chain(SPECIAL..self.special)
    }

    fn of(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<Self> {
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

fn profile(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<File> {
    let cover = Cover::of(ucd, class)?;
    let mut known: BTreeMap<u32, u32> = BTreeMap::new();
    for point in cover.points() {
        *known.entry(bits(ucd, class(point), point)).or_default() += 1;
    }
    let profiles: Vec<u32> = known.into_keys().collect();
    if profiles.len() > 256 {
        return Err(format!("{} profiles do not fit a byte", profiles.len()));
    }
    let number = |point| {
        let bits = bits(ucd, class(point), point);
        let at = profiles.binary_search(&bits);
        Some(at.unwrap_or_default() as u8)
    };
    let values: Vec<Option<u8>> = cover.points().map(number).collect();
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

/// Scripts by number: their short names. Unknown is 0, so that an empty answer is it.
pub(crate) fn scripts(ucd: &Ucd) -> Vec<String> {
    let mut used: Vec<(String, String)> = ucd
        .script_aliases
        .iter()
        .filter(|(short, _)| (0..POINTS).any(|point| ucd.script.get(point) == *short))
        .map(|(short, long)| (long.clone(), short.clone()))
        .collect();
    let rank = |short: &str| match short {
        "Zzzz" => 0,
        "Zyyy" => 1,
        "Zinh" => 2,
        _ => 3,
    };
    used.sort_by(|(a, x), (b, y)| (rank(x), a).cmp(&(rank(y), b)));
    used.into_iter().map(|(_, short)| short).collect()
}

fn script(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<File> {
    let shorts = scripts(ucd);
    let long = |short: &String| ucd.script_aliases.get(short).cloned().unwrap_or_default();
    let names: Vec<String> = shorts.iter().map(long).collect();
    if names.len() > 189 {
        return Err(format!(
            "{} scripts and three writing systems do not fit the 192 bits of a script set",
            names.len()
        ));
    }
    let unknown = [
        "Unassigned",
        "DefaultIgnorable",
        "PrivateUse",
        "Noncharacter",
    ]
    .map(class::code);
    for point in 0..POINTS {
        if (ucd.script.get(point) == "Zzzz") != unknown.contains(&class(point))
            && ucd.category.get(point) != "Cs"
        {
            return Err(format!(
                "U+{point:04X}: script Unknown no longer follows from the class"
            ));
        }
    }
    let cover = Cover::of(ucd, class)?;
    let number = |point| {
        let short = ucd.script.get(point);
        let at = shorts.iter().position(|known| known == short)?;
        // where the class says it already, the table may hold anything
        (at != 0).then_some(at as u8)
    };
    let values: Vec<Option<u8>> = cover.points().map(number).collect();
    let mut file = File::new(
        "script",
        ucd.version,
        &["Scripts.txt", "PropertyValueAliases.txt"],
        "The scripts, and the trie of the Script property over the slots of `profile`.",
    );
    let count = names.len();
    let variants: Vec<String> = names.iter().map(|name| name.replace('_', "")).collect();
    let mut declared = String::from(
        "/// A value of the Script property.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\n// named as the UCD names them\n#[allow(clippy::enum_variant_names)]\npub(crate) enum Script {\n",
    );
    for (variant, short) in variants.iter().zip(&shorts) {
        declared.push_str(&format!("    /// `{short}`\n    {variant},\n"));
    }
    declared.push_str("}\n");
    file.code(&declared);
    file.code(&format!(
        "/// Every script, by number.\npub(crate) static SCRIPTS: [Script; {count}] = [\n    Script::{},\n];\n",
        variants.join(",\n    Script::")
    ));
    file.words("NAMES", "The long names, by number.", &names);
    file.trie(&Trie::smallest(&values)?);
    Ok(file)
}

fn script_extensions(ucd: &Ucd) -> Result<File> {
    let shorts = scripts(ucd);
    let extensions = |point| {
        let set = ucd.script_extensions.get(point);
        (!set.is_empty()).then(|| set.to_owned())
    };
    let mut starts: BTreeMap<String, u32> = BTreeMap::new();
    let mut sets: Vec<u32> = Vec::new();
    let mut rows = Vec::new();
    for (first, last, set) in runs(extensions) {
        if !starts.contains_key(&set) {
            starts.insert(set.clone(), sets.len() as u32);
            let members: Vec<&str> = set.split(' ').collect();
            sets.push(members.len() as u32);
            for member in members {
                let at = shorts.iter().position(|short| short == member);
                sets.push(at.ok_or(format!("unknown script {member}"))? as u32);
            }
        }
        let start = starts.get(&set).copied().unwrap_or_default();
        rows.push(vec![first, last, start]);
    }
    let mut file = File::new(
        "script_extensions",
        ucd.version,
        &["ScriptExtensions.txt"],
        "Where Script_Extensions is not just the script.",
    );
    file.array(
        "SETS",
        "For each set the number of its scripts, then the scripts.",
        1,
        &Array::new(sets),
    );
    file.split(
        "EXTENSIONS",
        "First and last code point, and where in `SETS` their set begins.",
        3,
        &rows,
    );
    Ok(file)
}

fn sets(ucd: &Ucd) -> Result<File> {
    ucd.know("Math")?;
    ucd.know("Unified_Ideograph")?;
    let mut file = File::new(
        "sets",
        ucd.version,
        &["DerivedCoreProperties.txt", "PropList.txt", "Blocks.txt"],
        "Sets of code points that are asked about rarely: first and last of each range.",
    );
    let math = ranges(|p| ucd.is("Math", p) || ucd.mathematical_block.contains(&p));
    file.ranges(
        "MATH",
        "Math, and the whole block Mathematical Alphanumeric Symbols.",
        &math,
    );
    let ideographs = ranges(|p| ucd.is("Unified_Ideograph", p));
    file.ranges("UNIFIED_IDEOGRAPH", "Unified_Ideograph.", &ideographs);
    Ok(file)
}

fn emoji(ucd: &Ucd) -> Result<File> {
    let mut file = File::new(
        "emoji",
        ucd.version,
        &["emoji/emoji-data.txt", "PropList.txt"],
        "Emoji properties: first and last of each range.",
    );
    for (name, property) in [
        ("EMOJI", "Emoji"),
        ("EXTENDED_PICTOGRAPHIC", "Extended_Pictographic"),
    ] {
        ucd.know(property)?;
        let ranges = ranges(|p| ucd.is(property, p));
        file.ranges(name, &format!("{property}."), &ranges);
    }
    for (name, property) in [
        ("EMOJI_MODIFIER", "Emoji_Modifier"),
        ("REGIONAL_INDICATOR", "Regional_Indicator"),
    ] {
        ucd.know(property)?;
        let [(first, last)] = ranges(|p| ucd.is(property, p))[..] else {
            return Err(format!("{property} is no longer one range"));
        };
        file.constant(
            name,
            &format!("{property}: first and last."),
            "[u32; 2]",
            &format!("[0x{first:X}, 0x{last:X}]"),
        );
    }
    Ok(file)
}

fn variation(ucd: &Ucd) -> Result<File> {
    let mut selectors: Vec<u32> = ucd.variations.values().flatten().copied().collect();
    selectors.sort_unstable();
    selectors.dedup();
    if selectors.len() > 16 {
        return Err(format!(
            "{} variation selectors do not fit a 16-bit mask",
            selectors.len()
        ));
    }
    let mask = |set: &std::collections::BTreeSet<u32>| -> u32 {
        let held = selectors.iter().enumerate();
        held.filter(|(_, selector)| set.contains(selector))
            .map(|(at, _)| 1 << at)
            .sum()
    };
    let mut masks: Vec<u32> = ucd.variations.values().map(mask).collect();
    masks.sort_unstable();
    masks.dedup();
    let mut pages: Vec<u32> = Vec::new();
    let mut bases: Vec<u32> = Vec::new();
    let mut page = None;
    for (&base, set) in &ucd.variations {
        if page != Some(base >> 8) {
            page = Some(base >> 8);
            pages.extend([base >> 8, bases.len() as u32 / 2]);
        }
        let at = masks.binary_search(&mask(set)).unwrap_or_default() as u32;
        bases.extend([base & 0xFF, at]);
    }
    pages.extend([0xFFFF, bases.len() as u32 / 2]);
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
        "Code point divided by 256, and where in `BASES` its bases begin; the last row ends them.",
        2,
        &Array::new(pages),
    );
    file.array(
        "BASES",
        "The low byte of each base, and its mask by number.",
        2,
        &Array::new(bases),
    );
    Ok(file)
}
