//! Normalization through the public API: the conformance test of UAX #15, and text in bulk.

use std::{collections::HashSet, fs, path::Path};

use tamis::{NormalizationForm, Policy, Rule, Sanitizer};
use unicode_normalization::UnicodeNormalization as _;

const FORMS: [NormalizationForm; 4] = [
    NormalizationForm::Nfc,
    NormalizationForm::Nfd,
    NormalizationForm::Nfkc,
    NormalizationForm::Nfkd,
];

/// Normalizes and does nothing else.
fn sanitizer(form: NormalizationForm) -> Sanitizer {
    let policy = Policy::chat().with_normalization(Some(form));
    Sanitizer::new(
        Rule::ALL
            .iter()
            .fold(policy, |policy, &rule| policy.without_rule(rule)),
    )
}

fn normalize(form: NormalizationForm, text: &str) -> String {
    let report = sanitizer(form).sanitize(text);
    assert!(report.findings().is_empty(), "{}", text.escape_unicode());
    assert_eq!(report.changed(), report.clean() != text);
    report.into_clean().into_owned()
}

/// The five columns of a line of the official test: source, NFC, NFD, NFKC, NFKD.
fn columns(line: &str) -> Option<[String; 5]> {
    let data = line.split('#').next()?;
    let text = |field: &str| {
        let points = field.split(' ').map(|hex| u32::from_str_radix(hex, 16));
        points.map(|point| char::from_u32(point.ok()?)).collect()
    };
    let columns = data.split(';').take(5).map(text);
    columns.collect::<Option<Vec<String>>>()?.try_into().ok()
}

#[test]
fn every_line_of_the_conformance_test() {
    let path = "../shared/unicode/18.0.0/ucd/NormalizationTest.txt";
    if !Path::new(path).is_file() {
        println!("skipped: no {path}");
        return;
    }
    let file = fs::read_to_string(path).unwrap();
    let (mut lines, mut alone) = (0, HashSet::new());
    for line in file.lines().filter(|line| !line.starts_with(['#', '@'])) {
        let [source, nfc, nfd, nfkc, nfkd] = &columns(line).expect(line);
        for (form, expected, of) in [
            (FORMS[0], nfc, &[source, nfc, nfd][..]),
            (FORMS[0], nfkc, &[nfkc, nfkd]),
            (FORMS[1], nfd, &[source, nfc, nfd]),
            (FORMS[1], nfkd, &[nfkc, nfkd]),
            (FORMS[2], nfkc, &[source, nfc, nfd, nfkc, nfkd]),
            (FORMS[3], nfkd, &[source, nfc, nfd, nfkc, nfkd]),
        ] {
            for text in of {
                assert_eq!(normalize(form, text), *expected, "{form:?} of {line}");
            }
        }
        alone.extend(
            source
                .chars()
                .next()
                .filter(|c| source.len() == c.len_utf8()),
        );
        lines += 1;
    }
    assert!(
        lines > 20_000 && alone.len() > 17_000,
        "{lines} lines, {} alone",
        alone.len()
    );
    // a code point that the file has no line for stays as it is; line feeds keep them apart
    let others = ('\0'..=char::MAX).filter(|c| !alone.contains(c));
    let others: String = others.flat_map(|c| [c, '\n']).collect();
    for form in FORMS {
        assert_eq!(
            sanitizer(form).sanitize(&others).clean(),
            &*others,
            "{form:?}"
        );
    }
    println!("{lines} lines");
}

#[test]
fn a_text_with_every_code_point() {
    let text: String = ('\0'..=char::MAX).collect();
    for form in FORMS {
        let expected: String = match form {
            NormalizationForm::Nfc => text.nfc().collect(),
            NormalizationForm::Nfd => text.nfd().collect(),
            NormalizationForm::Nfkc => text.nfkc().collect(),
            _ => text.nfkd().collect(),
        };
        assert!(normalize(form, &text) == expected, "{form:?}");
    }
}
