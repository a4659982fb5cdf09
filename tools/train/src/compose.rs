//! Orders put into data: what a poisoned page, mail, table or tool result looks like, and the same without the order.

use crate::{
    rng::Rng,
    rows::{Origin, Row},
};

/// Orders longer than this are conversations, in bytes.
const MAX_ORDER: usize = 400;

/// A composed row, and what it is made of.
fn row(
    text: String,
    inside: Option<(usize, usize)>,
    kind: &str,
    data: &Row,
    order: Option<&Row>,
    lang: &str,
) -> Row {
    Row {
        attack: inside.is_some(),
        file: if data.may_fit && order.is_none_or(|order| order.may_fit) {
            format!("composed-{kind}")
        } else {
            format!("check-{kind}")
        },
        kind: kind.into(),
        lang: lang.into(),
        may_fit: data.may_fit && order.is_none_or(|order| order.may_fit),
        origin: Origin::Data,
        inside: inside.map(|(start, end)| start..end),
        folds: data.folds | order.map_or(0, |order| if order.may_fit { order.folds } else { 0 }),
        text,
        item: 0,
    }
}

/// Adds texts that are composed of rows: to fit on, and to check with.
pub(crate) fn add(rows: &mut Vec<Row>, count: usize, rng: &mut Rng) {
    let pick = |wanted: &dyn Fn(&Row) -> bool| -> Vec<&Row> {
        rows.iter().filter(|row| wanted(row)).collect()
    };
    let is_data = |row: &Row| !row.attack && row.origin == Origin::Data && row.lang != "und";
    let data = pick(&|row| is_data(row) && row.may_fit);
    let any_data = pick(&is_data);
    let prompts = pick(&|row| !row.attack && row.may_fit && row.kind.starts_with("benign-prompt"));
    let attacks = pick(&|row| {
        row.attack && row.may_fit && (row.kind == "direct-injection" || row.kind == "own-attack")
    });
    let mut composed = compose(&prompts, &data, "order", count, rng);
    composed.extend(compose(
        &attacks,
        &data,
        "indirect-injection",
        count / 2,
        rng,
    ));
    // from rows that are never fitted on
    let prompts = pick(&|row| row.file == "alpaca_harmless");
    let attacks = pick(&|row| row.attack && row.file == "safeguard_xtram1");
    composed.extend(
        compose(&prompts, &any_data, "order", 1500, rng)
            .into_iter()
            .filter(|row| row.attack),
    );
    composed.extend(
        compose(&attacks, &any_data, "indirect-injection", 1000, rng)
            .into_iter()
            .filter(|row| row.attack),
    );
    rows.extend(composed);
}

/// Composes `count` pairs from orders and data.
fn compose(orders: &[&Row], data: &[&Row], kind: &str, count: usize, rng: &mut Rng) -> Vec<Row> {
    let orders: Vec<_> = orders
        .iter()
        .filter(|row| row.text.len() <= MAX_ORDER && row.text.len() >= 12)
        .collect();
    let mut rows = Vec::new();
    if orders.is_empty() || data.is_empty() {
        return rows;
    }
    for _ in 0..count {
        let (Some(order), Some(data)) = (
            orders.get(rng.below(orders.len())),
            data.get(rng.below(data.len())),
        ) else {
            continue;
        };
        let excerpt = excerpt(&data.text, rng);
        let container = rng.below(7);
        let (text, span) = container_of(container, &excerpt, Some(order.text.trim()), rng);
        rows.push(row(text, span, kind, data, Some(order), &order.lang));
        if rng.one_in(2) {
            let (text, _) = container_of(container, &excerpt, None, rng);
            rows.push(row(
                text,
                None,
                "benign-doc-composed",
                data,
                None,
                &data.lang,
            ));
        }
    }
    rows
}

/// Some lines of a text, 200 to 1800 bytes, cut at spaces.
fn excerpt(text: &str, rng: &mut Rng) -> String {
    let want = 200 + rng.below(1600);
    let start = text.floor_char_boundary(rng.below(text.len().saturating_sub(want).max(1)));
    let end = text.ceil_char_boundary((start + want).min(text.len()));
    let part = text.get(start..end).unwrap_or_default();
    let part = if start > 0 {
        part.split_once(' ').map_or(part, |(_, rest)| rest)
    } else {
        part
    };
    part.trim().to_owned()
}

