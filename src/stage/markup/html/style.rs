//! What an element looks like, as far as it decides whether its text is seen.

use super::super::name::Like as _;
use super::{
    super::css::{
        color::Color,
        declaration::Property,
        token::{Lexeme, Token},
        value::{Units, WINDOW_WIDTH, number},
    },
    cascade::{Cascade, Slots},
    element::{Element, traits},
    shape,
    tree::{Node, Tree},
    values::{Position, Values, css, css_color, first_color, is_code, is_word, old_color},
};

/// By which means a text is hidden from a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    /// The standard does not display such elements.
    Unrendered,
    NotDisplayed,
    /// Behind a summary that opens it.
    Closed,
    Invisible,
    Transparent,
    OffScreen,
    Clipped,
    Shrunk,
    Tiny,
    /// In the colour of what is behind it. Whether that is certain: both colours were given.
    SameColor(bool),
}

/// What lies behind the text.
#[derive(Clone, Copy, Debug)]
struct Backdrop {
    color: Color,
    /// Whether it was given, and not taken for what a browser draws.
    given: bool,
    /// An image or a gradient: the colour is not known.
    pictured: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Hides everything inside for good.
    hidden: Option<Means>,
    visible: bool,
    opacity: f32,
    font_size: f32,
    color: Color,
    color_given: bool,
    fill: Option<Color>,
    backdrop: Backdrop,
    blend: shape::Blend,
    /// A shadow, an outline or a clipped background draws the text whatever its colour.
    drawn_otherwise: bool,
    indent: f32,
    block_indent: f32,
    /// Clipped to nothing by an element; whether that one is positioned.
    no_box: Option<bool>,
    is_flexible: bool,
    /// By which means what is inside is hidden, though the element is shown.
    inside: Option<Means>,
    /// The variables in scope.
    scope: usize,
}

/// How small an opacity or a scale is that nobody sees.
const MIN_OPACITY: f32 = 0.05;

/// How large a font is that nobody reads, in pixels.
const MAX_UNREADABLE: f32 = 2.0;

/// What the first line has room for, in pixels for each character. A longer text goes on in the next line, in sight.
const PIXELS_A_CHARACTER: f32 = 8.0;

impl Style {
    /// What a page begins with.
    pub(super) const INITIAL: Self = Self {
        hidden: None,
        visible: true,
        opacity: 1.0,
        font_size: 16.0,
        color: Color::BLACK,
        color_given: false,
        fill: None,
        backdrop: Backdrop {
            color: Color::WHITE,
            given: false,
            pictured: false,
        },
        blend: shape::Blend::Normal,
        drawn_otherwise: false,
        indent: 0.0,
        block_indent: 0.0,
        no_box: None,
        is_flexible: false,
        inside: None,
        scope: 0,
    };

    pub(super) const fn scope(&self) -> usize {
        self.scope
    }

    /// By which means nothing in the element is shown, pictures included.
    pub(super) fn hides_all(&self) -> Option<Means> {
        if self.hidden.is_some() {
            self.hidden
        } else if self.no_box.is_some() {
            Some(Means::Clipped)
        } else if !self.visible {
            Some(Means::Invisible)
        } else if self.opacity <= MIN_OPACITY {
            Some(Means::Transparent)
        } else {
            None
        }
    }

    /// By which means everything right inside the element is hidden, though the element may be shown.
    pub(super) const fn hides_inside(&self) -> Option<Means> {
        self.inside
    }

    /// By which means a text of so many bytes in the element is hidden.
    pub(super) fn hides_text(&self, bytes: usize) -> Option<Means> {
        if let Some(means) = self.hides_all() {
            return Some(means);
        }
        if self.font_size <= MAX_UNREADABLE {
            return Some(Means::Tiny);
        }
        if self.block_indent <= shape::FAR_LEFT
            && bytes as f32 * PIXELS_A_CHARACTER < -self.block_indent
        {
            return Some(Means::OffScreen);
        }
        if self.drawn_otherwise {
            return None;
        }
        let ink = self.fill.unwrap_or(self.color);
        if ink.alpha <= MIN_OPACITY {
            return Some(Means::SameColor(self.color_given));
        }
        let behind = self.backdrop;
        let seen = self.blend.of(ink.over(behind.color), behind.color);
        let hidden = !behind.pictured && seen.is_near(behind.color);
        hidden.then_some(Means::SameColor(behind.given && self.color_given))
    }

