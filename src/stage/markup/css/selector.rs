//! Selectors (Selectors Level 4), as far as pages hide things with them: names, classes, ids, attributes, `:not()`,
//! `:first-child`, and every combinator.
//!
//! A selector with anything else in it matches nothing: what it hides stays, what it shows again may be cut.

use super::super::name::Like as _;
use alloc::{borrow::Cow, vec::Vec};

use super::token::{Lexeme, Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Combinator {
    Descendant,
    Child,
    Next,
    Later,
}

#[derive(Clone, Debug)]
pub(in super::super) struct AttributeTest<'a> {
    pub(in super::super) name: Cow<'a, str>,
    /// `=`, or the character before it; 0 if it need only be there.
    pub(in super::super) operator: u8,
    pub(in super::super) value: Cow<'a, str>,
}

/// What one element must be.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Compound<'a> {
    pub(in super::super) name: Option<Cow<'a, str>>,
    pub(in super::super) ids: Vec<Cow<'a, str>>,
    pub(in super::super) classes: Vec<Cow<'a, str>>,
    pub(in super::super) attributes: Vec<AttributeTest<'a>>,
    pub(in super::super) not: Vec<Compound<'a>>,
    pub(in super::super) first_child: bool,
    pub(in super::super) root: bool,
}

/// A selector without commas.
#[derive(Clone, Debug)]
pub(in super::super) struct Selector<'a> {
    pub(in super::super) subject: Compound<'a>,
    /// What stands left of the subject, the nearest first, with the combinator that leads there.
    pub(in super::super) others: Vec<(Combinator, Compound<'a>)>,
    pub(in super::super) specificity: u32,
}

/// Reads a list of selectors. Those that cannot be read are left out.
pub(in super::super) fn selectors<'a>(prelude: &[Lexeme<'a>]) -> Vec<Selector<'a>> {
    let mut depth = 0_usize;
    let parts = prelude.split(|lexeme| {
        match lexeme.token {
            Token::Open(_) | Token::Function(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && lexeme.token == Token::Comma
    });
    parts.filter_map(selector).collect()
}

#[inline(never)]
fn selector<'a>(tokens: &[Lexeme<'a>]) -> Option<Selector<'a>> {
    let mut rest = trim(tokens);
    let (mut compound, mut specificity) = read_compound(&mut rest)?;
    let mut others = Vec::new();
    while !rest.is_empty() {
        let mut combinator = Combinator::Descendant;
        while let [first, after @ ..] = rest {
            match first.token {
                Token::Space => {}
                Token::Delim(b'>') => combinator = Combinator::Child,
                Token::Delim(b'+') => combinator = Combinator::Next,
                Token::Delim(b'~') => combinator = Combinator::Later,
                _ => break,
            }
            rest = after;
        }
        let (next, weight) = read_compound(&mut rest)?;
        others.push((combinator, core::mem::replace(&mut compound, next)));
        specificity += weight;
    }
    others.reverse();
    Some(Selector {
        subject: compound,
        others,
        specificity,
    })
}

fn trim<'v, 'a>(mut tokens: &'v [Lexeme<'a>]) -> &'v [Lexeme<'a>] {
    while let [first, rest @ ..] = tokens
        && first.token == Token::Space
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && last.token == Token::Space
    {
        tokens = rest;
    }
    tokens
}

const ID: u32 = 1 << 20;
const CLASS: u32 = 1 << 10;
const NAME: u32 = 1;

/// Reads a compound selector and its specificity.
#[inline(never)]
fn read_compound<'a>(rest: &mut &[Lexeme<'a>]) -> Option<(Compound<'a>, u32)> {
    let mut compound = Compound::default();
    let (mut specificity, mut any) = (0, false);
    while let [first, after @ ..] = *rest {
        let mut next = after;
        match (&first.token, after) {
            (Token::Ident(name), _) if !any => {
                compound.name = Some(name.clone());
                specificity += NAME;
            }
            (Token::Delim(b'*'), _) if !any => {}
            (Token::Hash(id), _) => {
                compound.ids.push(id.clone());
                specificity += ID;
            }
            (Token::Delim(b'.'), [class, behind @ ..]) => {
                let Token::Ident(class) = &class.token else {
                    return None;
                };
                compound.classes.push(class.clone());
                specificity += CLASS;
                next = behind;
            }
            (Token::Open(b'['), _) => {
                let end = after.iter().position(|l| l.token == Token::Close(b']'))?;
                compound.attributes.push(attribute_test(after.get(..end)?)?);
                specificity += CLASS;
                next = after.get(end + 1..)?;
            }
            (Token::Colon, [pseudo, behind @ ..]) => {
                next = behind;
                specificity += CLASS;
                match &pseudo.token {
                    Token::Ident(name) if name.is_like("first-child") => {
                        compound.first_child = true;
                    }
                    Token::Ident(name) if name.is_like("root") => compound.root = true,
                    Token::Function(name) if name.is_like("not") => {
                        let end = behind.iter().position(|l| l.token == Token::Close(b')'))?;
                        for part in behind.get(..end)?.split(|l| l.token == Token::Comma) {
                            let mut inner = trim(part);
                            // one level: what is refused must be simple
                            let (refused, _) = read_compound(&mut inner)?;
                            if !inner.is_empty() {
                                return None;
                            }
                            compound.not.push(refused);
                        }
                        next = behind.get(end + 1..)?;
                    }
                    _ => return None,
                }
            }
            (Token::Space | Token::Delim(b'>' | b'+' | b'~'), _) if any => break,
            _ => return None,
        }
        any = true;
        *rest = next;
    }
    any.then_some((compound, specificity))
}

#[inline(never)]
fn attribute_test<'a>(tokens: &[Lexeme<'a>]) -> Option<AttributeTest<'a>> {
    let mut test = AttributeTest {
        name: Cow::Borrowed(""),
        operator: 0,
        value: Cow::Borrowed(""),
    };
    let mut named = false;
    for lexeme in tokens {
        match &lexeme.token {
            Token::Space => {}
            Token::Ident(name) if !named => {
                test.name = name.clone();
                named = true;
            }
            Token::Delim(b'=') if test.operator == 0 => test.operator = b'=',
            Token::Delim(b'=') => {}
            Token::Delim(operator) => test.operator = *operator,
            Token::Ident(value) | Token::String(value) if test.value.is_empty() => {
                test.value = value.clone();
            }
            Token::Ident(_) => {}
            _ => return None,
        }
    }
    named.then_some(test)
}
