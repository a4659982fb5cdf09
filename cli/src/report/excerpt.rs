//! The line a finding stands on, cut short, with what is hidden made visible.

use std::ops::Range;

use super::places::Places;
use crate::show::{code_point, is_calm, is_hidden};

/// How many characters are shown before the finding.
const BEFORE: usize = 32;
/// How wide an excerpt becomes at most, in characters.
const WIDTH: usize = 88;
/// A longer run of hidden characters is shown as its first one and a count.
const MAX_RUN: usize = 3;

/// Stretches of text, each either found or merely near. Safe to print.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) stretches: Vec<Stretch>,
}

/// One stretch of an excerpt.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) text: String,
    pub(crate) is_found: bool,
}

impl Excerpt {
    /// The surroundings of `at`; `found` are the spans of all findings that may stand near, in order.
    pub(crate) fn new(places: &Places<'_>, at: usize, found: &[Range<usize>]) -> Self {
        let line = places.line_span(at);
        let start = start(places.text(), &line, at);
        let mut excerpt = Self::default();
        if start > line.start {
            excerpt.push("…", false);
        }
        // indentation tells nothing here
        let indented = places.text().get(start..line.end).unwrap_or_default();
        let mut rest = indented.trim_start_matches([' ', '\t']);
        let mut byte = line.end - rest.len();
        let mut width = 0;
        while let Some(c) = rest.chars().next() {
            if width >= WIDTH {
                excerpt.push("…", false);
                break;
            }
            let is_found = is_within(found, byte);
            let run = run_len(rest, byte, is_found, found);
            let shown = show(rest.get(..run).unwrap_or_default(), c, is_found);
            width += shown.chars().count();
            excerpt.push(&shown, is_found);
            byte += run;
            rest = rest.get(run..).unwrap_or_default();
        }
        excerpt
    }

    fn push(&mut self, text: &str, is_found: bool) {
        match self.stretches.last_mut() {
            Some(last) if last.is_found == is_found => last.text.push_str(text),
            _ => self.stretches.push(Stretch {
                text: text.into(),
                is_found,
            }),
        }
    }
}

/// Where the excerpt begins: a few characters before `at`, or with its line.
fn start(text: &str, line: &Range<usize>, at: usize) -> usize {
    let before = text.get(line.start..at).unwrap_or_default();
    let mut starts = before.char_indices().rev().map(|(byte, _)| byte);
    line.start + starts.nth(BEFORE - 1).unwrap_or(0)
}

fn is_within(found: &[Range<usize>], byte: usize) -> bool {
    let after = found.partition_point(|span| span.end <= byte);
    found.get(after).is_some_and(|span| span.start <= byte)
}

/// The length in bytes of what is shown as one thing: one character, or a run of hidden ones.
fn run_len(rest: &str, byte: usize, is_found: bool, found: &[Range<usize>]) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if !is_found || !rest.starts_with(is_hidden) {
        return first;
    }
    let is_over = |&(at, c): &(usize, char)| !is_hidden(c) || !is_within(found, byte + at);
    rest.char_indices()
        .find(is_over)
        .map_or(rest.len(), |(at, _)| at)
}

fn show(run: &str, first: char, is_found: bool) -> String {
    let is_shown = if is_found {
        !is_hidden(first)
    } else {
        is_calm(first)
    };
    if is_shown {
        return first.into();
    }
    match first {
        '\t' if !is_found => return " ".into(),
        '\r' if !is_found => return String::new(),
        _ => {}
    }
    let count = run.chars().count();
    if count > MAX_RUN {
        return match run.chars().all(|c| c == first) {
            true => format!("‹{count} × {}›", code_point(first)),
            false => format!("‹{} … {count} characters›", code_point(first)),
        };
    }
    run.chars()
        .map(|c| format!("‹{}›", code_point(c)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Places};

    fn shown(text: &str, found: std::ops::Range<usize>) -> String {
        let excerpt = Excerpt::new(&Places::new(text), found.start, &[found]);
        let mark = |stretch: &super::Stretch| match stretch.is_found {
            true => format!("[{}]", stretch.text),
            false => stretch.text.clone(),
        };
        excerpt.stretches.iter().map(mark).collect()
    }

    #[test]
    fn hidden_characters_become_visible_and_visible_ones_stay() {
        let text = "one\npay\u{200B}pal\ttoo\r\nthree"; // ZERO WIDTH SPACE
        assert_eq!(shown(text, 7..10), "pay[‹U+200B›]pal too");
    }

    #[test]
    fn long_runs_are_counted() {
        let text = format!("a{}b", "\u{E0041}".repeat(46)); // TAG LATIN CAPITAL LETTER A
        assert_eq!(shown(&text, 1..185), "a[‹46 × U+E0041›]b");
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let text = format!("{}\u{AD}{}", "x".repeat(1000), "y".repeat(1000)); // SOFT HYPHEN
        let shown = shown(&text, 1000..1002);
        assert_eq!(shown.matches('…').count(), 2);
        assert!(shown.contains("x[‹U+00AD›]y"), "it is {shown}");
        assert!(shown.chars().count() < 100, "it is {shown}");
    }

    #[test]
    fn joiners_outside_findings_stay_and_controls_do_not() {
        let text = "می\u{200C}خواهم\u{1B}[31m"; // ZERO WIDTH NON-JOINER, ESCAPE
        assert_eq!(shown(text, 0..0), "می\u{200C}خواهم‹U+001B›[31m");
    }
}