const NAMES: &[&str] = &[
    "Anna", "Bruno", "Chloe", "Deniz", "Emil", "Fatima", "Goran", "Hana", "Ivan", "Julia", "Kofi",
    "Lena", "Mateo", "Nadia", "Omar", "Petra",
];
const KEYS: &[&str] = &[
    "content",
    "body",
    "text",
    "description",
    "note",
    "review",
    "comment",
    "snippet",
    "details",
    "message",
    "title",
    "summary",
];
const TITLES: &[&str] = &[
    "Quarterly figures",
    "Meeting moved",
    "Re: invoice",
    "Lunch on Friday",
    "Your order has shipped",
    "Minutes of Monday",
    "Change of plan",
    "Travel booking",
    "Re: draft",
    "New price list",
];

fn container_of(
    container: usize,
    excerpt: &str,
    order: Option<&str>,
    rng: &mut Rng,
) -> (String, Option<(usize, usize)>) {
    let name = rng.pick::<str>(NAMES).unwrap_or_default();
    let other = rng.pick::<str>(NAMES).unwrap_or_default();
    let title = rng.pick::<str>(TITLES).unwrap_or_default();
    let number = 10 + rng.below(9000);
    match container {
        // as a result of a tool
        0 | 1 => {
            let key = rng.pick::<str>(KEYS).unwrap_or_default();
            let (body, span) = if container == 0 {
                splice(
                    &flat(&short(excerpt, 300)),
                    order.map(flat).as_deref(),
                    " ",
                    rng,
                )
            } else {
                // the order stands for the whole field
                match order {
                    Some(order) => {
                        let order = flat(order);
                        let len = order.len();
                        (order, Some((0, len)))
                    }
                    None => (flat(&short(excerpt, 160)), None),
                }
            };
            let head = format!(
                "{{\"id\": {number}, \"name\": \"{name}\", \"date\": \"2024-0{}-1{}\", \"{key}\": \"",
                1 + rng.below(9),
                rng.below(9)
            );
            let tail = if rng.one_in(2) {
                format!(
                    "\", \"author\": \"{other}\", \"rating\": {}}}",
                    1 + rng.below(5)
                )
            } else {
                "\"}".into()
            };
            wrap(&head, body, span, &tail)
        }
        // a mail
        2 => {
            let (body, span) = splice(excerpt, order, "\n\n", rng);
            let head = format!(
                "From: {name} <{}@example.org>\nSubject: {title}\n\nHi {other},\n\n",
                name.to_lowercase()
            );
            wrap(&head, body, span, &format!("\n\n{name}"))
        }
        // a table
        3 => {
            let (body, span) = match order {
                Some(order) => {
                    let order = flat(order);
                    let len = order.len();
                    (order, Some((0, len)))
                }
                None => (flat(&short(excerpt, 120)), None),
            };
            let before = flat(&short(excerpt, 80));
            wrap(
                &format!(
                    "| id | name | note |\n|---|---|---|\n| {number} | {name} | {before} |\n| {} | {other} | ",
                    number + 1
                ),
                body,
                span,
                " |\n",
            )
        }
        // a line of a file
        _ => {
            let between = if rng.one_in(2) { "\n" } else { " " };
            splice(excerpt, order, between, rng)
        }
    }
}

fn flat(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace('"', "'")
}

fn short(text: &str, len: usize) -> String {
    text.get(..text.floor_char_boundary(len))
        .unwrap_or_default()
        .to_owned()
}

fn wrap(
    head: &str,
    body: String,
    span: Option<(usize, usize)>,
    tail: &str,
) -> (String, Option<(usize, usize)>) {
    let span = span.map(|(start, end)| (start + head.len(), end + head.len()));
    (format!("{head}{body}{tail}"), span)
}

/// Puts the order before, behind or into the text, at the end of a sentence or line.
fn splice(
    text: &str,
    order: Option<&str>,
    between: &str,
    rng: &mut Rng,
) -> (String, Option<(usize, usize)>) {
    let Some(order) = order else {
        return (text.to_owned(), None);
    };
    let places: Vec<usize> = text
        .match_indices([' ', '\n'])
        .map(|(at, _)| at)
        .filter(|&at| {
            at > 0
                && text
                    .as_bytes()
                    .get(at - 1)
                    .is_some_and(|b| b".!?\n:".contains(b))
        })
        .collect();
    let at = match rng.below(3) {
        0 => 0,
        1 => text.len(),
        _ => places
            .get(rng.below(places.len()))
            .copied()
            .unwrap_or(text.len()),
    };
    let (before, after) = text.split_at(at);
    let mut out = String::from(before.trim_end());
    if !out.is_empty() {
        out.push_str(between);
    }
    let start = out.len();
    out.push_str(order);
    let end = out.len();
    if !after.trim().is_empty() {
        out.push_str(between);
        out.push_str(after.trim_start());
    }
    (out, Some((start, end)))
}
