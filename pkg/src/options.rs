//! A policy as JavaScript writes it: the name of a preset, or `PolicyOptions` in `js/types.ts`.
//!
//! Read by hand, so that an error names the option, what was given, and what would do.

use js_sys::{Array, Object, RangeError, TypeError};
use tamis::{Action, NormalizationForm, Policy, Rule, Sanitizer};
use wasm_bindgen::prelude::*;

/// The word in a policy for [`Policy::without_rule`], which no finding can have as its action.
const IGNORED: &str = "ignored";

/// The word in a policy for no normalization at all.
const NONE: &str = "none";

/// Reads a policy, and the boundaries that it may name.
///
/// # Errors
///
/// A `RangeError` for a name that the core doesn't know, a `TypeError` for an unknown option or a value of the wrong
/// type.
pub(crate) fn sanitizer_from(value: &JsValue) -> Result<Sanitizer, JsValue> {
    if let Some(preset) = value.as_string() {
        return preset.parse().map(Sanitizer::new).map_err(unknown_name);
    }
    let options = entries(value).ok_or_else(|| {
        wrong_type(
            "policy",
            "the name of a preset or an object of options",
            value,
        )
    })?;
    let mut policy = Policy::default();
    // the preset first, wherever it stands: the others change it
    for (name, value) in &options {
        if name == "preset" {
            policy = string("policy.preset", value)?
                .parse()
                .map_err(unknown_name)?;
        }
    }
    let mut boundaries = Vec::new();
    for (name, value) in &options {
        if name == "boundaries" {
            boundaries = strings("policy.boundaries", value)?;
        } else {
            policy = with_option(policy, name, value)?;
        }
    }
    Sanitizer::new(policy)
        .with_boundaries(boundaries)
        .map_err(|error| RangeError::new(&error.to_string()).into())
}

fn with_option(policy: Policy, name: &str, value: &JsValue) -> Result<Policy, JsValue> {
    let limits = *policy.limits();
    match name {
        "preset" => Ok(policy),
        "actions" => with_actions(policy, value),
        "normalization" => {
            let form = normalization(&string("policy.normalization", value)?)?;
            Ok(policy.with_normalization(form))
        }
        "maxInputBytes" => {
            let bytes = bytes("policy.maxInputBytes", value)?;
            Ok(policy.with_limits(limits.with_max_input_bytes(bytes)))
        }
        "maxRevealBytes" => {
            let bytes = bytes("policy.maxRevealBytes", value)?;
            Ok(policy.with_limits(limits.with_max_reveal_bytes(bytes)))
        }
        "maxRevealDepth" => {
            let steps = whole("policy.maxRevealDepth", "a whole number of steps", value)?;
            Ok(policy.with_limits(limits.with_max_reveal_depth(steps)))
        }
        "maxDecodedBytes" => {
            let bytes = bytes("policy.maxDecodedBytes", value)?;
            Ok(policy.with_limits(limits.with_max_decoded_bytes(bytes)))
        }
        "wholeMarkup" => {
            let is_whole = boolean("policy.wholeMarkup", value)?;
            Ok(policy.with_whole_markup(is_whole))
        }
        "failOpen" => {
            let fail_open = boolean("policy.failOpen", value)?;
            Ok(policy.with_fail_open(fail_open))
        }
        _ => {
            let message = format!(
                "unknown policy option '{}': expected preset, actions, normalization, boundaries, rules, maxInputBytes, maxRevealBytes, maxRevealDepth, maxDecodedBytes, wholeMarkup or failOpen",
                name.escape_debug()
            );
            Err(TypeError::new(&message).into())
        }
    }
}

fn with_actions(mut policy: Policy, value: &JsValue) -> Result<Policy, JsValue> {
    let expected = "an object such as { \"zero-width\": \"kept\" }";
    let actions = entries(value).ok_or_else(|| wrong_type("policy.actions", expected, value))?;
    for (id, value) in &actions {
        let rule: Rule = id.parse().map_err(unknown_name)?;
        let word = string(&format!("policy.actions[\"{id}\"]"), value)?;
        policy = if word == IGNORED {
            policy.without_rule(rule)
        } else {
            policy.with_action(rule, action(&word)?)
        };
    }
    Ok(policy)
}

fn action(word: &str) -> Result<Action, JsValue> {
    let action = word.parse::<Action>();
    action.map_err(|error| RangeError::new(&format!("{error}, or {IGNORED}")).into())
}

fn normalization(word: &str) -> Result<Option<NormalizationForm>, JsValue> {
    if word == NONE {
        return Ok(None);
    }
    let form = word.parse::<NormalizationForm>();
    form.map(Some)
        .map_err(|error| RangeError::new(&format!("{error}, or {NONE}")).into())
}

/// The options that are given: one that is `undefined` is not.
fn entries(value: &JsValue) -> Option<Vec<(String, JsValue)>> {
    let object = value.dyn_ref::<Object>()?;
    let given = Object::keys(object).into_iter().filter_map(|key| {
        let value = js_sys::Reflect::get(object, &key).ok()?;
        Some((key.as_string()?, value)).filter(|(_, value)| !value.is_undefined())
    });
    Some(given.collect())
}

fn string(option: &str, value: &JsValue) -> Result<String, JsValue> {
    value
        .as_string()
        .ok_or_else(|| wrong_type(option, "a string", value))
}

fn strings(option: &str, value: &JsValue) -> Result<Vec<String>, JsValue> {
    let array = value.dyn_ref::<Array>();
    let array = array.ok_or_else(|| wrong_type(option, "an array of strings", value))?;
    array.iter().map(|value| string(option, &value)).collect()
}

fn boolean(option: &str, value: &JsValue) -> Result<bool, JsValue> {
    value
        .as_bool()
        .ok_or_else(|| wrong_type(option, "true or false", value))
}

fn bytes(option: &str, value: &JsValue) -> Result<usize, JsValue> {
    whole(option, "a whole number of bytes", value)
}

fn whole(option: &str, expected: &str, value: &JsValue) -> Result<usize, JsValue> {
    let number = value.as_f64();
    let whole = number.filter(|number| number.fract() == 0.0 && *number >= 0.0);
    // more than the memory can hold is as good as no limit
    whole
        .map(|number| number as usize)
        .ok_or_else(|| wrong_type(option, expected, value))
}

fn unknown_name(error: tamis::Error) -> JsValue {
    RangeError::new(&error.to_string()).into()
}

fn wrong_type(option: &str, expected: &str, value: &JsValue) -> JsValue {
    let given = match (value.as_string(), value.as_f64()) {
        (Some(text), _) => format!("'{}'", text.escape_debug()),
        (_, Some(number)) => number.to_string(),
        _ if value.is_null() => "null".into(),
        _ => value.js_typeof().as_string().unwrap_or_default(),
    };
    TypeError::new(&format!("{option} must be {expected}, but got {given}")).into()
}
