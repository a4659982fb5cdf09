//! What the parser and the default style sheet of the HTML standard know of each element.

/// What holds for an element, as bits.
pub(super) mod traits {
    /// Has no content (13.1.2).
    pub(crate) const VOID: u16 = 1;
    /// Its content is text up to its end tag.
    pub(crate) const RAW: u16 = 1 << 1;
    /// Special (13.2.4.2): an end tag of an ordinary element does not reach past it.
    pub(crate) const SPECIAL: u16 = 1 << 2;
    /// Formatting (13.2.4.3): goes on behind the end of the paragraph that it began in.
    pub(crate) const FORMAT: u16 = 1 << 3;
    /// Its start tag ends an open paragraph.
    pub(crate) const ENDS_P: u16 = 1 << 4;
    /// Bounds every scope.
    pub(crate) const SCOPE: u16 = 1 << 5;
    /// Not displayed by the default style sheet (15.3.1).
    pub(crate) const UNSHOWN: u16 = 1 << 6;
    /// Shows something without any text in it.
    pub(crate) const SHOWS: u16 = 1 << 7;
    /// Words on both sides of its tags are words of one line.
    pub(crate) const INLINE: u16 = 1 << 8;
    /// Text and other elements right inside it are put before the table.
    pub(crate) const TABLE: u16 = 1 << 9;
    /// Ends SVG and MathML around it (13.2.6.5).
    pub(crate) const BREAKS_OUT: u16 = 1 << 10;
    /// Where HTML goes on inside SVG.
    pub(crate) const INTEGRATES: u16 = 1 << 11;
    /// SVG and MathML themselves.
    pub(crate) const FOREIGN: u16 = 1 << 12;
    /// Stands in the head.
    pub(crate) const HEAD: u16 = 1 << 13;
}

#[allow(clippy::wildcard_imports)] // the bits of the table below
use traits::*;

#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    traits: u16,
}

impl Element {
    pub(super) const fn is(&self, traits: u16) -> bool {
        self.traits & traits != 0
    }
}

const BLOCK: u16 = SPECIAL | ENDS_P;
const BLOCK_OUT: u16 = BLOCK | BREAKS_OUT;
const STYLED: u16 = FORMAT | INLINE | BREAKS_OUT;

/// The longest name below.
const MAX_NAME: usize = 14;

/// The element of that name, in whatever case.
pub(super) fn element(name: &str) -> Option<&'static Element> {
    let mut lower = [0; MAX_NAME];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    let at = ELEMENTS
        .binary_search_by(|element| element.name.as_bytes().cmp(lower))
        .ok()?;
    ELEMENTS.get(at)
}

macro_rules! elements {
    ($($name:literal $traits:expr,)*) => {
        static ELEMENTS: &[Element] = &[$(Element { name: $name, traits: $traits },)*];
    };
}

