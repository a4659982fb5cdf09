//! What terminal sequences say, and what a line covered.

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};

use super::{language::word_share, reveal};
use crate::{
    finding::Finding,
    rule::Rule,
    unicode::takes_column,
    util::{ansi, base64, screen},
};

/// The least share of word characters in a control string that is shown as words: device strings carry pictures.
const MIN_WORDS: f32 = 0.8;

/// Attaches to each finding of the terminal what it hid. The findings stand in `text`, which stands at `offset` of dirty.
/// Linear.
pub(crate) fn attach(text: &str, offset: usize, findings: &mut [Finding], max_bytes: usize) {
    for finding in findings {
        let start = finding.byte_span.start.saturating_sub(offset);
        let span = start..finding.byte_span.end.saturating_sub(offset);
        let hidden = match finding.rule {
            Rule::AnsiEscape => text.get(span).and_then(longest_string),
            Rule::OverwrittenText => covered(text, start),
            _ => continue,
        };
        let Some((text, chain)) = hidden.filter(|(text, _)| !text.is_empty()) else {
            continue;
        };
        finding.attach(reveal(text, chain, finding.byte_span(), max_bytes));
    }
}

/// What was covered in the line in which the byte at `at` stands.
fn covered(text: &str, at: usize) -> Option<(String, Vec<&'static str>)> {
    let (start, end) = screen::line_around(text, at);
    let line = text.get(start..end)?.trim_end_matches('\r');
    let covered = screen::write(line, takes_column)?.covered;
    Some((covered.trim_end().to_owned(), Vec::from(["overwritten"])))
}

/// What the control string says that says most among these sequences.
fn longest_string(sequences: &str) -> Option<(String, Vec<&'static str>)> {
    let mut longest: Option<(String, Vec<&'static str>)> = None;
    let mut at = 0;
    while let Some(rest) = sequences.get(at..).filter(|rest| !rest.is_empty()) {
        let bytes = ansi::sequence_bytes(rest).unwrap_or(rest.len()).max(1);
        let said = ansi::control_string(rest, bytes).and_then(|(opener, body)| said(opener, body));
        if let Some(said) = said
            && longest
                .as_ref()
                .is_none_or(|longest| longest.0.len() < said.0.len())
        {
            longest = Some(said);
        }
        at += bytes;
    }
    longest
}

/// What one control string says, by xterm's control sequences for OSC.
fn said(opener: char, body: &str) -> Option<(String, Vec<&'static str>)> {
    let step = match opener {
        ']' => {
            let (number, rest) = body.split_once(';')?;
            return match number {
                "0" | "1" | "2" => Some((rest.to_owned(), Vec::from(["osc-title"]))),
                "8" => Some((rest.split_once(';')?.1.to_owned(), Vec::from(["osc-8"]))),
                "52" => {
                    let bytes = base64::decode(rest.split_once(';')?.1)?;
                    let text = String::from_utf8(bytes).ok()?;
                    Some((text, Vec::from(["osc-52", "base64"])))
                }
                _ => None,
            };
        }
        'P' => "dcs",
        'X' => "sos",
        '^' => "pm",
        _ => "apc",
    };
    (word_share(body) >= MIN_WORDS).then(|| (body.to_owned(), Vec::from([step])))
}
