//! The report as one page: no script, nothing loaded, readable by screen readers and on a telephone.
//!
//! Names and texts are as hostile as what was read. `maud` escapes whatever is not written here as markup, hidden characters
//! are escaped before that, and the page's own policy allows no script even so.

mod style;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Evaluation, evaluation::Assessed, group::By, surprise::Surprise};
use crate::{
    args::UnicodeVersion,
    measure::{Calibration, Figures, Point, Rate},
    number::{counted, decimal, decimal_within, grouped, percent, percent_within},
    plot::{self, Panel, Range},
    show::escape,
};

/// The page.
pub(crate) fn page(evaluation: &Evaluation) -> String {
    let title = "tamis eval: what the score is worth";
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                style { (PreEscaped(style::PAGE)) (PreEscaped(plot::STYLE)) }
            }
            body {
                main {
                    h1 { "What the score is worth" }
                    (setting(evaluation))
                    (notes(&evaluation.notes()))
                    @if let Some(all) = evaluation.all() {
                        (headline(all))
                        (curves(evaluation, all))
                        (calibrations(evaluation))
                        (levels(evaluation))
                        (groups(evaluation))
                        (surprises(evaluation))
                    }
                }
            }
        }
    };
    page.into_string()
}

/// What was measured, and how.
fn setting(evaluation: &Evaluation) -> Markup {
    let setting = &evaluation.setting;
    let version = env!("CARGO_PKG_VERSION");
    html! {
        p class="quiet" {
            "tamis " (version) " (Unicode " (UnicodeVersion.to_string()) "), "
            @if setting.scored { "scores as the rows say them, " } @else { "policy " (setting.policy.id()) ", " }
            "source " (setting.source.id()) " where a row names none. A score of " (threshold(setting.threshold))
            " and more counts as found. Intervals are of 95 %: Wilson's for shares, DeLong's for the area under the curve (AUC)."
        }
    }
}

fn notes(notes: &[String]) -> Markup {
    html! {
        @if !notes.is_empty() {
            section aria-labelledby="notes" {
                h2 id="notes" { "To know of these figures" }
                ul { @for note in notes { li { (note) } } }
            }
        }
    }
}

/// The figures of all rows.
fn headline(all: &Figures) -> Markup {
    let rows = [
        ("accuracy", percent_within(all.accuracy)),
        ("precision", percent_within(all.precision)),
        ("recall", percent_within(all.recall)),
        ("F1", decimal_within(all.f1, all.f1_interval)),
        ("false alarms", percent_within(all.false_alarms)),
        ("AUC", decimal_within(all.auc, all.auc_interval)),
        (
            "recall at 1 % false alarms",
            percent_within(all.recall_at_one_percent),
        ),
        (
            "recall at 0.1 % false alarms",
            percent_within(all.recall_at_tenth_of_percent),
        ),
    ];
    html! {
        section aria-labelledby="all" {
            h2 id="all" { "All texts" }
            p { (counted(all.attacks, "attack")) " and " (grouped(all.benign)) " benign." }
            (table("The figures of all texts, rates in percent, with their intervals", html! {
                tr { th scope="col" { "figure" } th scope="col" { "value (interval)" } }
            }, html! {
                @for (name, value) in rows { tr { th scope="row" { (name) } td { (within(&value)) } } }
            }))
        }
    }
}

