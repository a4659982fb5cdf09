//! The report as one page: no script, nothing loaded, readable by screen readers and on a telephone.
//!
//! Names and texts are as hostile as what was read. `maud` escapes whatever is not written here as markup, hidden characters
//! are escaped before that, and the page's own policy allows no script even so.

mod figures;
mod pictures;
mod style;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Evaluation, surprise::Surprise};
use crate::{args::UnicodeVersion, number::decimal, plot, show::escape};

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
                        (figures::headline(all))
                        (pictures::curves(evaluation, all))
                        (pictures::calibrations(evaluation))
                        (figures::levels(evaluation))
                        (figures::groups(evaluation))
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
            h2 id="surprises" { "The most surprising scores" }
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

/// `0.6`, not `0.60000002`.
fn threshold(score: f32) -> String {
    let digits = format!("{score:.4}");
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}
