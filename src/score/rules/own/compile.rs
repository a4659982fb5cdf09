//! Rules in writing become what the search runs on.

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use super::{
    super::{
        super::weigh::SIGNALS,
        all as built_in_rules,
        language::{
            fault::Fault,
            layout::{self, LETTERS_PER_WORD, check, gap},
            parse::{self, Choice, Element, Pattern, Test},
        },
        lexicon::{built_in_sets, sets},
        step::Step,
    },
    OwnRule, OwnRules, OwnRulesError,
    compiled::{Facts, Tables},
    places::{Classes, Places, Writing, writings},
};
use crate::{rule::Rule, unicode};

/// Compiles the rules of all authors together; each sees the classes of its own alone.
pub(super) fn compile(authors: &[&OwnRules]) -> Result<Tables, OwnRulesError> {
    check_size(authors)?;
    let mut places = Places::new();
    let mut facts: Vec<Facts> = Vec::new();
    let mut patterns = Vec::new();
    let mut count = 0;
    for (author, rules) in authors.iter().enumerate() {
        let classes = classes(rules)?;
        for rule in &rules.rules {
            let refuse = |why: String| OwnRulesError::of_rule(&rule.id, why);
            check_rule(rule).map_err(refuse)?;
            if facts.iter().any(|other| other.id == rule.id) {
                return Err(refuse("another rule has this id".into()));
            }
            let number = facts.len() as u8;
            for (at, pattern) in rule.patterns.iter().enumerate() {
                let refuse = |why: String| OwnRulesError::of_pattern(&rule.id, at, why);
                let choices = &mut Choices {
                    author,
                    classes: &classes,
                    places: &mut places,
                };
                let read = read(&rule.id, at, pattern)?;
                let has_words = choices.has_words(&read);
                let has_words = has_words.map_err(|fault| refuse(fault.why).at(fault.at))?;
                for steps in choices.steps(&read, &has_words).map_err(refuse)? {
                    count += steps.len();
                    patterns.push((steps, number));
                }
                if count > OwnRules::MAX_PLACES {
                    let most = OwnRules::MAX_PLACES;
                    return Err(refuse(format!("all patterns have more than {most} places")));
                }
            }
            facts.push(Facts::of(rule));
        }
    }
    let number = places.len();
    let (trie, lent) = places.finish().map_err(OwnRulesError::new)?;
    let compiled = layout::lay_out(patterns, number, trie).map_err(OwnRulesError::new)?;
    let tables = Tables {
        rules: facts,
        compiled,
        lent,
    };
    check_work(&tables)?;
    Ok(tables)
}

/// Holds what is written to its limits, before any of it is read.
fn check_size(authors: &[&OwnRules]) -> Result<(), OwnRulesError> {
    let rules = || authors.iter().flat_map(|author| &author.rules);
    let words = authors.iter().flat_map(|author| &author.words);
    let words: usize = words.map(|(class, words)| class.len() + words.len()).sum();
    let bytes = words + rules().map(OwnRule::bytes).sum::<usize>();
    let patterns = rules().map(|rule| rule.patterns.len()).sum();
    for (count, most, what) in [
        (rules().count(), OwnRules::MAX_RULES, "rules"),
        (patterns, OwnRules::MAX_PATTERNS, "patterns"),
        (bytes, OwnRules::MAX_BYTES, "bytes"),
    ] {
        if count > most {
            return Err(OwnRulesError::new(format!(
                "{count} {what} are more than {most}"
            )));
        }
    }
    Ok(())
}

fn classes(rules: &OwnRules) -> Result<Classes<'_>, OwnRulesError> {
    let mut classes = Classes::default();
    for (name, words) in &rules.words {
        let refuse = |why| OwnRulesError::new(format!("class '{}': {why}", name.escape_debug()));
        if !is_kebab(name) {
            return Err(refuse("its name is not in kebab-case".into()));
        }
        classes.add(name, words).map_err(refuse)?;
    }
    Ok(classes)
}

fn check_rule(rule: &OwnRule) -> Result<(), String> {
    let is_taken = rule.id.parse::<Rule>().is_ok()
        || built_in_rules().iter().any(|known| known.id() == rule.id)
        || SIGNALS.contains(&rule.id.as_str());
    let is_plain = |c: char| !c.is_control() && unicode::class(c) == unicode::Class::Ordinary;
    let why = &rule.why;
    let is_reason = (1..=OwnRules::MAX_WHY_BYTES).contains(&why.trim().len())
        && why.len() <= OwnRules::MAX_WHY_BYTES
        && why.chars().all(is_plain);
    for (is_wrong, why) in [
        (!is_id(&rule.id), WRONG_ID),
        (is_taken, "this id is built in: one with a slash never is"),
        (!is_reason, WRONG_WHY),
        (
            rule.weights.iter().any(|&weight| weight > 100),
            "a weight is a percentage",
        ),
        (
            rule.weights == [0; 4],
            "it weighs nothing, whoever wrote the text",
        ),
        (rule.patterns.is_empty(), "it has no patterns"),
    ] {
        if is_wrong {
            return Err(why.into());
        }
    }
    Ok(())
}

