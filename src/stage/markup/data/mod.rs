//! Data for programs: JSON and settings files. A string of it may be a page or a Markdown text of its own, and its comments are
//! read by a model, but by no user of the program.

mod embedded;
mod json;
mod literal;
mod settings;

use alloc::{borrow::Cow, vec::Vec};
use core::ops::Range;

use super::{
    Hidden,
    name::Places,
    order::{Judge, is_certain_order},
};
use crate::rule::Rule;
use json::Json;

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

/// What the comments of a settings file say. Linear.
#[inline(never)]
pub(super) fn find_settings(text: &str, judge: Judge<'_>) -> Vec<Hidden> {
    let mut found = Vec::new();
    comments(text, &settings::comments(text), judge, &mut found);
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

/// Keys that an object has twice: a program sees the last only. Keys that stand for comments,
/// or for any key, are repeated on purpose.
#[inline(never)]
fn duplicate_keys(text: &str, json: &Json) -> Vec<Hidden> {
    let mut found = Vec::new();
    let mut seen = Places::new();
    for (at, string) in json.strings.iter().enumerate() {
        let Some(object) = string.key_of else {
            continue;
        };
        let key = key(text, string);
        if key.starts_with(['/', '_', '#']) || !key.contains(char::is_alphanumeric) {
            continue;
        }
        // FNV-1a over the key and its object
        let hash = key.bytes().fold(object as u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
        });
        let places = seen.entry(hash).or_default();
        match places.first().and_then(|&first| json.strings.get(first)) {
            None => places.push(at),
            Some(first) if first.key_of == Some(object) && self::key(text, first) == key => {
                found.push(Hidden::new(Rule::DuplicateKey, string.span.clone()));
            }
            Some(_) => {}
        }
    }
    found
}

fn key<'t>(text: &'t str, string: &json::Text) -> Cow<'t, str> {
    let key = text.get(string.span.clone()).unwrap_or_default();
    if key.contains('\\') {
        Cow::Owned(literal::decode_mapped(key).0)
    } else {
        Cow::Borrowed(key)
    }
}
