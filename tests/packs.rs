//! Packs: what `tests/packs/` says of them, and that nothing that was changed is taken.

use std::fs;

use proptest::prelude::*;
use serde::Deserialize;
use tamis::{OwnRule, OwnRules, Pack, PackError, PackKey, PackSecret, PackVerifier, Source};

/// A file of `tests/packs`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    pack: String,
    keys: Vec<String>,
    id: Option<String>,
    #[serde(default)]
    least: u64,
    refused: Option<String>,
    opened: Option<Opened>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Opened {
    id: String,
    version: u64,
    rules: Vec<String>,
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    digits
        .chunks(2)
        .map(|pair| (pair[0] * 16 + pair[1]) as u8)
        .collect()
}

#[test]
fn packs_are_taken_and_refused_as_the_cases_say() {
    let text = fs::read_to_string("tests/packs/packs.toml").unwrap();
    let file: File = toml::from_str(&text).unwrap();
    assert!(file.case.len() > 10);
    for case in file.case {
        let Case { name, why, .. } = case;
        let keys = case.keys.iter().map(|key| key.parse::<PackKey>().unwrap());
        let mut verifier = PackVerifier::new(keys).with_least_version(case.least);
        if let Some(id) = case.id {
            verifier = verifier.with_id(id);
        }
        let verified = verifier.verify(&bytes(&case.pack));
        let opened = verified.as_ref().ok().map(|pack| Opened {
            id: pack.id().into(),
            version: pack.version(),
            rules: pack
                .rules()
                .rules()
                .iter()
                .map(|rule| rule.id().into())
                .collect(),
        });
        let refused = verified.as_ref().err().map(PackError::to_string);
        assert_eq!(
            (opened, refused),
            (case.opened, case.refused),
            "{name}: {why}"
        );
    }
}

fn secret() -> PackSecret {
    PackSecret::from_seed(*b"a seed of thirty-two known bytes")
}

fn rules() -> OwnRules {
    let rule = OwnRule::new("acme/vault", "asks for the vault")
        .with_weight(Source::Tool, 80)
        .with_negatable(true)
        .with_pattern("{open} ..2 vault")
        .with_example("unseal the vault")
        .with_counter("the vault is sealed");
    OwnRules::new()
        .with_words("open", "unseal, prise open")
        .with_rule(rule)
}

fn pack() -> Vec<u8> {
    secret().sign("acme/office", 5, &rules()).unwrap()
}

fn verifier() -> PackVerifier {
    PackVerifier::new([secret().key()])
}

#[test]
fn a_pack_gives_back_what_was_signed() {
    let pack = verifier().verify(&pack()).unwrap();
    assert_eq!(
        (pack.id(), pack.version(), pack.key()),
        ("acme/office", 5, secret().key())
    );
    assert_eq!(pack.rules(), &rules());
    let none = secret().sign("none", u64::MAX, &OwnRules::new()).unwrap();
    assert_eq!(verifier().verify(&none).unwrap().version(), u64::MAX);
}

#[test]
fn one_changed_bit_is_one_too_many() {
    let whole = pack();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(verifier().verify(&changed).is_err(), "byte {at}");
        changed[at] = !whole[at];
        assert!(verifier().verify(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn what_is_missing_or_added_is_named() {
    let whole = pack();
    for end in 0..whole.len() {
        assert_eq!(
            verifier().verify(&whole[..end]),
            Err(PackError::Truncated),
            "{end} bytes"
        );
    }
    let longer = [&whole[..], &[0]].concat();
    assert_eq!(verifier().verify(&longer), Err(PackError::TrailingBytes));
    assert_eq!(
        verifier().verify(&[whole.clone(), whole].concat()),
        Err(PackError::TrailingBytes)
    );
    let bytes = Pack::MAX_BYTES + 1;
    assert_eq!(
        verifier().verify(&vec![0; bytes]),
        Err(PackError::TooLong { bytes })
    );
}

#[test]
fn an_older_pack_is_refused_and_the_same_is_not() {
    let verify = |least| verifier().with_least_version(least).verify(&pack());
    assert!(verify(4).is_ok() && verify(5).is_ok());
    assert_eq!(
        verify(6),
        Err(PackError::Older {
            version: 5,
            least: 6
        })
    );
}

#[test]
fn rules_that_do_not_compile_are_not_signed() {
    let rules = rules().with_rule(OwnRule::new("acme/none", "says nothing"));
    assert!(matches!(
        secret().sign("acme/office", 1, &rules),
        Err(PackError::Rules(_))
    ));
    assert_eq!(secret().sign("Acme", 1, &rules), Err(PackError::WrongId));
}

#[test]
fn the_largest_rules_fit_a_pack() {
    let rule = |at: usize| {
        let rule = OwnRule::new(format!("t/r{at}"), "w".repeat(200)).with_weights(1);
        let rule = (0..4).fold(rule, |rule, number| {
            rule.with_pattern(format!("w{at}x{number}"))
        });
        rule.with_counter("no ".repeat(200))
    };
    let rules =
        (0..OwnRules::MAX_RULES).fold(OwnRules::new(), |rules, at| rules.with_rule(rule(at)));
    let bytes = secret().sign("t/large", 1, &rules).unwrap();
    assert_eq!(verifier().verify(&bytes).unwrap().rules(), &rules);
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(verifier().verify(&bytes).is_err());
    }

    /// Behind a head that is right, with a signature that the caller says is valid: the reader alone.
    #[test]
    fn any_content_is_read_or_malformed(content in prop::collection::vec(any::<u8>(), 0..200), start in 0_usize..200) {
        let whole = pack();
        let content = [&whole[46..(46 + start).min(whole.len() - 64)], &content].concat();
        let mut bytes = [&whole[..46], &content, &whole[whole.len() - 64..]].concat();
        let length = bytes.len() as u32;
        bytes[10..14].copy_from_slice(&length.to_le_bytes());
        let verifier = verifier();
        let sealed = verifier.open(&bytes).unwrap();
        match sealed.unseal(true) {
            Ok(pack) => prop_assert!(pack.version() > 0),
            Err(error) => prop_assert_eq!(error, PackError::Malformed),
        }
    }

    #[test]
    fn all_that_can_be_written_is_read_again(
        words in "[a-z]{1,9}", why in "[\\w ]{1,40}x", weight in 1_u8..=100, id in "[a-z]{1,9}", version in any::<u64>(),
    ) {
        let rule = OwnRule::new(id.clone(), why).with_weights(weight).with_pattern(words.clone());
        let rules = OwnRules::new().with_words("own", words).with_rule(rule);
        if let Ok(bytes) = secret().sign(&id, version, &rules) {
            let pack = verifier().verify(&bytes).unwrap();
            prop_assert_eq!((pack.id(), pack.version(), pack.rules()), (id.as_str(), version, &rules));
        }
    }
}