// in the order of their names
elements! {
    "a" FORMAT | INLINE,
    "abbr" INLINE,
    "address" BLOCK,
    "annotation" UNSHOWN,
    "annotation-xml" UNSHOWN,
    "applet" SPECIAL | SCOPE,
    "area" VOID | SPECIAL | UNSHOWN,
    "article" BLOCK,
    "aside" BLOCK,
    "audio" SHOWS,
    "b" STYLED,
    "base" VOID | SPECIAL | UNSHOWN | HEAD,
    "bdi" INLINE,
    "bdo" INLINE,
    "big" STYLED,
    "blockquote" BLOCK_OUT,
    "body" SPECIAL | BREAKS_OUT,
    "br" VOID | SPECIAL | BREAKS_OUT,
    "button" SPECIAL | SHOWS,
    "canvas" SHOWS,
    "caption" SPECIAL | SCOPE | TABLE,
    "center" BLOCK_OUT,
    "cite" INLINE,
    "code" STYLED,
    "col" VOID | SPECIAL | TABLE,
    "colgroup" SPECIAL | TABLE,
    "data" INLINE,
    "datalist" UNSHOWN,
    "dd" BLOCK_OUT,
    "defs" UNSHOWN,
    "del" INLINE,
    "desc" UNSHOWN | INTEGRATES,
    "details" BLOCK,
    "dfn" INLINE,
    "dialog" BLOCK,
    "dir" BLOCK,
    "div" BLOCK_OUT,
    "dl" BLOCK_OUT,
    "dt" BLOCK_OUT,
    "em" STYLED,
    "embed" VOID | SPECIAL | BREAKS_OUT | SHOWS,
    "fieldset" BLOCK,
    "figcaption" BLOCK,
    "figure" BLOCK,
    "font" STYLED,
    "footer" BLOCK,
    "foreignobject" INTEGRATES | SCOPE,
    "form" BLOCK,
    "frame" VOID | SPECIAL,
    "frameset" SPECIAL,
    "h1" BLOCK_OUT,
    "h2" BLOCK_OUT,
    "h3" BLOCK_OUT,
    "h4" BLOCK_OUT,
    "h5" BLOCK_OUT,
    "h6" BLOCK_OUT,
    "head" SPECIAL | BREAKS_OUT,
    "header" BLOCK,
    "hgroup" BLOCK,
    "hr" VOID | BLOCK_OUT | SHOWS,
    "html" SPECIAL | SCOPE,
    "i" STYLED,
    "iframe" RAW | SPECIAL | SHOWS,
    "img" VOID | SPECIAL | BREAKS_OUT | SHOWS,
    "input" VOID | SPECIAL | SHOWS,
    "ins" INLINE,
    "kbd" INLINE,
    "label" INLINE,
    "li" BLOCK_OUT,
    "link" VOID | SPECIAL | UNSHOWN | HEAD,
    "listing" BLOCK_OUT,
    "main" BLOCK,
    "mark" INLINE,
    "marquee" SPECIAL | SCOPE,
    "math" FOREIGN,
    "menu" BLOCK_OUT,
    "meta" VOID | SPECIAL | BREAKS_OUT | UNSHOWN | HEAD,
    "metadata" UNSHOWN,
    "nav" BLOCK,
    "nobr" STYLED,
    "noembed" RAW | SPECIAL | UNSHOWN,
    "noframes" RAW | SPECIAL | UNSHOWN | HEAD,
    "noscript" RAW | SPECIAL | UNSHOWN | HEAD,
    "object" SPECIAL | SCOPE | SHOWS,
    "ol" BLOCK_OUT,
    "optgroup" 0,
    "option" 0,
    "p" BLOCK_OUT,
    "param" VOID | SPECIAL | UNSHOWN,
    "plaintext" BLOCK,
    "pre" BLOCK_OUT,
    "progress" SHOWS,
    "q" INLINE,
    "rp" UNSHOWN,
    "rt" INLINE,
    "ruby" INLINE | BREAKS_OUT,
    "s" STYLED,
    "samp" INLINE,
    "script" RAW | SPECIAL | UNSHOWN | HEAD,
    "search" BLOCK,
    "section" BLOCK,
    "select" SPECIAL | SCOPE | SHOWS,
    "small" STYLED,
    "source" VOID | SPECIAL,
    "span" INLINE | BREAKS_OUT,
    "strike" STYLED,
    "strong" STYLED,
    "style" RAW | SPECIAL | UNSHOWN | HEAD,
    "sub" INLINE | BREAKS_OUT,
    "summary" BLOCK,
    "sup" INLINE | BREAKS_OUT,
    "svg" FOREIGN | SHOWS,
    "symbol" UNSHOWN,
    "table" SPECIAL | SCOPE | BREAKS_OUT | TABLE,
    "tbody" SPECIAL | TABLE,
    "td" SPECIAL | SCOPE,
    "template" SPECIAL | SCOPE | UNSHOWN | HEAD,
    "textarea" RAW | SPECIAL | SHOWS,
    "tfoot" SPECIAL | TABLE,
    "th" SPECIAL | SCOPE,
    "thead" SPECIAL | TABLE,
    "time" INLINE,
    "title" RAW | SPECIAL | UNSHOWN | HEAD | INTEGRATES,
    "tr" SPECIAL | TABLE,
    "track" VOID | SPECIAL,
    "tt" STYLED,
    "u" STYLED,
    "ul" BLOCK_OUT,
    "var" INLINE | BREAKS_OUT,
    "video" SHOWS,
    "wbr" VOID | SPECIAL,
    "xmp" RAW | BLOCK,
}

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, MAX_NAME, element};

    #[test]
    fn each_element_is_found_by_its_name() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.name < b.name));
        assert_eq!(ELEMENTS.iter().map(|e| e.name.len()).max(), Some(MAX_NAME));
        for known in ELEMENTS {
            assert_eq!(element(known.name).map(|e| e.name), Some(known.name));
        }
        assert_eq!(element("DIV").map(|e| e.name), Some("div"));
        assert!(element("my-card").is_none());
        assert!(element("a-name-that-is-longer-than-any").is_none());
    }
}
