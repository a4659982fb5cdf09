//! A file of rules, as TOML or JSON has it.

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, Serialize};
use tamis::{OwnRule, OwnRules, Source};

/// All of a file. `RULES.md` says what each field means.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RulesFile {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, String>,
    #[serde(default)]
    rules: Vec<RuleShape>,
}

/// One rule.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RuleShape {
    id: String,
    why: String,
    weights: Weights,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    negatable: bool,
    patterns: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    examples: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    counter: Vec<String>,
}

/// In percent; who is not named has none.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct Weights {
    user: u8,
    document: u8,
    tool: u8,
    model: u8,
}

impl RulesFile {
    /// Reads a file: JSON if its name ends so, else TOML.
    pub(crate) fn read(path: &Path) -> Result<OwnRules, String> {
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        let is_json = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("json"));
        let file: Self = if is_json {
            serde_json::from_str(&text).map_err(|error| error.to_string())?
        } else {
            toml::from_str(&text).map_err(|error| in_one_line(&error, &text))?
        };
        Ok(file.into())
    }
}

/// The message of a TOML error without its picture of the line, which would be escaped.
fn in_one_line(error: &toml::de::Error, text: &str) -> String {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(start).filter(|&b| b == b'\n').count() + 1;
    let message: Vec<&str> = error.message().lines().map(str::trim).collect();
    format!("line {line}: {}", message.join(" "))
}

impl From<RulesFile> for OwnRules {
    fn from(file: RulesFile) -> Self {
        let words = file.words.into_iter();
        let rules = words.fold(Self::new(), |rules, (class, words)| {
            rules.with_words(class, words)
        });
        let all = file.rules.into_iter().map(OwnRule::from);
        all.fold(rules, Self::with_rule)
    }
}

impl From<RuleShape> for OwnRule {
    fn from(shape: RuleShape) -> Self {
        let Weights {
            user,
            document,
            tool,
            model,
        } = shape.weights;
        let rule = Self::new(shape.id, shape.why)
            .with_negatable(shape.negatable)
            .with_weight(Source::User, user)
            .with_weight(Source::Document, document)
            .with_weight(Source::Tool, tool)
            .with_weight(Source::Model, model);
        let rule = shape.patterns.into_iter().fold(rule, Self::with_pattern);
        let rule = shape.examples.into_iter().fold(rule, Self::with_example);
        shape.counter.into_iter().fold(rule, Self::with_counter)
    }
}

impl From<&OwnRules> for RulesFile {
    fn from(rules: &OwnRules) -> Self {
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        for (class, more) in rules.words() {
            let all = words.entry(class.into()).or_default();
            if !all.is_empty() {
                all.push_str(", ");
            }
            all.push_str(more);
        }
        let rules = rules.rules().iter().map(|rule| RuleShape {
            id: rule.id().into(),
            why: rule.why().into(),
            weights: Weights {
                user: rule.weight(Source::User),
                document: rule.weight(Source::Document),
                tool: rule.weight(Source::Tool),
                model: rule.weight(Source::Model),
            },
            negatable: rule.is_negatable(),
            patterns: rule.patterns().to_vec(),
            examples: rule.examples().to_vec(),
            counter: rule.counter().to_vec(),
        });
        Self {
            words,
            rules: rules.collect(),
        }
    }
}
