//! One line of a terminal: what is left on it when all has been written, and what was covered.

use core::ops::Range;

use alloc::{string::String, vec::Vec};

use super::ansi;

const BACKSPACE: char = '\u{8}';

/// How far the cursor may be sent to the right of what is written, in columns.
const MAX_BLANKS: usize = 16;

/// What came of writing a line that covers some of its own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Covering {
    /// From the first character that was covered to the last that covers, in bytes of the line.
    pub(crate) byte_span: Range<usize>,
    /// What stands there in the end.
    pub(crate) shown: String,
    /// What was covered, in the order in which it was written.
    pub(crate) covered: String,
}

/// The line in which the byte at `at` stands, without its end.
pub(crate) fn line_around(text: &str, at: usize) -> (usize, usize) {
    let (before, after) = text.as_bytes().split_at_checked(at).unwrap_or_default();
    let start = before.iter().rposition(|&byte| byte == b'\n');
    let len = after.iter().position(|&byte| byte == b'\n');
    (
        start.map_or(0, |start| start + 1),
        at + len.unwrap_or(after.len()).max(1),
    )
}

/// Writes a line, without its line feed, as a terminal does; `None` if nothing is covered. `is_drawn` says of a
/// character whether it takes a column. `None` too if the cursor leaves the line: where it goes, nothing here can tell.
/// Linear.
///
/// Understands backspace, carriage return, and the control sequences that move within the line or erase its end
/// (ECMA-48: CUB, CUF, CHA, EL).
pub(crate) fn write(line: &str, is_drawn: impl Fn(char) -> bool) -> Option<Covering> {
    let mut screen = Screen::default();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(c) = rest.chars().next() else { break };
        let bytes = match c {
            BACKSPACE => {
                screen.column = screen.column.saturating_sub(1);
                1
            }
            '\r' => {
                screen.go_to_start(at);
                1
            }
            '\u{1B}' | '\u{80}'..='\u{9F}' => match ansi::sequence_bytes(rest) {
                Some(bytes) => {
                    if let Some((number, last)) = ansi::control(rest, bytes) {
                        if leaves_line(last) {
                            return None;
                        }
                        screen.obey(number, last, at + bytes);
                    }
                    bytes
                }
                None => c.len_utf8(),
            },
            c if is_drawn(c) => {
                screen.draw(c, at);
                c.len_utf8()
            }
            // a mark sits on the character before
            c => {
                screen.attach(c, at);
                c.len_utf8()
            }
        };
        at += bytes;
    }
    screen.covering()
}

/// Whether a control sequence moves to another line or erases some (CUU, CUD, CNL, CPL, CUP, ED, VPA, HVP).
const fn leaves_line(last: u8) -> bool {
    matches!(last, b'A' | b'B' | b'E' | b'F' | b'H' | b'J' | b'd' | b'f')
}

/// One column.
#[derive(Clone, Debug, Default)]
struct Cell {
    /// The character and its marks; nothing for a blank that the cursor jumped over.
    text: String,
    /// Where the character stands in the line.
    start: usize,
}

#[derive(Default)]
struct Screen {
    cells: Vec<Cell>,
    column: usize,
    /// What was covered, with where it stood in the line.
    covered: Vec<Cell>,
    /// The leftmost column that was covered, and where the first character stands in the line that was.
    covered_from: Option<(usize, usize)>,
    /// Where the last character or sequence ends that covered one.
    end: usize,
}

impl Screen {
    fn draw(&mut self, c: char, at: usize) {
        let mut text = String::new();
        text.push(c);
        let cell = Cell { text, start: at };
        if let Some(place) = self.cells.get_mut(self.column) {
            let old = core::mem::replace(place, cell);
            self.note(self.column, at + c.len_utf8(), old);
        } else {
            let blanks = (self.column - self.cells.len()).min(MAX_BLANKS);
            self.cells.extend((0..blanks).map(|_| Cell {
                text: String::new(),
                start: at,
            }));
            self.column = self.cells.len();
            self.cells.push(cell);
        }
        self.column += 1;
    }

    /// A return right behind what was erased belongs to it.
    fn go_to_start(&mut self, at: usize) {
        self.column = 0;
        if self.covered_from.is_some() && self.end == at {
            self.end += 1;
        }
    }

