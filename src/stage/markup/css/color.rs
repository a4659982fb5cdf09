//! Colours (CSS Color Module Level 4), composed and compared as a screen shows them.

use super::super::name::Like as _;
use super::token::{Lexeme, Token};

/// Red, green, blue and alpha, from 0 to 255 and from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Color {
    channels: [f32; 3],
    pub(in super::super) alpha: f32,
}

impl Color {
    pub(in super::super) const BLACK: Self = Self::rgb(0.0, 0.0, 0.0);
    pub(in super::super) const WHITE: Self = Self::rgb(255.0, 255.0, 255.0);
    pub(in super::super) const TRANSPARENT: Self = Self {
        channels: [0.0; 3],
        alpha: 0.0,
    };

    const fn rgb(r: f32, g: f32, b: f32) -> Self {
        Self {
            channels: [r, g, b],
            alpha: 1.0,
        }
    }

    /// What is seen when this lies over an opaque colour.
    #[inline(never)]
    pub(in super::super) fn over(self, below: Self) -> Self {
        let mut channels = below.channels;
        for (channel, own) in channels.iter_mut().zip(self.channels) {
            *channel += (own - *channel) * self.alpha;
        }
        Self {
            channels,
            alpha: 1.0,
        }
    }

    /// Each channel mixed with the other's.
    pub(in super::super) fn mixed(self, other: Self, mix: impl Fn(f32, f32) -> f32) -> Self {
        let mut channels = self.channels;
        for (channel, below) in channels.iter_mut().zip(other.channels) {
            *channel = mix(*channel, below);
        }
        Self { channels, ..self }
    }

    /// Whether nobody tells the two apart: no channel differs by more than a sixteenth of its range.
    pub(in super::super) fn is_near(self, other: Self) -> bool {
        const MAX_DIFFERENCE: f32 = 16.0;
        let pairs = self.channels.iter().zip(other.channels);
        pairs.fold(true, |near, (a, b)| near && (a - b).abs() <= MAX_DIFFERENCE)
    }

