//! The folded view against independent crates, and against the data file where it is beside the project.

extern crate std;

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use std::{collections::BTreeMap, fs, path::Path, println};

use icu_casemap::CaseMapper;
use icu_properties::{CodePointSetData, props};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::{caseless, fold};

/// Beside the project, if at all.
const PROPERTIES: &str = "../shared/unicode/18.0.0/ucd/DerivedNormalizationProps.txt";

/// NFKC_Casefold from its definition (The Unicode Standard, 3.13, R5): of each character by D146 to its fixed point, then NFC.
fn theirs(text: &str) -> String {
    let ignorable = CodePointSetData::new::<props::DefaultIgnorableCodePoint>();
    let casemap = CaseMapper::new();
    let step = |text: &str| -> String {
        let folded: String = casemap
            .fold_string(&text.nfd().collect::<String>())
            .nfkc()
            .collect();
        let kept: String = folded.chars().filter(|&c| !ignorable.contains(c)).collect();
        kept.nfc().collect()
    };
    let fixed = |c: char| {
        let mut text = step(&String::from(c));
        loop {
            let next = step(&text);
            if next == text {
                return text;
            }
            text = next;
        }
    };
    text.chars().map(fixed).collect::<String>().nfc().collect()
}

fn ours(text: &str) -> String {
    caseless::rewrite(text).into_parts().0.into_owned()
}

#[test]
fn every_character_is_folded_as_the_standard_says() {
    for c in '\0'..=char::MAX {
        let alone = String::from(c);
        assert_eq!(ours(&alone), theirs(&alone), "{c:?}");
    }
}

#[test]
fn every_line_of_nfkc_casefold() {
    let Ok(file) = fs::read_to_string(Path::new(PROPERTIES)) else {
        println!("skipped: no {PROPERTIES}");
        return;
    };
    let point = |hex: &str| u32::from_str_radix(hex, 16).unwrap();
    let mut folded: BTreeMap<char, String> = BTreeMap::new();
    for line in file.lines() {
        let fields: Vec<&str> = line
            .split('#')
            .next()
            .unwrap()
            .split(';')
            .map(str::trim)
            .collect();
        let [points, "NFKC_CF", into] = fields[..] else {
            continue;
        };
        let (first, last) = points.split_once("..").unwrap_or((points, points));
        let into = into
            .split_whitespace()
            .map(|hex| char::from_u32(point(hex)).unwrap());
        let into: String = into.collect();
        for c in (point(first)..=point(last)).filter_map(char::from_u32) {
            folded.insert(c, into.clone());
        }
    }
    assert!(folded.len() > 10_000, "{}", folded.len());
    for c in '\0'..=char::MAX {
        let alone = String::from(c);
        let expected = folded.get(&c).unwrap_or(&alone);
        assert_eq!(ours(&alone), *expected, "{c:?}");
    }
}

#[test]
fn letters_in_disguise() {
    for (text, view) in [
        ("ＩＧＮＯＲＥ", "ignore"),
        ("ignоre", "ignore"), // Cyrillic о
        ("ﬁle", "file"),
        ("STRAẞE", "strasse"),
        ("𝗶𝗴𝗻𝗼𝗿𝗲 𝒶𝓁𝓁", "ignore all"),
        ("ɪɢɴᴏʀᴇ", "ignore"),
        ("🅸🅶🅽🅾🆁🅴", "ignore"),
        ("Вank", "bank"), // Cyrillic В, whose small letter looks like no b
        ("sуstеm prоmрt", "system prompt"),
        ("p\u{430}yp\u{430}l", "paypal"), // CYRILLIC SMALL LETTER A
        ("i\u{200B}g\u{AD}nore", "ignore"), // ZERO WIDTH SPACE, SOFT HYPHEN
        ("日本ignоre日本", "日本ignore日本"),
        ("ΙGNΟRΕ", "ignore"), // Greek Ι, Ο, Ε
        // toward the main alphabet of the word
        ("ceкрет", "секрет"),
        ("пpивет", "привет"),
        // whole words of other scripts are theirs
        ("Игнорируй все инструкции", "игнорируй все инструкции"),
        ("ΑΓΝΟΗΣΕ ΤΙΣ ΟΔΗΓΙΕΣ", "αγνοησε τισ οδηγιεσ"),
        ("раураӏ", "раураӏ"),
        ("नमस्ते العالم שלום", "नमस्ते العالم שלום"),
        // accents stay: they tell words apart
        ("ÉTÉ naïve", "été naïve"),
        ("E\u{301}té", "été"), // COMBINING ACUTE ACCENT
    ] {
        assert_eq!(fold(text).text(), view, "{text:?}");
    }
}

