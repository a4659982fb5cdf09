//! Curves and diagrams, each with its numbers in words.

use maud::{Markup, html};

use super::{
    figures::{table, within},
    threshold,
};
use crate::{
    eval::Evaluation,
    measure::{Calibration, Figures, Point, Rate},
    number::{decimal, decimal_within, grouped, percent, percent_within},
    plot::{self, Panel, Range},
};

/// The ROC curve, whole and where it is used.
pub(super) fn curves(evaluation: &Evaluation, all: &Figures) -> Markup {
    let rates = all.false_alarms.value().zip(all.recall.value());
    let (Some(points), Some((false_alarms, recall))) = (&evaluation.points, rates) else {
        return html! {};
    };
    let chosen = Point {
        false_alarms,
        recall,
    };
    let given = threshold(evaluation.setting.threshold);
    let dot = format!(
        "The dot is the threshold {given}: {} % found at {} % false alarms.",
        percent(Some(recall)),
        percent(Some(false_alarms))
    );
    let area = decimal_within(all.auc, all.auc_interval);
    let whole = plot::roc(
        points,
        chosen,
        Range::Whole,
        format!("The area under the curve is {area}. {dot}"),
    );
    let thresholds = evaluation.thresholds;
    let at = |share: &str, above: Option<f32>, recall: Rate| {
        let above = above.map_or("unknown".into(), threshold);
        format!(
            "{share} false alarms: {} % found, above {above}.",
            percent_within(recall)
        )
    };
    let low = format!(
        "{} {}",
        at("At 1 %", thresholds.one_percent, all.recall_at_one_percent),
        at(
            "At 0.1 %",
            thresholds.tenth_of_percent,
            all.recall_at_tenth_of_percent
        )
    );
    let low = plot::roc(points, chosen, Range::Low, low);
    html! {
        section aria-labelledby="curves" {
            h2 id="curves" { "What is found, against false alarms" }
            div class="pictures" {
                @for picture in [whole, low] {
                    figure { (picture.inline()) figcaption { (picture.title) ". " (picture.description) } }
                }
            }
        }
    }
}

/// The reliability diagram and its numbers, for each who wrote.
pub(super) fn calibrations(evaluation: &Evaluation) -> Markup {
    html! {
        section aria-labelledby="calibration" {
            h2 id="calibration" { "Whether a score is a chance" }
            p {
                "On the diagonal, nine in ten of the texts with a score of 0.9 are attacks. That depends on how many attacks there are: "
                "the score is a chance only where they are as frequent as it was made for."
            }
            div class="pictures" {
                @for (source, calibration) in &evaluation.calibrations {
                    @let name = source.id();
                    @let picture = plot::reliability(&format!("reliability-{name}"), &[Panel { name, calibration }]);
                    figure {
                        (picture.inline())
                        figcaption {
                            "Texts by source " (name) ": calibration error " (decimal(calibration.error))
                            ", Brier score " (decimal(calibration.brier)) ", where " (percent(calibration.attack_share)) " % are attacks."
                        }
                    }
                }
            }
            @for (source, calibration) in &evaluation.calibrations { (bins(source.id(), calibration)) }
        }
    }
}

fn bins(name: &str, calibration: &Calibration) -> Markup {
    table(
        &format!("Texts by score, source {name}"),
        html! {
            tr {
                th scope="col" { "score" } th scope="col" { "texts" } th scope="col" { "attacks" }
                th scope="col" { "mean score" } th scope="col" { "share of attacks" }
            }
        },
        html! {
            @for bin in &calibration.bins {
                tr {
                    th scope="row" { (format!("{:.1} to {:.1}", bin.from, bin.to)) }
                    td { (grouped(bin.texts)) } td { (grouped(bin.attacks)) }
                    td { (decimal(bin.mean_score)) } td { (within(&decimal_within(bin.share, bin.interval))) }
                }
            }
        },
    )
}
