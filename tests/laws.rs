//! What holds for every text.

use std::borrow::Cow;

use proptest::prelude::*;
use tamis::{Action, Policy, Report, Sanitizer};

/// Characters that stages look at, and the neighbours that decide: a text of these meets every branch.
fn interesting() -> impl Strategy<Value = char> {
    prop_oneof![
        prop::sample::select(vec![
            '\u{0}', '\u{7}', '\u{8}', '\t', '\n', '\u{B}', '\u{C}', '\r', '\u{1B}', '\u{7F}', '\u{85}', '\u{90}', '\u{9B}', '\u{9C}',
            '\u{AD}', '\u{34F}', '\u{61C}', '\u{115F}', '\u{1160}', '\u{17B4}', '\u{180B}', '\u{180E}', '\u{200B}', '\u{200C}', '\u{200D}',
            '\u{200E}', '\u{200F}', '\u{202A}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2060}', '\u{2062}', '\u{2064}', '\u{2065}',
            '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{206A}', '\u{2800}', '\u{3164}', '\u{E000}', '\u{FE00}', '\u{FE0F}',
            '\u{FEFF}', '\u{FFA0}', '\u{FFF9}', '\u{FFFE}', '\u{13430}', '\u{1BCA0}', '\u{1D173}', '\u{E0001}', '\u{E0067}',
            '\u{E007F}', '\u{E0100}', '\u{E01EF}', '\u{E0FFF}', '\u{10FFFF}', '\u{378}',
        ]),
        prop::sample::select("a1 [](;\\]PXm8B.@/:".chars().collect::<Vec<_>>()),
        // neighbours: Arabic, virama, Bengali, Khmer, Hangul, Braille, Mongolian, ideograph, twins, marks, emoji, flags, music
        prop::sample::select("\u{645}\u{62E}\u{5D0}\u{661}\u{94D}\u{915}\u{9B0}\u{1780}\u{1100}\u{1161}\u{11A8}\u{3131}\u{2801}\u{1820}\u{845B}\u{430}\u{43E}\u{3BF}\u{301}\u{2764}\u{1F469}\u{1F3FD}\u{1F3F4}\u{1F1E6}\u{1D158}\u{13000}\u{2211}".chars().collect::<Vec<_>>()),
        // letters that look alike, styled ones, and the neighbours that decide
        prop::sample::select("ognIlрѕіІτκαισօꓲᎪוا۱ıɡǀ∪│𝐢𝑥𝟏ℝＩｉⓘⅠˢᵗɪɴ🇮🇬🇺🇸п".chars().collect::<Vec<_>>()),
        prop::char::range('\u{E0061}', '\u{E007A}'),
        any::<char>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(interesting(), 0..40).prop_map(String::from_iter),
        1 => any::<String>(),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    let presets = [
        Policy::chat(),
        Policy::document(),
        Policy::code(),
        Policy::strict(),
        Policy::report_only(),
    ];
    let escaped = tamis::Rule::ALL
        .iter()
        .fold(Policy::chat(), |policy, &rule| {
            policy.with_action(rule, Action::Escaped)
        });
    prop::sample::select(presets.into_iter().chain([escaped]).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_is_idempotent(dirty in text(), policy in policy()) {
        let sanitizer = Sanitizer::new(policy);
        let once = sanitizer.sanitize(&dirty).into_clean().into_owned();
        let twice = sanitizer.sanitize(&once);
        prop_assert_eq!(&*once, &**twice.clean());
    }

    #[test]
    fn findings_are_ordered_disjoint_and_on_boundaries(dirty in text(), policy in policy()) {
        let report = Sanitizer::new(policy).sanitize(&dirty);
        let mut end = 0;
        for finding in report.findings() {
            let span = finding.byte_span();
            prop_assert!(end <= span.start && span.start < span.end, "{:?} after {}", span, end);
            prop_assert!(dirty.get(span.clone()).is_some(), "{:?} in {:?}", span, dirty);
            end = span.end;
        }
        for reveal in report.reveals() {
            prop_assert!(dirty.get(reveal.byte_span()).is_some());
            prop_assert!((0.0..=1.0).contains(&reveal.share()));
        }
    }

    #[test]
    fn what_changed_lies_in_a_finding_that_says_so(dirty in text(), policy in policy()) {
        let report = Sanitizer::new(policy).sanitize(&dirty);
        for (before, _) in report.map().changes() {
            let finding = report.findings().iter().find(|f| f.byte_span().start <= before.start && before.end <= f.byte_span().end);
            prop_assert!(finding.is_some_and(|f| f.action() != Action::Kept), "{before:?} in {:?}", report.findings());
        }
        if !report.findings().iter().any(|f| f.action() != Action::Kept) {
            prop_assert!(matches!(report.clean(), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn the_map_rebuilds_clean_from_dirty(dirty in text(), policy in policy()) {
        let report = Sanitizer::new(policy).sanitize(&dirty);
        let (mut rebuilt, mut done) = (String::new(), 0);
        for (before, after) in report.map().changes() {
            rebuilt.push_str(&dirty[done..before.start]);
            prop_assert_eq!(rebuilt.len(), after.start);
            rebuilt.push_str(&report.clean()[after.clone()]);
            done = before.end;
        }
        rebuilt.push_str(&dirty[done..]);
        prop_assert_eq!(&rebuilt, &**report.clean());
    }

    #[test]
    fn offsets_lead_back_in_both_units(dirty in text(), policy in policy()) {
        let report = Sanitizer::new(policy).sanitize(&dirty);
        let (map, clean) = (report.map(), &**report.clean());
        let changed = |at: usize| map.changes().any(|(_, after)| after.start <= at && at < after.end);
        for (at, c) in clean.char_indices().filter(|&(at, _)| !changed(at)) {
            let back = map.to_dirty(at);
            prop_assert_eq!(dirty[back..].chars().next(), Some(c));
            prop_assert_eq!(map.to_clean(back), at);
            let units = |text: &str| text.encode_utf16().count();
            prop_assert_eq!(map.to_dirty_utf16(units(&clean[..at])), units(&dirty[..back]));
            prop_assert_eq!(map.to_clean_utf16(units(&dirty[..back])), units(&clean[..at]));
        }
        prop_assert_eq!(map.to_clean(dirty.len()), clean.len());
        for (finding, utf16) in report.findings().iter().zip(report.utf16_spans()) {
            let units: Vec<u16> = dirty.encode_utf16().collect();
            prop_assert_eq!(String::from_utf16(&units[utf16]).unwrap(), &dirty[finding.byte_span()]);
        }
    }

    #[test]
    fn what_chat_removes_is_gone(dirty in text()) {
        // these have no exception at all
        let forbidden = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{AD}' | '\u{E0001}' | '\u{0}'..='\u{8}' | '\u{B}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}');
        let report = tamis::sanitize(&dirty);
        prop_assert!(!report.clean().chars().any(forbidden), "{:?}", report.clean());
    }

    #[test]
    fn ascii_without_findings_is_borrowed(dirty in "[ -~\t\n\r]{0,200}") {
        let report = tamis::sanitize(&dirty);
        prop_assert!(matches!(report.clean(), Cow::Borrowed(_)));
        prop_assert_eq!(report.findings().len(), 0);
    }

    #[test]
    fn bytes_and_units_never_fail(bytes in prop::collection::vec(any::<u8>(), 0..60), units in prop::collection::vec(any::<u16>(), 0..40)) {
        for decoded in [tamis::Decoded::from_bytes(&bytes), tamis::Decoded::from_utf16(&units)] {
            let sanitizer = Sanitizer::default();
            let report = sanitizer.sanitize_decoded(&decoded);
            let faults = report.findings().iter().filter(|f| f.origin_span().is_some());
            prop_assert_eq!(faults.count() > 0, !decoded.is_faithful());
        }
        // a lone surrogate and the U+FFFD for it are one unit each, so that JavaScript's offsets stay
        let decoded = tamis::Decoded::from_utf16(&units);
        prop_assert_eq!(decoded.text().encode_utf16().count(), units.len());
    }

    #[test]
    fn limits_are_kept_and_reported(dirty in text(), max in 0_usize..30) {
        for fail_open in [false, true] {
            let limits = tamis::Limits::new().with_max_input_bytes(max);
            let report_of = |text| {
                let sanitizer = Sanitizer::new(Policy::chat().with_limits(limits).with_fail_open(fail_open));
                let report: Report<'_> = sanitizer.sanitize(text);
                (report.clean().len(), report.findings().last().map(tamis::Finding::rule))
            };
            let (len, last) = report_of(&dirty);
            prop_assert_eq!(dirty.len() > max, last == Some(tamis::Rule::InputLimit));
            if !fail_open {
                prop_assert!(len <= max.max(3) * 3);
            }
        }
    }
}
