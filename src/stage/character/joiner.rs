//! Zero-width joiner and non-joiner (UAX #31, A1 to B; UTS #51), and the combining grapheme joiner.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{
        JoiningType, is_emoji_modifier, is_extended_pictographic, is_inert, is_letter, is_mark,
        is_virama,
    },
};

const NON_JOINER: char = '\u{200C}';

const JOINER: char = '\u{200D}';

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    let asked_for = is_conjunct(here)
        || if here.c == NON_JOINER {
            is_cursive_break(here)
        } else {
            is_join(here)
        };
    let kept = asked_for && (here.is_first_of_class() || is_behind_chillu(here));
    here.keep_if(kept, Rule::Joiner)
}

/// Beside a virama, a joiner chooses the form of a conjunct: behind it (Malayalam chillu, Marathi eyelash ra, Sinhala)
/// or before it (Bengali ya-phalaa). A non-joiner before a consonant with a virama keeps that from becoming the mark of the
/// next one, as the dot reph in Malayalam.
fn is_conjunct(here: &Here<'_>) -> bool {
    let is_behind_letter = || here.letter_before().is_some_and(is_letter);
    here.before().is_some_and(is_virama)
        || here.after().is_some_and(is_virama) && is_behind_letter()
        || here.c == NON_JOINER
            && here.after().is_some_and(is_letter)
            && here.text_after().chars().nth(1).is_some_and(is_virama)
            && is_behind_letter()
}

/// A consonant with virama and joiner (a Malayalam chillu as it was written before Unicode 5.1, a Telugu half form) takes a
/// non-joiner too, so that what follows does not join it.
fn is_behind_chillu(here: &Here<'_>) -> bool {
    let mut hidden = here.hidden_before();
    here.c == NON_JOINER
        && here.before().is_some_and(is_virama)
        && (hidden.next(), hidden.next()) == (Some(JOINER), None)
}

/// A non-joiner behind a letter of a cursive script keeps it from joining. UAX #31 A1 asks for a letter that would
/// join on both sides; Persian and Kurdish also write it behind letters that never join and at the end of words, so
/// the letter before is enough.
fn is_cursive_break(here: &Here<'_>) -> bool {
    matches!(
        here.joining().0,
        JoiningType::Dual | JoiningType::Right | JoiningType::Left
    )
}

/// A joiner makes one emoji of two, or shows the joined form of a letter.
fn is_join(here: &Here<'_>) -> bool {
    let emoji_before = here
        .before()
        .is_some_and(|c| is_extended_pictographic(c) || is_emoji_modifier(c));
    let emoji_after = here.after().is_some_and(is_extended_pictographic);
    let (before, after) = here.joining();
    emoji_before && emoji_after
        || matches!(before, JoiningType::Dual | JoiningType::Left)
        || matches!(after, JoiningType::Dual | JoiningType::Right)
}

/// The combining grapheme joiner stands between marks that normalization would reorder or join, to keep them apart or in
/// order. One for each pair.
pub(super) fn judge_grapheme_joiner(here: &Here<'_>) -> Verdict {
    let moves = |c: Option<char>| c.is_some_and(|c| is_mark(c) && !is_inert(c));
    let kept = moves(here.before()) && moves(here.after()) && here.is_first_of_class();
    here.keep_if(kept, Rule::GraphemeJoiner)
}
