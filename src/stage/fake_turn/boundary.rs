//! What claims that a part of the prompt begins or ends here.

use core::ops::Range;

use crate::util::scan;

/// What begins or ends, as a line says it between dashes.
const PARTS: [&str; 24] = [
    "context",
    "conversation",
    "data",
    "document",
    "documents",
    "external content",
    "external data",
    "function result",
    "function results",
    "input",
    "instructions",
    "prompt",
    "retrieved context",
    "search results",
    "system instructions",
    "system message",
    "system prompt",
    "tool output",
    "tool result",
    "tool results",
    "untrusted content",
    "untrusted data",
    "user input",
    "user message",
];

/// Elements that only prompts have.
const OF_PROMPTS: [&str; 18] = [
    "document_content",
    "document_contents",
    "email_content",
    "external_content",
    "external_data",
    "retrieved_context",
    "retrieved_documents",
    "search_results",
    "system_instructions",
    "system_message",
    "system_prompt",
    "tool_output",
    "tool_result",
    "tool_results",
    "untrusted",
    "untrusted_content",
    "user_input",
    "user_query",
];

/// Elements that other documents have too: they end a part only if words follow, and if none began in the line.
const OF_OTHERS: [&str; 11] = [
    "content",
    "context",
    "data",
    "document",
    "documents",
    "input",
    "instructions",
    "prompt",
    "query",
    "system",
    "user",
];

/// The line without what surrounds it, if it says that a part of the prompt begins or ends.
pub(super) fn find(line: &str) -> Option<Range<usize>> {
    const RULING: [char; 12] = ['-', '=', '*', '#', '_', '~', '<', '>', '[', ']', '|', ' '];
    // the first look: what the line begins with
    let first = line.bytes().find(|byte| !matches!(byte, b' ' | b'\t'))?;
    if !matches!(first, b'b' | b'B' | b's' | b'S' | b'e' | b'E')
        && !RULING.contains(&char::from(first))
    {
        return None;
    }
    let visible = line.trim();
    let start = line.len() - line.trim_start().len();
    let words = visible.trim_matches(RULING);
    let ruled = visible.len() >= words.len() + 2 && !visible.starts_with(char::is_alphanumeric);
    let longest = "beginning of the system instructions".len();
    if words.len() > longest || !words.starts_with(['b', 'B', 's', 'S', 'e', 'E']) {
        return None;
    }
    let (verb, rest) = words.split_once(' ')?;
    let part = without(without(rest, "of "), "the ");
    let is_one_of =
        |names: &[&str], word: &str| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    let of_system = without(part, "system ") != part;
    (is_one_of(&["begin", "beginning", "start", "end"], verb)
        && is_one_of(&PARTS, part)
        && (ruled || of_system))
        .then_some(start..start + visible.len())
}

/// The text behind `prefix`, case aside; all of it if it does not begin so.
fn without<'a>(text: &'a str, prefix: &str) -> &'a str {
    match text.split_at_checked(prefix.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(prefix) => rest,
        _ => text,
    }
}

/// The closing tags that claim so.
pub(super) fn find_tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(at..)?;
            let start = at + scan::position(rest, |byte| byte == b'<')?;
            at = start + 1;
            if let Some(span) = tag(text, start) {
                return Some(span);
            }
        }
    })
}

/// The closing tag at `start`, if it claims so.
fn tag(text: &str, start: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 32;
    let rest = text.get(start..)?.strip_prefix("</")?;
    let len = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'))
        .count();
    let name = rest.get(..len)?;
    let after = rest.get(len..)?.strip_prefix('>')?;
    let known = |names: &[&str]| {
        let same = |(a, b): (u8, u8)| a == b.to_ascii_lowercase() || a == b'_' && b == b'-';
        names
            .iter()
            .any(|known| known.len() == name.len() && known.bytes().zip(name.bytes()).all(same))
    };
    let ends = known(&OF_PROMPTS)
        || known(&OF_OTHERS)
            && after
                .trim_start_matches([' ', '\t'])
                .starts_with(char::is_alphabetic)
            && !opens_before(text.get(..start)?, name);
    ends.then_some(start..start + len + 3)
}

/// Whether an element of this name begins before, in the line. Looks at a bounded stretch.
fn opens_before(before: &str, name: &str) -> bool {
    const MAX_LOOK: usize = 1 << 10;
    let near = before.len().saturating_sub(MAX_LOOK);
    let near = before.as_bytes().get(near..).unwrap_or_default();
    let line = near
        .rsplit(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    let opens = |tag: &[u8]| {
        tag.strip_prefix(b"<")
            .is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    line.windows(name.len() + 1).any(opens)
}
