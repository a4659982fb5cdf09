//! Which class each code point has, and the proof that the UCD agrees.

use crate::parse::{POINTS, Result, Ucd};

/// The classes; the position is the code in the table. A unit test of the library compares this order with its enum.
pub(crate) const NAMES: [&str; 30] = [
    "Ordinary",
    "Control",
    "ZeroWidth",
    "Joiner",
    "BidiMark",
    "BidiEmbedding",
    "BidiOverride",
    "BidiIsolate",
    "DeprecatedFormat",
    "InterlinearAnnotation",
    "HangulFiller",
    "KhmerVowel",
    "BrailleBlank",
    "SoftHyphen",
    "GraphemeJoiner",
    "MongolianFormat",
    "MusicalFormat",
    "ShorthandFormat",
    "HieroglyphFormat",
    "InvisibleOperator",
    "VariationSelector",
    "VariationSelectorSupplement",
    "Tag",
    "DefaultIgnorable",
    "Format",
    "Noncharacter",
    "PrivateUse",
    "Unassigned",
    "LineSeparator",
    "Space",
];

/// What every member of a listed class has to be, or the data is not what the class was made for.
enum Is {
    /// Of one of these general categories, with a name that has one of these in it.
    Named(&'static [&'static str], &'static [&'static str]),
    /// Of this bidi class, one of these, and a bidi control.
    Bidi(&'static [&'static str]),
    /// Having this binary property.
    Having(&'static str),
}

/// A class that is a list: its name, first and last member of each range, what they are.
type List = (&'static str, &'static [(u32, u32)], Is);

const LISTED: [List; 20] = [
    (
        "ZeroWidth",
        &[(0x200B, 0x200B), (0x2060, 0x2060), (0xFEFF, 0xFEFF)],
        Is::Named(&["Cf"], &["ZERO WIDTH", "WORD JOINER"]),
    ),
    ("Joiner", &[(0x200C, 0x200D)], Is::Having("Join_Control")),
    (
        "BidiMark",
        &[(0x061C, 0x061C), (0x200E, 0x200F)],
        Is::Bidi(&["L", "R", "AL"]),
    ),
    (
        "BidiEmbedding",
        &[(0x202A, 0x202C)],
        Is::Bidi(&["LRE", "RLE", "PDF"]),
    ),
    (
        "BidiOverride",
        &[(0x202D, 0x202E)],
        Is::Bidi(&["LRO", "RLO"]),
    ),
    (
        "BidiIsolate",
        &[(0x2066, 0x2069)],
        Is::Bidi(&["LRI", "RLI", "FSI", "PDI"]),
    ),
    (
        "DeprecatedFormat",
        &[(0x206A, 0x206F)],
        Is::Having("Deprecated"),
    ),
    (
        "InterlinearAnnotation",
        &[(0xFFF9, 0xFFFB)],
        Is::Named(&["Cf"], &["INTERLINEAR ANNOTATION"]),
    ),
    (
        "HangulFiller",
        &[(0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0)],
        Is::Named(&["Lo"], &["FILLER"]),
    ),
    (
        "KhmerVowel",
        &[(0x17B4, 0x17B5)],
        Is::Named(&["Mn"], &["KHMER VOWEL INHERENT"]),
    ),
    (
        "BrailleBlank",
        &[(0x2800, 0x2800)],
        Is::Named(&["So"], &["BRAILLE PATTERN BLANK"]),
    ),
    (
        "SoftHyphen",
        &[(0x00AD, 0x00AD)],
        Is::Named(&["Cf"], &["SOFT HYPHEN"]),
    ),
    (
        "GraphemeJoiner",
        &[(0x034F, 0x034F)],
        Is::Named(&["Mn"], &["COMBINING GRAPHEME JOINER"]),
    ),
    (
        "MongolianFormat",
        &[(0x180B, 0x180F)],
        Is::Named(&["Mn", "Cf"], &["MONGOLIAN"]),
    ),
    (
        "MusicalFormat",
        &[(0x1_D173, 0x1_D17A)],
        Is::Named(&["Cf"], &["MUSICAL SYMBOL"]),
    ),
    (
        "ShorthandFormat",
        &[(0x1_BCA0, 0x1_BCA3)],
        Is::Named(&["Cf"], &["SHORTHAND FORMAT"]),
    ),
    (
        "HieroglyphFormat",
        &[(0x1_3430, 0x1_343F)],
        Is::Named(&["Cf"], &["EGYPTIAN HIEROGLYPH"]),
    ),
    (
        "InvisibleOperator",
        &[(0x2061, 0x2064)],
        Is::Named(&["Cf"], &["FUNCTION APPLICATION", "INVISIBLE"]),
    ),
    (
        "VariationSelector",
        &[(0xFE00, 0xFE0F)],
        Is::Having("Variation_Selector"),
    ),
    (
        "VariationSelectorSupplement",
        &[(0xE_0100, 0xE_01EF)],
        Is::Having("Variation_Selector"),
    ),
];

