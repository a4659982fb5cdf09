//! UTS #39 against another implementation of it, and against its data files where they are beside the project.

extern crate std;

use alloc::{format, string::String, vec::Vec};
use std::{fs, path::Path, println};

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{self, GeneralCategory},
};
use proptest::prelude::*;
use unicode_security::{
    GeneralSecurityProfile as _, MixedScript as _, RestrictionLevel as Theirs,
    RestrictionLevelDetection as _,
};

use super::{
    identifier::{is_allowed, zero},
    *,
};

/// Beside the project, if at all.
const CONFUSABLES: &str = "../shared/unicode/18.0.0/security/confusables.txt";

fn theirs(text: &str) -> String {
    unicode_security::skeleton(text).collect()
}

#[test]
fn default_ignorable_code_points() {
    let theirs = CodePointSetData::new::<props::DefaultIgnorableCodePoint>();
    for c in '\0'..=char::MAX {
        assert_eq!(is_default_ignorable(c), theirs.contains(c), "{c:?}");
    }
}

#[test]
fn the_skeleton_of_every_character() {
    let mut mapped = 0;
    for c in '\0'..=char::MAX {
        let alone = String::from(c);
        let ours = skeleton(&alone);
        assert_eq!(ours, theirs(&alone), "{c:?}");
        mapped += usize::from(ours != alone);
        // a mark joins what is before it, and is moved by what is behind it
        if !is_inert(c) {
            let among = format!("a\u{323}{c}\u{301}"); // COMBINING DOT BELOW, COMBINING ACUTE ACCENT
            assert_eq!(skeleton(&among), theirs(&among), "{c:?}");
        }
    }
    assert!(mapped > 20_000, "{mapped}");
}

#[test]
fn every_line_of_confusables() {
    if !Path::new(CONFUSABLES).is_file() {
        println!("skipped: no {CONFUSABLES}");
        return;
    }
    let file = fs::read_to_string(CONFUSABLES).unwrap();
    let text = |field: &str| -> String {
        let points = field.split_whitespace();
        let char = |hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
        points.map(char).collect()
    };
    let mut sources = Vec::new();
    for line in file.lines().filter(|line| line.contains(";\tMA")) {
        let fields: Vec<String> = line.split(';').take(2).map(text).collect();
        let [source, prototype] = &fields[..] else {
            panic!("{line}")
        };
        let source = source.chars().next().unwrap();
        if is_default_ignorable(source) {
            assert_eq!(skeleton(&fields[0]), "", "{line}");
            continue;
        }
        sources.push(source);
        assert_eq!(skeleton(&fields[0]), skeleton(prototype), "{line}");
    }
    assert_eq!(sources.len(), 6710);
    sources.sort_unstable();
    let has = |&c: &char| !is_default_ignorable(c) && super::skeleton::has_prototype(c);
    assert!(sources.iter().copied().eq(('\0'..=char::MAX).filter(has)));
}

#[test]
fn characters_of_identifiers() {
    let category = CodePointMapData::<GeneralCategory>::new();
    let (mut allowed, mut zeros) = (0, 0);
    for c in '\0'..=char::MAX {
        assert_eq!(is_allowed(c), c.identifier_allowed(), "{c:?}");
        let is_digit = category.get(c) == GeneralCategory::DecimalNumber;
        assert_eq!(zero(c).is_some(), is_digit, "{c:?}");
        allowed += usize::from(is_allowed(c));
        zeros += usize::from(zero(c) == Some(u32::from(c)));
    }
    assert!(allowed > 30_000, "{allowed}");
    assert!(zeros > 70, "{zeros}");
    for digits in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
    {
        assert!(!has_mixed_numbers(digits), "{digits}");
        assert!(has_mixed_numbers(&format!("{digits}৪")), "{digits}");
    }
}

/// The same level, but where characters beside Latin are of several scripts at once: theirs asks for one, the standard for
/// any that covers them.
fn assert_level(text: &str) {
    let ours = restriction_level(text);
    let expected = match text.detect_restriction_level() {
        Theirs::ASCIIOnly => RestrictionLevel::AsciiOnly,
        Theirs::SingleScript => RestrictionLevel::SingleScript,
        Theirs::HighlyRestrictive => RestrictionLevel::HighlyRestrictive,
        Theirs::ModeratelyRestrictive => RestrictionLevel::ModeratelyRestrictive,
        Theirs::MinimallyRestrictive => RestrictionLevel::MinimallyRestrictive,
        Theirs::Unrestricted => RestrictionLevel::Unrestricted,
    };
    let others = text.chars().filter(|c| !c.is_ascii());
    let is_of_several = others.clone().all(|c| {
        let set = script_extensions(c);
        set.is_all() || set.contains(Script::Latin) || set != ScriptSet::of(script(c))
    });
    if ours == RestrictionLevel::ModeratelyRestrictive && is_of_several {
        assert_eq!(expected, RestrictionLevel::MinimallyRestrictive, "{text:?}");
    } else {
        assert_eq!(ours, expected, "{text:?}");
    }
}

#[test]
fn the_restriction_level_of_every_character() {
    for c in ('\0'..=char::MAX).filter(|&c| is_allowed(c)) {
        for beside in ["", "a", "б", "ω", "中", "あ", "한", "ㄅ", "क", "ا", "1"] {
            assert_level(&format!("{beside}{c}"));
        }
    }
    assert_level("I love");
}

fn text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        "[a-zA-Z0-9]",
        "[а-яєіѕ]",
        "[α-ω]",
        "[\u{300}-\u{36F}]",
        "[\u{AC00}-\u{AC20}]",
        "[\u{FB00}-\u{FB20}]",
        "[\u{1D400}-\u{1D500}]",
        "[中文日本あアㄅ한कঅ]",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(odd, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn the_skeleton_of_any_text(text in text()) {
        prop_assert_eq!(skeleton(&text), theirs(&text));
        // what the standard promises of skeletons
        prop_assert_eq!(skeleton(&skeleton(&text)), skeleton(&text));
        prop_assert!(is_confusable(&text, &skeleton(&text)));
    }

    #[test]
    fn the_restriction_level_of_any_text(text in text()) {
        assert_level(&text);
        // Unknown is a script to us, and none to them
        if text.chars().all(|c| script(c) != Script::Unknown) {
            prop_assert_eq!(is_mixed_script(&text), !text.as_str().is_single_script());
        }
    }
}
