//! Media queries (Media Queries Level 4): does this part of a style sheet hold for a reader at a screen?

use super::super::name::Like as _;
use super::{
    token::{Lexeme, Token},
    value::{Units, WINDOW_WIDTH},
};

/// Whether a list of queries holds on a common screen. A feature that is not known does not hold.
pub(in super::super) fn holds(queries: &[Lexeme<'_>]) -> bool {
    queries
        .split(|lexeme| lexeme.token == Token::Comma)
        .any(query_holds)
}

fn query_holds(query: &[Lexeme<'_>]) -> bool {
    let (mut holds, mut negated) = (true, false);
    let mut rest = query;
    while let [first, after @ ..] = rest {
        rest = after;
        match &first.token {
            Token::Ident(word) if word.is_like("not") => negated = true,
            Token::Ident(word) => {
                let words = ["all", "screen", "only", "and"];
                holds &= words.iter().any(|known| word.is_like(known));
            }
            Token::Open(b'(') => {
                let end = after
                    .iter()
                    .position(|l| matches!(l.token, Token::Close(b')')));
                let (feature, behind) = after.split_at(end.unwrap_or(after.len()));
                holds &= feature_holds(feature);
                rest = behind.get(1..).unwrap_or_default();
            }
            Token::Space => {}
            _ => holds = false,
        }
    }
    holds != negated
}

fn feature_holds(feature: &[Lexeme<'_>]) -> bool {
    let mut parts = feature.splitn(2, |lexeme| lexeme.token == Token::Colon);
    let name = parts.next().unwrap_or_default();
    let value = parts.next().unwrap_or_default();
    let is_named = |known: &str| name.iter().any(|l| l.token.is_ident(known));
    let units = Units {
        em: 16.0,
        whole: WINDOW_WIDTH,
    };
    let width = units.length(value);
    if is_named("min-width") {
        width.is_some_and(|width| width <= WINDOW_WIDTH)
    } else if is_named("max-width") {
        width.is_some_and(|width| width >= WINDOW_WIDTH)
    } else if is_named("prefers-color-scheme") {
        value.iter().any(|l| l.token.is_ident("light"))
    } else {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, holds};

    #[test]
    fn queries_hold_on_a_screen() {
        for query in [
            "",
            "screen",
            "all",
            "ONLY SCREEN and (min-width: 20em)",
            "print, screen",
            "not print",
            "(prefers-color-scheme: light)",
        ] {
            assert!(holds(&tokens(query).0), "{query}");
        }
        for query in [
            "print",
            "speech",
            "screen and (max-width:600px)",
            "not screen",
            "(prefers-color-scheme:dark)",
            "(hover)",
        ] {
            assert!(!holds(&tokens(query).0), "{query}");
        }
    }
}
