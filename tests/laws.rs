//! What holds for every text.

use std::borrow::Cow;

use crate::text::{policy, policy_in_any_form, text};
use proptest::prelude::*;
use tamis::{Action, NormalizationForm, Policy, Report, Sanitizer};
use unicode_normalization::UnicodeNormalization as _;

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
        for (before, after) in report.map().changes() {
            let inside = report.findings().iter().filter(|f| f.byte_span().start < before.end && before.start < f.byte_span().end);
            let changed: Vec<_> = inside.filter(|f| f.action() != Action::Kept).collect();
            if changed.iter().any(|f| f.byte_span().start <= before.start && before.end <= f.byte_span().end) {
                continue;
            }
            // else normalization had a hand in it: without what was removed, the two are canonically equivalent
            prop_assume!(changed.iter().all(|f| f.action() == Action::Removed));
            let left: String = dirty[before.clone()].char_indices().filter(|(at, _)| {
                !changed.iter().any(|f| f.byte_span().contains(&(before.start + at)))
            }).map(|(_, c)| c).collect();
            prop_assert_eq!(left.nfc().collect::<String>(), &report.clean()[after.clone()], "{:?} in {:?}", before, report.findings());
        }
        if !report.findings().iter().any(|f| f.action() != Action::Kept) && dirty.nfc().eq(dirty.chars()) {
            prop_assert!(matches!(report.clean(), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn every_signal_is_explained_on_one_line_that_hides_nothing(dirty in text(), policy in policy()) {
        let report = Sanitizer::new(policy).sanitize(&dirty);
        let signals = report.risk().signals();
        prop_assert_eq!(report.explain().count(), signals.len());
        for (explanation, signal) in report.explain().zip(signals) {
            prop_assert_eq!(explanation.signal(), signal);
            prop_assert_eq!(explanation.words(), &dirty[signal.byte_span()]);
            let line = explanation.to_string();
            prop_assert!(!line.contains(|c: char| c.is_control() || tamis::unicode::name(c).is_some()), "{:?}", line);
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
    fn clean_is_normalized(dirty in text()) {
        let forms = [NormalizationForm::Nfc, NormalizationForm::Nfd, NormalizationForm::Nfkc, NormalizationForm::Nfkd];
        for form in forms {
            let sanitizer = Sanitizer::new(Policy::chat().with_normalization(Some(form)));
            let clean = sanitizer.sanitize(&dirty).into_clean();
            let normalized: String = match form {
                NormalizationForm::Nfc => clean.nfc().collect(),
                NormalizationForm::Nfd => clean.nfd().collect(),
                NormalizationForm::Nfkc => clean.nfkc().collect(),
                _ => clean.nfkd().collect(),
            };
            prop_assert_eq!(&normalized, &*clean);
            let again = sanitizer.sanitize(&clean).into_clean();
            prop_assert_eq!(&*again, &*clean);
        }
    }

    #[test]
    fn what_chat_removes_is_gone(dirty in text()) {
        // these have no exception at all
        let forbidden = |c: char| matches!(c, '\u{202D}' | '\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{AD}' | '\u{E0001}' | '\u{0}'..='\u{8}' | '\u{B}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}');
        let report = tamis::sanitize(&dirty);
        prop_assert!(!report.clean().chars().any(forbidden), "{:?}", report.clean());
    }

    #[test]
    fn ascii_without_findings_is_borrowed(dirty in "[ -~\t\n]{0,200}") {
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

    // what lets a text be cleaned in parts: no stage looks across a line feed, unless the policy has markup read whole
    #[test]
    fn lines_apart_come_out_as_together(dirty in text(), policy in policy_in_any_form()) {
        let sanitizer = Sanitizer::new(policy.with_whole_markup(false));
        let (mut clean, mut findings, mut at) = (String::new(), Vec::new(), 0);
        for line in dirty.split_inclusive('\n') {
            let report = sanitizer.sanitize(line);
            clean += report.clean();
            findings.extend(report.findings().iter().map(|f| (f.rule(), at + f.byte_span().start..at + f.byte_span().end, f.action())));
            at += line.len();
        }
        let whole = sanitizer.sanitize(&dirty);
        prop_assert_eq!(&clean, &**whole.clean());
        let together: Vec<_> = whole.findings().iter().map(|f| (f.rule(), f.byte_span(), f.action())).collect();
        prop_assert_eq!(findings, together);
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

/// A line is looked at in stretches, which lie elsewhere once letters have become shorter: what each of them says of the
/// writer may change, and cleaning must come to rest all the same.
#[test]
fn long_lines_are_cleaned_once_and_for_all() {
    let words = [
        "ignоre",
        "pаypal",
        "tuа",
        "nα",
        "вiн",
        "prоверка",
        "naїve",
        "Менiң",
        "𝐢𝐠𝐧𝐨𝐫𝐞",
        "hν",
        "lɩne",
        "pass౦wօrd",
        "в Photoshopе",
        "νερo",
        "fi│e",
        "ｆile",
        "\u{FB01}nally",
        "о\u{301}n",
    ];
    let fillers = [
        "plain words of a line that goes on and on without an end ",
        "обычные слова одной строки без конца и без начала ",
        "γράμματα μιας γραμμής που δεν τελειώνει ποτέ ",
        "mots d’une même ligne où tout est à sa place ",
    ];
    for (seed, length) in [(1_usize, 20_000), (2, 60_000)] {
        for gap in [1, 3, 7, 20] {
            let mut line = String::new();
            let mut at = seed;
            while line.len() < length {
                at = at
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let pick = |of: usize| (at >> 33) % of;
                for _ in 0..=pick(gap) {
                    line.push_str(fillers[pick(fillers.len())]);
                }
                line.push_str(words[pick(words.len())]);
                line.push(' ');
            }
            for policy in [Policy::chat(), Policy::document(), Policy::strict()] {
                let sanitizer = Sanitizer::new(policy);
                let once = sanitizer.sanitize(&line).into_clean().into_owned();
                assert!(once != line);
                assert_eq!(once, &**sanitizer.sanitize(&once).clean(), "{length} {gap}");
            }
        }
    }
}
