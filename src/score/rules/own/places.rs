//! The places of patterns: what may stand at each, as a class of its own.

use alloc::{format, string::String, vec::Vec};

use super::{
    super::{
        language::{
            layout::sorted,
            parse::Member,
            term::Term,
            trie::{Builder, Trie},
        },
        step::Step,
        tables::patterns::CLASSES,
    },
    OwnRules,
};

/// Which of the words of a choice may stand at a place. A gap before words that are written without spaces counts letters,
/// so that such words have sequences of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writing {
    Any,
    Spaced,
    Unspaced,
}

/// A class that the rules have the words of.
#[derive(Clone, Debug, Default)]
struct Class {
    terms: Vec<Term>,
}

impl Class {
    fn add(&mut self, list: &str) -> Result<(), String> {
        for word in list.split(',').map(str::trim).filter(|w| !w.is_empty()) {
            self.terms.push(term(word)?);
        }
        if self.terms.is_empty() {
            return Err("it has no words".into());
        }
        Ok(())
    }
}

/// The classes of one author, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Classes<'a>(Vec<(&'a str, Class)>);

impl<'a> Classes<'a> {
    /// Adds words to a class, with commas between them.
    pub(super) fn add(&mut self, name: &'a str, words: &str) -> Result<(), String> {
        let known = self.0.binary_search_by_key(&name, |&(name, _)| name);
        let at = known.unwrap_or_else(|at| {
            self.0.insert(at, (name, Class::default()));
            at
        });
        self.0
            .get_mut(at)
            .map_or(Ok(()), |(_, class)| class.add(words))
    }

    fn get(&self, name: &str) -> Option<&Class> {
        let known = self.0.binary_search_by_key(&name, |&(name, _)| name).ok()?;
        self.0.get(known).map(|(_, class)| class)
    }
}

/// The author, what is chosen from, and in which writing.
type Choice = (usize, Vec<Member>, Writing);

/// Numbers what may stand at each place.
#[derive(Debug)]
pub(super) struct Places {
    /// Choices that were made, with their numbers, in order.
    numbers: Vec<(Choice, u16)>,
    builder: Builder,
    /// The terms that were put in, each as often as places have it.
    terms: Vec<Term>,
    /// The built-in classes whose words may stand at a place, each before its number.
    lent: Vec<[u16; 2]>,
}

impl Places {
    pub(super) fn new() -> Self {
        Self {
            numbers: Vec::new(),
            builder: Builder::new(),
            terms: Vec::new(),
            lent: Vec::new(),
        }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> u16 {
        self.numbers.len() as u16
    }

    /// The number of a choice of words.
    pub(super) fn number(
        &mut self,
        author: usize,
        classes: &Classes<'_>,
        members: &[Member],
        writing: Writing,
    ) -> Result<u16, String> {
        let key = (author, members.to_vec(), writing);
        let at = match self.numbers.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(known) => return Ok(self.numbers.get(known).map_or(0, |&(_, number)| number)),
            Err(at) => at,
        };
        let number = self.len();
        if number >= Step::ANY {
            return Err("more choices of words than eleven bits can number".into());
        }
        self.numbers.insert(at, (key, number));
        for member in members {
            match member {
                Member::Term(word) => self.add(&term(word)?, writing, number)?,
                Member::Class(name) => match classes.get(name) {
                    Some(class) => {
                        for term in &class.terms {
                            self.add(term, writing, number)?;
                        }
                    }
                    None => {
                        let [spaced, unspaced] = built_in(name)?;
                        if writing != Writing::Unspaced {
                            self.lent.push([spaced, number]);
                        }
                        if writing != Writing::Spaced {
                            self.lent.push([unspaced, number]);
                        }
                    }
                },
            }
        }
        Ok(number)
    }

    fn add(&mut self, term: &Term, writing: Writing, number: u16) -> Result<(), String> {
        let stands = match writing {
            Writing::Any => true,
            Writing::Spaced => !term.is_unspaced(),
            Writing::Unspaced => term.is_unspaced(),
        };
        if stands {
            if self.terms.len() >= OwnRules::MAX_TERMS {
                let most = OwnRules::MAX_TERMS;
                return Err(format!("all places have more than {most} terms"));
            }
            self.builder.add(term, number);
            self.terms.push(term.clone());
        }
        Ok(())
    }

    /// The trie of all terms, and the built-in classes that are asked for, in order.
    pub(super) fn finish(mut self) -> Result<(Trie, Vec<[u16; 2]>), String> {
        self.terms = sorted(self.terms.into_iter());
        self.terms.dedup();
        for term in &self.terms {
            if self.found_with(term) > OwnRules::MAX_TERMS_AT_A_WORD {
                let most = OwnRules::MAX_TERMS_AT_A_WORD;
                let letters = &term.letters;
                return Err(format!("`{letters}`: more than {most} terms begin it"));
            }
        }
        let mut lent = sorted(self.lent.into_iter());
        lent.dedup();
        Ok((self.builder.finish()?, lent))
    }

    /// How many terms are found at a word where this one stands, itself among them.
    fn found_with(&self, term: &Term) -> usize {
        let mut found = 0;
        let mut look = |end: usize, is_stem| {
            let letters = term.letters.get(..end).unwrap_or_default().into();
            let known = self.terms.binary_search(&Term { letters, is_stem });
            found += usize::from(known.is_ok());
        };
        for (at, c) in term.letters.char_indices() {
            look(at + c.len_utf8(), true);
        }
        term.token_ends().for_each(|end| look(end, false));
        found
    }
}

/// Whether the choice has words with spaces between them, and words without.
pub(super) fn writings(classes: &Classes<'_>, members: &[Member]) -> Result<[bool; 2], String> {
    let [mut spaced, mut unspaced] = [false; 2];
    for member in members {
        match member {
            Member::Term(word) => {
                let is_unspaced = term(word)?.is_unspaced();
                spaced |= !is_unspaced;
                unspaced |= is_unspaced;
            }
            Member::Class(name) => match classes.get(name) {
                Some(class) => {
                    spaced |= class.terms.iter().any(|term| !term.is_unspaced());
                    unspaced |= class.terms.iter().any(Term::is_unspaced);
                }
                None => {
                    built_in(name)?;
                    [spaced, unspaced] = [true; 2];
                }
            },
        }
    }
    Ok([spaced, unspaced])
}

/// A term that is not too long to be followed wherever it repeats.
fn term(text: &str) -> Result<Term, String> {
    let term = Term::parse(text)?;
    if term.token_ends().count() > OwnRules::MAX_TERM_WORDS {
        let most = OwnRules::MAX_TERM_WORDS;
        return Err(format!("`{text}`: a term has at most {most} words"));
    }
    Ok(term)
}

/// The numbers of a built-in class.
fn built_in(name: &str) -> Result<[u16; 2], String> {
    let found = CLASSES.binary_search_by_key(&name, |(name, _)| name);
    let class = found.ok().and_then(|at| CLASSES.get(at));
    class
        .map(|(_, numbers)| *numbers)
        .ok_or_else(|| format!("no class `{name}`"))
}
