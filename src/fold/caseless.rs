//! NFKC_Casefold (The Unicode Standard, 3.13).

use alloc::string::String;

use crate::unicode::{
    Form, Normalizer, case_fold, compatibility, decomposed, is_default_ignorable, is_inert,
};

use super::rewrite::Rewrite;

/// Folds stretch by stretch: a character and all behind it that may join it.
pub(super) fn rewrite(text: &str) -> Rewrite<'_> {
    let mut rewrite = Rewrite::new(text);
    let mut folder = Folder::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = plain(rest);
        if plain > 0 {
            let run = rest.get(..plain).unwrap_or_default();
            if run.bytes().any(|byte| byte.is_ascii_uppercase()) {
                rewrite.replace(at..at + plain, &run.to_ascii_lowercase());
            }
            at += plain;
            continue;
        }
        let mut behind = rest.char_indices().skip(1);
        let length = behind
            .find(|&(_, c)| is_start(c))
            .map_or(rest.len(), |(length, _)| length);
        let stretch = rest.get(..length).unwrap_or_default();
        let mut letters = stretch.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) if is_as_folded(c) => {}
            _ => rewrite.replace(at..at + length, folder.fold(stretch)),
        }
        at += length;
    }
    rewrite
}

/// How many bytes of ASCII there are that nothing behind them joins.
fn plain(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii).count();
    match text.get(ascii..).and_then(|rest| rest.chars().next()) {
        Some(next) if !is_start(next) => ascii.saturating_sub(1),
        _ => ascii,
    }
}

/// Whether nothing of the character, in the form, joins what stands before it.
fn is_start(c: char) -> bool {
    c.is_ascii()
        || is_inert(c)
            && !is_default_ignorable(c)
            && compatibility(c)
                .and_then(|mut parts| parts.next())
                .is_none_or(is_inert)
}

/// Whether folding leaves a character alone that stands alone.
fn is_as_folded(c: char) -> bool {
    let mut is_same = Form::NFKD.is_stable(c) && !is_default_ignorable(c);
    if is_same {
        case_fold(c, |folded| is_same &= folded == c);
    }
    is_same
}

/// Folds stretch after stretch, with one buffer for all.
struct Folder {
    normalizer: Normalizer,
    parts: String,
    folded: String,
}

impl Folder {
    const fn new() -> Self {
        Self {
            normalizer: Normalizer::new(Form::NFC),
            parts: String::new(),
            folded: String::new(),
        }
    }

    fn fold(&mut self, stretch: &str) -> &str {
        self.parts.clear();
        for c in stretch.chars() {
            decomposed(c, |part| {
                if !is_default_ignorable(part) {
                    case_fold(part, |folded| self.parts.push(folded));
                }
            });
        }
        match self.normalizer.change(&self.parts) {
            Some(composed) => {
                self.folded.clear();
                self.folded.extend(composed);
                &self.folded
            }
            None => &self.parts,
        }
    }
}
