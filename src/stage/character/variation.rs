//! Variation selectors (UTS #37, UTS #51, StandardizedVariants.txt): one, behind a character it is registered for.

use super::{here::Here, verdict::Verdict};
use crate::{
    rule::Rule,
    unicode::{Class, class, is_emoji, is_registered_variation, is_unified_ideograph},
};

/// U+FE0F VARIATION SELECTOR-16, which asks for an emoji's coloured form.
const EMOJI_STYLE: char = '\u{FE0F}';

/// Behind an ideograph, the selectors up to here: the Ideographic Variation Database registers VS17 to at most VS48
/// for one character. As bytes they are 16 to 47: control characters and punctuation, so that no letter can be spelled.
const LAST_IDEOGRAPHIC: char = '\u{E011F}';

pub(super) fn judge(here: &Here<'_>) -> Verdict {
    let is_selector = |c: &char| {
        matches!(
            class(*c),
            Class::VariationSelector | Class::VariationSelectorSupplement
        )
    };
    let run = here.text_from().chars().take_while(is_selector);
    let (count, bytes) = run.fold((0, 0), |(count, bytes), c| {
        (count + 1, bytes + c.len_utf8())
    });
    // a second selector is never registered: together they spell bytes
    let kept = count == 1 && here.before().is_some_and(|base| is_asked_for(base, here.c));
    if kept {
        here.keep()
    } else {
        Verdict::remove(bytes, Rule::VariationSelectors)
    }
}

fn is_asked_for(base: char, selector: char) -> bool {
    if selector > '\u{FE0F}' {
        return selector <= LAST_IDEOGRAPHIC && is_unified_ideograph(base);
    }
    // phones write the emoji style behind emoji that have no text style too; digits are emoji by property only
    let styled_emoji = selector == EMOJI_STYLE && is_emoji(base) && !base.is_ascii();
    styled_emoji || is_registered_variation(base, selector)
}
