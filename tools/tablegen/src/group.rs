//! The generated files, and those that are plain sets of code points.

use crate::{
    case, class, confusable, identifier, name, normalization,
    pack::ranges,
    parse::{Result, Ucd},
    profile, script, skeleton, twin, variation,
    write::File,
};

/// All files.
pub(crate) fn all(ucd: &Ucd) -> Result<Vec<File>> {
    let classes = class::classify(ucd)?;
    let class = |point: u32| classes.get(point as usize).copied().unwrap_or_default();
    Ok(vec![
        version(ucd),
        profile::file(ucd, &class)?,
        script::file(ucd, &class)?,
        script::extensions_file(ucd)?,
        sets(ucd)?,
        emoji(ucd)?,
        variation::file(ucd)?,
        name::file(ucd, &class)?,
        twin::file(ucd)?,
        confusable::file(ucd)?,
        normalization::file(ucd)?,
        skeleton::file(ucd)?,
        case::file(ucd)?,
        identifier::file(ucd)?,
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
