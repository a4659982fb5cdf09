//! Data inside other text: in the fences of Markdown, and JSON behind a line of prose, as the results of tools have it.

use alloc::vec::Vec;
use core::ops::Range;

use super::{super::markdown, Hidden, Judge, find_in, find_settings, json};

/// What the fences that hold JSON say they do; one that says nothing may hold it too.
const JSON: [&str; 5] = ["json", "json5", "jsonc", "jsonl", "ndjson"];

const YAML: [&str; 2] = ["yaml", "yml"];

/// Whether data can stand in a text. Looks at each byte once.
pub(super) fn may_hold(text: &str) -> bool {
    text.contains("```") || text.contains("~~~") || begin(text, 0).is_some()
}

/// What is hidden in data that stands in a text, whose code is given. Code in another language, templates and whatever does not
/// read as JSON from its first brace to its last are none. Linear.
#[inline(never)]
pub(in super::super) fn find(
    text: &str,
    code: &[Range<usize>],
    judge: Judge<'_>,
    find: &dyn Fn(&str) -> Vec<Hidden>,
) -> Vec<Hidden> {
    let mut found = Vec::new();
    // what is no place for an object in prose: fences, whatever they hold, and spans of code
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (language, inside) in markdown::fences(text, code) {
        let data = text.get(inside.clone()).unwrap_or_default();
        let is_named = JSON.iter().any(|name| language.eq_ignore_ascii_case(name));
        if is_named || language.is_empty() && begin(data, 0) == Some(unindented(data)) {
            if let Some(json) = json::read(data) {
                found.extend(moved(find_in(data, &json, judge, find), inside.start));
            }
        } else if YAML.iter().any(|name| language.eq_ignore_ascii_case(name)) {
            found.extend(moved(find_settings(data, judge), inside.start));
        }
        taken.push(inside);
    }
    let is_span = |range: &&Range<usize>| text.as_bytes().get(range.start) == Some(&b'`');
    taken.extend(code.iter().filter(is_span).cloned());
    taken.sort_unstable_by_key(|range| range.start);
    let mut taken = taken.iter().peekable();
    let comments_end = text.rfind("*/").unwrap_or_default();
    let mut at = 0;
    while let Some(start) = begin(text, at) {
        while taken.next_if(|range| range.end <= start).is_some() {}
        if let Some(range) = taken.peek().filter(|range| range.start <= start) {
            at = range.end;
            continue;
        }
        at = start;
        if let Some(json) = json::read_one(text, &mut at, comments_end) {
            let object = text.get(..at).unwrap_or_default();
            found.extend(find_in(object, &json, judge, find));
        }
        at = at.max(start + 1);
    }
    found
}

/// Where the next object may begin, or an array of objects: its first key is in double quotes. In a word it is none.
fn begin(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&b| b == b'{')?;
        let behind = blanks(bytes.get(at + 1..)?);
        if bytes.get(at + 1 + behind) == Some(&b'"') {
            let before = bytes.get(from..at).unwrap_or_default();
            let array = before.trim_ascii_end().strip_suffix(b"[");
            let start = array.map_or(at, |before| from + before.len());
            let before = start.checked_sub(1).and_then(|before| bytes.get(before));
            if before.is_none_or(|b| b.is_ascii_whitespace() || b":=>".contains(b)) {
                return Some(start);
            }
        }
        at += 1 + behind;
    }
}

fn unindented(text: &str) -> usize {
    blanks(text.as_bytes())
}

fn blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// What was found in a part of a text, counted from the text's start.
fn moved(found: Vec<Hidden>, by: usize) -> impl Iterator<Item = Hidden> {
    found.into_iter().map(move |hidden| hidden.moved(by))
}

#[cfg(test)]
mod tests {
    use super::begin;

    #[test]
    fn objects_begin_with_a_key_in_quotes() {
        for (text, start) in [
            ("Result: {\"a\": 1}", Some(8)),
            ("Result:{\"a\": 1}", Some(7)),
            ("rows [ {\n \"a\": 1}]", Some(5)),
            ("{ let x = 1; }", None),
            ("{{name}} {% if a %}", None),
            ("f({\"a\": 1})", None),
            ("a{\"b\"}", None),
            ("{}", None),
            ("{", None),
        ] {
            assert_eq!(begin(text, 0), start, "{text}");
        }
    }
}
