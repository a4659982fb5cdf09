//! Clips, transforms and blends that leave nothing to see.

use super::super::name::Like as _;
use super::{
    super::css::{
        color::Color,
        token::{Lexeme, Token},
        value::{Units, WINDOW_WIDTH},
    },
    style::Means,
};

/// From here on a text is out of the window to the left or the top, in pixels.
pub(super) const FAR_LEFT: f32 = -900.0;

/// From here on nobody scrolls to the right, in pixels.
pub(super) const FAR_RIGHT: f32 = 5000.0;

/// Nothing scaled so small can be read.
pub(super) const MIN_SCALE: f32 = 0.05;

const UNITS: Units = Units {
    em: 16.0,
    whole: WINDOW_WIDTH,
};

/// Per cent as a share.
const SHARES: Units = Units {
    em: 16.0,
    whole: 1.0,
};

/// The first argument of a function in a value.
#[inline(never)]
pub(super) fn argument(value: &[Lexeme<'_>], name: &str) -> Option<f32> {
    let (found, arguments) = functions(value).find(|(found, _)| found.is_like(name))?;
    debug_assert!(found.is_like(name));
    SHARES.length(arguments)
}

/// The functions of a value, each with its arguments up to its end.
fn functions<'v, 'a>(value: &'v [Lexeme<'a>]) -> impl Iterator<Item = (&'v str, &'v [Lexeme<'a>])> {
    value.iter().enumerate().filter_map(move |(at, lexeme)| {
        let Token::Function(name) = &lexeme.token else {
            return None;
        };
        let rest = value.get(at + 1..)?;
        let end = rest.iter().position(|l| l.token == Token::Close(b')'));
        Some((&**name, rest.get(..end.unwrap_or(rest.len()))?))
    })
}

/// The lengths of a list, whatever parts them; no length (`auto`) is none.
fn lengths<'v>(list: &'v [Lexeme<'_>], units: Units) -> impl Iterator<Item = Option<f32>> + 'v {
    list.iter()
        .enumerate()
        .filter(|(_, l)| !matches!(l.token, Token::Space | Token::Comma))
        .map(move |(at, _)| units.length(list.get(at..at + 1).unwrap_or_default()))
}

/// `clip: rect(top, right, bottom, left)` with nothing between the sides.
#[inline(never)]
pub(super) fn clips_to_nothing(value: &[Lexeme<'_>]) -> bool {
    let Some((_, sides)) = functions(value).find(|(name, _)| name.is_like("rect")) else {
        return false;
    };
    let mut sides = lengths(sides, UNITS);
    let mut next = || sides.next().flatten();
    let (top, right, bottom, left) = (next(), next(), next(), next());
    let narrow =
        |from: Option<f32>, to: Option<f32>| to.is_some_and(|to| to - from.unwrap_or(0.0) <= 1.0);
    narrow(top, bottom) || narrow(left, right)
}

/// `clip-path` with nothing inside.
#[inline(never)]
pub(super) fn path_is_empty(value: &[Lexeme<'_>]) -> bool {
    functions(value).any(|(name, list)| {
        let mut numbers = lengths(list, SHARES);
        if name.is_like("inset") {
            let mut sides = [0.0; 4];
            let mut count = 0;
            for (side, number) in sides.iter_mut().zip(numbers.map_while(|n| n)) {
                *side = number;
                count += 1;
            }
            let [top, right, bottom, left] = match (count, sides) {
                (1, [a, ..]) => [a; 4],
                (2, [a, b, ..]) => [a, b, a, b],
                (3, [a, b, c, _]) => [a, b, c, b],
                (_, sides) => sides,
            };
            return top + bottom >= 1.0 || left + right >= 1.0;
        }
        if name.is_like("circle") || name.is_like("ellipse") {
            return numbers.next().flatten().is_some_and(|n| n <= 0.005);
        }
        if name.is_like("polygon") {
            let first = numbers.next().flatten();
            let same = first.is_some() && lengths(list, SHARES).all(|n| n == first);
            return same && list.iter().any(|l| l.token == Token::Comma);
        }
        false
    })
}

/// By which means a transform takes text out of sight.
#[inline(never)]
pub(super) fn transform(value: &[Lexeme<'_>]) -> Option<Means> {
    functions(value).find_map(|(name, list)| {
        let is = |known: &str| name.is_like(known);
        let first = lengths(list, SHARES).next().flatten();
        let flat = |n: Option<f32>| n.is_some_and(|n| n.abs() <= MIN_SCALE);
        let shrunk = match name.len() {
            _ if is("scale") || is("scaleX") || is("scaleY") || is("scale3d") => {
                let second = lengths(list, SHARES).nth(1).flatten();
                flat(first) || flat(second)
            }
            _ if is("matrix") => flat(first) && flat(lengths(list, SHARES).nth(3).flatten()),
            _ if is("rotateX") || is("rotateY") => {
                turn(list).is_some_and(|quarter| (quarter - 0.25).abs() < 0.002)
            }
            _ => false,
        };
        if shrunk {
            return Some(Means::Shrunk);
        }
        let moved = is("translate") || is("translateX") || is("translateY") || is("translate3d");
        let far = lengths(list, UNITS)
            .take(2)
            .flatten()
            .any(|n| n <= FAR_LEFT || n >= FAR_RIGHT);
        // a share of the element's own size takes it nowhere far
        let own = list.iter().any(|l| matches!(l.token, Token::Percentage(_)));
        (moved && far && !own).then_some(Means::OffScreen)
    })
}

/// An angle as a share of half a turn, from 0 to 0.5 of a whole one.
fn turn(list: &[Lexeme<'_>]) -> Option<f32> {
    let Token::Dimension(number, unit) = &list.iter().find(|l| l.token != Token::Space)?.token
    else {
        return None;
    };
    let turns = match &**unit {
        unit if unit.is_like("deg") => number / 360.0,
        unit if unit.is_like("grad") => number / 400.0,
        unit if unit.is_like("rad") => number / (2.0 * core::f32::consts::PI),
        unit if unit.is_like("turn") => *number,
        _ => return None,
    };
    Some(turns.abs() % 0.5)
}

/// How the colour of a text mixes with what is behind it (Compositing and Blending Level 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blend {
    Normal,
    Multiply,
    Screen,
    Darken,
    Lighten,
}

impl Blend {
    pub(super) fn of_name(name: &str) -> Self {
        let known = [
            ("multiply", Self::Multiply),
            ("color-burn", Self::Multiply),
            ("screen", Self::Screen),
            ("color-dodge", Self::Screen),
            ("plus-lighter", Self::Screen),
            ("darken", Self::Darken),
            ("lighten", Self::Lighten),
        ];
        let found = known.iter().find(|(known, _)| name.is_like(known));
        found.map_or(Self::Normal, |(_, blend)| *blend)
    }

    pub(super) fn of(self, ink: Color, behind: Color) -> Color {
        match self {
            Self::Normal => ink,
            Self::Multiply => ink.mixed(behind, |a, b| a * b / 255.0),
            Self::Screen => ink.mixed(behind, |a, b| 255.0 - (255.0 - a) * (255.0 - b) / 255.0),
            Self::Darken => ink.mixed(behind, f32::min),
            Self::Lighten => ink.mixed(behind, f32::max),
        }
    }
}
