//! Letters of Latin, Greek and Cyrillic that look alike: `intentional.txt` and `twins.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::{
    pack::Array,
    parse::{Result, Ucd},
    write::File,
};

/// What `intentional.txt` leaves out, with a reason each.
const CURATED: &str = include_str!("../twins.toml");

/// The hand-written list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Curated {
    twin: Vec<Twin>,
    resembling: Vec<Twin>,
    kept: Vec<Kept>,
}

/// A character that is confusable and kept all the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    letter: char,
    why: String,
}

impl Curated {
    pub(crate) fn read() -> Result<Self> {
        toml::from_str(CURATED).map_err(|e| format!("twins.toml: {e}"))
    }

    /// The characters kept, each of which has to be confusable.
    pub(crate) fn kept(&self, ucd: &Ucd) -> Result<BTreeSet<u32>> {
        let known: BTreeSet<u32> = ucd
            .confusables()?
            .iter()
            .map(|(source, _)| *source)
            .collect();
        let points = self.kept.iter().map(|kept| match u32::from(kept.letter) {
            point if kept.why.is_empty() || !known.contains(&point) => Err(format!(
                "twins.toml: U+{point:04X} has no reason, or is not in confusables.txt"
            )),
            point => Ok(point),
        });
        points.collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    letters: [char; 2],
    why: String,
}

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let curated = Curated::read()?;
    let mut pairs = ucd.intentional()?;
    for twin in &curated.twin {
        let pair = twin.letters.map(u32::from);
        if twin.why.is_empty() || pairs.contains(&pair) {
            return Err(format!(
                "twins.toml: {pair:04X?} has no reason, or stands in intentional.txt"
            ));
        }
        pairs.push(pair);
    }
    let mut file = File::new(
        "twin",
        ucd.version,
        &["intentional.txt", "tools/tablegen/twins.toml"],
        "Letters of different alphabets that look alike.",
    );
    let rows: Vec<u32> = groups(ucd, &pairs)?.into_iter().flatten().collect();
    let about =
        "Each row one shape: the letter of Latin, Greek and Cyrillic, nought where there is none.";
    file.array("TWINS", about, 3, &Array::new(rows));
    let mut resembling = Vec::new();
    for twin in &curated.resembling {
        let pair = twin.letters.map(u32::from);
        let [a, b] = pair.map(|letter| alphabet(ucd, letter));
        if twin.why.is_empty() || a.is_none() || b.is_none() || a == b {
            return Err(format!(
                "twins.toml: {pair:04X?} have no reason, or are not letters of two alphabets"
            ));
        }
        resembling.extend(pair);
    }
    let about = "Two letters of different alphabets that pass for each other at a glance.";
    file.array("RESEMBLING", about, 2, &Array::new(resembling));
    Ok(file)
}

/// The shapes that two or more of the alphabets share. A shape with two letters of one alphabet is nobody's twin.
fn groups(ucd: &Ucd, pairs: &[[u32; 2]]) -> Result<Vec<[u32; 3]>> {
    let mut shape: BTreeMap<u32, u32> = BTreeMap::new();
    for &[a, b] in pairs {
        let (of_a, of_b) = (*shape.entry(a).or_insert(a), *shape.entry(b).or_insert(b));
        for of in shape.values_mut().filter(|of| **of == of_b) {
            *of = of_a;
        }
    }
    let mut members: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (&letter, &of) in &shape {
        members.entry(of).or_default().insert(letter);
    }
    let mut rows = Vec::new();
    for letters in members.values() {
        let mut row = [0; 3];
        for &letter in letters {
            let Some(alphabet) = alphabet(ucd, letter) else {
                continue;
            };
            match row.get_mut(alphabet) {
                Some(place) if *place == 0 => *place = letter,
                place => {
                    return Err(format!(
                        "{place:04X?} and {letter:04X} are twins in one alphabet"
                    ));
                }
            }
        }
        if row.iter().filter(|&&letter| letter != 0).count() > 1 {
            rows.push(row);
        }
    }
    rows.sort_unstable();
    Ok(rows)
}

/// The column of a letter. Latin is ASCII only: a letter of another Latin alphabet is not what a word was meant to have.
pub(crate) fn alphabet(ucd: &Ucd, letter: u32) -> Option<usize> {
    match letter {
        0x41..=0x5A | 0x61..=0x7A => Some(0),
        0x370..=0x3FF if ucd.script.get(letter) == "Grek" => Some(1),
        0x400..=0x52F if ucd.script.get(letter) == "Cyrl" => Some(2),
        _ => None,
    }
}
