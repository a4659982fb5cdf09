//! What came of all rows.

use serde::Serialize;
use tamis::{Level, Policy, Source};

use super::{
    group::{By, Group},
    surprise::Surprises,
};
use crate::{
    measure::{Calibration, Figures, Point, Rate, Thresholds},
    number::{counted, grouped},
};

/// How the texts were judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) policy: Policy,
    /// Who wrote the rows that do not say it.
    pub(crate) source: Source,
    /// Whether the scores were in the rows.
    pub(crate) scored: bool,
    pub(crate) threshold: f32,
    /// The share of attacks for which the calibration is shown; if not given, that of the rows.
    pub(crate) attack_share: Option<f64>,
}

/// One group and its figures.
#[derive(Debug, Serialize)]
pub(crate) struct Assessed {
    #[serde(flatten)]
    pub(crate) group: Group,
    #[serde(flatten)]
    pub(crate) figures: Figures,
}

/// What came of all rows: the one thing that every report is made of.
#[derive(Debug)]
pub(crate) struct Evaluation {
    pub(crate) setting: Setting,
    pub(crate) thresholds: Thresholds,
    /// All rows first, then by file, source, language and kind. Empty without rows.
    pub(crate) groups: Vec<Assessed>,
    /// For each who wrote.
    pub(crate) calibrations: Vec<(Source, Calibration)>,
    /// The ROC curve of all rows.
    pub(crate) points: Option<Vec<Point>>,
    /// For each level its share of the benign texts, and of the attacks.
    pub(crate) levels: [(Level, Rate, Rate); 5],
    pub(crate) surprises: Surprises,
    pub(crate) bad_rows: usize,
}

impl Evaluation {
    /// The figures of all rows, if there are any.
    pub(crate) fn all(&self) -> Option<&Figures> {
        let first = self.groups.first()?;
        (first.group.by == By::All).then_some(&first.figures)
    }

    /// What a reader has to know of the figures, in words.
    pub(crate) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.bad_rows > 0 {
            let rows = counted(self.bad_rows, "row");
            notes.push(format!(
                "{rows} could not be read: the figures are of the others."
            ));
        }
        let Some(all) = self.all() else {
            notes.push("There are no rows, so nothing is known.".into());
            return notes;
        };
        match (all.attacks, all.benign) {
            (_, 0) => notes.push(
                "All rows are attacks: false alarms, precision, the area under the curve and the thresholds at 1 % and \
                 0.1 % need benign texts."
                    .into(),
            ),
            (0, benign) => {
                notes.push(
                    "All rows are benign: recall, F1 and the area under the curve need attacks.".into(),
                );
                self.note_few(benign, &mut notes);
            }
            (_, benign) => self.note_few(benign, &mut notes),
        }
        if self
            .groups
            .iter()
            .skip(1)
            .any(|one| one.figures.auc.is_none())
        {
            notes.push(
                "A dash says that a figure needs texts of a class that the group has none of."
                    .into(),
            );
        }
        notes
    }

    fn note_few(&self, benign: usize, notes: &mut Vec<String>) {
        for (share, needed) in [("1 %", 100), ("0.1 %", 1000)] {
            if benign < needed {
                notes.push(format!(
                    "{share} of the benign texts are less than one, since there are {} of them: at that threshold none lies \
                     above it.",
                    grouped(benign)
                ));
            }
        }
    }
}
