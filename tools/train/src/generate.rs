//! Sentences of our own, from `data/phrases.toml`.

use std::error::Error;

use serde::Deserialize;

use crate::{
    rng::Rng,
    rows::{FOLDS, Origin, Row},
};

/// What stands around the choices of a phrase.
const BRACES: [&str; 2] = ["{", "}"];

const PHRASES: &str = include_str!("../data/phrases.toml");

#[derive(Deserialize)]
struct Phrases {
    language: Vec<Language>,
}

#[derive(Deserialize)]
struct Language {
    id: String,
    attack: Vec<String>,
    benign: Vec<String>,
    /// What a person may ask for, and no document.
    #[serde(default)]
    order: Vec<String>,
}

/// `count` attacks and as many honest texts of each language. With `apart`, each language is held back in one fold.
pub(crate) fn rows(
    count: usize,
    english: usize,
    apart: bool,
    rng: &mut Rng,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let phrases: Phrases = toml::from_str(PHRASES)?;
    let mut rows = Vec::new();
    for (number, language) in phrases.language.iter().enumerate() {
        // English has the most to say
        let count = if language.order.is_empty() {
            count
        } else {
            english * count
        };
        for _ in 0..count {
            let texts = [
                ("own-attack", text(language, true, rng)),
                ("own-benign", text(language, false, rng)),
                (
                    "benign-prompt-own",
                    expand(
                        rng.pick::<str>(&language.order).unwrap_or_default(),
                        BRACES,
                        rng,
                    ),
                ),
            ];
            for (kind, text) in texts {
                if text.is_empty() {
                    continue;
                }
                rows.push(Row {
                    text,
                    attack: kind == "own-attack",
                    file: format!("own-{}", language.id),
                    kind: kind.into(),
                    lang: language.id.clone(),
                    may_fit: true,
                    origin: Origin::User,
                    inside: None,
                    folds: if apart { 1 << (number % FOLDS) } else { 0 },
                    item: 0,
                });
            }
        }
    }
    Ok(rows)
}

fn text(language: &Language, attack: bool, rng: &mut Rng) -> String {
    let list = if attack {
        &language.attack
    } else {
        &language.benign
    };
    let mut text = expand(rng.pick::<str>(list).unwrap_or_default(), BRACES, rng);
    // an attack often hides behind an honest sentence, and honest texts have more than one
    if rng.one_in(3) {
        let other = expand(
            rng.pick::<str>(&language.benign).unwrap_or_default(),
            BRACES,
            rng,
        );
        text = if rng.one_in(2) {
            format!("{other} {text}")
        } else {
            format!("{text}\n{other}")
        };
    } else if attack && rng.one_in(4) {
        let other = expand(
            rng.pick::<str>(&language.attack).unwrap_or_default(),
            BRACES,
            rng,
        );
        text = format!("{text} {other}");
    }
    match rng.below(12) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        2 => typo(&text, rng),
        3 => text.trim_end_matches(['.', '!', '?']).to_owned(),
        _ => text,
    }
}

/// One of each choice: `{a|b}`, if the brackets are `{` and `}`.
pub(crate) fn expand(template: &str, [open, close]: [&str; 2], rng: &mut Rng) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        let (choices, behind) = after.split_once(close).unwrap_or((after, ""));
        let choices: Vec<&str> = choices.split('|').collect();
        out.push_str(
            choices
                .get(rng.below(choices.len()))
                .copied()
                .unwrap_or_default(),
        );
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Two letters of one word change places.
fn typo(text: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = rng.below(letters.len().saturating_sub(1));
    if letters
        .get(at..at + 2)
        .is_some_and(|two| two.iter().all(|c| c.is_alphabetic()))
    {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}
