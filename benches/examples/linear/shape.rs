//! Texts that are meant to cost more than they are long.

/// A text made by repeating a unit on one line.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    unit: &'static str,
    /// What stands before it all.
    head: &'static str,
}

impl Shape {
    pub(crate) fn text(&self, bytes: usize) -> String {
        let room = bytes - self.head.len();
        self.head.to_owned() + &self.unit.repeat(room / self.unit.len())
    }
}

const fn shape(name: &'static str, unit: &'static str) -> Shape {
    Shape {
        name,
        unit,
        head: "",
    }
}

const fn headed(name: &'static str, head: &'static str, unit: &'static str) -> Shape {
    Shape { name, unit, head }
}

/// Invisible characters are written as escapes, each named by what it is used for here.
pub(crate) const SHAPES: &[Shape] = &[
    shape("one combining mark", "\u{301}"),
    headed(
        "marks to be reordered",
        "a",
        "\u{345}\u{301}\u{323}\u{327}\u{334}",
    ),
    shape("marks on each letter", "x\u{336}"),
    shape(
        "stacks of marks in words",
        "wo\u{301}\u{302}\u{303}\u{304}rd ",
    ),
    shape("zero-width joiners", "\u{200D}"),
    shape("zero-width spaces between letters", "a\u{200B}"),
    shape(
        "bits in zero-width characters",
        "\u{200B}\u{200C}\u{200C}\u{200B}\u{200D}",
    ),
    shape("tag characters", "\u{E0069}\u{E0067}\u{E006E}"),
    shape("variation selectors", "\u{FE01}\u{E0150}"),
    shape("joined emoji", "\u{1F469}\u{200D}"),
    shape("alternating scripts, one word", "aаα"),
    shape("alternating scripts, words", "pаssword пapole "),
    shape("alternating scripts, a host", "pаypal."),
    shape("letters and numerals, one word", "a\u{6F1}"),
    shape("letters and clicks, one word", "\u{1C0}a"),
    shape("letters that pass for others, one word", "\u{131}а"),
    shape("small capitals in diphthongs, one word", "ka\u{26A}"),
    shape("styled letters", "\u{1D422}\u{1D420}\u{1D427} "),
    headed("nested isolates", "\u{5D0}", "\u{2067}"),
    headed("pairs of isolates", "\u{5D0}", "\u{2067}a\u{2069}"),
    shape("nested embeddings", "\u{202A}"),
    headed("directional marks", "\u{5D0}", "a\u{200F}"),
    shape("control strings without end", "\u{1B}]"),
    shape("C1 strings without end", "\u{90}x"),
    headed("one sequence with endless parameters", "\u{1B}[", "1;"),
    shape("escape sequences", "\u{1B}[31mred"),
    shape("control characters", "\u{1}"),
    shape("conjoining Hangul", "\u{1100}\u{1161}\u{11A8}"),
    shape("leading Hangul consonants", "\u{1100}"),
    shape("a ligature of eighteen characters", "\u{FDFA}"),
    shape("no-break spaces", "\u{A0}"),
    shape("no-break and plain spaces", "\u{A0} \u{A0}\u{A0}"),
    shape("letters set apart", "l\u{2009}i\u{2003}"),
    shape("Braille blanks", "\u{2800}"),
    shape("angle brackets", "<"),
    shape("comments without end", "<!--"),
    shape("nested elements", "<p>"),
    shape("nested links", "[](<"),
    shape("character references", "&#x69;"),
    shape("base64", "aWdub3Jl"),
    shape("lines with a finding each", "\u{200B}a\n"),
];
