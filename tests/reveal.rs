//! What is revealed of each encoding, measured, and what is not revealed of texts that hide nothing.
//!
//! `cargo test --test tests reveal -- --nocapture` prints the tables of REVEAL.md. `REVEAL_SHOWS_MISSES=1` shows what is missed.

pub(crate) mod encoders;
mod hostile;
mod noise;
mod sentences;
pub(crate) mod spelling;

use tamis::{Finding, Reveal, Rule, sanitize};

use crate::dice::Dice;
use encoders::{Carries, ENCODERS, Encoder, Loss, encoder};
use sentences::{LANGUAGES, Language};

/// How many sentences each encoding is tried on.
const SENTENCES: usize = 200;

/// A name, and what puts an encoded sentence there.
type Place = (&'static str, fn(&str) -> String);

/// Where an encoded sentence stands.
const PLACES: &[Place] = &[
    ("alone", |text| text.into()),
    ("in a sentence", |text| {
        format!("Could you have a look at this: {text} and let me know?")
    }),
    ("in JSON", |text| {
        format!("{{\"id\": 7, \"note\": \"{text}\", \"done\": false}}")
    }),
    ("in code", |text| {
        format!("    let note = decode(\"{text}\");")
    }),
];

fn carries(encoder: &Encoder, language: &Language) -> bool {
    match encoder.carries {
        Carries::Anything => true,
        Carries::Words => !matches!(language.name, "zh" | "ja"),
        Carries::Latin => language.is_latin,
        Carries::Ascii => matches!(language.name, "en" | "en-plain"),
        Carries::English => matches!(language.name, "en" | "en-plain"),
    }
}

/// Whether two texts are the same but for what the encoding loses.
fn is_same(revealed: &str, sentence: &str, loss: Loss) -> bool {
    match loss {
        Loss::None => revealed == sentence,
        Loss::Marks => {
            let letters = |text: &str| {
                text.chars()
                    .filter(|c| c.is_alphabetic())
                    .flat_map(char::to_lowercase)
                    .collect::<String>()
            };
            letters(revealed) == letters(sentence)
        }
    }
}

/// The longest text revealed, and whether its chain ends with this step.
fn revealed(text: &str) -> Option<Reveal> {
    let report = sanitize(text);
    assert_eq!(
        report
            .findings()
            .iter()
            .filter(|f| f.rule() == Rule::EncodedText && !matches!(f.action(), tamis::Action::Kept))
            .count(),
        0
    );
    report
        .reveals()
        .max_by_key(|reveal| reveal.text().len())
        .cloned()
}

/// The share of sentences that are revealed; of what is upside-down, those that are delivered as they read count too.
fn measure(encoder: &Encoder, place: fn(&str) -> String, dice: &mut Dice) -> f64 {
    let languages: Vec<&Language> = LANGUAGES
        .iter()
        .filter(|language| carries(encoder, language))
        .collect();
    let mut count = 0;
    for at in 0..SENTENCES {
        let language = languages[at % languages.len()];
        let sentence = language.sentence(dice);
        let text = place(&(encoder.encode)(&sentence));
        let reveal = revealed(&text);
        let is_right = reveal.as_ref().is_some_and(|reveal| {
            is_same(reveal.text().trim_end_matches('.'), &sentence, encoder.loss)
                && reveal.chain().last() == Some(&encoder.step)
        }) || encoder.step == "upside-down"
            && is_same(sanitize(&text).clean(), &place(&sentence), encoder.loss);
        count += usize::from(is_right);
        if !is_right && std::env::var("REVEAL_SHOWS_MISSES").is_ok() {
            println!(
                "{} {}: {sentence:?} as {text:?} -> {:?}",
                encoder.name,
                language.name,
                reveal.map(|r| (r.text().to_owned(), r.chain().to_vec()))
            );
        }
    }
    count as f64 / SENTENCES as f64
}

/// What is to be reached.
fn bar(encoder: &Encoder) -> f64 {
    match encoder.loss {
        Loss::None => 0.99,
        Loss::Marks => 0.95,
    }
}

#[test]
fn every_encoding_is_revealed() {
    let mut dice = Dice(0x7A31_5EED_0000_0002);
    let mut failures = Vec::new();
    let header: Vec<&str> = PLACES.iter().map(|(name, _)| *name).collect();
    println!("| encoding | {} |", header.join(" | "));
    for encoder in ENCODERS {
        let mut row = Vec::new();
        for (name, place) in PLACES {
            if *name != "alone" && !encoder.is_inline {
                row.push("-".into());
                continue;
            }
            let share = measure(encoder, *place, &mut dice);
            row.push(format!("{:.1} %", share * 100.0));
            let bar = bar(encoder);
            if share < bar {
                failures.push(format!("{} {name}: {share}", encoder.name));
            }
        }
        println!("| {} | {} |", encoder.name, row.join(" | "));
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// One encoding inside another, the outer one first.
const CHAINS: &[(&str, &str)] = &[
    ("base64", "base64"),
    ("base64", "rot13"),
    ("base64", "base16"),
    ("base64", "reversed"),
    ("base64", "escapes, \\x"),
    ("base64", "spaced letters"),
    ("base16", "base64"),
    ("base16", "rot13"),
    ("base32", "base64"),
    ("base58", "base64"),
    ("base85", "base64"),
    ("uuencode", "base64"),
    ("percent", "base64"),
    ("percent", "entities, hex"),
    ("entities, decimal", "percent"),
    ("entities, hex", "base64"),
    ("escapes, \\u", "base64"),
    ("quoted-printable", "base64"),
    ("binary", "base64"),
    ("decimal", "base16"),
    ("hex with spaces", "base64"),
    ("rot13", "base64"),
    ("reversed", "base64"),
    ("concatenation", "base64"),
    ("base64", "morse"),
    ("base64", "nato"),
    ("base64", "leetspeak"),
    ("base64", "pig latin"),
    ("base64", "binary"),
];

#[test]
fn two_encodings_are_revealed() {
    let mut dice = Dice(0x7A31_5EED_0000_0003);
    let mut failures = Vec::new();
    for (outer, inner) in CHAINS {
        let (outer, inner) = (encoder(outer), encoder(inner));
        let languages: Vec<&Language> = LANGUAGES
            .iter()
            .filter(|language| carries(inner, language))
            .collect();
        let mut count = 0;
        for at in 0..SENTENCES {
            let sentence = languages[at % languages.len()].sentence(&mut dice);
            let text = (outer.encode)(&(inner.encode)(&sentence));
            let reveal = revealed(&text);
            let is_right = reveal.as_ref().is_some_and(|reveal| {
                is_same(reveal.text(), &sentence, inner.loss)
                    && reveal.chain().first() == Some(&outer.step)
                    && reveal.chain().last() == Some(&inner.step)
            });
            count += usize::from(is_right);
            if !is_right && std::env::var("REVEAL_SHOWS_MISSES").is_ok() {
                println!(
                    "{} > {}: {sentence:?} as {text:?} -> {:?}",
                    outer.name,
                    inner.name,
                    reveal.map(|r| (r.text().to_owned(), r.chain().to_vec()))
                );
            }
        }
        let share = count as f64 / SENTENCES as f64;
        println!(
            "| {} → {} | {:.1} % |",
            outer.name,
            inner.name,
            share * 100.0
        );
        if share < bar(inner).min(0.95) {
            failures.push(format!("{} > {}: {share}", outer.name, inner.name));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// What hidden characters say may be encoded again.
#[test]
fn a_hidden_message_is_decoded_on() {
    let mut dice = Dice(0x7A31_5EED_0000_0004);
    for encoder in [
        encoder("base64"),
        encoder("base16"),
        encoder("rot13"),
        encoder("percent"),
    ] {
        for _ in 0..SENTENCES {
            let sentence = LANGUAGES[0].sentence(&mut dice);
            let tags: String = (encoder.encode)(&sentence)
                .chars()
                .map(|c| char::from_u32(0xE0000 + u32::from(c)).unwrap())
                .collect();
            let text = format!("Good morning{tags} to all of you.");
            let report = sanitize(&text);
            let reveal = report.findings().iter().find_map(Finding::reveal).unwrap();
            assert_eq!(
                (reveal.text(), reveal.chain()),
                (&*sentence, &["tag-block", encoder.step][..])
            );
        }
    }
}
