//! What the compiler takes, and what it refuses.

use alloc::{borrow::ToOwned as _, format, vec::Vec};

use super::{Compiled, compiler::Compiler, parse::pattern};

fn compiler() -> Compiler {
    let mut compiler = Compiler::default();
    compiler.words("en", "verb", "ignore, let go of").unwrap();
    compiler.words("de", "verb", "ignorier*").unwrap();
    compiler.words("de", "noun", "regel, regeln").unwrap();
    compiler.scope("germanic", &["de".to_owned(), "en".to_owned()]);
    compiler
}

fn compiled(pattern: &str) -> Result<Compiled, alloc::string::String> {
    let mut compiler = compiler();
    compiler.pattern(0, pattern)?;
    compiler.finish()
}

#[test]
fn patterns_that_are_taken() {
    for pattern in [
        "word",
        "{verb} ..3 {noun}",
        "de: {verb} {noun}",
        "germanic: {verb} (all of)? (the | that) instruct*",
        "^ # {verb} : _ ..12 ({noun} | rules)",
        "(please)? {verb}",
        "(a b | c (d | e f)) g",
    ] {
        let patterns = compiled(pattern).unwrap().patterns;
        assert!(patterns.len() > 1, "{pattern} came to nothing");
    }
}

#[test]
fn words_in_brackets_are_one_place() {
    let one = compiled("de: {verb} (a | b c | {noun})").unwrap();
    assert_eq!(one.steps.len(), 2);
}

#[test]
fn a_pattern_is_dropped_where_a_class_has_no_words() {
    assert!(compiled("en: {verb} {noun}").unwrap().steps.is_empty());
}

#[test]
fn patterns_that_are_refused() {
    for (pattern, why) in [
        ("{verb} ..13 {noun}", "a gap is"),
        ("{verb} ..0 {noun}", "a gap is"),
        ("{verb} (a", "without its"),
        ("a )", "too many"),
        ("? a", "without a place"),
        ("{nothing}", "no class"),
        ("xx: {verb}", "no language"),
        ("..3 {verb}", "begins with"),
        ("", "begins with"),
        ("a ^", "need a place"),
        ("((((((a))))))", "deeper"),
        (
            "a (b ..1 c | d) (b ..1 c | d) (b ..1 c | d) (b ..1 c | d) (b ..1 c | d) (b ..1 c | d) (b ..1 c | d)",
            "more than",
        ),
        ("a ..12 b ..12 c ..12 d ..12 e ..12 f", "more than"),
        ("!", "1 to"),
    ] {
        let got = compiled(pattern).expect_err(pattern);
        assert!(got.contains(why), "`{pattern}`: {got}");
    }
}

#[test]
fn a_fault_says_where() {
    for (text, at) in [
        ("de: {verb} ..13 {noun}", 11),
        ("a (b c", 2),
        ("a b)", 3),
        ("a ? ?", 4),
        ("a ^", 3),
        ("\u{E9}t\u{E9} *x", 6),
        ("a (((((b)))))", 7),
    ] {
        let places: Vec<usize> = pattern(text).err().iter().map(|fault| fault.at).collect();
        assert_eq!(places, [at], "`{text}`");
    }
}

#[test]
fn terms_that_are_refused() {
    for term in ["in*side", "**", "", "\u{200B}"] {
        let list = format!("fine, {term}x*y");
        assert!(compiler().words("en", "verb", &list).is_err(), "{term:?}");
    }
    let long = "x".repeat(65);
    assert!(compiler().words("en", "verb", &long).is_err());
}
