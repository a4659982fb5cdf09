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
        let mut found = Ahead::of(found, byte);
        while let Some(c) = rest.chars().next() {
            if width >= WIDTH {
                excerpt.push("…", false);
                break;
            }
            let is_found = found.holds(byte);
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

/// The findings not yet behind, while an excerpt is read from left to right.
#[derive(Clone, Copy)]
struct Ahead<'f>(&'f [Range<usize>]);

impl<'f> Ahead<'f> {
    fn of(found: &'f [Range<usize>], byte: usize) -> Self {
        let behind = found.partition_point(|span| span.end <= byte);
        Self(found.get(behind..).unwrap_or_default())
    }

    /// Whether `byte`, which is never before the last one asked for, lies in a finding.
    fn holds(&mut self, byte: usize) -> bool {
        while let [first, rest @ ..] = self.0
            && first.end <= byte
        {
            self.0 = rest;
        }
        self.0.first().is_some_and(|span| span.start <= byte)
    }
}

/// The length in bytes of what is shown as one thing: one character, or a run of what was found, hidden or not.
fn run_len(rest: &str, byte: usize, is_found: bool, mut found: Ahead<'_>) -> usize {
    let Some(first) = rest.chars().next() else {
        return 0;
    };
    if !is_found {
        return first.len_utf8();
    }
    let max_bytes = if is_hidden(first) { usize::MAX } else { WIDTH };
    let mut is_over =
        |at, c| at > max_bytes || is_hidden(c) != is_hidden(first) || !found.holds(byte + at);
    let end = rest.char_indices().find(|&(at, c)| is_over(at, c));
    end.map_or(rest.len(), |(at, _)| at)
}

/// One run, safe to print. What was found stands in ‹›, so that it can be told without colour too.
fn show(run: &str, first: char, is_found: bool) -> String {
    let count = run.chars().count();
    match first {
        c if !is_found && is_calm(c) => c.into(),
        c if is_found && !is_hidden(c) => format!("‹{run}›"),
        '\t' if !is_found => " ".into(),
        '\r' if !is_found => String::new(),
        _ if count <= MAX_RUN => run
            .chars()
            .map(|c| format!("‹{}›", code_point(c)))
            .collect(),
        c if run.chars().all(|other| other == c) => format!("‹{count} × {}›", code_point(c)),
        c => format!("‹{} … {count} characters›", code_point(c)),
    }
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
    fn visible_characters_are_marked_too() {
        // CYRILLIC SMALL LETTER A, twice
        assert_eq!(shown("with PаyPаl", 6..12), "with P[‹аyPа›]l");
        let unseen = "x".repeat(10_000);
        assert!(shown(&unseen, 0..10_000).chars().count() < 200);
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
