//! A policy as JavaScript writes it.

use std::collections::BTreeMap;

use serde::Deserialize;
use tamis::{Action, Limits, Policy, Rule};
use wasm_bindgen::JsValue;

/// The word in a policy for [`Policy::without_rule`], which no finding can have as its action.
const IGNORED: &str = "ignored";

/// The fields of `PolicyOptions` in `js/types.ts`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Options {
    preset: Option<String>,
    actions: BTreeMap<String, String>,
    max_input_bytes: Option<usize>,
    max_reveal_bytes: Option<usize>,
    fail_open: Option<bool>,
}

/// Why a policy could not be understood.
pub(crate) enum Refusal {
    /// A word that the core does not know.
    Name(String),
    /// An unknown field, or a value of the wrong type.
    Shape(String),
}

impl From<tamis::Error> for Refusal {
    fn from(error: tamis::Error) -> Self {
        Self::Name(error.to_string())
    }
}

/// Reads the name of a preset or an object of options.
pub(crate) fn policy_from(value: JsValue) -> Result<Policy, Refusal> {
    if let Some(preset) = value.as_string() {
        return Ok(preset.parse()?);
    }
    let options: Options = serde_wasm_bindgen::from_value(value)
        .map_err(|error| Refusal::Shape(format!("policy: {error}")))?;
    options.into_policy()
}

impl Options {
    fn into_policy(self) -> Result<Policy, Refusal> {
        let mut policy = match &self.preset {
            Some(preset) => preset.parse()?,
            None => Policy::default(),
        };
        for (id, word) in &self.actions {
            let rule: Rule = id.parse()?;
            policy = match action(word)? {
                Some(action) => policy.with_action(rule, action),
                None => policy.without_rule(rule),
            };
        }
        if let Some(fail_open) = self.fail_open {
            policy = policy.with_fail_open(fail_open);
        }
        Ok(policy.with_limits(self.limits(*policy.limits())))
    }

    fn limits(&self, preset: Limits) -> Limits {
        preset
            .with_max_input_bytes(self.max_input_bytes.unwrap_or(preset.max_input_bytes()))
            .with_max_reveal_bytes(self.max_reveal_bytes.unwrap_or(preset.max_reveal_bytes()))
    }
}

fn action(word: &str) -> Result<Option<Action>, Refusal> {
    if word == IGNORED {
        return Ok(None);
    }
    word.parse()
        .map(Some)
        .map_err(|error: tamis::Error| Refusal::Name(format!("{error}, or {IGNORED}")))
}
