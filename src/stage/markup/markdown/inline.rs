//! Inlines of CommonMark: code spans, links, images (sections 6.1, 6.3, 6.4).

use core::ops::Range;

use alloc::vec::Vec;

use super::super::name::Places;

/// Parentheses that may nest in an address, as CommonMark allows to bound them.
const MAX_PARENTHESES: usize = 32;

/// An inline link or image.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) is_image: bool,
    pub(super) text: Range<usize>,
    pub(super) url: Range<usize>,
    pub(super) title: Option<Range<usize>>,
}

/// Adds the code spans in a stretch: between two runs of as many backticks.
#[inline(never)]
pub(super) fn code_spans(text: &str, stretch: Range<usize>, code: &mut Vec<Range<usize>>) {
    let bytes = text.get(stretch.clone()).unwrap_or_default().as_bytes();
    if !bytes.contains(&b'`') {
        return;
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&b| b == b'`'))
    {
        let start = at + found;
        let length = bytes
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|&&b| b == b'`')
            .count();
        runs.push(start..start + length);
        at = start + length;
    }
    // for each length, the runs of it in order
    let mut of_length = Places::new();
    for (index, run) in runs.iter().enumerate().rev() {
        of_length.entry(run.len() as u64).or_default().push(index);
    }
    let mut index = 0;
    while let Some(run) = runs.get(index) {
        let escaped = run
            .start
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            == Some(&b'\\');
        let same = of_length.entry(run.len() as u64).or_default();
        while same.last().is_some_and(|&other| other <= index) {
            same.pop();
        }
        match same.last().copied().filter(|_| !escaped) {
            Some(closing) => {
                let end = runs.get(closing).map_or(run.end, |run| run.end);
                code.push(stretch.start + run.start..stretch.start + end);
                index = closing + 1;
            }
            None => index += 1,
        }
    }
}

/// The links and images outside code, and the labels of all that may refer to a definition. Linear.
#[inline(never)]
pub(super) fn links(text: &str, code: &[Range<usize>]) -> (Vec<Link>, Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let (mut links, mut labels) = (Vec::new(), Vec::new());
    let mut code = code.iter().peekable();
    // open brackets, and whether each begins an image
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        while code.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = code.peek()
            && range.start <= at
        {
            at = range.end;
            continue;
        }
        match byte {
            b'\\' => at += 1,
            b'[' => {
                let before = at.checked_sub(1).and_then(|before| bytes.get(before));
                open.push((at, before == Some(&b'!')));
            }
            b']' => {
                if let Some((start, is_image)) = open.pop() {
                    let inside = start + 1..at;
                    let defines = bytes.get(at + 1) == Some(&b':');
                    let nested = labels
                        .last()
                        .is_some_and(|last: &Range<usize>| last.start > start);
                    if let Some((link, end)) = link(text, is_image, inside.clone(), at + 1) {
                        links.push(link);
                        at = end;
                        continue;
                    }
                    if !defines && !nested && inside.len() < 1000 {
                        labels.push(inside);
                    }
                }
            }
            // a blank line ends what is open
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => open.clear(),
            _ => {}
        }
        at += 1;
    }
    (links, labels)
}

/// The link whose text has just ended, and its end.
#[inline(never)]
fn link(text: &str, is_image: bool, inside: Range<usize>, at: usize) -> Option<(Link, usize)> {
    if text.as_bytes().get(at) != Some(&b'(') {
        return None;
    }
    let at = skip_space(text, at + 1, 1)?;
    let (url, behind) = destination(text, at, true)?;
    let mut end = skip_space(text, behind, 1)?;
    let mut found = None;
    if let Some((title, behind)) = title(text, end).filter(|_| end > behind) {
        found = Some(title);
        end = skip_space(text, behind, 1)?;
    }
    let closed = text.as_bytes().get(end) == Some(&b')');
    let link = Link {
        is_image,
        text: inside,
        url,
        title: found,
    };
    closed.then_some((link, end + 1))
}

/// Skips spaces and so many line feeds.
#[inline(never)]
pub(super) fn skip_space(text: &str, mut at: usize, mut feeds: usize) -> Option<usize> {
    loop {
        match text.as_bytes().get(at) {
            Some(b' ' | b'\t' | b'\r') => at += 1,
            Some(b'\n') if feeds > 0 => {
                feeds -= 1;
                at += 1;
            }
            Some(b'\n') => return None,
            _ => return Some(at),
        }
    }
}

/// The destination at this place and its end. It may be empty in a link.
#[inline(never)]
pub(super) fn destination(
    text: &str,
    start: usize,
    in_link: bool,
) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(start) == Some(&b'<') {
        let rest = bytes.get(start + 1..)?;
        let end = rest.iter().position(|b| matches!(b, b'>' | b'<' | b'\n'))?;
        let url = start + 1..start + 1 + end;
        return (rest.get(end) == Some(&b'>')).then_some((url.clone(), url.end + 1));
    }
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' if in_link => {
                depth += 1;
                if depth > MAX_PARENTHESES {
                    return None;
                }
            }
            b')' if in_link => {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            }
            // a place in a template may hold a space
            b'{' if bytes.get(at + 1) == Some(&b'{') => {
                let rest = text
                    .get(at..at + 64.min(bytes.len() - at))
                    .unwrap_or_default();
                if let Some(end) = rest.find("}}") {
                    at += end + 1;
                }
            }
            b'\0'..=b' ' => break,
            _ => {}
        }
        at += 1;
    }
    let at = at.min(bytes.len());
    (depth == 0 && (in_link || at > start)).then_some((start..at, at))
}

/// The title at this place, without its quotes, and its end.
#[inline(never)]
pub(super) fn title(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    let close = match bytes.get(start)? {
        b'"' => b'"',
        b'\'' => b'\'',
        b'(' => b')',
        _ => return None,
    };
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            _ if byte == close => return Some((start + 1..at, at + 1)),
            b'(' if close == b')' => return None,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return None,
            _ => {}
        }
        at += 1;
    }
    None
}