    /// The style of an element inside this one.
    pub(super) fn of<'v, 'a>(
        &self,
        tree: &Tree<'a>,
        node: &Node,
        known: Option<&'static Element>,
        slots: &Slots<'v, 'a>,
        scope: usize,
        cascade: &mut Cascade<'v, 'a>,
    ) -> Self {
        let mut values = Values {
            slots,
            scope,
            cascade,
        };
        let mut style = Self {
            scope,
            is_flexible: false,
            ..*self
        };
        style.set_font(&mut values, tree, node);
        let (boxed, positioned) = style.set_display(self, &mut values, tree, node, known);
        style.set_colors(&mut values, tree, node, known);
        style.set_place(&mut values, boxed, positioned);
        style.set_box(&mut values, known, boxed, positioned);
        style.set_shape(&mut values, boxed, positioned);
        style
    }

    #[inline(never)]
    fn set_font<'a>(&mut self, values: &mut Values<'_, '_, 'a>, tree: &Tree<'a>, node: &Node) {
        let units = Units {
            em: self.font_size,
            whole: self.font_size,
        };
        let size =
            values
                .winner(Property::FontSize, Property::Font)
                .and_then(|(value, is_font)| {
                    // in the shorthand the size comes behind the weight, which is a bare number
                    let value = if is_font {
                        let at = value.iter().position(|l| {
                            matches!(l.token, Token::Dimension(..) | Token::Percentage(_))
                        })?;
                        value.get(at..)?.to_vec()
                    } else {
                        value
                    };
                    units.length(&value)
                });
        let svg = || units.length(&css(tree.attribute(node, "font-size")?));
        if let Some(size) = size.or_else(svg) {
            self.font_size = size.max(0.0);
        }
        if let Some(zoom) = values.number(Property::Zoom)
            && zoom > 0.0
        {
            self.font_size *= zoom;
        }
    }

    /// Whether the element is a box of its own, and whether it is positioned.
    #[inline(never)]
    fn set_display<'a>(
        &mut self,
        parent: &Self,
        values: &mut Values<'_, '_, 'a>,
        tree: &Tree<'a>,
        node: &Node,
        known: Option<&'static Element>,
    ) -> (bool, Position) {
        let display = values.word(Property::Display);
        let display = display.as_deref().or(tree.attribute(node, "display"));
        let name = known.map_or("", |e| e.name);
        let has = |attribute| tree.attribute_span(node, attribute).is_some();
        let unrendered = known.is_some_and(|e| e.is(traits::UNSHOWN));
        let hidden = match display {
            Some(display) if display.is_like("none") => Some(if unrendered {
                Means::Unrendered
            } else {
                Means::NotDisplayed
            }),
            Some(_) => None,
            None if unrendered => Some(Means::Unrendered),
            None if has("hidden") && !is_code(tree.attribute(node, "hidden")) => {
                Some(Means::NotDisplayed)
            }
            None if has("popover") || name == "dialog" && !has("open") => Some(Means::NotDisplayed),
            None if name == "input" && is_word(tree.attribute(node, "type"), "hidden") => {
                Some(Means::NotDisplayed)
            }
            None => None,
        };
        if name != "summary" {
            self.hidden = self.hidden.or(parent.inside);
        }
        self.inside = match name {
            "details" if !has("open") => Some(Means::Closed),
            // what is inside is for browsers of another time
            "iframe" | "canvas" | "video" | "audio" => Some(Means::Unrendered),
            _ => None,
        };
        self.hidden = self.hidden.or(hidden);
        let positions = values.word(Property::Position);
        let position = Position::of(positions.as_deref().unwrap_or_default());
        let flows_inline = match display {
            Some(display) => is_word(Some(display), "inline") || is_word(Some(display), "contents"),
            None => known.is_none_or(|e| e.is(traits::INLINE)),
        };
        self.is_flexible = display.is_some_and(|d| {
            d.trim().to_ascii_lowercase().ends_with("flex")
                || d.trim().to_ascii_lowercase().ends_with("grid")
        });
        let boxed = !flows_inline || position.leaves_flow() || parent.is_flexible;
        match values
            .word(Property::Visibility)
            .as_deref()
            .or(tree.attribute(node, "visibility"))
        {
            Some(word) if is_word(Some(word), "hidden") || is_word(Some(word), "collapse") => {
                self.visible = false;
            }
            Some(word) if is_word(Some(word), "visible") => self.visible = true,
            _ => {}
        }
        if boxed
            && is_word(
                values.word(Property::ContentVisibility).as_deref(),
                "hidden",
            )
        {
            self.hidden = self.hidden.or(Some(Means::NotDisplayed));
        }
        let opacity = values.number(Property::Opacity);
        let svg = || number(&css(tree.attribute(node, "opacity")?));
        if let Some(opacity) = opacity.or_else(svg) {
            self.opacity *= opacity.clamp(0.0, 1.0);
        }
        if let Some(filter) = values.get(Property::Filter)
            && let Some(opacity) = shape::argument(&filter, "opacity")
        {
            self.opacity *= opacity.clamp(0.0, 1.0);
        }
        (boxed, position)
    }

    #[inline(never)]
    fn set_colors<'a>(
        &mut self,
        values: &mut Values<'_, '_, 'a>,
        tree: &Tree<'a>,
        node: &Node,
        known: Option<&'static Element>,
    ) {
        let name = known.map_or("", |e| e.name);
        let own = values
            .get(Property::Color)
            .map(|value| Color::parse(&value));
        let old = match name {
            "font" | "basefont" => tree.attribute(node, "color"),
            "body" => tree.attribute(node, "text"),
            _ => None,
        };
        if let Some(color) = own.flatten().or_else(|| old_color(old?)) {
            self.color = color;
            self.color_given = true;
            self.fill = None;
        }
        let is_svg_text = known.is_none() && matches!(tree.str(&node.name), "text" | "tspan");
        let fill = values.get(if is_svg_text {
            Property::Fill
        } else {
            Property::TextFill
        });
        let attribute = || css_color(tree.attribute(node, "fill").filter(|_| is_svg_text)?);
        let none = |value: &[Lexeme<'_>]| value.iter().any(|l| l.token.is_ident("none"));
        let fill = fill.and_then(|value| {
            if none(&value) {
                Some(Color::TRANSPARENT)
            } else {
                Color::parse(&value)
            }
        });
        if let Some(fill) = fill.or_else(attribute) {
            self.fill = Some(fill);
            self.color_given = true;
        }
        let drawn = |value: &[Lexeme<'_>]| !none(value) && !value.is_empty();
        for property in [Property::TextShadow, Property::TextStroke] {
            if let Some(value) = values.get(property) {
                self.drawn_otherwise |= drawn(&value);
            }
        }
        let background = values.winner(Property::BackgroundColor, Property::Background);
        let image = values.get(Property::BackgroundImage);
        let clip = values.get(Property::BackgroundClip);
        let clips = |value: &[Lexeme<'_>]| value.iter().any(|l| l.token.is_ident("text"));
        self.drawn_otherwise |= clip.is_some_and(|value| clips(&value))
            || background
                .as_ref()
                .is_some_and(|(value, short)| *short && clips(value));
        let pictured = |value: &[Lexeme<'_>]| {
            value.iter().any(|l| match &l.token {
                Token::Url => true,
                Token::Function(name) => {
                    name.ends_with("gradient") || name.is_like("url") || name.ends_with("image-set")
                }
                _ => false,
            })
        };
        let has_image = image.is_some_and(|value| pictured(&value))
            || background
                .as_ref()
                .is_some_and(|(value, _)| pictured(value))
            || tree.attribute_span(node, "background").is_some();
        let color = background.and_then(|(value, _)| first_color(&value));
        let old = || old_color(tree.attribute(node, "bgcolor")?);
        if let Some(color) = color.or_else(old)
            && color.alpha > 0.0
        {
            self.backdrop.color = color.over(self.backdrop.color);
            self.backdrop.given = color.alpha >= 1.0 || self.backdrop.given;
            self.backdrop.pictured &= color.alpha < 1.0;
            self.blend = shape::Blend::Normal;
        }
        self.backdrop.pictured |= has_image;
        if let Some(word) = values.word(Property::BlendMode) {
            self.blend = shape::Blend::of_name(&word);
        }
    }

    #[inline(never)]
    fn set_place(&mut self, values: &mut Values<'_, '_, '_>, boxed: bool, position: Position) {
        let units = Units {
            em: self.font_size,
            whole: WINDOW_WIDTH,
        };
        if let Some(value) = values.get(Property::TextIndent)
            && let Some(indent) = units.length(&value)
        {
            self.indent = indent;
        }
        if boxed {
            self.block_indent = self.indent;
        }
        let mut length = |property, sides: usize| {
            let value = values.get(property);
            let value = match value {
                // the sides of a shorthand, from the top clockwise
                None if sides > 0 => values.get(Property::Inset)?,
                value => value?,
            };
            units.length(&value)
        };
        let mut off = false;
        if position.moves() {
            let left = length(Property::Left, 4);
            off |= left.is_some_and(|n| n <= shape::FAR_LEFT || n >= shape::FAR_RIGHT);
            off |= length(Property::Top, 1).is_some_and(|n| n <= shape::FAR_LEFT);
            if position.leaves_flow() {
                off |= length(Property::Right, 0).is_some_and(|n| {
                    n <= -shape::FAR_RIGHT || left.is_none() && n >= shape::FAR_RIGHT
                });
                off |= length(Property::Bottom, 0)
                    .is_some_and(|n| n <= -shape::FAR_RIGHT || n >= shape::FAR_RIGHT);
            }
        }
        off |= boxed && length(Property::MarginLeft, 0).is_some_and(|n| n <= shape::FAR_LEFT);
        off |= boxed
            && position.leaves_flow()
            && length(Property::MarginTop, 0).is_some_and(|n| n <= shape::FAR_LEFT);
        if off {
            self.hidden = self.hidden.or(Some(Means::OffScreen));
        }
    }

    #[inline(never)]
    fn set_box(
        &mut self,
        values: &mut Values<'_, '_, '_>,
        known: Option<&'static Element>,
        boxed: bool,
        position: Position,
    ) {
        // what is positioned escapes from a box that is not
        if position == Position::Fixed
            || position == Position::Absolute && self.no_box == Some(false)
        {
            self.no_box = None;
        }
        let is_cell = known.is_some_and(|e| e.is(traits::TABLE) || matches!(e.name, "td" | "th"));
        if !boxed || is_cell {
            return;
        }
        let clips = values.get(Property::Overflow).is_some_and(|value| {
            ["hidden", "clip", "auto", "scroll"]
                .iter()
                .any(|word| value.iter().any(|l| l.token.is_ident(word)))
        });
        if !clips {
            return;
        }
        let units = Units {
            em: self.font_size,
            whole: WINDOW_WIDTH,
        };
        let mut small = |property, is_height: bool| {
            values.get(property).is_some_and(|value| {
                let relative = value
                    .iter()
                    .any(|l| matches!(l.token, Token::Percentage(_)));
                !(relative && is_height) && units.length(&value).is_some_and(|n| n <= 1.0)
            })
        };
        let width = small(Property::Width, false) || small(Property::MaxWidth, false);
        let height = small(Property::Height, true) || small(Property::MaxHeight, true);
        let mut large = |property| {
            let value = values.get(property);
            value.is_some_and(|value| {
                let mut rest = &*value;
                while let Some(at) = rest.iter().position(|l| l.token != Token::Space) {
                    rest = rest.get(at..).unwrap_or_default();
                    if units.length(rest).is_none_or(|n| n > 1.0) {
                        return true;
                    }
                    rest = rest.get(1..).unwrap_or_default();
                }
                false
            })
        };
        let grows = large(Property::Padding)
            || width && large(Property::MinWidth)
            || !width && large(Property::MinHeight);
        if (width || height) && !grows {
            self.no_box = Some(position != Position::Static);
        }
    }

    #[inline(never)]
    fn set_shape(&mut self, values: &mut Values<'_, '_, '_>, boxed: bool, position: Position) {
        let clip = values
            .get(Property::Clip)
            .filter(|_| position.leaves_flow());
        let clipped = clip.is_some_and(|value| shape::clips_to_nothing(&value))
            || values
                .get(Property::ClipPath)
                .is_some_and(|value| shape::path_is_empty(&value));
        if clipped {
            self.hidden = self.hidden.or(Some(Means::Clipped));
        }
        if !boxed {
            return;
        }
        let scale = values
            .number(Property::Scale)
            .is_some_and(|n| n.abs() <= shape::MIN_SCALE);
        let transform = values
            .get(Property::Transform)
            .and_then(|value| shape::transform(&value));
        if let Some(means) = transform.or(scale.then_some(Means::Shrunk)) {
            self.hidden = self.hidden.or(Some(means));
        }
    }
}
