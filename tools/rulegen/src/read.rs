//! Reads the rules and the words.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

use crate::{
    Result,
    language::{Compiled, compiler::Compiler},
};

/// `rules.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scopes: BTreeMap<String, Vec<String>>,
    rule: Vec<Rule>,
}

/// One rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) why: String,
    pub(crate) weights: Weights,
    /// Whether a "not" before it speaks against it.
    #[serde(default)]
    pub(crate) negatable: bool,
    patterns: Vec<String>,
    /// Sentences that the tests run; the generator only asks that there are enough.
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

/// What a match is worth from each source, in percent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Weights {
    pub(crate) user: u8,
    pub(crate) document: u8,
    pub(crate) tool: u8,
    pub(crate) model: u8,
}

/// A file of `words/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    words: BTreeMap<String, String>,
    /// Sentences by rule, for the tests.
    #[serde(default)]
    examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    counter: BTreeMap<String, Vec<String>>,
}

/// All that the tables are made from.
#[derive(Debug)]
pub(crate) struct Rules {
    file: File,
    languages: BTreeMap<String, Language>,
}

impl Rules {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file: File = read(&folder.join("rules.toml"))?;
        let mut languages = BTreeMap::new();
        for entry in fs::read_dir(folder.join("rules/words"))? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            languages.insert(name.into_owned(), read(&path)?);
        }
        let rules = Self { file, languages };
        rules.check()?;
        Ok(rules)
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.file.rule
    }

    /// Ids are unique and known, weights are shares, and a rule has at least as many counter-examples as examples.
    fn check(&self) -> Result<()> {
        let mut ids: Vec<&str> = self.rules().iter().map(|rule| rule.id.as_str()).collect();
        ids.sort_unstable();
        if let Some([twice, _]) = ids.windows(2).find(|pair| pair.first() == pair.last()) {
            return Err(format!("two rules are called {twice}").into());
        }
        for rule in self.rules() {
            let weights = &rule.weights;
            let weights = [weights.user, weights.document, weights.tool, weights.model];
            if weights.iter().any(|&weight| weight > 100) {
                return Err(format!("{}: a weight is a percentage", rule.id).into());
            }
            let (mut examples, mut counter) = (rule.examples.len(), rule.counter.len());
            for language in self.languages.values() {
                examples += language.examples.get(&rule.id).map_or(0, Vec::len);
                counter += language.counter.get(&rule.id).map_or(0, Vec::len);
            }
            if examples == 0 || counter < examples {
                let id = &rule.id;
                return Err(format!(
                    "{id}: {examples} examples, {counter} counter-examples: as many are asked for"
                )
                .into());
            }
        }
        for (name, language) in &self.languages {
            let named = language.examples.keys().chain(language.counter.keys());
            if let Some(id) = named.into_iter().find(|id| !ids.contains(&id.as_str())) {
                return Err(format!("{name}: no rule {id}").into());
            }
        }
        Ok(())
    }

    pub(crate) fn compile(&self) -> Result<(Compiled, Classes)> {
        let mut compiler = Compiler::default();
        for (name, language) in &self.languages {
            for (class, list) in &language.words {
                compiler.words(name, class, list)?;
            }
        }
        for (name, languages) in &self.file.scopes {
            compiler.scope(name, languages);
        }
        let mut classes = Classes {
            not: compiler.class("not")?,
            not_after: compiler.class("not-after")?,
            mention: compiler.class("mention")?,
            by_name: Vec::new(),
        };
        for (number, rule) in (0..).zip(self.rules()) {
            for pattern in &rule.patterns {
                let done = compiler.pattern(number, pattern);
                done.map_err(|why| format!("{}: {why}", rule.id))?;
            }
        }
        classes.by_name = compiler.all_classes()?;
        Ok((compiler.finish()?, classes))
    }
}

/// The classes that are asked for by name.
#[derive(Debug)]
pub(crate) struct Classes {
    /// Each with its numbers in languages with and without spaces.
    pub(crate) by_name: Vec<(String, [u16; 2])>,
    pub(crate) not: u16,
    pub(crate) not_after: u16,
    pub(crate) mention: u16,
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}