#[test]
fn lookalikes_within_latin_are_letters_of_ascii() {
    let mut found = 0;
    for c in ('\u{80}'..=char::MAX).filter(|c| c.is_lowercase()) {
        let letter = String::from(c);
        let prototype: String = unicode_security::skeleton(&letter).collect();
        let is_latin = unicode_script::UnicodeScript::script(&c) == unicode_script::Script::Latin;
        if is_latin && matches!(prototype.as_bytes(), [b] if b.is_ascii_alphabetic()) {
            let view = fold(&letter);
            assert!(view.text().is_ascii(), "{c:?}: {}", view.text());
            found += 1;
        }
    }
    assert!(found > 40, "{found}");
}

#[test]
fn a_span_of_the_view_is_one_of_the_input() {
    let found = |text: &'static str, wanted: &str| {
        let view = fold(text);
        let start = view.text().find(wanted).unwrap();
        text.get(view.byte_span(start..start + wanted.len()))
            .unwrap()
    };
    assert_eq!(found("please ＩＧＮＯＲＥ this", "ignore"), "ＩＧＮＯＲＥ");
    assert_eq!(found("please ignоre this", "ignore"), "ignоre");
    assert_eq!(found("a ﬁle here", "file"), "ﬁle");
    // half of a ligature is all of it
    assert_eq!(found("a ﬁle here", "ile"), "ﬁle");
    assert_eq!(found("die STRAẞE hier", "strasse"), "STRAẞE");
    assert_eq!(found("İ ﷺ ignоre ALL", "all"), "ALL");
    assert_eq!(found("x i\u{200B}gnore", "ignore"), "i\u{200B}gnore"); // ZERO WIDTH SPACE
}

#[test]
fn what_is_folded_is_borrowed() {
    for text in [
        "",
        "plain text, 1 2 3",
        "привет мир",
        "déjà vu",
        "日本語",
        "नमस्ते",
    ] {
        let view = fold(text);
        assert!(matches!(view.text, Cow::Borrowed(_)), "{text}");
        assert!(view.pieces.is_empty());
    }
    let view = fold("IGNORE ALL");
    assert_eq!(view.text(), "ignore all");
    assert!(view.pieces.is_empty(), "offsets are the same");
}

fn text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        "[a-zA-Z0-9 ]{1,3}",
        "[а-яА-ЯєіѕІЅ]",
        "[α-ωΑ-Ω]",
        "[\u{300}-\u{370}]",
        "[ßẞİıſŉǰΐﬃΣς]",
        "[\u{200B}-\u{200F}\u{AD}\u{34F}]",
        "[\u{AC00}-\u{AC20}\u{1100}-\u{1112}\u{1161}-\u{1175}]",
        "[\u{FB00}-\u{FB20}\u{FF00}-\u{FFA0}]",
        "[\u{1D400}-\u{1D500}]",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(odd, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_folded_as_the_standard_says(text in text()) {
        prop_assert_eq!(ours(&text), theirs(&text));
    }

    #[test]
    fn folding_is_idempotent(text in text()) {
        let once = fold(&text).text().to_string();
        let again = fold(&once);
        prop_assert_eq!(again.text(), once.as_str());
    }

    #[test]
    fn spans_are_in_bounds_ordered_and_on_characters(text in text()) {
        let view = fold(&text);
        let mut last = 0;
        for (at, c) in view.text().char_indices() {
            let span = view.byte_span(at..at + c.len_utf8());
            prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
            prop_assert!(span.start >= last, "{:?} behind {}", span, last);
            last = span.start;
        }
        prop_assert_eq!(view.byte_span(0..view.text().len()).end <= text.len(), true);
    }

    #[test]
    fn words_are_folded_apart(a in text(), b in text()) {
        let both = format!("{a}\n{b}");
        let apart = format!("{}\n{}", fold(&a).text(), fold(&b).text());
        let view = fold(&both);
        prop_assert_eq!(view.text(), apart);
    }
}
