//! Zero-width space, word joiner, zero-width no-break space.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{Script, script},
};

const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// The zero-width space is kept beside a letter of a script that writes no space between words, where it says where a
/// line may be broken. Two at the most, since many Khmer keyboards leave two: the bound is less than two bits for each such
/// letter.
pub(super) fn judge(here: &Here<'_>) -> Verdict {
    let kept = here.c == ZERO_WIDTH_SPACE
        && here.is_among_the_first(2)
        && here.beside(|c| breaks_lines_inside_sentences(script(c)));
    here.keep_if(kept, Rule::ZeroWidth)
}

/// Scripts whose line breaks need a dictionary (UAX #14, class SA) or are marked with a zero-width space by custom.
const fn breaks_lines_inside_sentences(script: Script) -> bool {
    matches!(
        script,
        Script::Khmer
            | Script::Thai
            | Script::Lao
            | Script::Myanmar
            | Script::TaiLe
            | Script::NewTaiLue
            | Script::TaiTham
            | Script::TaiViet
            | Script::Ahom
            | Script::Tibetan
            | Script::Javanese
            | Script::Balinese
            | Script::Sundanese
            | Script::Cham
    )
}
