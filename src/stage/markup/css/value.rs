//! Lengths and numbers (CSS Values and Units Module Level 4), in pixels of a common screen.

use super::super::name::Like as _;
use super::token::{Lexeme, Token};

/// What relative units count from. A reader's window is not known: a common one stands for it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Units {
    /// The font size, for `em`.
    pub(in super::super) em: f32,
    /// What `100%` is.
    pub(in super::super) whole: f32,
}

/// The window of a common screen, in pixels.
pub(in super::super) const WINDOW_WIDTH: f32 = 1280.0;
const WINDOW_HEIGHT: f32 = 720.0;
const ROOT_FONT: f32 = 16.0;

/// How deep parentheses may nest in a calculation.
const MAX_DEPTH: usize = 16;

impl Units {
    /// Pixels of a length in one of the absolute or relative units.
    fn pixels(self, number: f32, unit: &str) -> Option<f32> {
        const INCH: f32 = 96.0;
        let one = if is(unit, &["px"]) {
            1.0
        } else if is(unit, &["em"]) {
            self.em
        } else if is(unit, &["rem", "rlh"]) {
            ROOT_FONT
        } else if is(unit, &["ex", "ch"]) {
            self.em / 2.0
        } else if is(unit, &["lh", "ic", "cap"]) {
            self.em
        } else if is(unit, &["vw", "svw", "lvw", "dvw", "vi", "vmax"]) {
            WINDOW_WIDTH / 100.0
        } else if is(unit, &["vh", "svh", "lvh", "dvh", "vb", "vmin"]) {
            WINDOW_HEIGHT / 100.0
        } else if is(unit, &["in"]) {
            INCH
        } else if is(unit, &["cm"]) {
            INCH / 2.54
        } else if is(unit, &["mm"]) {
            INCH / 25.4
        } else if is(unit, &["q"]) {
            INCH / 101.6
        } else if is(unit, &["pt"]) {
            INCH / 72.0
        } else if is(unit, &["pc"]) {
            INCH / 6.0
        } else {
            return None;
        };
        Some(number * one)
    }

    /// The first length in a value, in pixels. A bare number counts as pixels, as old pages have it.
    #[inline(never)]
    pub(in super::super) fn length(self, value: &[Lexeme<'_>]) -> Option<f32> {
        Calculation {
            rest: value,
            units: self,
        }
        .factor(0)
    }
}

/// A number, a percentage as its share, or a calculation of them.
#[inline(never)]
pub(in super::super) fn number(value: &[Lexeme<'_>]) -> Option<f32> {
    let units = Units {
        em: ROOT_FONT,
        whole: 1.0,
    };
    units.length(value)
}

fn is(unit: &str, names: &[&str]) -> bool {
    names.iter().any(|name| unit.is_like(name))
}

#[derive(Debug)]
struct Calculation<'v, 'a> {
    rest: &'v [Lexeme<'a>],
    units: Units,
}

impl<'v, 'a> Calculation<'v, 'a> {
    fn peek(&mut self) -> Option<&'v Token<'a>> {
        while let [first, rest @ ..] = self.rest {
            if first.token != Token::Space {
                return Some(&first.token);
            }
            self.rest = rest;
        }
        None
    }

    fn next(&mut self) -> Option<&'v Token<'a>> {
        let token = self.peek()?;
        self.rest = self.rest.get(1..).unwrap_or_default();
        Some(token)
    }

    fn sum(&mut self, depth: usize) -> Option<f32> {
        let mut sum = self.product(depth)?;
        loop {
            match self.peek() {
                Some(Token::Delim(b'+')) => {
                    self.next();
                    sum += self.product(depth)?;
                }
                Some(Token::Delim(b'-')) => {
                    self.next();
                    sum -= self.product(depth)?;
                }
                _ => return Some(sum),
            }
        }
    }

    fn product(&mut self, depth: usize) -> Option<f32> {
        let mut product = self.factor(depth)?;
        loop {
            match self.peek() {
                Some(Token::Delim(b'*')) => {
                    self.next();
                    product *= self.factor(depth)?;
                }
                Some(Token::Delim(b'/')) => {
                    self.next();
                    product /= self.factor(depth)?;
                }
                _ => return Some(product).filter(|n| n.is_finite()),
            }
        }
    }

    #[inline(never)]
    fn factor(&mut self, depth: usize) -> Option<f32> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.next()? {
            Token::Number(number) => Some(*number),
            Token::Percentage(number) => Some(number / 100.0 * self.units.whole),
            Token::Dimension(number, unit) => self.units.pixels(*number, unit),
            Token::Open(b'(') => self.arguments(depth, |a, _| a),
            Token::Function(name) if is(name, &["calc", "-webkit-calc"]) => {
                self.arguments(depth, |a, _| a)
            }
            Token::Function(name) if is(name, &["min"]) => self.arguments(depth, f32::min),
            // the middle of three is never above the last; the least and the value are enough here
            Token::Function(name) if is(name, &["max", "clamp"]) => self.arguments(depth, f32::max),
            _ => None,
        }
    }

    /// The arguments of a function up to its end, folded.
    #[inline(never)]
    fn arguments(&mut self, depth: usize, fold: impl Fn(f32, f32) -> f32) -> Option<f32> {
        let mut result = self.sum(depth + 1)?;
        while let Some(Token::Comma) = self.peek() {
            self.next();
            result = fold(result, self.sum(depth + 1)?);
        }
        self.next();
        Some(result)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, Units, number};

    #[test]
    fn lengths_are_calculated() {
        let units = Units {
            em: 10.0,
            whole: 200.0,
        };
        let length = |text: &str| units.length(&tokens(text).0);
        assert_eq!(length("12px"), Some(12.0));
        assert_eq!(length("-.5EM"), Some(-5.0));
        assert_eq!(length("1e1px"), Some(10.0));
        assert_eq!(length("50%"), Some(100.0));
        assert_eq!(length("calc(1px - 2 * (3px + 1em))"), Some(-25.0));
        assert_eq!(length("max(0px, -4px)"), Some(0.0));
        assert_eq!(length("auto"), None);
        assert_eq!(length(&"(".repeat(1000)), None);
        assert_eq!(number(&tokens("5%").0), Some(0.05));
    }
}
