//! Braille cells that spell letters one by one (grade 1, English).

use alloc::{string::String, vec::Vec};

use super::Found;

/// Fewer cells are a sign on a door, a name, a greeting: Braille is a script, and a few words of it need no translation.
const MIN_CELLS: usize = 14;

pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut decoded = String::new();
    let (mut start, mut end, mut cells) = (0, 0, 0);
    let (mut capital, mut number) = (false, false);
    let mut flush = |decoded: &mut String, span: core::ops::Range<usize>, cells: usize| {
        let text = core::mem::take(decoded);
        if cells >= MIN_CELLS {
            found.push(Found::shape(span, &["braille"], text.trim_end().into()));
        }
    };
    for (at, c) in text.char_indices() {
        let cell = match c {
            '\u{2801}'..='\u{283F}' => u32::from(c) - 0x2800,
            // a blank cell, or a space as people type it
            '\u{2800}' | ' ' | '\n' if cells > 0 => {
                number = false;
                decoded.push(' ');
                continue;
            }
            _ => {
                flush(&mut decoded, start..end, cells);
                cells = 0;
                continue;
            }
        };
        if cells == 0 {
            (start, capital, number) = (at, false, false);
            decoded.clear();
        }
        cells += 1;
        end = at + c.len_utf8();
        match cell {
            0x20 => capital = true,
            0x3C => number = true,
            _ => {
                let Some(letter) = letter(cell) else {
                    continue;
                };
                let digit = "abcdefghij".find(letter).filter(|_| number);
                match digit.and_then(|place| "1234567890".get(place..place + 1)) {
                    Some(digit) => decoded.push_str(digit),
                    None if core::mem::take(&mut capital) => {
                        decoded.push(letter.to_ascii_uppercase())
                    }
                    None => decoded.push(letter),
                }
            }
        }
    }
    flush(&mut decoded, start..end, cells);
    found
}

fn letter(cell: u32) -> Option<char> {
    let at = CELLS.iter().position(|&known| u32::from(known) == cell)?;
    "abcdefghijklmnopqrstuvwxyz,;:.!?'-".chars().nth(at)
}

/// The dots of each letter, a bit for each, and of the marks behind them.
const CELLS: [u8; 34] = [
    0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A, 0x05, 0x07, 0x0D, 0x1D, 0x15, 0x0F,
    0x1F, 0x17, 0x0E, 0x1E, 0x25, 0x27, 0x3A, 0x2D, 0x3D, 0x35, 0x02, 0x06, 0x12, 0x32, 0x16, 0x26,
    0x04, 0x24,
];
