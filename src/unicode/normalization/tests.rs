//! Every code point and every pair that composes, against `unicode-normalization`.

use alloc::{format, string::String, vec, vec::Vec};

use proptest::prelude::*;
use unicode_normalization::{
    UnicodeNormalization as _,
    char::{canonical_combining_class, compose as compose_theirs},
};

use super::{Form, Normalizer, class::Mark, compose::compose, decompose::kind};
use crate::unicode::{UNCHANGED, tables::normalization::*};

const FORMS: [Form; 4] = [Form::NFC, Form::NFD, Form::NFKC, Form::NFKD];

fn ours(form: Form, text: &str) -> String {
    let mut normalizer = Normalizer::new(form);
    match normalizer.change(text) {
        Some(changed) => changed.collect(),
        None => text.into(),
    }
}

fn theirs(form: Form, text: &str) -> String {
    match form {
        Form::NFC => text.nfc().collect(),
        Form::NFD => text.nfd().collect(),
        Form::NFKC => text.nfkc().collect(),
        _ => text.nfkd().collect(),
    }
}

#[track_caller]
fn compare(text: &str) {
    for form in FORMS {
        assert_eq!(
            ours(form, text),
            theirs(form, text),
            "{form:?} of {}",
            text.escape_unicode()
        );
    }
}

/// The characters that compose with one before them, but for Hangul.
fn seconds() -> Vec<char> {
    let seconds = ('\0'..=char::MAX).filter(|&c| Mark::of(c).second() != 0);
    seconds.collect()
}

/// One mark of each combining class.
fn marks() -> Vec<char> {
    let mut marks: Vec<char> = ('\0'..=char::MAX)
        .filter(|&c| Mark::of(c).class() != 0)
        .collect();
    marks.sort_by_key(|&c| Mark::of(c).class());
    marks.dedup_by_key(|c| Mark::of(*c).class());
    marks
}

#[test]
fn every_code_point_alone() {
    for c in '\0'..=char::MAX {
        assert_eq!(Mark::of(c).class(), canonical_combining_class(c), "{c:?}");
        compare(c.encode_utf8(&mut [0; 4]));
    }
}

#[test]
fn nothing_reaches_across_a_stable_character() {
    let mut normalizers = FORMS.map(Normalizer::new);
    let mut stable = 0;
    for c in '\0'..=char::MAX {
        let unchanged = UNCHANGED.prefix(c.encode_utf8(&mut [0; 4])) > 0;
        for (form, normalizer) in FORMS.into_iter().zip(&mut normalizers) {
            assert!(!unchanged || form.is_stable(c), "{form:?} {c:?}");
            if form.is_stable(c) {
                stable += 1;
                assert_eq!(canonical_combining_class(c), 0, "{form:?} {c:?}");
                let waits = !form.composed || Mark::of(c).second() == 0;
                assert!(waits, "{form:?} {c:?}");
                let alone = normalizer.change(c.encode_utf8(&mut [0; 4])).is_none();
                assert!(alone, "{form:?} {c:?}");
            }
        }
    }
    assert!(stable > 4_000_000, "{stable}");
}

#[test]
fn every_pair_that_composes_and_no_other() {
    let (seconds, mut composed) = (seconds(), 0);
    assert_eq!(seconds.len(), 72);
    for first in '\0'..='\u{1FFFF}' {
        for &second in &seconds {
            let ours = compose(first, second);
            assert_eq!(ours, compose_theirs(first, second), "{first:?} {second:?}");
            composed += usize::from(ours.is_some());
        }
    }
    assert_eq!(composed, FIRSTS.len() + WIDE.len());
}

#[test]
fn every_hangul_syllable_from_its_letters() {
    let mut text = String::new();
    for lead in '\u{10FF}'..='\u{1113}' {
        for vowel in '\u{1160}'..='\u{1176}' {
            for trail in '\u{11A6}'..='\u{11C3}' {
                text.clear();
                text.extend([lead, vowel, trail]);
                assert_eq!(ours(Form::NFC, &text), theirs(Form::NFC, &text), "{text:?}");
            }
        }
    }
    for syllable in '\u{ABFF}'..='\u{D7A4}' {
        for second in ['\u{1161}', '\u{11A7}', '\u{11A8}', '\u{11C2}', '\u{301}'] {
            compare(&format!("{syllable}{second}"));
        }
    }
}

#[test]
fn every_character_that_changes_before_and_after_each_second() {
    let seconds = seconds();
    let changes = |&c: &char| kind(c).is_some() || seconds.contains(&c);
    let (mut text, mut count) = (String::new(), 0);
    for c in ('\0'..=char::MAX).filter(changes) {
        for &second in &seconds {
            text.clear();
            text.extend([c, second, 'a', second, c]);
            for form in [Form::NFC, Form::NFKC] {
                assert_eq!(ours(form, &text), theirs(form, &text), "{text:?}");
            }
            count += 1;
        }
    }
    assert!(count > 400_000, "{count}");
}

#[test]
fn every_first_with_two_marks() {
    let (seconds, marks) = (seconds(), marks());
    let mut firsts: Vec<char> = FIRSTS
        .iter()
        .filter_map(|&first| char::from_u32(first.into()))
        .collect();
    firsts.sort_unstable();
    firsts.dedup();
    let mut text = String::new();
    for first in firsts {
        for &mark in &marks {
            for &second in seconds.iter().take(24) {
                text.clear();
                text.extend([first, mark, second]);
                for form in [Form::NFC, Form::NFD] {
                    assert_eq!(ours(form, &text), theirs(form, &text), "{text:?}");
                }
            }
        }
    }
}

#[test]
fn long_runs_of_marks_are_put_in_order() {
    let marks = marks();
    for length in [15, 16, 17, 31, 32, 33, 34, 200, 5000] {
        let run = marks.iter().rev().cycle().take(length);
        let text: String = core::iter::once(&'e').chain(run).collect();
        compare(&text);
        compare(text.get(1..).unwrap());
    }
}

#[test]
fn a_megabyte_of_marks_is_put_in_order() {
    let text = "\u{301}\u{316}".repeat(250_000); // COMBINING ACUTE ACCENT, COMBINING GRAVE ACCENT BELOW
    let normalized = ours(Form::NFC, &text);
    assert!(normalized.starts_with(&"\u{316}".repeat(250_000)));
    assert_eq!(normalized.len(), text.len());
}

/// Characters that do something in normalization, and some that don't.
fn character() -> impl Strategy<Value = char> {
    let point =
        |range: core::ops::RangeInclusive<char>| prop::char::range(*range.start(), *range.end());
    prop_oneof![
        point('a'..='z'),
        point('\u{A0}'..='\u{24F}'),
        point('\u{300}'..='\u{36F}'),
        point('\u{590}'..='\u{6FF}'),
        point('\u{900}'..='\u{DFF}'),
        point('\u{F00}'..='\u{FFF}'),
        point('\u{1100}'..='\u{11FF}'),
        point('\u{1D00}'..='\u{1FFF}'),
        point('\u{AC00}'..='\u{D7FF}'),
        point('\u{F900}'..='\u{FFFF}'),
        point('\u{11000}'..='\u{119FF}'),
        prop::sample::select(seconds()),
        prop::sample::select(marks()),
        any::<char>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(characters in prop::collection::vec(character(), 0..40)) {
        let text: String = characters.into_iter().collect();
        for form in FORMS {
            prop_assert_eq!(ours(form, &text), theirs(form, &text), "{:?}", form);
        }
    }
}
