//! Figures in tables.

use maud::{Markup, html};

use crate::{
    eval::{Evaluation, evaluation::Assessed, group::By, table::COLUMNS},
    measure::Figures,
    number::{counted, decimal_within, grouped, percent_within},
    show::escape,
};

/// The figures of all rows.
pub(super) fn headline(all: &Figures) -> Markup {
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

pub(super) fn levels(evaluation: &Evaluation) -> Markup {
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
pub(super) fn groups(evaluation: &Evaluation) -> Markup {
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
    html! { tr { th scope="col" { (by.id()) } @for column in COLUMNS { th scope="col" { (column) } } } }
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

/// A table that scrolls by itself where the window is narrow, by keyboard too.
pub(super) fn table(caption: &str, head: Markup, body: Markup) -> Markup {
    html! {
        div class="scroll" role="region" tabindex="0" aria-label=(caption) {
            table { caption { (caption) } thead { (head) } tbody { (body) } }
        }
    }
}

/// A figure above its interval, so that many of them stand side by side.
pub(super) fn within(figure: &str) -> Markup {
    let (value, interval) = figure.split_once(' ').unwrap_or((figure, ""));
    html! { (value) @if !interval.is_empty() { " " small { (interval) } } }
}
