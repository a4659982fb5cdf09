//! Every code point, against crates that made their tables in another way.
//!
//! All of them are of our Unicode version, so nothing is skipped and no difference is allowed for. The version of
//! `icu_properties` is only stated in its documentation; it shows in that it has the same code points assigned.

use core::ops::RangeInclusive;

use alloc::{format, vec::Vec};

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{self, BidiClass, BinaryProperty, CanonicalCombiningClass, GeneralCategory},
    script::ScriptWithExtensions,
};
use unicode_script::UnicodeScript as _;
use unicode_security::mixed_script::AugmentedScriptSet;

use super::{class::CLASSES, script_set, tables, *};

const ALL: RangeInclusive<char> = '\0'..=char::MAX;

/// All code points but the surrogates, which are no `char`.
const COUNT: usize = 0x11_0000 - 0x800;

/// Compares two answers about every code point. The failure says how many differ and names the first few.
#[track_caller]
fn compare<T: PartialEq + core::fmt::Debug>(
    what: &str,
    ours: impl Fn(char) -> T,
    theirs: impl Fn(char) -> T,
) {
    let mut compared = 0;
    let mut different = Vec::new();
    for c in ALL {
        compared += 1;
        let (ours, theirs) = (ours(c), theirs(c));
        if ours != theirs {
            different.push(format!("U+{:04X}: {ours:?}, not {theirs:?}", u32::from(c)));
        }
    }
    assert_eq!(compared, COUNT);
    assert!(
        different.is_empty(),
        "{what}: {} differ, such as {:#?}",
        different.len(),
        &different[..different.len().min(9)]
    );
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

fn has<P: BinaryProperty>(c: char) -> bool {
    CodePointSetData::new::<P>().contains(c)
}

#[test]
fn the_oracles_are_of_our_version() {
    let (major, minor, update) = UNICODE_VERSION;
    let ours = (u64::from(major), u64::from(minor), u64::from(update));
    assert_eq!(unicode_normalization::UNICODE_VERSION, UNICODE_VERSION);
    assert_eq!(unicode_security::UNICODE_VERSION, ours);
    assert_eq!(unicode_script::UNICODE_VERSION, ours);
}

#[test]
fn classes_are_numbered_as_the_tables_were() {
    for (at, name) in tables::profile::CLASS_NAMES.iter().enumerate() {
        assert_eq!(format!("{:?}", CLASSES[at]), *name);
        assert_eq!(CLASSES[at] as usize, at);
    }
}

#[test]
fn class_is_what_the_properties_make_it() {
    compare("class", class, |c| match c {
        '\t' | '\n' | '\r' | ' ' => Class::Ordinary,
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' => Class::ZeroWidth,
        '\u{202D}' | '\u{202E}' => Class::BidiOverride,
        '\u{202A}'..='\u{202C}' => Class::BidiEmbedding,
        '\u{2066}'..='\u{2069}' => Class::BidiIsolate,
        '\u{206A}'..='\u{206F}' => Class::DeprecatedFormat,
        '\u{FFF9}'..='\u{FFFB}' => Class::InterlinearAnnotation,
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => Class::HangulFiller,
        '\u{17B4}' | '\u{17B5}' => Class::KhmerVowel,
        '\u{2800}' => Class::BrailleBlank,
        '\u{AD}' => Class::SoftHyphen,
        '\u{34F}' => Class::GraphemeJoiner,
        '\u{180B}'..='\u{180F}' => Class::MongolianFormat,
        '\u{1D173}'..='\u{1D17A}' => Class::MusicalFormat,
        '\u{1BCA0}'..='\u{1BCA3}' => Class::ShorthandFormat,
        '\u{13430}'..='\u{1343F}' => Class::HieroglyphFormat,
        '\u{2061}'..='\u{2064}' => Class::InvisibleOperator,
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => Class::Tag,
        _ if has::<props::BidiControl>(c) => Class::BidiMark,
        _ if has::<props::JoinControl>(c) => Class::Joiner,
        _ if has::<props::NoncharacterCodePoint>(c) => Class::Noncharacter,
        _ if has::<props::PrependedConcatenationMark>(c) => Class::Ordinary,
        _ if has::<props::VariationSelector>(c) => match c {
            '\0'..'\u{10000}' => Class::VariationSelector,
            _ => Class::VariationSelectorSupplement,
        },
        _ if has::<props::DefaultIgnorableCodePoint>(c) => Class::DefaultIgnorable,
        _ => match category(c) {
            GeneralCategory::Control => Class::Control,
            GeneralCategory::Format => Class::Format,
            GeneralCategory::PrivateUse => Class::PrivateUse,
            GeneralCategory::Unassigned => Class::Unassigned,
            GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator => {
                Class::LineSeparator
            }
            GeneralCategory::SpaceSeparator => Class::Space,
            _ => Class::Ordinary,
        },
    });
}

#[test]
fn what_is_not_seen_is_never_ordinary() {
    let unseen = |c| {
        (has::<props::DefaultIgnorableCodePoint>(c) || category(c) == GeneralCategory::Format)
            && !has::<props::PrependedConcatenationMark>(c)
    };
    let mut count = 0;
    for c in ALL.filter(|&c| unseen(c)) {
        count += 1;
        assert_ne!(class(c), Class::Ordinary, "{c:?}");
        // what is default-ignorable is so by one of the classes that a stage looks at
        assert_ne!(class(c), Class::Unassigned, "{c:?}");
    }
    assert!(count > 4000, "{count}");
}

#[test]
fn general_category_groups() {
    use icu_properties::props::GeneralCategoryGroup as Group;
    compare("is_letter", is_letter, |c| {
        Group::Letter.contains(category(c))
    });
    compare("is_mark", is_mark, |c| Group::Mark.contains(category(c)));
    compare("is_number", is_number, |c| {
        Group::Number.contains(category(c))
    });
}

#[test]
fn joining_types_and_viramas() {
    use icu_properties::props::JoiningType as Theirs;
    let theirs = CodePointMapData::<Theirs>::new();
    compare("joining_type", joining_type, |c| match theirs.get(c) {
        Theirs::LeftJoining => JoiningType::Left,
        Theirs::RightJoining => JoiningType::Right,
        Theirs::DualJoining => JoiningType::Dual,
        Theirs::JoinCausing => JoiningType::Causing,
        Theirs::Transparent => JoiningType::Transparent,
        _ => JoiningType::NonJoining,
    });
    let combining = CodePointMapData::<CanonicalCombiningClass>::new();
    compare("is_virama", is_virama, |c| {
        combining.get(c) == CanonicalCombiningClass::Virama
    });
    compare("is_virama", is_virama, |c| {
        unicode_normalization::char::canonical_combining_class(c) == 9
    });
}

#[test]
fn directions() {
    let theirs = CodePointMapData::<BidiClass>::new();
    compare("direction", direction, |c| match theirs.get(c) {
        BidiClass::LeftToRight => Direction::Left,
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Direction::Right,
        BidiClass::EuropeanNumber | BidiClass::ArabicNumber => Direction::Number,
        _ => Direction::Neutral,
    });
}

#[test]
fn sets_of_code_points() {
    compare(
        "is_unified_ideograph",
        is_unified_ideograph,
        has::<props::UnifiedIdeograph>,
    );
    compare("is_math", is_math, |c| {
        has::<props::Math>(c) || ('\u{1D400}'..='\u{1D7FF}').contains(&c)
    });
    compare("is_emoji", is_emoji, has::<props::Emoji>);
    compare(
        "is_extended_pictographic",
        is_extended_pictographic,
        has::<props::ExtendedPictographic>,
    );
    compare(
        "is_emoji_modifier",
        is_emoji_modifier,
        has::<props::EmojiModifier>,
    );
    compare(
        "is_regional_indicator",
        is_regional_indicator,
        has::<props::RegionalIndicator>,
    );
}

#[test]
fn scripts() {
    for (at, &script) in tables::script::SCRIPTS.iter().enumerate() {
        assert_eq!(script as usize, at);
    }
    let ours = tables::script::SCRIPTS.map(Script::name);
    let name = |c| ours[script(c) as usize];
    compare("script", name, |c| c.script().full_name());
    let theirs = CodePointMapData::<props::Script>::new();
    let names = icu_properties::PropertyNamesLong::<props::Script>::new();
    compare("script", name, |c| {
        names.get(theirs.get(c)).unwrap_or_default()
    });
}

/// The scripts that are one: theirs has no members for Common and Inherited, and for Unknown it is empty.
fn specific_scripts() -> Vec<(Script, unicode_script::Script)> {
    let specific = tables::script::SCRIPTS
        .iter()
        .filter(|script| !matches!(script, Script::Common | Script::Inherited | Script::Unknown));
    let pair = |&script: &Script| {
        let name = script.name();
        (
            script,
            unicode_script::Script::from_full_name(name).expect(name),
        )
    };
    specific.map(pair).collect()
}

#[test]
fn script_extensions_and_augmented_sets() {
    let scripts = specific_scripts();
    assert_eq!(scripts.len(), 175);
    let mut sets = 0;
    for c in ALL {
        let (ours, theirs) = (script_extensions(c), c.script_extension());
        let unknown = ours == ScriptSet::of(Script::Unknown);
        assert_eq!(unknown, theirs.is_empty(), "{c:?}");
        assert_eq!(
            ours.is_all(),
            theirs.is_common() || theirs.is_inherited(),
            "{c:?}"
        );
        if !unknown && !ours.is_all() {
            sets += 1;
            for &(our, their) in &scripts {
                let has = theirs.contains_script(their);
                assert_eq!(ours.contains(our), has, "{c:?} {our:?}");
            }
        }
    }
    assert!(sets > 100_000, "{sets}");
    compare(
        "augmented",
        |c| {
            let set = script_extensions(c).augmented();
            (set.has_hanb(), set.has_jpan(), set.has_kore())
        },
        |c| {
            let set = AugmentedScriptSet::for_char(c);
            (set.hanb, set.jpan, set.kore)
        },
    );
    let theirs = ScriptWithExtensions::new();
    compare(
        "members of script_extensions",
        |c| {
            let set = script_extensions(c);
            let scripts = tables::script::SCRIPTS.iter();
            match set.is_all() {
                true => 1,
                false => scripts.filter(|&&script| set.contains(script)).count(),
            }
        },
        |c| theirs.get_script_extensions_val(c).iter().count(),
    );
}

#[test]
fn resolved_script_sets() {
    let resolve = |text: &str| {
        let sets = text.chars().map(|c| script_extensions(c).augmented());
        sets.fold(ScriptSet::ALL, ScriptSet::intersect)
    };
    assert!(resolve("paypal").contains(Script::Latin));
    assert!(
        resolve("p\u{430}ypal").is_empty(),
        "CYRILLIC SMALL LETTER A"
    );
    assert!(resolve("2026, 12:30").is_all());
    assert!(resolve("\u{6771}\u{4EAC}\u{30BF}\u{30EF}\u{30FC}").has_jpan());
    assert!(!resolve("\u{6771}\u{4EAC}\u{30BF}\u{30EF}\u{30FC}").is_empty());
    assert!(resolve("\u{D55C}\u{6F22}").has_kore());
    assert!(resolve("\u{D55C}\u{30BF}").is_empty());
    assert!(script_set::ScriptSet::EMPTY.augmented().is_empty());
}

#[test]
fn registered_variations() {
    // the sequences of both files, counted as the files have them
    let selectors = ('\u{180B}'..='\u{180F}').chain('\u{FE00}'..='\u{FE0F}');
    let selectors: Vec<char> = selectors.collect();
    // no plane but the first three has a base, as the last page of the table says
    let [.., [last_page, _], _] = tables::variation::PAGES;
    assert!(last_page < 0x300);
    let bases = '\0'..'\u{30000}';
    let registered: usize = bases
        .map(|base| {
            let registered = |&&selector: &&char| is_registered_variation(base, selector);
            selectors.iter().filter(registered).count()
        })
        .sum();
    assert_eq!(registered, 1437 + 742);
    for (base, selector) in [
        ('\u{2764}', '\u{FE0F}'),  // HEAVY BLACK HEART, emoji
        ('#', '\u{FE0E}'),         // NUMBER SIGN, text
        ('0', '\u{FE00}'),         // DIGIT ZERO, short diagonal stroke
        ('\u{1820}', '\u{180B}'),  // MONGOLIAN LETTER A, second form
        ('\u{349E}', '\u{FE00}'),  // CJK compatibility ideograph-2F80C
        ('\u{2A600}', '\u{FE00}'), // CJK compatibility ideograph-2FA1D
        ('\u{13117}', '\u{FE02}'), // EGYPTIAN HIEROGLYPH E017A
    ] {
        assert!(is_registered_variation(base, selector), "{base:?}");
    }
    for (base, selector) in [
        ('a', '\u{FE0F}'),
        ('\u{2764}', '\u{FE00}'),
        ('\u{2764}', '\u{E0100}'),
        ('\u{1820}', '\u{FE0B}'),
        ('\u{FFFF}', '\u{FE00}'),
        (char::MAX, '\u{FE00}'),
        ('0', '0'),
    ] {
        assert!(!is_registered_variation(base, selector), "{base:?}");
    }
}

#[test]
fn everything_odd_has_a_name() {
    for c in ALL {
        let name = name(c);
        assert_eq!(name.is_none(), class(c) == Class::Ordinary, "{c:?}");
        let name = name.unwrap_or_default();
        assert!(!name.ends_with(' ') && !name.contains("  "), "{name:?}");
    }
}

#[test]
fn variations_of_compatibility_ideographs_and_emoji() {
    use unicode_normalization::UnicodeNormalization as _;
    let mut ideographs = 0;
    for c in ('\u{F900}'..='\u{FAFF}').chain('\u{2F800}'..='\u{2FA1F}') {
        let sequence: Vec<char> = core::iter::once(c).cjk_compat_variants().collect();
        if let [base, selector] = sequence[..] {
            ideographs += 1;
            assert!(is_unified_ideograph(base), "{c:?}");
            assert!(is_registered_variation(base, selector), "{c:?}");
        }
    }
    assert_eq!(ideographs, 1002);
    let styled: Vec<char> = ALL
        .filter(|&c| is_registered_variation(c, '\u{FE0F}'))
        .collect();
    assert_eq!(styled.len(), 371);
    for c in styled {
        assert!(
            is_emoji(c) && is_registered_variation(c, '\u{FE0E}'),
            "{c:?}"
        );
    }
}

/// The bytes that a list of tables takes.
macro_rules! bytes {
    ($($table:expr),* $(,)?) => { [$(core::mem::size_of_val(&$table)),*].iter().sum::<usize>() };
}

#[test]
fn the_tables_have_the_size_that_is_written_down() {
    use super::tables::{
        case::*,
        confusable::*,
        emoji::*,
        identifier::*,
        name::*,
        script_extensions::*,
        sets::*,
        twin::*,
        variation::*,
        {normalization, profile, script, skeleton},
    };
    let profile = bytes!(
        profile::PROFILES,
        profile::UPPER,
        profile::MIDDLE,
        profile::LEAVES
    );
    let scripts = bytes!(
        script::UPPER,
        script::MIDDLE,
        script::LEAVES,
        *script::NAMES
    );
    let extensions = bytes!(SETS, EXTENSIONS_BMP, EXTENSIONS_REST);
    let sets = bytes!(
        MATH_BMP,
        MATH_REST,
        UNIFIED_IDEOGRAPH_BMP,
        UNIFIED_IDEOGRAPH_REST
    );
    let emoji = bytes!(
        EMOJI_BMP,
        EMOJI_REST,
        EXTENDED_PICTOGRAPHIC_BMP,
        EXTENDED_PICTOGRAPHIC_REST
    );
    let variation = bytes!(SELECTORS, MASKS, PAGES, STEPS, HELD);
    let names = bytes!(RECORDS, NAMED_BMP, NAMED_REST, *WORDS);
    let twins = bytes!(TWINS, RESEMBLING);
    let confusables = bytes!(
        LIKE_BMP,
        LIKE_REST,
        OTHER_BMP,
        OTHER_REST,
        SHARED,
        STYLED_BMP,
        STYLED_REST,
        DOUBTFUL,
        FLAGS
    );
    let normalization = {
        use normalization::*;
        bytes!(
            INDEX_UPPER,
            INDEX,
            MASKS,
            RANKS,
            STARTS,
            LENGTHS,
            TEXT_HIGH,
            TEXT_LOW,
            SECONDS,
            FIRSTS,
            COMPOSITES_HIGH,
            COMPOSITES_LOW,
            WIDE,
            MARKS,
            UPPER,
            MIDDLE,
            LEAVES,
        )
    };
    let skeleton = {
        use skeleton::*;
        bytes!(
            KEPT_BMP, KEPT_REST, PAGES, STEPS, LENGTHS, TEXT_HIGH, TEXT_LOW
        )
    };
    let case = bytes!(FOLDED_BMP, FOLDED_REST, DOUBLED);
    let identifier = bytes!(STARTS, EDGES, DIGITS_BMP, DIGITS_REST);
    let sizes = [
        profile,
        scripts,
        extensions,
        sets,
        emoji,
        variation,
        names,
        twins,
        confusables,
        normalization,
        skeleton,
        case,
        identifier,
    ];
    assert_eq!(
        sizes,
        [
            17_406, 9_176, 1_838, 760, 1_740, 4_078, 2_928, 306, 10_384, 36_443, 20_642, 1_140,
            4_121
        ]
    );
    let total: usize = sizes.iter().sum();
    let written = include_str!("tables/fingerprints.csv").lines().last();
    assert_eq!(written, Some(format!("total,,{total},").as_str()));
}
