//! Format characters of one notation each: Mongolian, music, shorthand, hieroglyphs, mathematics.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{Class, Script, is_math, script},
};

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    let written_in = |wanted: Script| move |c: char| script(c) == wanted;
    let (rule, kept) = match here.class {
        Class::MongolianFormat => {
            // U+180A NIRUGU is Mongolian too; selectors and the vowel separator stand behind what they shape
            let behind = here.before().is_some_and(written_in(Script::Mongolian));
            (Rule::MongolianFormat, behind && here.is_first_of_class())
        }
        Class::MusicalFormat => (
            Rule::MusicalFormat,
            here.beside(is_musical) && here.is_first_of_class(),
        ),
        Class::ShorthandFormat => (
            Rule::ShorthandFormat,
            here.beside(written_in(Script::Duployan)) && here.is_first_of_class(),
        ),
        Class::HieroglyphFormat => (
            Rule::HieroglyphFormat,
            here.beside(written_in(Script::EgyptianHieroglyphs)),
        ),
        _ => (
            Rule::InvisibleOperator,
            here.beside(|c| !c.is_ascii() && is_math(c)) && here.is_first_of_class(),
        ),
    };
    here.keep_if(kept, rule)
}

/// The block Musical Symbols, whose beams, ties, slurs and phrases the controls begin and end.
const fn is_musical(c: char) -> bool {
    matches!(c, '\u{1D100}'..='\u{1D1FF}')
}
