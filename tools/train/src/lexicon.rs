//! The table of what words mean, from `data/lexicon.toml`.

use std::{collections::BTreeMap, error::Error};

use tamis::train::{Entry, build_lexicon};

const LEXICON: &str = include_str!("../data/lexicon.toml");

/// Scripts without spaces.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}')
}

pub(crate) fn table() -> Result<Vec<u8>, Box<dyn Error>> {
    let languages: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(LEXICON)?;
    let mut concepts: Vec<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    concepts.sort();
    concepts.dedup();
    let mut entries = Vec::new();
    for words in languages.values() {
        for (concept, words) in words {
            let number = u8::try_from(concepts.binary_search(&concept).unwrap_or(0) + 1)?;
            for word in words.split_whitespace() {
                let entry = match word.strip_suffix('*') {
                    Some(stem) => (stem, Entry::Stem, number),
                    None if word.chars().all(is_dense) => (word, Entry::Dense, number),
                    None => (word, Entry::Word, number),
                };
                entries.push(entry);
            }
        }
    }
    Ok(build_lexicon(&entries))
}
