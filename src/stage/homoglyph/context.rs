//! What the line around a word says of its writer.

use core::ops::Range;

use crate::unicode::{Alphabet, Script, ScriptSet, Style, is_letter, is_math, script, style};

use super::letter::{Part, is_distinctive, part};

/// The longest stretch of a line that is looked at together, in bytes.
const STRETCH: usize = 4096;

/// Letters of Cyrillic that few languages have: a Latin letter is put right to one only where the writer has its key.
/// Where it is missing people type the Latin one, as in Kazakh, Ukrainian and Chechen. Small and capital in pairs.
const RARE: &str = "іІѕЅјЈһҺӀӏүҮѵѴԁԀԛԚԝԜԌԍҽѡ";

/// What a stretch of a line has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// Letters that are of an alphabet beyond doubt.
    distinctive: [u32; Alphabet::ALL.len()],
    /// Scripts other than the alphabets, by letters that are no lookalikes.
    scripts: Option<ScriptSet>,
    /// A bit for each pair of `RARE`.
    rare: u32,
    /// Phonetic letters that are not taken for others, or stress and length marks.
    pub(super) is_phonetic: bool,
    /// Mathematical letters beside others of their kind.
    pub(super) mathematical_runs: u32,
    /// Mathematical signs that are no letters.
    pub(super) has_operators: bool,
}

impl Line {
    fn read(text: &str) -> Self {
        let mut line = Self::default();
        let mut was_mathematical = false;
        for c in text.chars() {
            let part = part(c);
            let mathematical = matches!(part, Part::Styled(_)) && style(c) == Style::Mathematical;
            line.mathematical_runs += u32::from(mathematical && was_mathematical);
            was_mathematical = mathematical;
            match part {
                Part::Letter(of) => {
                    if let Some(count) = line.distinctive.get_mut(of as usize) {
                        *count += u32::from(is_distinctive(c, of));
                    }
                    line.rare |= rare_bit(c);
                    line.is_phonetic |= matches!(c, '\u{250}'..='\u{2AF}');
                }
                Part::Apart if is_letter(c) && !matches!(c, '\u{2B0}'..='\u{2FF}') => {
                    let known = line.scripts.unwrap_or(ScriptSet::EMPTY);
                    line.scripts = Some(known.union(ScriptSet::of(script(c))));
                }
                Part::Apart => {
                    line.is_phonetic |= matches!(c, '\u{2C8}' | '\u{2CC}' | '\u{2D0}' | '\u{2D1}');
                    line.has_operators |= is_math(c);
                }
                Part::Like(_) | Part::Styled(_) | Part::Through => {}
            }
        }
        line
    }

    /// How many letters are of the alphabet beyond doubt.
    pub(super) fn distinctive(&self, of: Alphabet) -> u32 {
        self.distinctive
            .get(of as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Whether the line is written in that script too; for signs of no script, in any other than the alphabets.
    pub(super) fn is_written_in(&self, wanted: Script) -> bool {
        self.scripts.is_some_and(|scripts| {
            scripts.contains(wanted) || matches!(wanted, Script::Common | Script::Inherited)
        })
    }

    /// Whether ideographs, kana or Hangul stand in the line, beside which fullwidth letters are at home.
    pub(super) fn is_east_asian(&self) -> bool {
        let scripts = [
            Script::Han,
            Script::Hiragana,
            Script::Katakana,
            Script::Hangul,
        ];
        self.scripts
            .is_some_and(|known| scripts.iter().any(|&script| known.contains(script)))
    }

    /// Whether a letter that few languages have is one that the writer uses.
    pub(super) fn has_key(&self, c: char) -> bool {
        let bit = rare_bit(c);
        bit == 0 || self.rare & bit != 0
    }
}

fn rare_bit(c: char) -> u32 {
    let nth = (c >= '\u{400}')
        .then(|| RARE.chars().position(|rare| rare == c))
        .flatten();
    nth.map_or(0, |nth| 1 << (nth / 2))
}

/// The stretch last looked at, kept because its other words are looked at next.
#[derive(Debug, Default)]
pub(super) struct Context {
    stretch: Range<usize>,
    line: Line,
}

impl Context {
    /// The line around a place, or the stretch of it that the place is in. Each stretch is read once.
    pub(super) fn around(&mut self, text: &str, at: usize) -> &Line {
        if !self.stretch.contains(&at) {
            let (before, after) = text.split_at_checked(at).unwrap_or_default();
            let first = at.saturating_sub(STRETCH / 2).max(self.stretch.end);
            let start = text.floor_char_boundary(first);
            let line_start = before
                .get(start..)
                .and_then(|near| near.rfind('\n'))
                .map_or(start, |to| start + to + 1);
            let near = after
                .get(..after.floor_char_boundary(STRETCH))
                .unwrap_or(after);
            let end = at + near.find('\n').map_or(near.len(), |to| to + 1);
            self.stretch = line_start..end.max(at + 1);
            self.line = text
                .get(line_start..end)
                .map(Line::read)
                .unwrap_or_default();
        }
        &self.line
    }
}
