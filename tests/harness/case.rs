//! A case, as `tests/corpus/README.md` defines it.

use std::collections::HashSet;

use serde::Deserialize;

/// A file of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) why: String,
    /// For people: nothing is done with it.
    #[serde(rename = "cite")]
    pub(crate) _cite: Option<String>,
    dirty: Option<String>,
    dirty_hex: Option<String>,
    #[serde(default = "chat")]
    pub(crate) policy: String,
    #[serde(default = "user")]
    pub(crate) source: String,
    pub(crate) clean: Option<String>,
    #[serde(default)]
    pub(crate) findings: Vec<Finding>,
    #[serde(default)]
    pub(crate) risk: Bounds,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) id: String,
    pub(crate) span: [usize; 2],
    #[serde(default = "removed")]
    pub(crate) action: String,
    pub(crate) reveal: Option<String>,
    pub(crate) chain: Option<Vec<String>>,
    pub(crate) skeleton: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    pub(crate) min: Option<f32>,
    pub(crate) max: Option<f32>,
}

/// The text as a case has it.
pub(crate) enum Dirty<'a> {
    Text(&'a str),
    Bytes(Vec<u8>),
}

fn chat() -> String {
    "chat".into()
}

fn user() -> String {
    "user".into()
}

fn removed() -> String {
    "removed".into()
}

/// Reads all cases of these files, given by name and content.
pub(crate) fn parse<'a>(
    files: impl Iterator<Item = (String, &'a str)>,
) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (name, content) in files {
        let file: File = toml::from_str(content).map_err(|error| format!("{name}: {error}"))?;
        for case in file.case {
            case.validate()
                .map_err(|error| format!("{name}: {}: {error}", case.name))?;
            cases.push(case);
        }
    }
    let mut names = HashSet::new();
    match cases.iter().find(|case| !names.insert(&case.name)) {
        Some(case) => Err(format!("two cases are called {}", case.name)),
        None => Ok(cases),
    }
}

impl Case {
    fn validate(&self) -> Result<(), String> {
        let words = self.name.split('-');
        let is_word = |word: &str| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        if !words.into_iter().all(is_word) {
            return Err("the name is not in kebab-case".into());
        }
        if self.why.trim().is_empty() {
            return Err("why is empty".into());
        }
        if let Some(finding) = self
            .findings
            .iter()
            .find(|f| f.reveal.is_some() != f.chain.is_some())
        {
            return Err(format!(
                "finding {}: reveal and chain go together",
                finding.id
            ));
        }
        if self.dirty_hex.is_some() && self.clean.is_none() {
            return Err("dirty_hex needs clean: there is no text for it to equal".into());
        }
        self.dirty().map(drop)
    }

    /// The text as it comes.
    pub(crate) fn dirty(&self) -> Result<Dirty<'_>, String> {
        match (&self.dirty, &self.dirty_hex) {
            (Some(text), None) => Ok(Dirty::Text(text)),
            (None, Some(hex)) => from_hex(hex).map(Dirty::Bytes),
            _ => Err("exactly one of dirty and dirty_hex must be given".into()),
        }
    }

    /// The text to deliver.
    pub(crate) fn clean(&self) -> &str {
        let clean = self.clean.as_deref().or(self.dirty.as_deref());
        clean.unwrap_or_default()
    }
}

fn from_hex(hex: &str) -> Result<Vec<u8>, String> {
    let digits: String = hex.split_whitespace().collect();
    if !digits.is_ascii() || digits.len() % 2 == 1 {
        return Err(format!("dirty_hex is not pairs of digits: {hex}"));
    }
    let pairs = (0..digits.len())
        .step_by(2)
        .filter_map(|at| digits.get(at..at + 2));
    pairs
        .map(|pair| {
            u8::from_str_radix(pair, 16).map_err(|error| format!("dirty_hex: {pair}: {error}"))
        })
        .collect()
}
