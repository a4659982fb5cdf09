//! Data for programs: JSON and settings files. A string of it may be a page or a Markdown text of its own, and its comments are
//! read by a model, but by no user of the program.

mod embedded;
mod json;
mod literal;
mod repeated;
mod settings;
mod yaml;
mod yaml_value;

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    Hidden,
    order::{Judge, is_certain_order},
};
use crate::rule::Rule;
use json::Json;
use repeated::{Key, repeated};

pub(super) use embedded::find as find_embedded;

/// Whether the text can be data, or hold some, that there is something to say about. Looks at each byte once.
pub(super) fn may_begin(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    start.starts_with(['{', '[']) || settings::may_begin(start) || embedded::may_hold(text)
}

/// What is hidden in a JSON document; `None` if the text is none. `find` looks into each string by itself, so that nothing is cut from
/// one to the next. Linear.
#[inline(never)]
pub(super) fn find_json(
    text: &str,
    judge: Judge<'_>,
    find: &dyn Fn(&str) -> Vec<Hidden>,
) -> Option<Vec<Hidden>> {
    Some(find_in(text, &json::read(text)?, judge, find))
}

/// What is hidden in this JSON.
fn find_in(
    text: &str,
    json: &Json,
    judge: Judge<'_>,
    find: &dyn Fn(&str) -> Vec<Hidden>,
) -> Vec<Hidden> {
    let mut found = Vec::new();
    for string in &json.strings {
        let inside = text.get(string.span.clone()).unwrap_or_default();
        if !super::may_hold(inside) && !inside.contains('\\') {
            continue;
        }
        let (decoded, places) = literal::decode_mapped(inside);
        if super::may_begin(&decoded, true) {
            let places = places.as_slice();
            found.extend(find(&decoded).into_iter().filter_map(|mut hidden| {
                let place = |at: usize| Some(string.span.start + places.get(at)?);
                let span = &hidden.edit.byte_span;
                hidden.edit.byte_span = place(span.start)?..place(span.end)?;
                Some(hidden)
            }));
        }
    }
    comments(text, &json.comments, judge, &mut found);
    found.append(&mut duplicate_keys(text, json));
    found
}

/// What the comments of a settings file say, and the keys that YAML has twice. Linear.
#[inline(never)]
pub(super) fn find_settings(text: &str, judge: Judge<'_>) -> Vec<Hidden> {
    let mut found = Vec::new();
    comments(text, &settings::comments(text), judge, &mut found);
    let again = yaml::repeated_keys(text).into_iter();
    found.extend(again.map(|span| Hidden::new(Rule::DuplicateKey, span)));
    found
}

/// Comments that give orders.
fn comments(text: &str, spans: &[Range<usize>], judge: Judge<'_>, found: &mut Vec<Hidden>) {
    for span in spans {
        let comment = text.get(span.clone()).unwrap_or_default();
        let lines = comment.lines().map(|line| {
            let line = line.trim_start_matches(|c: char| c.is_whitespace() || "#/*;".contains(c));
            line.trim_end_matches(|c: char| c.is_whitespace() || "*/".contains(c))
        });
        let words = lines.collect::<Vec<_>>().join("\n");
        if is_certain_order(&words, judge) {
            found.push(Hidden::with_words(
                Rule::DataComment,
                span.clone(),
                &words,
                "data-comment",
            ));
        }
    }
}

/// Keys that an object has twice: a program sees the last only. Keys that stand for comments, or for any key, are repeated on
/// purpose.
#[inline(never)]
fn duplicate_keys(text: &str, json: &Json) -> Vec<Hidden> {
    let keys = json.strings.iter().filter_map(|string| {
        let key = Key::new(string.key_of?, string.span.clone());
        let name = key.name(text);
        let is_comment = name.starts_with(['/', '_', '#']);
        (!is_comment && name.contains(char::is_alphanumeric)).then_some(key)
    });
    let keys: Vec<Key> = keys.collect();
    let again = repeated(text, &keys).into_iter();
    again
        .filter_map(|(_, again)| {
            Some(Hidden::new(
                Rule::DuplicateKey,
                keys.get(again)?.span.clone(),
            ))
        })
        .collect()
}
