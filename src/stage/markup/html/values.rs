//! Values of properties and attributes, read for one element.

use super::super::name::Like as _;
use alloc::{string::String, vec::Vec};

use super::{
    super::css::{
        color::Color,
        declaration::Property,
        token::{self, Lexeme, Token},
        value::number,
    },
    cascade::{Cascade, Slots},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Static,
    Relative,
    Absolute,
    Fixed,
}

impl Position {
    pub(super) fn of(word: &str) -> Self {
        match word {
            _ if word.is_like("absolute") => Self::Absolute,
            _ if word.is_like("fixed") => Self::Fixed,
            _ if word.is_like("relative") => Self::Relative,
            _ => Self::Static,
        }
    }

    pub(super) const fn leaves_flow(self) -> bool {
        matches!(self, Self::Absolute | Self::Fixed)
    }

    pub(super) const fn moves(self) -> bool {
        !matches!(self, Self::Static)
    }
}

/// The winning values, with variables written out.
pub(super) struct Values<'s, 'v, 'a> {
    pub(super) slots: &'s Slots<'v, 'a>,
    pub(super) scope: usize,
    pub(super) cascade: &'s mut Cascade<'v, 'a>,
}

impl<'a> Values<'_, '_, 'a> {
    #[inline(never)]
    pub(super) fn get(&mut self, property: Property) -> Option<Vec<Lexeme<'a>>> {
        let won = (*self.slots.get(property as usize)?)?;
        self.cascade.resolve(won.value, self.scope)
    }

    /// The value of a property or of its shorthand, whichever wins, and whether it is the shorthand's.
    #[inline(never)]
    pub(super) fn winner(
        &mut self,
        long: Property,
        short: Property,
    ) -> Option<(Vec<Lexeme<'a>>, bool)> {
        let priority = |property: Property| {
            self.slots
                .get(property as usize)
                .copied()
                .flatten()
                .map(|won| won.priority)
        };
        let is_short = priority(short) > priority(long);
        Some((self.get(if is_short { short } else { long })?, is_short))
    }

    #[inline(never)]
    pub(super) fn number(&mut self, property: Property) -> Option<f32> {
        number(&self.get(property)?)
    }

    /// The first word of a value.
    #[inline(never)]
    pub(super) fn word(&mut self, property: Property) -> Option<String> {
        let value = self.get(property)?;
        value.into_iter().find_map(|lexeme| match lexeme.token {
            Token::Ident(word) => Some(word.into_owned()),
            _ => None,
        })
    }
}

#[inline(never)]
pub(super) fn is_word(word: Option<&str>, known: &str) -> bool {
    word.is_some_and(|word| word.trim().is_like(known))
}

/// Whether a value is code of a template language: then nobody knows what it will be.
pub(super) fn is_code(value: Option<&str>) -> bool {
    value.is_some_and(|value| value.starts_with('{') || value.starts_with("<%"))
}

#[inline(never)]
pub(super) fn css(text: &str) -> Vec<Lexeme<'_>> {
    token::tokens(text).0
}

#[inline(never)]
pub(super) fn css_color(text: &str) -> Option<Color> {
    if text.trim().is_like("none") {
        return Some(Color::TRANSPARENT);
    }
    Color::parse(&css(text))
}

/// A colour of an attribute of old, with or without its `#`.
#[inline(never)]
pub(super) fn old_color(text: &str) -> Option<Color> {
    let text = text.trim();
    css_color(text).or_else(|| Color::from_hex(text))
}

/// The colour somewhere in a value.
#[inline(never)]
pub(super) fn first_color(value: &[Lexeme<'_>]) -> Option<Color> {
    let mut rest = value;
    while let [first, after @ ..] = rest {
        if matches!(
            first.token,
            Token::Hash(_) | Token::Ident(_) | Token::Function(_)
        ) && let Some(color) = Color::parse(rest)
        {
            return Some(color);
        }
        rest = after;
    }
    None
}
