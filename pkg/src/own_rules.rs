//! Rules of the caller's own, as JavaScript writes them: `OwnRules` in `js/types.ts`.

use js_sys::{Array, Object, RangeError, Reflect, TypeError};
use tamis::{CompiledRules, OwnRule, OwnRules, Source};
use wasm_bindgen::prelude::*;

use crate::options::{entries, string, strings, wrong_type};

/// Who may have a weight.
const SOURCES: [Source; 4] = [Source::User, Source::Document, Source::Tool, Source::Model];

/// Reads and compiles one set of rules, or an array of them.
///
/// # Errors
///
/// A `TypeError` for what is not of the shape of rules, a `RangeError` for rules that are refused.
pub(crate) fn compiled(option: &str, value: &JsValue) -> Result<CompiledRules, JsValue> {
    let sets = match value.dyn_ref::<Array>() {
        Some(array) => array.to_vec(),
        None => vec![value.clone()],
    };
    let sets: Result<Vec<OwnRules>, JsValue> = sets.iter().map(|set| read(option, set)).collect();
    CompiledRules::of(&sets?).map_err(|error| RangeError::new(&error.to_string()).into())
}

fn read(option: &str, value: &JsValue) -> Result<OwnRules, JsValue> {
    let mut rules = OwnRules::new();
    for (name, value) in fields(option, value)? {
        let option = format!("{option}.{name}");
        match name.as_str() {
            "words" => {
                for (class, words) in fields(&option, &value)? {
                    let words = string(&format!("{option}[\"{class}\"]"), &words)?;
                    rules = rules.with_words(class, words);
                }
            }
            "rules" => {
                let array = value.dyn_ref::<Array>();
                let array =
                    array.ok_or_else(|| wrong_type(&option, "an array of rules", &value))?;
                for (at, rule) in array.iter().enumerate() {
                    rules = rules.with_rule(read_rule(&format!("{option}[{at}]"), &rule)?);
                }
            }
            _ => return Err(unknown(&option, "words and rules")),
        }
    }
    Ok(rules)
}

fn read_rule(option: &str, value: &JsValue) -> Result<OwnRule, JsValue> {
    let (mut id, mut why) = (String::new(), String::new());
    let mut rule = OwnRule::default();
    for (name, value) in fields(option, value)? {
        let option = format!("{option}.{name}");
        let lists = || strings(&option, &value);
        match name.as_str() {
            "id" => id = string(&option, &value)?,
            "why" => why = string(&option, &value)?,
            "negatable" => {
                let flag = value.as_bool();
                let flag = flag.ok_or_else(|| wrong_type(&option, "true or false", &value))?;
                rule = rule.with_negatable(flag);
            }
            "weights" => {
                for (source, percent) in fields(&option, &value)? {
                    let name = format!("{option}.{source}");
                    let source = source.parse::<Source>();
                    let source = source.map_err(|error| RangeError::new(&error.to_string()))?;
                    rule = rule.with_weight(source, weight(&name, &percent)?);
                }
            }
            "patterns" => rule = lists()?.into_iter().fold(rule, OwnRule::with_pattern),
            "examples" => rule = lists()?.into_iter().fold(rule, OwnRule::with_example),
            "counter" => rule = lists()?.into_iter().fold(rule, OwnRule::with_counter),
            _ => {
                let expected = "id, why, weights, negatable, patterns, examples and counter";
                return Err(unknown(&option, expected));
            }
        }
    }
    Ok(rule.with_id(id).with_why(why))
}

fn weight(option: &str, value: &JsValue) -> Result<u8, JsValue> {
    let number = value.as_f64();
    let whole = number.filter(|number| number.fract() == 0.0 && (0.0..=100.0).contains(number));
    whole
        .map(|number| number as u8)
        .ok_or_else(|| wrong_type(option, "a whole number from 0 to 100", value))
}

fn fields(option: &str, value: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    entries(value).ok_or_else(|| wrong_type(option, "an object", value))
}

fn unknown(option: &str, expected: &str) -> JsValue {
    let option = option.escape_debug();
    TypeError::new(&format!("unknown field {option}: there are {expected}")).into()
}

/// The same rules as JavaScript would write them.
pub(crate) fn written(rules: &OwnRules) -> Object {
    let words = Object::new();
    for (class, list) in rules.words() {
        let before = Reflect::get(&words, &class.into()).ok();
        let list = match before.and_then(|before| before.as_string()) {
            Some(before) => format!("{before}, {list}"),
            None => list.into(),
        };
        set(&words, class, &list.into());
    }
    let all = rules.rules().iter().map(|rule| {
        let weights = Object::new();
        for source in SOURCES {
            set(&weights, source.id(), &rule.weight(source).into());
        }
        let object = Object::new();
        set(&object, "id", &rule.id().into());
        set(&object, "why", &rule.why().into());
        set(&object, "weights", &weights);
        set(&object, "negatable", &rule.is_negatable().into());
        for (name, list) in [
            ("patterns", rule.patterns()),
            ("examples", rule.examples()),
            ("counter", rule.counter()),
        ] {
            let list: Array = list
                .iter()
                .map(|text| JsValue::from(text.as_str()))
                .collect();
            set(&object, name, &list);
        }
        object
    });
    let all: Array = all.collect();
    let object = Object::new();
    set(&object, "words", &words);
    set(&object, "rules", &all);
    object
}

/// Sets a property of a plain object of ours, which nothing forbids.
pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
