//! The rules over words: every example and counter-example of `rules.toml` and of the words of each language.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;
use tamis::{
    Source,
    rules::{self, Use},
};

/// What a rule's sentences need of `rules.toml`.
#[derive(Deserialize)]
struct File {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

/// What they need of a file of words.
#[derive(Deserialize)]
struct Words {
    #[serde(default)]
    examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    counter: BTreeMap<String, Vec<String>>,
}

/// A sentence: its language, the rule it was written for, its text.
type Sentence = (String, String, String);

/// All examples, and all counter-examples.
fn sentences() -> [Vec<Sentence>; 2] {
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let file: File = toml::from_str(&read(Path::new("src/score/rules.toml"))).unwrap();
    let [mut examples, mut counter] = [Vec::new(), Vec::new()];
    for rule in file.rule {
        let of_rule = |text| ("en".to_owned(), rule.id.clone(), text);
        examples.extend(rule.examples.into_iter().map(of_rule));
        counter.extend(rule.counter.into_iter().map(of_rule));
    }
    for entry in fs::read_dir("src/score/rules/words").unwrap() {
        let path = entry.unwrap().path();
        let language = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let words: Words = toml::from_str(&read(&path)).unwrap();
        for (map, into) in [
            (words.examples, &mut examples),
            (words.counter, &mut counter),
        ] {
            for (id, texts) in map {
                let of_rule = |text| (language.clone(), id.clone(), text);
                into.extend(texts.into_iter().map(of_rule));
            }
        }
    }
    [examples, counter]
}

/// What was found, for a message.
fn found(text: &str) -> Vec<(&'static str, &str, Use)> {
    let matches = rules::matches(text);
    matches
        .map(|one| (one.rule().id(), &text[one.byte_span()], one.used()))
        .collect()
}

#[test]
fn examples_match_their_rule() {
    let [examples, _] = sentences();
    let missed: Vec<_> = examples
        .into_iter()
        .filter(|(_, id, text)| {
            !found(text)
                .iter()
                .any(|&(found, _, used)| found == id && used == Use::Said)
        })
        .map(|(language, id, text)| format!("{language} {id}: {text}\n    {:?}", found(&text)))
        .collect();
    assert!(
        missed.is_empty(),
        "{} missed\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn counter_examples_weigh_little() {
    let [_, counter] = sentences();
    let fired: Vec<_> = counter
        .into_iter()
        .filter(|(_, _, text)| rules::matches(text).any(|one| one.weight(Source::Document) >= 0.5))
        .map(|(language, id, text)| format!("{language} {id}: {text}\n    {:?}", found(&text)))
        .collect();
    assert!(
        fired.is_empty(),
        "{} fired\n{}",
        fired.len(),
        fired.join("\n")
    );
}