    /// Reads a colour. `currentcolor` and what is not known is none.
    #[inline(never)]
    pub(in super::super) fn parse(value: &[Lexeme<'_>]) -> Option<Self> {
        let mut tokens = value.iter().map(|lexeme| &lexeme.token);
        match tokens.find(|token| **token != Token::Space)? {
            Token::Hash(digits) => Self::from_hex(digits),
            Token::Ident(name) if name.is_like("transparent") => Some(Self::TRANSPARENT),
            Token::Ident(name) => Self::named(name),
            Token::Function(name) => {
                let mut numbers = [None; 4];
                let mut places = numbers.iter_mut();
                for token in tokens {
                    let number = match token {
                        Token::Number(n) => (*n, false),
                        Token::Percentage(n) => (*n, true),
                        Token::Dimension(n, unit) => (*n * degrees(unit), false),
                        Token::Ident(none) if none.is_like("none") => (0.0, false),
                        Token::Close(_) => break,
                        Token::Comma | Token::Space | Token::Delim(b'/') => continue,
                        _ => return None,
                    };
                    *places.next()? = Some(number);
                }
                Self::from_function(name, numbers)
            }
            _ => None,
        }
    }

    fn from_function(name: &str, numbers: [Option<(f32, bool)>; 4]) -> Option<Self> {
        let [Some(a), Some(b), Some(c), alpha] = numbers else {
            return None;
        };
        let share = |(n, percent): (f32, bool)| if percent { n / 100.0 } else { n };
        let alpha = alpha.map_or(1.0, share).clamp(0.0, 1.0);
        let channels = if name.is_like("rgb") || name.is_like("rgba") {
            [a, b, c].map(|(n, percent)| {
                let n = if percent { n * 2.55 } else { n };
                n.clamp(0.0, 255.0)
            })
        } else if name.is_like("hsl") || name.is_like("hsla") {
            from_hsl(
                a.0,
                (b.0 / 100.0).clamp(0.0, 1.0),
                (c.0 / 100.0).clamp(0.0, 1.0),
            )
        } else if name.is_like("hwb") {
            let (white, black) = (b.0 / 100.0, c.0 / 100.0);
            if white + black >= 1.0 {
                [255.0 * white / (white + black); 3]
            } else {
                from_hsl(a.0, 1.0, 0.5).map(|n| n * (1.0 - white - black) + 255.0 * white)
            }
        } else {
            return None;
        };
        Some(Self { channels, alpha })
    }

    pub(in super::super) fn from_hex(digits: &str) -> Option<Self> {
        let value = u32::from_str_radix(digits, 16).ok()?;
        let nibble = |shift: u32| (value >> shift & 0xF) as f32 * 17.0;
        let byte = |shift: u32| (value >> shift & 0xFF) as f32;
        let (channels, alpha) = match digits.len() {
            3 => ([nibble(8), nibble(4), nibble(0)], 255.0),
            4 => ([nibble(12), nibble(8), nibble(4)], nibble(0)),
            6 => ([byte(16), byte(8), byte(0)], 255.0),
            8 => ([byte(24), byte(16), byte(8)], byte(0)),
            _ => return None,
        };
        Some(Self {
            channels,
            alpha: alpha / 255.0,
        })
    }

    /// The colours that have a name, but for the rarest.
    #[inline(never)]
    pub(in super::super) fn named(name: &str) -> Option<Self> {
        let mut lower = [0; 16];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let at = NAMED
            .binary_search_by(|(name, _)| name.as_bytes().cmp(lower))
            .ok()?;
        let &(_, value) = NAMED.get(at)?;
        let byte = |shift: u32| (value >> shift & 0xFF) as f32;
        Some(Self::rgb(byte(16), byte(8), byte(0)))
    }
}

fn degrees(unit: &str) -> f32 {
    match unit {
        "turn" => 360.0,
        "grad" => 0.9,
        "rad" => 57.295_78,
        _ => 1.0,
    }
}

fn from_hsl(hue: f32, saturation: f32, lightness: f32) -> [f32; 3] {
    let hue = hue - 360.0 * ((hue / 360.0) as i32 as f32);
    let hue = if hue < 0.0 { hue + 360.0 } else { hue };
    let reach = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|n: f32| {
        let k = (n + hue / 30.0) % 12.0;
        let part = (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        (lightness - reach * part) * 255.0
    })
}

/// In the order of their names.
static NAMED: &[(&str, u32)] = &[
    ("aliceblue", 0xF0F8FF),
    ("antiquewhite", 0xFAEBD7),
    ("aqua", 0x00FFFF),
    ("azure", 0xF0FFFF),
    ("beige", 0xF5F5DC),
    ("black", 0x000000),
    ("blue", 0x0000FF),
    ("brown", 0xA52A2A),
    ("crimson", 0xDC143C),
    ("cyan", 0x00FFFF),
    ("darkblue", 0x00008B),
    ("darkgray", 0xA9A9A9),
    ("darkgreen", 0x006400),
    ("darkgrey", 0xA9A9A9),
    ("darkred", 0x8B0000),
    ("dimgray", 0x696969),
    ("dimgrey", 0x696969),
    ("floralwhite", 0xFFFAF0),
    ("fuchsia", 0xFF00FF),
    ("gainsboro", 0xDCDCDC),
    ("ghostwhite", 0xF8F8FF),
    ("gold", 0xFFD700),
    ("gray", 0x808080),
    ("green", 0x008000),
    ("grey", 0x808080),
    ("honeydew", 0xF0FFF0),
    ("indigo", 0x4B0082),
    ("ivory", 0xFFFFF0),
    ("lavender", 0xE6E6FA),
    ("lavenderblush", 0xFFF0F5),
    ("lightblue", 0xADD8E6),
    ("lightcyan", 0xE0FFFF),
    ("lightgray", 0xD3D3D3),
    ("lightgreen", 0x90EE90),
    ("lightgrey", 0xD3D3D3),
    ("lightyellow", 0xFFFFE0),
    ("lime", 0x00FF00),
    ("linen", 0xFAF0E6),
    ("magenta", 0xFF00FF),
    ("maroon", 0x800000),
    ("midnightblue", 0x191970),
    ("mintcream", 0xF5FFFA),
    ("navy", 0x000080),
    ("oldlace", 0xFDF5E6),
    ("olive", 0x808000),
    ("orange", 0xFFA500),
    ("pink", 0xFFC0CB),
    ("purple", 0x800080),
    ("rebeccapurple", 0x663399),
    ("red", 0xFF0000),
    ("seashell", 0xFFF5EE),
    ("silver", 0xC0C0C0),
    ("slategray", 0x708090),
    ("snow", 0xFFFAFA),
    ("teal", 0x008080),
    ("tomato", 0xFF6347),
    ("violet", 0xEE82EE),
    ("white", 0xFFFFFF),
    ("whitesmoke", 0xF5F5F5),
    ("yellow", 0xFFFF00),
];

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, Color, NAMED};

    fn color(text: &str) -> Option<Color> {
        Color::parse(&tokens(text).0)
    }

    #[test]
    fn ways_to_write_white() {
        assert!(NAMED.is_sorted());
        for white in [
            "white",
            "WHITE",
            "#fff",
            "#FFFFFF",
            "#ffff",
            "rgb(255,255,255)",
            "rgb(100% 100% 100% / 1)",
            "hsl(120, 5%, 100%)",
            "hwb(0 100% 0%)",
            "rgba(255,255,255,1)",
        ] {
            assert!(
                color(white).is_some_and(|c| c.is_near(Color::WHITE) && c.alpha == 1.0),
                "{white}"
            );
        }
        assert!(color("hsl(0 100% 50%)").is_some_and(|c| c.is_near(Color::rgb(255.0, 0.0, 0.0))));
        assert!(
            color("rgba(0,0,0,.02)").is_some_and(|c| c.over(Color::WHITE).is_near(Color::WHITE))
        );
        assert!(!Color::WHITE.is_near(Color::BLACK));
        assert_eq!(color("currentcolor"), None);
    }
}
