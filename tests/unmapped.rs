//! The confusables that cleaning leaves as they are, against what it does.

use tamis::{sanitize, unicode::unmapped_confusables};
use unicode_normalization::{UnicodeNormalization as _, char::canonical_combining_class};
use unicode_security::skeleton;

#[test]
fn unmapped_confusables_stay_where_they_are() {
    let unmapped: Vec<(char, String)> = unmapped_confusables().collect();
    println!(
        "{} characters of confusables.txt are not restored",
        unmapped.len()
    );
    assert!((1000..6710).contains(&unmapped.len()), "{}", unmapped.len());
    assert!(unmapped.is_sorted_by_key(|(c, _)| *c));
    for (c, of) in &unmapped {
        assert!(skeleton(&c.to_string()).eq(of.chars()), "{c:?}");
        // marks compose, and spaces are not letters of a word
        if canonical_combining_class(*c) > 0 || c.is_whitespace() {
            continue;
        }
        for word in [
            format!("ign{c}re"),
            format!("при{c}каз"),
            format!("θέ{c}λω"),
        ] {
            assert!(sanitize(&word).clean().contains(*c), "{word}");
        }
    }
}

/// Words with a place for one letter. Which letters are restored where, `recovery` measures.
const WORDS: &[&str] = &["ignXre", "IGNXRE", "приXказ", "ПРИXКАЗ", "XXXXXX"];

/// Words with a place for several letters.
const LONGER: &[&str] = &[
    "foXow",
    "bXks",
    "resulX",
    "aXo",
    "bosqX",
    "vXle",
    "seXnd",
    "saX",
    "nXr",
    "becXse",
    "leXe",
    "plXs",
    "arrXed",
    "prXous",
    "fXed",
    "Xta",
    "Xdzo",
    "Xled",
    "reXember",
    "reXered",
    "poXe",
    "Xio",
    "suXer",
    "temX",
    "seXe",
    "himXelf",
    "himsXf",
    "aXount",
    "Xppy",
    "Xterest",
    "Xlion",
    "Xone",
    "Xint",
    "hoX",
    "vXisst",
    "coXidential",
    "heXig",
    "Xein",
    "doXor",
    "Xto",
    "diXegard",
    "hXr",
    "lXn",
    "hXse",
    "Xeir",
    "Xere",
    "pXicy",
    "dXe",
    "nuXer",
];

#[test]
fn the_others_are_restored_in_some_word() {
    let unmapped: Vec<char> = unmapped_confusables().map(|(c, _)| c).collect();
    let (mut all, mut restored) = (0, 0);
    for c in '\u{80}'..=char::MAX {
        let letter = c.to_string();
        let is_source = letter.nfd().eq([c]) && !skeleton(&letter).eq([c]);
        if is_source && *sanitize(&letter).clean() == letter && unmapped.binary_search(&c).is_err()
        {
            all += 1;
            let is_gone = |word: &&str| !sanitize(&word.replace('X', &letter)).clean().contains(c);
            restored += usize::from(WORDS.iter().chain(LONGER).any(is_gone));
        }
    }
    println!(
        "{restored} of {all} others are restored in one of {} words",
        WORDS.len() + LONGER.len()
    );
    assert!(
        restored > 1000 && restored * 100 >= all * 90,
        "{restored} of {all}"
    );
}