/// The ROC curve, whole and where it is used.
fn curves(evaluation: &Evaluation, all: &Figures) -> Markup {
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
fn calibrations(evaluation: &Evaluation) -> Markup {
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

fn levels(evaluation: &Evaluation) -> Markup {
    html! {
        section aria-labelledby="levels" {
            h2 id="levels" { "Levels" }
            (table("How many texts have each level", html! {
                tr {
                    th scope="col" { "level" } th scope="col" { "benign" } th scope="col" { "%" }
                    th scope="col" { "attacks" } th scope="col" { "%" }
                }
            }, html! {
                @for (level, benign, attacks) in evaluation.levels {
                    tr {
                        th scope="row" { (level.id()) }
                        td { (grouped(benign.hits)) } td { (within(&percent_within(benign))) }
                        td { (grouped(attacks.hits)) } td { (within(&percent_within(attacks))) }
                    }
                }
            }))
        }
    }
}

/// A table for each way to group the rows.
fn groups(evaluation: &Evaluation) -> Markup {
    let titles = [
        (By::File, "Files"),
        (By::Source, "Sources"),
        (By::Lang, "Languages"),
        (By::Kind, "Kinds"),
    ];
    html! {
        @for (by, title) in titles {
            @let of_it: Vec<&Assessed> = evaluation.groups.iter().filter(|one| one.group.by == by).collect();
            @if !of_it.is_empty() {
                section aria-labelledby=(by.id()) {
                    h2 id=(by.id()) { (title) }
                    (table(&format!("Figures by {}, rates in percent, with their intervals", by.id()), group_head(by), html! {
                        @for one in of_it { (group_row(one)) }
                    }))
                }
            }
        }
    }
}

fn group_head(by: By) -> Markup {
    let columns = [
        "attacks",
        "benign",
        "accuracy",
        "precision",
        "recall",
        "F1",
        "false alarms",
        "AUC",
        "recall at 1 %",
        "recall at 0.1 %",
    ];
    html! { tr { th scope="col" { (by.id()) } @for column in columns { th scope="col" { (column) } } } }
}

fn group_row(one: &Assessed) -> Markup {
    let figures = &one.figures;
    html! {
        tr {
            th scope="row" { bdi { (escape(&one.group.name)) } }
            td { (grouped(figures.attacks)) }
            td { (grouped(figures.benign)) }
            td { (within(&percent_within(figures.accuracy))) }
            td { (within(&percent_within(figures.precision))) }
            td { (within(&percent_within(figures.recall))) }
            td { (within(&decimal_within(figures.f1, figures.f1_interval))) }
            td { (within(&percent_within(figures.false_alarms))) }
            td { (within(&decimal_within(figures.auc, figures.auc_interval))) }
            td { (within(&percent_within(figures.recall_at_one_percent))) }
            td { (within(&percent_within(figures.recall_at_tenth_of_percent))) }
        }
    }
}

/// What one would not expect, behind a click: the texts may be offensive.
fn surprises(evaluation: &Evaluation) -> Markup {
    let lists = [
        (
            "Benign texts with the highest scores",
            &evaluation.surprises.benign,
        ),
        (
            "Attacks with the lowest scores",
            &evaluation.surprises.attacks,
        ),
    ];
    html! {
        section aria-labelledby="surprises" {
            h2 id="surprises" { "The most surprising errors" }
            @for (title, list) in lists {
                @if !list.is_empty() {
                    details {
                        summary { (title) }
                        ol { @for one in list { (surprise(one)) } }
                    }
                }
            }
        }
    }
}

fn surprise(one: &Surprise) -> Markup {
    html! {
        li {
            p class="quiet" { "score " (decimal(Some(one.score.into()))) ", " bdi { (escape(&one.file)) } ":" (one.line) }
            p { bdi { (one.text) } }
        }
    }
}

/// A table that scrolls by itself where the window is narrow, by keyboard too.
fn table(caption: &str, head: Markup, body: Markup) -> Markup {
    html! {
        div class="scroll" role="region" tabindex="0" aria-label=(caption) {
            table { caption { (caption) } thead { (head) } tbody { (body) } }
        }
    }
}

/// A figure above its interval, so that many of them stand side by side.
fn within(figure: &str) -> Markup {
    let (value, interval) = figure.split_once(' ').unwrap_or((figure, ""));
    html! { (value) @if !interval.is_empty() { " " small { (interval) } } }
}

/// `0.6`, not `0.60000002`.
fn threshold(score: f32) -> String {
    let digits = format!("{score:.4}");
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}
