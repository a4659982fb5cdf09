//! Words wholly in another script whose letters all look like ASCII (UTS #39, 4: whole-script confusables).
//!
//! Such a word may be a real one, so it is only named. In a line that is written in its script it is taken for one, and so is
//! a short word: a symbol, an abbreviation. In a host name it is named in any line, where it surely is a host name.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::Values;
use crate::{
    edit::Edit,
    rule::Rule,
    unicode::{
        Alphabet, Direction, JoiningType, Script, ScriptSet, direction, is_letter, is_mark,
        is_number, joining_type, lookalike, script, twin,
    },
};

/// The fewest letters of a word that is named.
const MIN_LETTERS: usize = 3;

/// The fewest words of ASCII that make a line one of Latin: `Ура, Windows!` has one, and is Russian.
const MIN_LATIN: usize = 2;

/// Proposes the letters of ASCII for each such word. Every preset keeps it as it is.
///
/// Linear; allocates only when a line has both Latin and such a word.
pub(crate) fn propose(text: &str, _: &Values) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !may_have(text.as_bytes()) {
        return edits;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if may_have(line.as_bytes()) {
            read(line, start, &mut edits);
        }
        start += line.len();
    }
    edits
}

/// Whether a text has a letter of ASCII, and a first byte of a script with lookalikes: from Greek to the scripts before the
/// symbols, Coptic and its neighbours, Lisu and its neighbours, the other planes. The loop has no branch, so that the compiler
/// turns it into vector instructions.
fn may_have(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let (latin, other) = pairs.fold((false, false), |(latin, other), (&byte, &next)| {
        let is = |first: u8, count: u8| byte.wrapping_sub(first) < count;
        (
            latin | ((byte | 0x20).wrapping_sub(b'a') < 26),
            other | is(0xCD, 0x15) | is(0xEA, 1) | is(0xF0, 1) | (is(0xE2, 1) & (next >= 0xB0)),
        )
    });
    latin & other
}

/// A word whose letters all look like ASCII.
struct Candidate {
    span: Range<usize>,
    script: Script,
}

/// Adds the words of one line, which begins at `start` of the text.
fn read(line: &str, start: usize, edits: &mut Vec<Edit>) {
    let mut candidates = Vec::new();
    // scripts of which the line has a letter that looks like none of ASCII, and words of ASCII
    let (mut written, mut latin) = (ScriptSet::EMPTY, 0);
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let at = line.len() - rest.len();
        let length = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        let (word, behind) = rest
            .split_at_checked(length.max(first.len_utf8()))
            .unwrap_or_default();
        rest = behind;
        if word.is_ascii() {
            let is_latin = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            latin += usize::from(is_latin);
            continue;
        }
        // most words of a line that is written in their script
        if written.contains(script(first)) && !behind.starts_with(HOST_SIGNS) {
            continue;
        }
        match candidate(word) {
            Some(script) => candidates.push(Candidate {
                span: at..at + word.len(),
                script,
            }),
            None => {
                for c in word.chars().filter(|&c| is_letter(c)) {
                    let of = script(c);
                    let is_one = !matches!(of, Script::Common | Script::Inherited);
                    if is_one && !written.contains(of) && reading(c).is_none() {
                        written = written.union(ScriptSet::of(of));
                    }
                }
            }
        }
    }
    let is_latin = latin >= MIN_LATIN && latin > candidates.len();
    for Candidate { span, script } in candidates {
        let is_at_home = written.contains(script);
        let rule = match host(line, &span) {
            Host::Certain => Rule::ConfusableHost,
            Host::Likely if !is_at_home => Rule::ConfusableHost,
            Host::No if !is_at_home && is_latin => Rule::WholeScriptConfusable,
            _ => continue,
        };
        let word = line.get(span.clone()).unwrap_or_default();
        let skeleton: String = word.chars().map(|c| reading(c).unwrap_or(c)).collect();
        edits.push(Edit {
            byte_span: start + span.start..start + span.end,
            replacement: Cow::Owned(skeleton),
            rule: Some(rule),
        });
    }
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && (is_letter(c) || is_mark(c) || is_number(c))
}

/// The letter of ASCII that a letter is taken for: the one that is drawn the same, before the prototype. So a Cyrillic `І` is
/// an `I`, where the prototype is `l`.
fn reading(c: char) -> Option<char> {
    twin(c, Alphabet::Latin)
        .filter(char::is_ascii)
        .or_else(|| lookalike(c))
}

/// The script of a word that is wholly of one and reads as a word of ASCII. Letters that join, or run to the left, are never
/// taken for it, and a letter repeated is no word.
fn candidate(word: &str) -> Option<Script> {
    let mut letters = word.chars().filter(|c| !c.is_ascii_digit());
    let first = letters.next()?;
    let of = script(first);
    if matches!(
        of,
        Script::Latin | Script::Common | Script::Inherited | Script::Unknown
    ) {
        return None;
    }
    let reads = |c: char| {
        let is_plain =
            joining_type(c) == JoiningType::NonJoining && direction(c) == Direction::Left;
        reading(c).filter(|_| script(c) == of && is_letter(c) && is_plain)
    };
    let initial = reads(first)?;
    let (mut count, mut is_varied) = (1, false);
    for c in letters {
        is_varied |= !reads(c)?.eq_ignore_ascii_case(&initial);
        count += 1;
    }
    (count >= MIN_LETTERS && is_varied).then_some(of)
}

/// Whether a word is part of a host name or an e-mail address with a Latin end.
enum Host {
    No,
    /// It is written like one. In a line of its script it may be a file, or a word without its space.
    Likely,
    /// What stands before it says so.
    Certain,
}

/// What goes on with a host name or an address behind one of its words.
const HOST_SIGNS: [char; 3] = ['.', '-', '@'];

/// How far the rest of a host name is looked for, to each side, in bytes.
const MAX_HOST: usize = 256;

fn host(line: &str, word: &Range<usize>) -> Host {
    let (before, after) = (
        line.get(..word.start).unwrap_or_default(),
        line.get(word.end..).unwrap_or_default(),
    );
    let is_inside = |c: char| c.is_ascii_alphanumeric() || HOST_SIGNS.contains(&c);
    let near = after
        .get(..after.floor_char_boundary(MAX_HOST))
        .unwrap_or_default();
    let length = near.find(|c| !is_inside(c)).unwrap_or(near.len());
    let run = near
        .get(..length)
        .unwrap_or_default()
        .trim_end_matches(['.', '-']);
    let is_end = |end: &str| end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_lowercase());
    if !run.rsplit_once('.').is_some_and(|(_, end)| is_end(end)) {
        return Host::No;
    }
    let far = before.len().saturating_sub(MAX_HOST);
    let near = before
        .get(before.ceil_char_boundary(far)..)
        .unwrap_or_default();
    let run = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    match run.contains("://") || run.ends_with("www.") || run.contains('@') {
        true => Host::Certain,
        false => Host::Likely,
    }
}
