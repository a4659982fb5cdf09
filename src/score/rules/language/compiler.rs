//! Words and patterns become a trie of letters and lists of steps over classes.

use alloc::{
    borrow::ToOwned as _,
    collections::BTreeMap,
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use super::{
    super::step::Step,
    layout::{self, Compiled, gap},
    parse::{self, Choice, Element, Member, Pattern, Test},
    term::Term,
    trie::Builder,
};

/// Languages written without spaces: there a token is one letter, and a gap counts more of them.
const UNSPACED: &[&str] = &["ja", "th", "zh"];

/// The name of words that belong to every language.
const COMMON: &str = "common";

/// Which words have a number: those of classes, as a group of languages uses them, and some more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    members: Vec<Member>,
    /// Empty if no class is among the members, so that equal choices share a number.
    languages: Vec<String>,
}

/// Gathers words and patterns.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    /// Terms by class and language.
    words: BTreeMap<(String, String), Vec<Term>>,
    languages: Vec<String>,
    scopes: BTreeMap<String, Vec<String>>,
    classes: BTreeMap<Key, u16>,
    patterns: Vec<(Vec<Step>, u8)>,
}

impl Compiler {
    /// Says that a name of a scope stands for languages.
    pub(crate) fn scope(&mut self, name: &str, languages: &[String]) {
        self.scopes.insert(name.to_owned(), languages.to_vec());
    }

    /// Adds the words of a class in one language, with commas between them.
    pub(crate) fn words(&mut self, language: &str, class: &str, list: &str) -> Result<(), String> {
        if language != COMMON && !self.languages.iter().any(|known| known == language) {
            self.languages.push(language.to_owned());
        }
        let terms = list.split(',').map(str::trim).filter(|t| !t.is_empty());
        let terms: Result<Vec<Term>, String> = terms.map(Term::parse).collect();
        let terms = terms.map_err(|why| format!("{language}, {class}: {why}"))?;
        let key = (class.to_owned(), language.to_owned());
        self.words.entry(key).or_default().extend(terms);
        Ok(())
    }

    /// Every class by its name, with its numbers in languages with and without spaces, in the order of names: what the
    /// patterns of users' own rules ask for. Words come first.
    pub(crate) fn all_classes(&mut self) -> Result<Vec<(String, [u16; 2])>, String> {
        let (unspaced, spaced): (Vec<String>, Vec<String>) = self
            .languages
            .iter()
            .cloned()
            .partition(|language| UNSPACED.contains(&language.as_str()));
        let mut names: Vec<String> = self.words.keys().map(|(class, _)| class.clone()).collect();
        names.dedup();
        let numbers = names.into_iter().map(|name| {
            let members = [Member::Class(name.clone())];
            let numbers = [
                self.number(&members, &spaced)?,
                self.number(&members, &unspaced)?,
            ];
            Ok((name, numbers))
        });
        numbers.collect()
    }

    /// The number of a class in all languages, which is asked for by name and not by a pattern.
    pub(crate) fn class(&mut self, name: &str) -> Result<u16, String> {
        let languages = self.languages.clone();
        self.number(&[Member::Class(name.to_owned())], &languages)
    }

    /// Adds a pattern of a rule. Words come first.
    pub(crate) fn pattern(&mut self, rule: u8, text: &str) -> Result<(), String> {
        let say = |why: String| format!("`{text}`: {why}");
        let read = parse::pattern(text).map_err(|fault| say(fault.to_string()))?;
        let Pattern {
            scope,
            sequences,
            choices,
        } = read;
        let mut languages = Vec::new();
        for name in scope.unwrap_or_else(|| self.languages.clone()) {
            match self.scopes.get(&name) {
                Some(of_scope) => languages.extend_from_slice(of_scope),
                None if self.languages.contains(&name) => languages.push(name),
                None => return Err(say(format!("no language or scope `{name}`"))),
            }
        }
        let (unspaced, spaced): (Vec<String>, Vec<String>) = languages
            .into_iter()
            .partition(|language| UNSPACED.contains(&language.as_str()));
        for (languages, letters) in [(spaced, 1), (unspaced, layout::LETTERS_PER_WORD)] {
            if languages.is_empty() {
                continue;
            }
            for sequence in &sequences {
                if let Some(steps) = self
                    .steps(sequence, &choices, &languages, letters)
                    .map_err(say)?
                {
                    self.patterns.push((steps, rule));
                }
            }
        }
        Ok(())
    }

    /// The steps of a sequence for a group of languages; nothing if none of them has the words.
    fn steps(
        &mut self,
        sequence: &[Element],
        choices: &[Choice],
        languages: &[String],
        letters_per_word: usize,
    ) -> Result<Option<Vec<Step>>, String> {
        let mut steps = Vec::new();
        for &Element { test, flags } in sequence {
            match test {
                Test::Gap(words) => steps.extend(gap(words * letters_per_word, flags)),
                Test::Any => steps.push(Step(Step::ANY | flags)),
                Test::Choice(choice) => {
                    let members = choices.get(choice).map_or(&[][..], |one| &one.members);
                    if !self.has_words(members, languages)? {
                        return Ok(None);
                    }
                    steps.push(Step(self.number(members, languages)? | flags));
                }
            }
        }
        layout::check(&steps)?;
        Ok(Some(steps))
    }

    /// Whether one of the members has a word in one of the languages.
    fn has_words(&self, members: &[Member], languages: &[String]) -> Result<bool, String> {
        let mut any = false;
        for member in members {
            match member {
                Member::Term(_) => any = true,
                Member::Class(name) => {
                    if !self.words.keys().any(|(class, _)| class == name) {
                        return Err(format!("no class `{name}`"));
                    }
                    let mut languages = languages.iter().map(String::as_str).chain([COMMON]);
                    any |= languages.any(|language| {
                        let key = (name.clone(), language.to_owned());
                        self.words.contains_key(&key)
                    });
                }
            }
        }
        Ok(any)
    }

    fn number(&mut self, members: &[Member], languages: &[String]) -> Result<u16, String> {
        let has_class = members.iter().any(|m| matches!(m, Member::Class(_)));
        let key = Key {
            members: members.to_vec(),
            languages: if has_class {
                languages.to_vec()
            } else {
                Vec::new()
            },
        };
        let fresh = self.classes.len() as u16;
        if fresh >= Step::ANY {
            return Err("more classes than eleven bits can number".to_string());
        }
        Ok(*self.classes.entry(key).or_insert(fresh))
    }

    /// Lays everything out.
    pub(crate) fn finish(self) -> Result<Compiled, String> {
        let mut builder = Builder::new();
        for (key, &number) in &self.classes {
            for member in &key.members {
                match member {
                    Member::Term(term) => builder.add(&Term::parse(term)?, number),
                    Member::Class(name) => {
                        let languages = key.languages.iter().map(String::as_str);
                        for language in languages.chain([COMMON]) {
                            let key = (name.clone(), language.to_owned());
                            for term in self.words.get(&key).into_iter().flatten() {
                                builder.add(term, number);
                            }
                        }
                    }
                }
            }
        }
        layout::lay_out(self.patterns, self.classes.len() as u16, builder.finish()?)
    }
}