const WRONG_ID: &str = "an id is kebab-case words with slashes between them, of at most 64 bytes";
const WRONG_WHY: &str = "`why` is one line of 1 to 256 bytes in visible characters";
const _: () = assert!(OwnRules::MAX_ID_BYTES == 64 && OwnRules::MAX_WHY_BYTES == 256);

/// Whether it may be the id of a rule or of a pack.
pub(crate) fn is_id(id: &str) -> bool {
    id.split('/').all(is_kebab) && id.len() <= OwnRules::MAX_ID_BYTES
}

fn is_kebab(name: &str) -> bool {
    let is_word = |word: &str| {
        let mut chars = word.chars();
        !word.is_empty() && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    name.split('-').all(is_word)
}

/// A pattern as it is written.
fn read(id: &str, at: usize, pattern: &str) -> Result<Pattern, OwnRulesError> {
    let refuse = |why: String| OwnRulesError::of_pattern(id, at, why);
    if pattern.len() > OwnRules::MAX_PATTERN_BYTES {
        let most = OwnRules::MAX_PATTERN_BYTES;
        return Err(refuse(format!("it is longer than {most} bytes")));
    }
    let read = parse::pattern(pattern);
    let read = read.map_err(|fault| refuse(fault.why).at(fault.at))?;
    if read.scope.is_some() {
        return Err(refuse("only built-in patterns are for some languages".into()).at(0));
    }
    Ok(read)
}

/// What one author's patterns choose from.
struct Choices<'a, 'r> {
    author: usize,
    classes: &'a Classes<'r>,
    places: &'a mut Places,
}

impl Choices<'_, '_> {
    /// Of each choice, whether it has words with spaces between them, and words without.
    fn has_words(&self, pattern: &Pattern) -> Result<Vec<[bool; 2]>, Fault> {
        let mut all = Vec::new();
        for Choice { at, members } in &pattern.choices {
            let found = writings(self.classes, members);
            all.push(found.map_err(|why| Fault::new(*at, why))?);
        }
        Ok(all)
    }

    /// The steps of all sequences of a pattern. One with gaps may come to two: for words with spaces between them and for
    /// words without, where a gap counts letters.
    fn steps(
        &mut self,
        pattern: &Pattern,
        has_words: &[[bool; 2]],
    ) -> Result<Vec<Vec<Step>>, String> {
        let of = |element: &Element| match element.test {
            Test::Choice(choice) => has_words.get(choice).copied(),
            Test::Any | Test::Gap(_) => None,
        };
        let mut all = Vec::new();
        for sequence in &pattern.sequences {
            let has_gap = sequence.iter().any(|one| matches!(one.test, Test::Gap(_)));
            let is_spaced = sequence.iter().filter_map(of).all(|[spaced, _]| spaced);
            let is_unspaced = sequence.iter().filter_map(of).any(|[_, unspaced]| unspaced);
            for (writing, letters, is_there) in [
                (Writing::Any, 1, !has_gap),
                (Writing::Spaced, 1, has_gap && is_spaced),
                (Writing::Unspaced, LETTERS_PER_WORD, has_gap && is_unspaced),
            ] {
                if is_there {
                    all.push(self.sequence(pattern, sequence, has_words, writing, letters)?);
                }
            }
        }
        Ok(all)
    }

    fn sequence(
        &mut self,
        pattern: &Pattern,
        sequence: &[Element],
        has_words: &[[bool; 2]],
        writing: Writing,
        letters: usize,
    ) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        for &Element { test, flags } in sequence {
            match test {
                Test::Choice(choice) => {
                    // a Latin name stands in a Chinese sentence too
                    let writing = match (writing, has_words.get(choice)) {
                        (Writing::Unspaced, Some([_, false])) => Writing::Any,
                        (writing, _) => writing,
                    };
                    let members = pattern.choices.get(choice);
                    let members = members.map_or(&[][..], |choice| &choice.members);
                    let number = self
                        .places
                        .number(self.author, self.classes, members, writing)?;
                    steps.push(Step(number | flags));
                }
                Test::Gap(words) => steps.extend(gap(words * letters, flags)),
                Test::Any => steps.push(Step(Step::ANY | flags)),
            }
        }
        check(&steps)?;
        Ok(steps)
    }
}

/// Holds the work that one term of a text can ask for to its limit.
fn check_work(tables: &Tables) -> Result<(), OwnRulesError> {
    let own = sets(&tables.compiled.trie.sets).map(|set| (set, false));
    let built_in = built_in_sets().map(|set| (set, true));
    for (set, is_lent) in own.chain(built_in) {
        let (mut places, mut last) = (0, None);
        let mut look = |number: u16| {
            for pattern in tables.starting(number) {
                if let Some((rule, steps)) = tables.pattern(pattern) {
                    places += steps.len();
                    last = tables.rules.get(rule);
                }
            }
        };
        for &class in set {
            if is_lent {
                tables.borrowers(class).for_each(&mut look);
            } else {
                look(class);
            }
        }
        if places > OwnRules::MAX_PLACES_AT_A_TERM {
            let most = OwnRules::MAX_PLACES_AT_A_TERM;
            let why = format!("patterns that begin with one word have more than {most} places");
            let id = last.map_or_else(String::new, |rule| rule.id.to_owned());
            return Err(OwnRulesError::of_rule(&id, why));
        }
    }
    Ok(())
}
