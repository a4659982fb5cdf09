//! Spotlighted text is where it says it is, and comes back.

use proptest::prelude::*;
use tamis::{Sanitizer, SpotlightMode, spotlight};

use crate::text::text;

const MODES: [SpotlightMode; 4] = [
    SpotlightMode::Delimit,
    SpotlightMode::Datamark,
    SpotlightMode::Base64,
    SpotlightMode::Rot13,
];

/// What boundaries are made of, in the forms in which a text may have it.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "<<untrusted-text-",
        "<<",
        "untrusted",
        "UNTRUSTED",
        "-text-",
        "30313233343536373839616263646566",
        ">>",
        " ",
        "\u{A0}",   // NO-BREAK SPACE
        "\u{200B}", // ZERO WIDTH SPACE
        "\u{FF1C}", // FULLWIDTH LESS-THAN SIGN
        "&lt;",
        "&#x3C;",
        "\n",
        "\u{203B}\u{2038}", // two of the markers
        "\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}\u{4E5D}\u{5341}",
        "e\u{301}",
        "word",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![pieces(), text(), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_boundary_stands_exactly_twice(text in any_text(), nonce in any::<[u8; 16]>()) {
        for mode in MODES {
            let marked = spotlight(&text, mode, &nonce).unwrap();
            let boundary = marked.boundary();
            prop_assert_eq!(marked.text().matches(boundary).count(), 2);
            prop_assert!(marked.text().starts_with(boundary) && marked.text().ends_with(boundary));
            prop_assert!(marked.system_prompt().contains(boundary));
            // and nothing between them looks like one, whatever its random part
            let guard = Sanitizer::new(tamis::Policy::report_only()).with_boundaries(["<<untrusted-text-"]).unwrap();
            let content = &marked.text()[marked.content_span()];
            let alike = guard.sanitize(content).findings().iter().filter(|f| f.rule() == tamis::Rule::CallerBoundary).count();
            prop_assert_eq!(alike, 0, "{:?}", content);
        }
    }

    #[test]
    fn undo_gives_the_text_back(text in any_text(), nonce in any::<[u8; 16]>()) {
        let has_label = |text: &str| {
            let guard = Sanitizer::new(tamis::Policy::report_only()).with_boundaries(["<<untrusted-text-"]).unwrap();
            guard.sanitize(text).findings().iter().any(|f| f.rule() == tamis::Rule::CallerBoundary)
        };
        for mode in MODES {
            let marked = spotlight(&text, mode, &nonce).unwrap();
            if mode == SpotlightMode::Base64 {
                prop_assert_eq!(marked.undo(), text.clone());
            } else if !has_label(&text) && mode != SpotlightMode::Rot13 {
                prop_assert_eq!(marked.undo(), text.clone());
            }
            if let Some(marker) = marked.marker() {
                prop_assert!(!text.contains(marker));
            }
        }
    }

    #[test]
    fn rot13_comes_back(text in "[ -~\\n]{0,80}", nonce in any::<[u8; 16]>()) {
        let marked = spotlight(&text, SpotlightMode::Rot13, &nonce).unwrap();
        prop_assert_eq!(marked.undo(), text);
    }

    #[test]
    fn boundaries_of_the_caller_hold_in_streams(text in any_text(), cut in any::<prop::sample::Index>()) {
        let sanitizer = Sanitizer::default().with_boundaries(["<<untrusted-text-", "== END =="]).unwrap();
        let whole = sanitizer.sanitize(&text);
        let mut stream = sanitizer.stream();
        let (first, second) = text.split_at(text.floor_char_boundary(cut.index(text.len() + 1)));
        let mut clean = stream.push_str(first).to_owned();
        clean += stream.push_str(second);
        let end = stream.finish();
        clean += end.clean();
        prop_assert_eq!(&clean, &**whole.clean());
        prop_assert_eq!(end.findings(), whole.findings());
        prop_assert_eq!(sanitizer.sanitize(&clean).into_clean(), &*clean);
    }
}

#[test]
fn each_word_is_marked() {
    let marked = spotlight("one two\n\tthree", SpotlightMode::Datamark, &[0; 16]).unwrap();
    let marker = marked.marker().unwrap();
    let content = &marked.text()[marked.content_span()];
    assert_eq!(content, format!("{marker}one {marker}two\n\t{marker}three"));
    // in scripts without spaces, every few letters
    let han = "\u{4E00}".repeat(30);
    let marked = spotlight(&han, SpotlightMode::Datamark, &[0; 16]).unwrap();
    let content = &marked.text()[marked.content_span()];
    assert_eq!(content.matches(marker).count(), 4);
}

#[test]
fn a_text_full_of_markers_gets_a_longer_one() {
    let symbols: String = (0_u8..=255)
        .filter_map(|first| {
            let marked = spotlight("", SpotlightMode::Datamark, &[first; 16]).ok()?;
            marked.marker().map(str::to_owned)
        })
        .collect();
    let marked = spotlight(&symbols, SpotlightMode::Datamark, &[7; 16]).unwrap();
    assert!(!symbols.contains(marked.marker().unwrap()));
    assert_eq!(marked.undo(), symbols);
}

#[test]
fn too_little_randomness_is_refused() {
    let error = spotlight("text", SpotlightMode::Delimit, &[1; 15]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "15 random bytes are not enough: expected 16 or more"
    );
}

#[test]
fn other_randomness_makes_another_boundary() {
    let boundary = |nonce: &[u8]| {
        let marked = spotlight("text", SpotlightMode::Delimit, nonce).unwrap();
        marked.boundary().to_owned()
    };
    assert_ne!(boundary(&[1; 16]), boundary(&[2; 16]));
    assert_ne!(boundary(&[1; 16]), boundary(&[1; 32]));
}
