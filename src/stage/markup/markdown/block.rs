//! Blocks of CommonMark: code, and link reference definitions (sections 4.4, 4.5, 4.7).

use core::ops::Range;

use alloc::vec::Vec;

use super::inline;

/// A link reference definition.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    /// All of it, without the line feed behind it.
    pub(super) span: Range<usize>,
    pub(super) label: Range<usize>,
    pub(super) url: Range<usize>,
    pub(super) title: Option<Range<usize>>,
}

/// The lines of a text, each with its place, without its line feed.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// The columns that a line is indented by, and the rest of it. Marks of quotations do not count.
#[inline(never)]
fn unindented(line: &str) -> (usize, &str) {
    let mut rest = line;
    let mut columns = 0;
    while let Some(next) = rest.chars().next() {
        match next {
            ' ' => columns += 1,
            '\t' => columns += 4 - columns % 4,
            '>' if columns < 4 => {
                columns = 0;
                rest = rest.get(1..).unwrap_or_default();
                rest = rest.strip_prefix(' ').unwrap_or(rest);
                continue;
            }
            _ => break,
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    (columns, rest)
}

fn begins_item(rest: &str) -> bool {
    let digits = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
    let marker = rest.as_bytes().get(digits);
    let known = if digits == 0 {
        marker.is_some_and(|b| matches!(b, b'-' | b'*' | b'+'))
    } else {
        marker.is_some_and(|b| matches!(b, b'.' | b')'))
    };
    known
        && rest
            .as_bytes()
            .get(digits + 1)
            .is_none_or(|b| matches!(b, b' ' | b'\t'))
}

/// A fence: its mark and length.
fn fence(rest: &str) -> Option<(char, usize)> {
    let mark = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let count = rest.chars().take_while(|c| *c == mark).count();
    let info = rest.get(count..).unwrap_or_default();
    (count >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, count))
}

/// All code, ordered and disjoint.
#[inline(never)]
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    let mut code: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(char, usize, usize)> = None;
    let (mut blank, mut in_list, mut indented) = (true, false, false);
    // a stretch of lines between blocks of code, in which spans are looked for
    let mut start = 0;
    for (at, line) in lines(text) {
        let end = at + line.len();
        let (columns, rest) = unindented(line);
        if let Some((mark, count, from)) = open {
            let closes = fence(rest).is_some_and(|(m, c)| m == mark && c >= count)
                && rest.trim_end().chars().all(|c| c == mark);
            if closes {
                code.push(from..end);
                open = None;
                start = end;
            }
            continue;
        }
        let is_blank = rest.trim().is_empty();
        if let Some((mark, count)) = fence(rest) {
            inline::code_spans(text, start..at, &mut code);
            open = Some((mark, count, at));
            indented = false;
        } else if is_blank {
            inline::code_spans(text, start..at, &mut code);
            start = end;
        } else if columns >= 4 && (blank || indented) && !in_list {
            inline::code_spans(text, start..at, &mut code);
            code.push(at..end);
            start = end;
            indented = true;
        } else {
            indented = false;
            // a list goes on over lines that are indented under it
            in_list = begins_item(rest) || in_list && (columns > 0 || !blank);
        }
        blank = is_blank;
    }
    match open {
        Some((.., from)) => code.push(from..text.len()),
        None => inline::code_spans(text, start..text.len(), &mut code),
    }
    code
}

/// The fences among the code: the first word behind the mark, and what stands between the marks.
#[inline(never)]
pub(super) fn fences<'t>(
    text: &'t str,
    code: &[Range<usize>],
) -> impl Iterator<Item = (&'t str, Range<usize>)> {
    code.iter().filter_map(move |range| {
        let block = text.get(range.clone())?;
        let first = block.split('\n').next()?;
        let (_, rest) = unindented(first);
        let (mark, _) = fence(rest)?;
        let language = rest.trim_start_matches(mark).split_whitespace().next();
        let start = (range.start + first.len() + 1).min(range.end);
        let last = text
            .get(start..range.end)?
            .rfind('\n')
            .map_or(start, |at| start + at + 1);
        let closes =
            fence(unindented(text.get(last..range.end)?).1).is_some_and(|(m, _)| m == mark);
        let inside = start..if closes { last } else { range.end };
        Some((language.unwrap_or_default(), inside))
    })
}

/// The definitions outside code. They do not interrupt a paragraph.
#[inline(never)]
pub(super) fn definitions(text: &str, code: &[Range<usize>]) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut code = code.iter().peekable();
    let (mut free, mut done) = (true, 0);
    for (at, line) in lines(text) {
        while code.next_if(|range| range.end <= at).is_some() {}
        if at < done {
            continue;
        }
        let is_code = code.peek().is_some_and(|range| range.start <= at);
        let (columns, rest) = unindented(line);
        if is_code || columns >= 4 || !free || !rest.starts_with('[') {
            // a heading, a rule, a fence or a blank line ends a paragraph
            free = rest.trim().is_empty()
                || is_code
                || rest.starts_with('#')
                || rest.trim_end().ends_with("-->");
            continue;
        }
        let definition = definition(text, at + line.len() - rest.len());
        if let Some(definition) = definition {
            done = definition.span.end;
            found.push(definition);
        } else {
            free = false;
        }
    }
    found
}

#[inline(never)]
fn definition(text: &str, start: usize) -> Option<Definition> {
    const MAX_LABEL: usize = 999;
    let mut label_end = start + 1;
    let rest = text.get(label_end..)?;
    let mut escaped = false;
    let mut length = None;
    for (at, c) in rest.char_indices().take(MAX_LABEL + 1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => return None,
            ']' => {
                length = Some(at);
                break;
            }
            _ => {}
        }
    }
    label_end += length?;
    let label = start + 1..label_end;
    let colon = label_end + 1;
    if text.get(label.clone())?.trim().is_empty() || text.as_bytes().get(colon) != Some(&b':') {
        return None;
    }
    let at = inline::skip_space(text, colon + 1, 1)?;
    let (url, behind) = inline::destination(text, at, false)?;
    let line_end = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let spaces = rest
            .bytes()
            .take_while(|b| matches!(b, b' ' | b'\t' | b'\r'))
            .count();
        let ends = rest.as_bytes().get(spaces).is_none_or(|b| *b == b'\n');
        ends.then_some(at)
    };
    let title_at = inline::skip_space(text, behind, 1).filter(|at| *at > behind);
    if let Some((title, end)) = title_at.and_then(|at| inline::title(text, at))
        && let Some(end) = line_end(end)
    {
        return Some(Definition {
            span: start..end,
            label,
            url,
            title: Some(title),
        });
    }
    let end = line_end(behind)?;
    Some(Definition {
        span: start..end,
        label,
        url,
        title: None,
    })
}
