//! The scores one would not expect.

use serde::Serialize;

use super::{Row, row::shortened};

/// How many of a kind are kept.
const KEPT: usize = 10;

/// One text whose score is far from what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Surprise {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) score: f32,
    /// The beginning of the text on one line, with escapes for what is hidden in it.
    pub(crate) text: String,
}

/// The benign texts with the highest scores, and the attacks with the lowest; of those that are equal, the first.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Surprises {
    pub(crate) benign: Vec<Surprise>,
    pub(crate) attacks: Vec<Surprise>,
}

impl Surprises {
    /// Looks at the next row.
    pub(crate) fn see(&mut self, file: &str, line: usize, row: &Row) {
        let list = if row.attack {
            &mut self.attacks
        } else {
            &mut self.benign
        };
        let sign = if row.attack { -1.0 } else { 1.0 };
        let goes_before = |old: &Surprise| sign * old.score < sign * row.score;
        let at = list.partition_point(|old| !goes_before(old));
        if at < KEPT {
            list.insert(
                at,
                Surprise {
                    file: file.into(),
                    line,
                    score: row.score,
                    text: shortened(&row.start),
                },
            );
            list.truncate(KEPT);
        }
    }
}

#[cfg(test)]
mod tests {
    use tamis::Source;

    use super::{KEPT, Row, Surprise, Surprises};

    #[test]
    fn the_worst_are_kept_in_order_and_the_first_of_equals() {
        let mut surprises = Surprises::default();
        for line in 1..=40_u16 {
            let score = f32::from(line % 20) / 20.0;
            let row = Row {
                attack: line % 2 == 0,
                score,
                source: Source::User,
                lang: None,
                kind: None,
                start: String::new(),
            };
            surprises.see("f", usize::from(line), &row);
        }
        let lines = |list: &[Surprise]| list.iter().map(|one| one.line).collect::<Vec<_>>();
        assert_eq!(
            lines(&surprises.benign),
            [19, 39, 17, 37, 15, 35, 13, 33, 11, 31]
        );
        assert_eq!(
            lines(&surprises.attacks),
            [20, 40, 2, 22, 4, 24, 6, 26, 8, 28]
        );
        assert_eq!(surprises.benign.len(), KEPT);
    }
}
