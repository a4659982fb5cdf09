//! The reliability diagram: what share of the texts with each score are attacks.

use maud::{Markup, html};

use super::{
    Picture,
    frame::{Frame, short},
    scale::Scale,
};
use crate::{
    measure::{Bin, Calibration},
    number::{counted, decimal, percent},
};

const SIDE: f64 = 300.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 40.0;
/// From one panel to the next.
const PANEL_WIDTH: f64 = LEFT + SIDE + 24.0;
/// How high the highest bar of the counts is, and where the bars stand.
const BAR: f64 = 40.0;
const BARS_BOTTOM: f64 = TOP + SIDE + 110.0;

/// The scores of one sort of texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Panel<'c> {
    pub(crate) name: &'c str,
    pub(crate) calibration: &'c Calibration,
}

/// Draws the panels side by side.
pub(crate) fn reliability(id: &str, panels: &[Panel<'_>]) -> Picture {
    let texts: Vec<String> = panels.iter().map(Panel::described).collect();
    Picture {
        id: id.into(),
        width: PANEL_WIDTH * panels.len().max(1) as f64,
        height: BARS_BOTTOM + 12.0,
        title: "Reliability diagram".into(),
        description: format!(
            "For each tenth of the scores, the share of attacks among the texts that have them, with its 95 % interval, and \
             how many texts there are. On the diagonal a score is a chance. {}",
            texts.join(" ")
        ),
        content: html! {
            @for (at, panel) in panels.iter().enumerate() {
                g transform=(format!("translate({:.1} 0)", PANEL_WIDTH * at as f64)) { (panel.drawn()) }
            }
        },
    }
}

impl Panel<'_> {
    /// The bins that have texts.
    fn bins(&self) -> impl Iterator<Item = (&Bin, f64, f64)> {
        self.calibration
            .bins
            .iter()
            .filter_map(|bin| Some((bin, bin.mean_score?, bin.share?)))
    }

    fn texts(&self) -> usize {
        self.bins().map(|(bin, ..)| bin.texts).sum()
    }

    /// `user: 1,234 texts, 20.0 % attacks, error 0.012`
    fn headline(&self) -> String {
        let (error, attacks) = (self.calibration.error, self.calibration.attack_share);
        let (error, attacks) = (decimal(error), percent(attacks));
        let texts = counted(self.texts(), "text");
        format!("{}: {texts}, {attacks} % attacks, error {error}", self.name)
    }

    fn described(&self) -> String {
        let bins = self.bins().map(|(bin, score, share)| {
            format!(
                "{:.1} to {:.1}: mean score {score:.2}, {:.1} % attacks of {}",
                bin.from,
                bin.to,
                100.0 * share,
                bin.texts
            )
        });
        format!(
            "{}. {}.",
            self.headline(),
            bins.collect::<Vec<_>>().join("; ")
        )
    }

    fn drawn(&self) -> Markup {
        let frame = Frame {
            left: LEFT,
            top: TOP,
            side: SIDE,
            x: Scale::Linear,
            y: Scale::Linear,
        };
        let line = self
            .bins()
            .map(|(_, score, share)| format!("{:.1} {:.1}", frame.x(score), frame.y(share)));
        let line = line.collect::<Vec<_>>().join("L");
        html! {
            text x=(short(LEFT - 40.0)) y="24" { (self.headline()) }
            (frame.axes("score", "attacks, of the texts with that score", |score| format!("{score:.1}")))
            path class="chance" d=(format!("M{:.1} {:.1}L{:.1} {:.1}", frame.x(0.0), frame.y(0.0), frame.x(1.0), frame.y(1.0))) {}
            @if !line.is_empty() { path class="curve" d=(format!("M{line}")) {} }
            @for (bin, score, share) in self.bins() {
                @if let Some([low, high]) = bin.interval {
                    path class="whisker" d=(format!("M{:.1} {:.1}V{:.1}", frame.x(score), frame.y(low), frame.y(high))) {}
                }
                circle class="dot" r="4" cx=(short(frame.x(score))) cy=(short(frame.y(share))) {}
            }
            (self.counts(&frame))
        }
    }

    /// How many texts each bin has, as bars with their numbers.
    fn counts(&self, frame: &Frame) -> Markup {
        let most = self.bins().map(|(bin, ..)| bin.texts).max();
        let most = most.unwrap_or(1) as f64;
        html! {
            @for bin in &self.calibration.bins {
                @let (left, right) = (frame.x(bin.from), frame.x(bin.to));
                @let height = BAR * bin.texts as f64 / most;
                rect class="bar" x=(short(left + 2.0)) y=(short(BARS_BOTTOM - height)) width=(short(right - left - 4.0)) height=(short(height)) {}
                text class="small" text-anchor="middle" x=(short(f64::midpoint(left, right))) y=(short(BARS_BOTTOM - height - 4.0)) {
                    (count(bin.texts))
                }
            }
        }
    }
}

/// `950`, `1.2k`, `34k`: no wider than a bar.
fn count(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        1000..9950 => format!("{:.1}k", number as f64 / 1e3),
        _ => format!("{:.0}k", number as f64 / 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::{Calibration, Panel, count, reliability};
    use crate::measure::Judged;

    #[test]
    fn a_bin_without_texts_has_no_dot() {
        let judged = [(0.05, false), (0.95, true), (0.91, true)];
        let judged = judged.map(|(score, attack)| Judged { score, attack });
        let calibration = Calibration::of(&judged, None);
        let panel = Panel {
            name: "user",
            calibration: &calibration,
        };
        let file = reliability("r", &[panel]).file();
        assert_eq!(file.matches("class=\"dot\"").count(), 2);
        assert!(
            file.contains("0.9 to 1.0: mean score 0.93, 100.0 % attacks of 2"),
            "{file}"
        );
        assert!(
            file.contains("user: 3 texts, 66.7 % attacks, error 0.063"),
            "{file}"
        );
    }

    #[test]
    fn no_texts_are_an_empty_diagram() {
        let calibration = Calibration::of(&[], None);
        let panel = Panel {
            name: "user",
            calibration: &calibration,
        };
        let file = reliability("r", &[panel]).file();
        assert!(
            !file.contains("class=\"dot\"") && !file.contains("NaN"),
            "{file}"
        );
    }

    #[test]
    fn counts_are_short() {
        assert_eq!(
            [0, 999, 1000, 9949, 9950, 123_456].map(count),
            ["0", "999", "1.0k", "9.9k", "10k", "123k"]
        );
    }
}
