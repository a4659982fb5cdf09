//! Which pairs of letters languages have that have a letter which passes for another: the table of `affinity.rs`.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fs,
    path::Path,
};

use serde::Deserialize;
use tamis::train::letter_pairs;

use crate::{own, rng::Rng};

const KIN: &str = include_str!("../data/kin.toml");

/// The classes that pairs are made of, as `letter_pairs` counts them, and the one of the kin's own letters.
const CLASSES: u8 = 29;
const ITSELF: u8 = 27;

/// The most that a pair says, in bits, and the letter that stands for nought: `a` to `o` are what a pair may say.
const MOST: f64 = 7.0;
const NOUGHT: f64 = b'h' as f64;

/// How many times each pair is taken to have been seen where it would be of any language.
const SMOOTHING: f64 = 1.0;

/// A text of more pairs than this counts as this many, so that one language does not stand for its kin.
const MAX_PAIRS: f64 = 9_000.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    kin: Vec<Kin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kin {
    #[serde(rename = "name")]
    _name: String,
    letters: String,
    base: char,
    #[serde(default)]
    sentences: Vec<String>,
    #[serde(default)]
    own: Vec<String>,
    #[serde(default)]
    words: String,
}

#[derive(Deserialize)]
struct Sentence {
    lang: String,
    text: String,
}

/// How often there is each pair.
type Counts = HashMap<(u8, u8), f64>;

pub(crate) fn table(sentences: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let list: List = toml::from_str(KIN)?;
    let mut by_language: BTreeMap<String, String> = BTreeMap::new();
    for line in fs::read_to_string(sentences)?.lines() {
        let Sentence { lang, text } = serde_json::from_str(line)?;
        let texts = by_language.entry(lang).or_default();
        texts.push_str(&text);
        texts.push('\n');
    }
    by_language.retain(|_, text| is_latin(text));
    let own = own::rows(&mut Rng::new(7))?;
    let mut table = Vec::new();
    for kin in &list.kin {
        let mut counts = Counts::new();
        let mut add = |text: &str| merge(&mut counts, &count(text, &kin.letters), MAX_PAIRS);
        add(&kin.words);
        for lang in &kin.sentences {
            add(by_language.get(lang).map_or("", String::as_str));
        }
        for lang in &kin.own {
            let texts = own.iter().filter(|row| row.lang == *lang);
            add(&texts
                .map(|row| row.text.as_str())
                .collect::<Vec<_>>()
                .join("\n"));
        }
        let mut others = Counts::new();
        for (_, text) in by_language
            .iter()
            .filter(|(lang, _)| !kin.sentences.contains(lang))
        {
            let counts = count(text, &kin.letters);
            let all: f64 = counts.values().sum();
            // each language alike, however much of it there is
            counts
                .into_iter()
                .for_each(|(pair, count)| *others.entry(pair).or_default() += count / all);
        }
        table.extend(bits(&counts, &others, kin.base));
    }
    Ok(table)
}

/// Whether most letters of a text are of ASCII.
fn is_latin(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().filter(char::is_ascii).count() * 5 > letters().count() * 3
}

fn count(text: &str, letters: &str) -> Counts {
    let mut counts = Counts::new();
    for pair in text.lines().flat_map(|line| letter_pairs(line, letters)) {
        *counts.entry(pair).or_default() += 1.0;
    }
    counts
}

/// Adds counts, made smaller if they are more than `most` in all.
fn merge(counts: &mut Counts, more: &Counts, most: f64) {
    let all: f64 = more.values().sum();
    let weight = if all > most { most / all } else { 1.0 };
    for (&pair, count) in more {
        *counts.entry(pair).or_default() += count * weight;
    }
}

/// For each pair how much more often it is of the kin than of others, where others have the base for its letters.
fn bits(counts: &Counts, others: &Counts, base: char) -> Vec<u8> {
    let all: f64 = counts.values().sum();
    let of_others: f64 = others.values().sum();
    let base = base as u8 - b'a' + 1;
    let plain = |class| if class == ITSELF { base } else { class };
    let places = (0..CLASSES).flat_map(|before| (0..CLASSES).map(move |behind| (before, behind)));
    places
        .map(|(before, behind)| {
            let seen = counts.get(&(before, behind)).copied().unwrap_or_default();
            let pair = (plain(before), plain(behind));
            let share = others.get(&pair).copied().unwrap_or_default() / of_others;
            let ratio = (seen + SMOOTHING) / (share * all + SMOOTHING);
            (ratio.log2().round().clamp(-MOST, MOST) + NOUGHT) as u8
        })
        .collect()
}
