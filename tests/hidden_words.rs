//! Words that a page hides: orders are cut, ordinary ones stay. MARKUP.md has the table.
//!
//! The texts are the trainer's own and `markup/ordinary.txt`. The model is fitted on the former, so that the shares say what it knows,
//! not what it would find in the wild.

use std::fs;

use tamis::{Action, Policy, Report, Rule, Sanitizer, Source};

/// Ways to hide words on a page; `$` stands for them.
const HIDINGS: [(&str, &str); 13] = [
    ("`display: none`", "<div style=\"display:none\">$</div>"),
    ("comment", "<!-- $ -->"),
    ("`alt`", "<img src=\"a.png\" alt=\"$\">"),
    ("`title`", "<p title=\"$\">Soup</p>"),
    ("`data-*`", "<p data-note=\"$\">Soup</p>"),
    ("`aria-label`", "<a href=\"/a\" aria-label=\"$\">Soup</a>"),
    ("`meta`", "<meta name=\"description\" content=\"$\">"),
    ("`template`", "<template>$</template>"),
    ("`noscript`", "<noscript>$</noscript>"),
    (
        "hidden field",
        "<input type=\"hidden\" name=\"n\" value=\"$\">",
    ),
    (
        "closed `details`",
        "<details><summary>More</summary>$</details>",
    ),
    ("font of 1 px", "<span style=\"font-size:1px\">$</span>"),
    (
        "white on white",
        "<span style=\"color:#fff;background:#fff\">$</span>",
    ),
];

/// The last two hide words as no page needs to: they are cut whatever they say.
const BY_WORDS: usize = HIDINGS.len() - 2;

/// So many texts of a set are tried, spread over all of it.
const TEXTS: usize = 150;

/// The lines of a file of the trainer's own texts: the order of an attack in data, the whole of any other.
fn own(name: &str, wanted: &str) -> Vec<String> {
    let path = format!("tools/train/data/own/{name}.txt");
    let file = fs::read_to_string(&path).unwrap();
    let mut label = "";
    let mut texts = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some(header) = line.strip_prefix("== ") {
            label = header.split(' ').next().unwrap();
        } else if label == wanted && !line.is_empty() {
            let order = line
                .split_once("[[[")
                .and_then(|(_, rest)| rest.split_once("]]]"));
            texts.push(first_choice(order.map_or(line, |(order, _)| order)));
        }
    }
    assert!(texts.len() >= TEXTS, "{path} has {} texts", texts.len());
    let step = texts.len() / TEXTS;
    texts.into_iter().step_by(step).take(TEXTS).collect()
}

/// A line with the first of each choice, and its line breaks.
fn first_choice(line: &str) -> String {
    let mut parts = line.split("<<");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (choices, behind) = part.split_once(">>").unwrap_or((part, ""));
        text += choices.split('|').next().unwrap_or_default();
        text += behind;
    }
    text.replace("\\n", "\n").trim().to_owned()
}

fn ordinary() -> Vec<String> {
    let lines = include_str!("markup/ordinary.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '=']));
    lines.map(|line| line.replace("\\n", "\n")).collect()
}

fn page(hiding: &str, words: &str) -> String {
    let words = words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let words = words.replace('"', "&quot;").replace("--", "&#45;-");
    format!(
        "<!doctype html><html lang=en><head><title>Shop</title></head><body><h1>Our shop</h1>\
         <p>Open every day from nine to five.</p>{}<p>Write to us at any time.</p></body></html>",
        hiding.replace('$', &words)
    )
}

fn is_cut(report: &Report<'_>) -> bool {
    report.findings().iter().any(|finding| {
        let rules = [
            Rule::HiddenElement,
            Rule::UnrenderedElement,
            Rule::MarkupComment,
            Rule::MachineAttribute,
            Rule::HiddenInput,
        ];
        rules.contains(&finding.rule()) && finding.action() != Action::Kept
    })
}

/// For each way of hiding, the share of texts that are cut, in percent.
fn shares(texts: &[String]) -> Vec<f64> {
    let sanitizer = Sanitizer::new(Policy::document());
    let share = |(_, hiding): &(&str, &str)| {
        let cut = texts.iter().filter(|text| {
            let page = page(hiding, text);
            is_cut(&sanitizer.sanitize_from(Source::Document, &page))
        });
        100.0 * cut.count() as f64 / texts.len() as f64
    };
    HIDINGS.iter().map(share).collect()
}

#[test]
fn orders_are_cut_however_they_are_hidden_and_ordinary_words_stay() {
    let sets = [
        ("attacks in tool results", own("data", "attack")),
        ("requests in documents", own("orders", "attack")),
        ("direct attacks", own("direct", "attack")),
        ("honest tool results", own("data", "benign")),
        ("honest texts, Europe", own("west", "benign")),
        ("ordinary hidden words", ordinary()),
    ];
    let shares: Vec<Vec<f64>> = sets.iter().map(|(_, texts)| shares(texts)).collect();
    let names: Vec<&str> = sets.iter().map(|(name, _)| *name).collect();
    println!(
        "| hidden in | {} |\n|---|{}",
        names.join(" | "),
        "---|".repeat(names.len())
    );
    for (at, (name, _)) in HIDINGS.iter().enumerate() {
        let row: Vec<String> = shares
            .iter()
            .map(|set| format!("{:.0} %", set[at]))
            .collect();
        println!("| {name} | {} |", row.join(" | "));
    }
    let floors = [70.0, 28.0, 65.0];
    for (set, floor) in shares.iter().zip(floors) {
        assert!(
            set.iter().all(|share| *share >= floor),
            "{set:?} under {floor}"
        );
    }
    for (set, ceiling) in shares[floors.len()..].iter().zip([10.0, 6.0, 4.0]) {
        assert!(
            set[..BY_WORDS].iter().all(|share| *share <= ceiling),
            "{set:?} over {ceiling}"
        );
    }
}

/// What is ordinary alone is ordinary among others: nothing is cut because of what stands beside it.
#[test]
fn ordinary_words_side_by_side_stay() {
    let sanitizer = Sanitizer::new(Policy::document());
    let stays = |page: &String| !is_cut(&sanitizer.sanitize_from(Source::Document, page));
    let alone = |text: &String| stays(&page(HIDINGS[0].1, text));
    let texts: Vec<String> = ordinary().into_iter().filter(alone).collect();
    assert!(texts.len() > 150);
    let (mut pages, mut cut) = (0, Vec::new());
    for count in [2, 5, 12, 60] {
        for some in texts.chunks(count) {
            let apart = |open: &str, close: &str| -> String {
                let elements = some.iter().map(|text| format!("{open}{text}{close}"));
                elements.collect()
            };
            let together = format!("<div hidden>{}</div>", apart("<p>", "</p>"));
            for hidden in [apart("<div hidden>", "</div>"), together] {
                let page = page("$", "").replace("<p>Write", &format!("{hidden}<p>Write"));
                pages += 1;
                if !stays(&page) {
                    cut.push(hidden);
                }
            }
        }
    }
    let cut_from = format!("{} of {pages} pages", cut.len());
    println!("{cut_from} with ordinary words side by side are cut");
    assert!(cut.is_empty(), "{cut_from}:\n{}", cut.join("\n"));
}
