//! Style sheets (CSS Syntax Module Level 3, section 5): rules, with the selectors that can be read.

use super::super::name::Like as _;
use core::ops::Range;

use alloc::vec::Vec;

use super::{
    declaration::{Declaration, declarations, skip_space},
    media,
    selector::{Selector, selectors},
    token::{Lexeme, Token, tokens},
};

#[derive(Debug)]
pub(in super::super) struct Rule<'a> {
    pub(in super::super) selector: Selector<'a>,
    /// Into the sheet's declarations.
    pub(in super::super) declarations: Range<usize>,
}

#[derive(Debug)]
pub(in super::super) struct Sheet<'a> {
    pub(in super::super) tokens: Vec<Lexeme<'a>>,
    pub(in super::super) declarations: Vec<Declaration>,
    pub(in super::super) rules: Vec<Rule<'a>>,
    pub(in super::super) comments: Vec<Range<usize>>,
}

/// Reads a style sheet. Linear: a block that is left out is skipped once.
pub(in super::super) fn read(text: &str) -> Sheet<'_> {
    let (tokens, comments) = tokens(text);
    let (mut all, mut rules) = (Vec::new(), Vec::new());
    let mut at = 0;
    loop {
        at = skip_space(&tokens, at);
        let Some(lexeme) = tokens.get(at) else {
            break;
        };
        // the end of a block that was entered, or a stray mark
        if matches!(lexeme.token, Token::Close(_) | Token::Semicolon) {
            at += 1;
            continue;
        }
        let is_at_rule = matches!(lexeme.token, Token::AtKeyword(_));
        let (end, open) = end_of_prelude(&tokens, at, is_at_rule);
        let prelude = tokens.get(at..end).unwrap_or_default();
        if !open {
            at = end + 1;
        } else if !is_at_rule {
            let first = all.len();
            at = declarations(&tokens, end + 1, &mut all);
            let declared = first..all.len();
            rules.extend(selectors(prelude).into_iter().map(|selector| Rule {
                selector,
                declarations: declared.clone(),
            }));
        } else if is_entered(prelude) {
            at = end + 1;
        } else {
            at = skip_block(&tokens, end + 1);
        }
    }
    Sheet {
        tokens,
        declarations: all,
        rules,
        comments,
    }
}

/// Where the prelude ends, and whether a block follows.
fn end_of_prelude(tokens: &[Lexeme<'_>], mut at: usize, is_at_rule: bool) -> (usize, bool) {
    while let Some(lexeme) = tokens.get(at) {
        match lexeme.token {
            Token::Open(b'{') => return (at, true),
            Token::Semicolon if is_at_rule => return (at, false),
            _ => at += 1,
        }
    }
    (at, false)
}

/// Whether the rules inside an at-rule hold for a reader.
fn is_entered(prelude: &[Lexeme<'_>]) -> bool {
    let [first, condition @ ..] = prelude else {
        return false;
    };
    let Token::AtKeyword(name) = &first.token else {
        return false;
    };
    if name.is_like("media") {
        return media::holds(condition);
    }
    if name.is_like("supports") {
        return !condition.iter().any(|l| l.token.is_ident("not"));
    }
    name.is_like("layer")
}

fn skip_block(tokens: &[Lexeme<'_>], mut at: usize) -> usize {
    let mut depth = 1_usize;
    while let Some(lexeme) = tokens.get(at) {
        at += 1;
        match lexeme.token {
            Token::Open(b'{') => depth += 1,
            Token::Close(b'}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use super::read;

    #[test]
    fn rules_are_read_through_media_and_comments() {
        let css = "@import 'x';/* a */.a, p > #b.c:not(.d) {display:none;color:red} @media print{.e{display:none}}\
            @media screen{.f{font-size:0!important}} .g:hover{opacity:1} @keyframes x{from{opacity:0}} .h{top:0}";
        let sheet = read(css);
        let names: Vec<String> = sheet
            .rules
            .iter()
            .map(|rule| rule.selector.subject.classes.concat())
            .collect();
        assert_eq!(names, ["a", "c", "f", "h"]);
        assert_eq!(sheet.comments.first(), Some(&(12..19)));
        assert!(sheet.declarations.iter().any(|d| d.important));
    }
}
