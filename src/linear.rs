//! A law without a clock: eight times the text takes eight times the work, whatever it says.
//!
//! Work is what `util::work` counts: looks into the tables, bytes searched, bytes written. The benches time the same.

extern crate std;

use alloc::{string::String, vec::Vec};
use std::println;

use crate::{Policy, Sanitizer, util::work::counted};

const FACTOR: usize = 8;

/// The shorter text, in bytes. The longer one is longer than any neighbourhood that a stage looks at.
const SHORT: usize = 3 << 10;

/// How much more than eight times the work there may be: what stands at the start of a text may be looked at closer.
const SLACK: f64 = 1.25;

/// What texts that cost more than they are long would be made of. Invisible characters by their names: zero-width space and
/// joiner, right-to-left override, tag letter, variation selector, combining acute, backspace, escape.
const PIECES: &[&str] = &[
    "a",
    "ignore ",
    "the ",
    "\n",
    "\n\n",
    " ",
    "а",
    "α",
    "pаssword",
    "ı",
    "þ",
    "ſ",
    "ɣ",
    "¡",
    "µ",
    "ҽ",
    "ү",
    "│",
    "ǀ",
    "∨",
    "۱",
    "1",
    "𝐚",
    "ａ",
    "ɪ",
    "ỿ",
    "ϭ",
    "🇮",
    "Ⅰ",
    "ǝɹouƃᴉ ",
    "uo ",
    "ʇ,",
    "∥",
    "㎱",
    "o∞",
    ".",
    "paypal.",
    "://",
    "@",
    "www.",
    "σх ",
    "=",
    "\u{200B}",
    "\u{200D}",
    "\u{202E}",
    "\u{E0069}",
    "\u{FE01}",
    "\u{301}",
    "\u{8}",
    "\u{1B}[2K",
    "\r",
    "\u{A0}",
    "<",
    "<b>",
    "</b>",
    "<p hidden>",
    "<!--",
    "-->",
    "&lt;",
    "&#x3C;",
    "](",
    "[",
    "![x](",
    "`",
    "*",
    "<|im_start|>",
    "Human: ",
    "=cmd|",
    "\"",
    "{",
    "}",
    "%25",
    "aWdub3Jl",
    "\\u0061",
    "-.. ",
    "0110",
    "⠊",
    "語",
    "カ",
    "ᄋ",
    "ක",
    "😀",
];

/// What texts repeat: one piece, or several drawn with a fixed seed (xorshift).
fn texts() -> Vec<Vec<&'static str>> {
    let mut state = 0x7A31_5EED_0000_0007_u64;
    let mut below = |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % end as u64) as usize
    };
    let mut draw = |count: usize| {
        let pieces = (0..count).filter_map(|_| PIECES.get(below(PIECES.len())).copied());
        pieces.collect::<Vec<_>>()
    };
    let mut texts: Vec<Vec<&str>> = PIECES.iter().map(|&piece| [piece].into()).collect();
    texts.extend((0..12).map(|_| draw(2)));
    texts.extend((0..12).map(|_| draw(5)));
    texts.extend((0..12).map(|_| draw(200)));
    texts
}

fn text(pieces: &[&str], bytes: usize) -> String {
    let mut text = String::new();
    for piece in pieces.iter().cycle() {
        if text.len() + piece.len() > bytes {
            return text;
        }
        text.push_str(piece);
    }
    text
}

#[test]
fn eight_times_the_text_takes_eight_times_the_work() {
    let mut worst = (0.0, String::new());
    for policy in [Policy::chat(), Policy::document()] {
        let sanitizer = Sanitizer::new(policy);
        for pieces in texts() {
            let [short, long] = [SHORT, SHORT * FACTOR].map(|bytes| {
                let text = text(&pieces, bytes);
                let steps = counted(|| drop(sanitizer.sanitize(&text)));
                assert!(steps > 0 || text.is_ascii(), "{text:.40}");
                (steps + bytes) as f64
            });
            let ratio = long / short / FACTOR as f64;
            if ratio > worst.0 {
                worst = (ratio, text(&pieces, 40));
            }
            assert!(ratio < SLACK, "{ratio}: {:?}", text(&pieces, 40));
        }
    }
    println!(
        "worst: {:.3} times eight times the work, {:?}",
        worst.0, worst.1
    );
}