/// The code of a class.
pub(crate) fn code(name: &str) -> u8 {
    let at = NAMES.iter().position(|known| *known == name);
    at.unwrap_or_default() as u8
}

/// The class of every code point.
///
/// # Errors
///
/// The data does not fit the classes: a listed member is not what its class says, or a character that is not seen
/// would come out as ordinary.
pub(crate) fn classify(ucd: &Ucd) -> Result<Vec<u8>> {
    for property in [
        "Bidi_Control",
        "Default_Ignorable_Code_Point",
        "Deprecated",
        "Join_Control",
        "Noncharacter_Code_Point",
        "Prepended_Concatenation_Mark",
        "Variation_Selector",
    ] {
        ucd.know(property)?;
    }
    let mut classes = Vec::with_capacity(POINTS as usize);
    for point in 0..POINTS {
        let name = match listed(ucd, point)? {
            Some(name) => name,
            None => derived(ucd, point),
        };
        check(ucd, point, name)?;
        classes.push(code(name));
    }
    Ok(classes)
}

fn listed(ucd: &Ucd, point: u32) -> Result<Option<&'static str>> {
    for (name, ranges, is) in &LISTED {
        let within = |&(first, last): &(u32, u32)| (first..=last).contains(&point);
        if ranges.iter().any(within) {
            let category = ucd.category.get(point);
            let fits = match is {
                Is::Named(categories, parts) => {
                    let full = ucd.names.get(&point);
                    categories.contains(&category)
                        && full.is_some_and(|full| parts.iter().any(|part| full.contains(part)))
                }
                Is::Bidi(classes) => {
                    classes.contains(&ucd.bidi_class.get(point)) && ucd.is("Bidi_Control", point)
                }
                Is::Having(property) => ucd.is(property, point),
            };
            if !fits {
                return Err(format!(
                    "U+{point:04X} is listed as {name}, but the data disagree"
                ));
            }
            return Ok(Some(name));
        }
    }
    Ok(None)
}

fn derived(ucd: &Ucd, point: u32) -> &'static str {
    match ucd.category.get(point) {
        // tab, line feed and carriage return are how plain text is laid out
        "Cc" if !matches!(point, 0x09 | 0x0A | 0x0D) => "Control",
        "Cf" if (0xE_0000..=0xE_007F).contains(&point) => "Tag",
        // these are seen: a sign above or around the digits that follow
        "Cf" if ucd.is("Prepended_Concatenation_Mark", point) => "Ordinary",
        "Cf" => "Format",
        "Cn" if ucd.is("Noncharacter_Code_Point", point) => "Noncharacter",
        "Cn" if ucd.is("Default_Ignorable_Code_Point", point) => "DefaultIgnorable",
        "Cn" => "Unassigned",
        "Co" => "PrivateUse",
        "Zl" | "Zp" => "LineSeparator",
        "Zs" if point != 0x20 => "Space",
        _ => "Ordinary",
    }
}

/// What must hold the other way round: nothing of its kind is outside its class.
fn check(ucd: &Ucd, point: u32, name: &str) -> Result<()> {
    let wrong = |why: &str| Err(format!("U+{point:04X} would be {name}, yet it {why}"));
    let unseen = ucd.is("Default_Ignorable_Code_Point", point) || ucd.category.get(point) == "Cf";
    if name == "Ordinary" && unseen && !ucd.is("Prepended_Concatenation_Mark", point) {
        return wrong("is default-ignorable or a format character");
    }
    if ucd.is("Bidi_Control", point) != name.starts_with("Bidi") {
        return wrong("is a bidi control exactly if its class is one of theirs");
    }
    if ucd.is("Join_Control", point) != (name == "Joiner") {
        return wrong("is a join control exactly if its class is Joiner");
    }
    if ucd.is("Noncharacter_Code_Point", point) != (name == "Noncharacter") {
        return wrong("is a noncharacter exactly if its class is Noncharacter");
    }
    if ucd.is("Variation_Selector", point)
        && !name.starts_with("VariationSelector")
        && name != "MongolianFormat"
    {
        return wrong("is a variation selector");
    }
    Ok(())
}
