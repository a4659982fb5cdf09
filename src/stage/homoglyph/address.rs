//! Whether a word is part of an address.

use core::ops::Range;

use alloc::string::String;

use crate::{rule::Rule, unicode::Alphabet};

use super::letter::toward;

/// How far the rest of an address is looked for, to each side, in characters.
const MAX_ADDRESS: usize = 256;

/// Top-level domains of more than two letters that many hosts have. What else stands behind a dot is taken for a field, a
/// method, a suffix or the next sentence.
const DOMAINS: &str = " com net org edu gov mil int info biz mobi arpa onion app dev xyz top online site website web shop \
    store tech cloud club news wiki blog bank zip mov link live page email host support space world today group media \
    network center agency company life work works team zone one fun run money cash games chat social help digital \
    finance global icu vip pro name services security systems solutions academy asia cat coop jobs travel press ";

/// Two letters behind a dot that are the suffix of a file and no country.
const SUFFIXES: &str = " cs db go js rb ts vb ";

/// The rule for a word with letters of another kind: one in an address is only named.
pub(super) fn rule(text: &str, word: Range<usize>) -> Rule {
    match is_in_address(text, word) {
        true => Rule::ConfusableHost,
        false => Rule::MixedScript,
    }
}

/// Whether the word is part of a URL, a host name or an e-mail address: of a run without white space that has `://` or
/// `@` in it, begins with `www.`, or has a name with dots that ends with a top-level domain. When unsure, it is.
pub(super) fn is_in_address(text: &str, word: Range<usize>) -> bool {
    let (before, after) = (
        text.get(..word.start).unwrap_or_default(),
        text.get(word.end..).unwrap_or_default(),
    );
    let is_inside =
        |c: &char| !c.is_whitespace() && !matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | ',');
    let left = before
        .chars()
        .rev()
        .take(MAX_ADDRESS)
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum::<usize>();
    let right = after
        .chars()
        .take(MAX_ADDRESS)
        .take_while(is_inside)
        .map(char::len_utf8)
        .sum::<usize>();
    let end = word.end + right;
    let run = text.get(word.start - left..end).unwrap_or_default();
    // a call or an index is code
    let is_code = text.get(end..).is_some_and(|rest| rest.starts_with('(')) || run.contains('[');
    run.contains("://") || run.contains('@') || !is_code && run.split(is_between).any(is_host)
}

/// Whether the character parts a host name from what is around it.
fn is_between(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-')
}

/// Whether a name is that of a host, as a reader takes its letters.
fn is_host(name: &str) -> bool {
    let name = name.trim_matches('.');
    let Some((first, rest)) = name.split_once('.') else {
        return false;
    };
    let last = rest.rsplit('.').next().unwrap_or_default();
    let folded = |label: &str| -> String {
        let letter = |c| toward(c, Alphabet::Latin).unwrap_or(c);
        label.chars().map(letter).collect()
    };
    let (first, last) = (folded(first), folded(last));
    if first.eq_ignore_ascii_case("www") || last.starts_with("xn--") {
        return true;
    }
    let is_even = last.chars().all(|c| c.is_ascii_lowercase())
        || last.chars().all(|c| c.is_ascii_uppercase());
    let is_of = |list: &str| {
        let mut words = list.split(' ').filter(|word| !word.is_empty());
        words.any(|word| word.eq_ignore_ascii_case(&last))
    };
    is_even
        && match last.len() {
            2 => !is_of(SUFFIXES),
            length => length > 2 && is_of(DOMAINS),
        }
}
