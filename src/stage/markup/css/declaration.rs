//! Declarations, of the properties that decide whether text is seen.

use super::super::name::Like as _;
use core::ops::Range;

use alloc::vec::Vec;

use super::token::{Lexeme, Token};

macro_rules! properties {
    ($($variant:ident $($name:literal)|+,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in super::super) enum Property {
            $($variant,)*
            /// `--name`.
            Custom,
        }

        /// How many properties there are that each have one value.
        pub(in super::super) const PROPERTIES: usize = Property::Custom as usize;

        /// Each name and its property.
        static NAMES: &[(&str, Property)] = &[$($(($name, Property::$variant),)+)*];
    };
}

properties! {
    Display "display",
    Visibility "visibility",
    ContentVisibility "content-visibility",
    Opacity "opacity",
    Filter "filter",
    Font "font",
    FontSize "font-size",
    Color "color",
    TextFill "-webkit-text-fill-color",
    TextShadow "text-shadow",
    TextStroke "-webkit-text-stroke" | "-webkit-text-stroke-width",
    Background "background",
    BackgroundColor "background-color",
    BackgroundImage "background-image",
    BackgroundClip "background-clip" | "-webkit-background-clip",
    BlendMode "mix-blend-mode",
    Position "position",
    Inset "inset",
    Left "left" | "inset-inline-start",
    Right "right" | "inset-inline-end",
    Top "top" | "inset-block-start",
    Bottom "bottom" | "inset-block-end",
    Width "width" | "inline-size",
    Height "height" | "block-size",
    MaxWidth "max-width" | "max-inline-size",
    MaxHeight "max-height" | "max-block-size",
    MinWidth "min-width",
    MinHeight "min-height",
    Overflow "overflow" | "overflow-x" | "overflow-y",
    Clip "clip",
    ClipPath "clip-path" | "-webkit-clip-path",
    Transform "transform" | "-webkit-transform",
    Scale "scale",
    Zoom "zoom",
    TextIndent "text-indent",
    Margin "margin",
    MarginLeft "margin-left",
    MarginTop "margin-top",
    Padding "padding" | "padding-top" | "padding-bottom" | "padding-left" | "padding-right",
    Fill "fill",
    Content "content",
}

impl Property {
    fn of(name: &str) -> Option<Self> {
        if name.starts_with("--") {
            return Some(Self::Custom);
        }
        let found = NAMES.iter().find(|(known, _)| known.is_like(name));
        found.map(|(_, property)| *property)
    }
}

#[derive(Clone, Debug)]
pub(in super::super) struct Declaration {
    pub(in super::super) property: Property,
    /// The place of the name among the tokens.
    pub(in super::super) name: usize,
    /// The value among the tokens.
    pub(in super::super) value: Range<usize>,
    pub(in super::super) important: bool,
}

/// Reads declarations up to the end of their block, and returns the place behind it.
#[inline(never)]
pub(in super::super) fn declarations(
    tokens: &[Lexeme<'_>],
    start: usize,
    out: &mut Vec<Declaration>,
) -> usize {
    let token = |at: usize| tokens.get(at).map(|lexeme| &lexeme.token);
    let mut at = start;
    loop {
        match token(at) {
            None => return at,
            Some(Token::Close(b'}')) => return at + 1,
            Some(Token::Space | Token::Semicolon) => {
                at += 1;
                continue;
            }
            _ => {}
        }
        let name = at;
        let (end, nested) = end_of_value(tokens, at);
        let colon = skip_space(tokens, at + 1);
        if let (Some(Token::Ident(ident)), Some(Token::Colon), false) =
            (token(name), token(colon), nested)
            && let Some(property) = Property::of(ident)
        {
            let (value, important) = without_important(tokens, colon + 1..end);
            out.push(Declaration {
                property,
                name,
                value,
                important,
            });
        }
        at = end;
    }
}

/// Where the declaration or the nested rule that begins at `at` ends, and whether it is a rule.
#[inline(never)]
fn end_of_value(tokens: &[Lexeme<'_>], mut at: usize) -> (usize, bool) {
    let (mut depth, mut nested) = (0_usize, false);
    while let Some(lexeme) = tokens.get(at) {
        match lexeme.token {
            Token::Semicolon if depth == 0 => break,
            Token::Close(b'}') if depth == 0 => break,
            Token::Open(b'{') => {
                nested |= depth == 0;
                depth += 1;
            }
            Token::Open(_) | Token::Function(_) => depth += 1,
            Token::Close(_) => {
                depth = depth.saturating_sub(1);
                if nested && depth == 0 {
                    return (at + 1, true);
                }
            }
            _ => {}
        }
        at += 1;
    }
    (at, nested)
}

pub(in super::super) fn skip_space(tokens: &[Lexeme<'_>], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|l| l.token == Token::Space) {
        at += 1;
    }
    at
}

/// Takes `!important` off the end of a value.
fn without_important(tokens: &[Lexeme<'_>], value: Range<usize>) -> (Range<usize>, bool) {
    let (start, mut end) = (value.start, value.end);
    let last = |end: usize| {
        let value = tokens.get(start..end)?;
        let at = value.iter().rposition(|l| l.token != Token::Space)?;
        Some((start + at, &value.get(at)?.token))
    };
    if let Some((word, token)) = last(end)
        && token.is_ident("important")
        && let Some((mark, Token::Delim(b'!'))) = last(word)
    {
        end = mark;
        return (start..end, true);
    }
    (start..end, false)
}