    fn attach(&mut self, c: char, at: usize) {
        let column = self.column.checked_sub(1);
        if let Some(cell) = column.and_then(|column| self.cells.get_mut(column)) {
            cell.text.push(c);
            if self.end == at {
                self.end += c.len_utf8();
            }
        }
    }

    /// Notes what stood in a column before, and that what covers it ends at `end`.
    fn note(&mut self, column: usize, end: usize, old: Cell) {
        let (leftmost, first) = self.covered_from.unwrap_or((column, old.start));
        self.covered_from = Some((leftmost.min(column), first.min(old.start)));
        self.end = end;
        self.covered.push(old);
    }

    /// Follows a control sequence that ends at `end` of the line.
    fn obey(&mut self, number: Option<usize>, last: u8, end: usize) {
        let count = number.unwrap_or(1).max(1);
        let rightmost = self.cells.len() + MAX_BLANKS;
        match (last, number.unwrap_or(0)) {
            (b'D', _) => self.column = self.column.saturating_sub(count),
            (b'C', _) => self.column = self.column.saturating_add(count).min(rightmost),
            (b'G', _) => self.column = (count - 1).min(rightmost),
            (b'K', 0) => self.erase_from(self.column, end),
            (b'K', 2) => self.erase_from(0, end),
            _ => {}
        }
    }

    /// Takes away the columns from here to the end of the line.
    fn erase_from(&mut self, column: usize, end: usize) {
        let erased = self.cells.split_off(column.min(self.cells.len()));
        let written = erased.into_iter().enumerate();
        for (offset, old) in written.filter(|(_, old)| !old.text.is_empty()) {
            self.note(column + offset, end, old);
        }
    }

    fn covering(mut self) -> Option<Covering> {
        let (leftmost, first) = self.covered_from?;
        // what stands left of it was written once, and in order
        let shown = self
            .cells
            .iter()
            .skip(leftmost)
            .filter(|cell| cell.start < self.end)
            .map(|cell| {
                if cell.text.is_empty() {
                    " "
                } else {
                    &*cell.text
                }
            })
            .collect();
        self.covered.sort_by_key(|cell| cell.start);
        Some(Covering {
            byte_span: first..self.end,
            shown,
            covered: self.covered.iter().map(|cell| &*cell.text).collect(),
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Covering, write};

    fn seen(line: &str) -> Option<(usize, usize, alloc::string::String, alloc::string::String)> {
        write(line, |c| !c.is_control() && c != '\u{301}').map(|covering| {
            let Covering {
                byte_span,
                shown,
                covered,
            } = covering;
            (byte_span.start, byte_span.end, shown, covered)
        })
    }

    #[test]
    fn what_is_left_is_what_was_written_last() {
        for (line, start, end, shown, covered) in [
            ("evil\u{8}\u{8}\u{8}\u{8}good", 0, 12, "good", "evil"),
            ("evil\rok  ", 0, 9, "ok  ", "evil"),
            ("evil\rok", 0, 7, "okil", "ev"),
            ("x evil\u{1B}[4Dgood!", 2, 14, "good", "evil"),
            ("evil\u{1B}[2K\rgood", 0, 9, "", "evil"),
            ("evil\r\u{1B}[Kgood", 0, 8, "", "evil"),
            ("evil\u{1B}[1Ggo\u{1B}[0Kod", 0, 14, "go", "evil"),
            ("\u{1B}[6Ga\rbc", 4, 8, "bc   a", ""),
            ("e\u{301}\u{8}a", 0, 5, "a", "e\u{301}"),
        ] {
            let expected = (start, end, shown.into(), covered.into());
            assert_eq!(seen(line), Some(expected), "{line:?}");
        }
    }

    #[test]
    fn a_line_written_once_covers_nothing() {
        for line in [
            "",
            "plain",
            "a\r",
            "\u{1B}[31mred\u{1B}[m\u{1B}[K",
            "end\u{8}\u{8}",
            "a\u{1B}[3Cb",
        ] {
            assert_eq!(seen(line), None, "{line:?}");
        }
    }
}
