//! Reports for a person: calm, and safe on a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use tamis::Level;

use super::{
    characters::Characters,
    excerpt::Excerpt,
    inspect::Inspection,
    places::Place,
    shape::{FindingShape, RevealShape, SignalShape},
};
use crate::show::escape;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const FOUND: Style = AnsiColor::Yellow.on_default().invert();
const REVEALED: Style = AnsiColor::Magenta.on_default().bold();

/// How many characters of a message are shown in the midst of other things.
const MAX_REVEAL_CHARS: usize = 240;
/// How many bytes that could not be decoded are shown.
const MAX_ORIGIN_BYTES: usize = 8;

/// The colour of a level.
pub(crate) fn level_style(level: Level) -> Style {
    match level {
        Level::None => DIM,
        Level::Low => AnsiColor::Cyan.on_default(),
        Level::Medium => AnsiColor::Yellow.on_default(),
        Level::High => AnsiColor::Red.on_default(),
        _ => AnsiColor::Red.on_default().bold(),
    }
}

/// One line that says there is nothing to say.
pub(crate) fn write_quiet(out: &mut impl Write, path: &str, what: &str) -> io::Result<()> {
    writeln!(out, "{DIM}{}: {what}{DIM:#}", escape(path))
}

/// What there is to say about one file, set apart by an empty line: its first findings, and its risk.
pub(crate) fn write_file(
    out: &mut impl Write,
    path: &str,
    inspection: &Inspection,
    max_groups: usize,
) -> io::Result<()> {
    let path = escape(path);
    write_title(out, &path, inspection)?;
    let groups: Vec<&[FindingShape]> = inspection
        .findings
        .chunk_by(FindingShape::goes_with)
        .collect();
    let (shown, hidden) = groups.split_at(max_groups.min(groups.len()));
    let mut explained = Vec::new();
    for group in shown {
        writeln!(out)?;
        write_group(out, &path, group, &mut explained)?;
    }
    let more: usize = hidden.iter().map(|group| group.len()).sum();
    if more > 0 {
        writeln!(
            out,
            "\n  {DIM}and {}: --all shows them{DIM:#}",
            counted(more, "more finding")
        )?;
    }
    if !inspection.risk.signals.is_empty() {
        writeln!(out)?;
    }
    for (at, signal) in inspection.risk.signals.iter().enumerate() {
        let label = if at == 0 { "signals" } else { "" };
        write!(out, "  {DIM}{label:<12}{DIM:#}")?;
        write_signal(out, signal)?;
    }
    writeln!(out)
}

/// `path: critical risk 0.97, 2 findings`.
fn write_title(out: &mut impl Write, path: &str, inspection: &Inspection) -> io::Result<()> {
    let risk = &inspection.risk;
    let style = level_style(risk.level);
    let findings = counted(inspection.findings.len(), "finding");
    let (level, score) = (risk.level, risk.score);
    writeln!(
        out,
        "{BOLD}{path}{BOLD:#}: {style}{level} risk {score:.2}{style:#}, {findings}"
    )
}

/// One group under its first place. A rule explains itself the first time only; `explained` are those that have.
fn write_group(
    out: &mut impl Write,
    path: &str,
    group: &[FindingShape],
    explained: &mut Vec<&'static str>,
) -> io::Result<()> {
    let Some(first) = group.first() else {
        return Ok(());
    };
    let mut ids: Vec<&str> = Vec::new();
    let mut whys: Vec<&str> = Vec::new();
    for finding in group {
        if !ids.contains(&finding.id) {
            ids.push(finding.id);
        }
        if !explained.contains(&finding.id) {
            explained.push(finding.id);
            whys.push(finding.why);
        }
    }
    let (place, ids) = (Shown(first.place), ids.join(", "));
    write!(out, "  {path}:{place}: {BOLD}{ids}{BOLD:#}")?;
    match group.len() {
        1 => writeln!(out)?,
        count => writeln!(out, "{DIM}, {count} findings{DIM:#}")?,
    }
    for why in whys {
        write_label(out, "why")?;
        writeln!(out, "{why}")?;
    }
    if let Some(summary) = Characters::joined(
        group
            .iter()
            .filter_map(|finding| finding.characters.as_ref()),
    )
    .summary()
    {
        write_label(out, "found")?;
        writeln!(out, "{summary}")?;
    }
    for finding in group {
        write_origin(out, finding)?;
        write_message(out, finding)?;
        if let Some(skeleton) = &finding.skeleton {
            write_label(out, "reads")?;
            writeln!(out, "{}", escape(skeleton))?;
        }
    }
    match &first.excerpt {
        Some(excerpt) => {
            write_label(out, "line")?;
            write_excerpt(out, excerpt)
        }
        None => Ok(()),
    }
}

/// Where bytes could not be decoded, and which.
fn write_origin(out: &mut impl Write, finding: &FindingShape) -> io::Result<()> {
    let Some([start, end]) = finding.origin_span else {
        return Ok(());
    };
    write_label(out, "input")?;
    writeln!(
        out,
        "byte {start}{}",
        hex(&finding.origin_bytes, end - start)
    )
}

fn write_message(out: &mut impl Write, finding: &FindingShape) -> io::Result<()> {
    let Some(reveal) = &finding.reveal else {
        return Ok(());
    };
    write_label(out, "revealed")?;
    let (text, chain) = (shortened(&reveal.text), reveal.chain());
    writeln!(out, "{REVEALED}{text}{REVEALED:#}  {DIM}({chain}){DIM:#}")
}

fn write_label(out: &mut impl Write, label: &str) -> io::Result<()> {
    write!(out, "    {DIM}{label:<8}{DIM:#}  ")
}

fn write_excerpt(out: &mut impl Write, excerpt: &Excerpt) -> io::Result<()> {
    for stretch in &excerpt.stretches {
        let style = if stretch.is_found {
            FOUND
        } else {
            Style::new()
        };
        write!(out, "{style}{}{style:#}", stretch.text)?;
    }
    writeln!(out)
}

/// `0.95 hidden-message at 3:7: why`.
pub(crate) fn write_signal(out: &mut impl Write, signal: &SignalShape) -> io::Result<()> {
    let (weight, place) = (signal.weight, Shown(signal.place));
    let (id, why) = (&signal.id, &signal.why);
    writeln!(out, "{weight:.2} {BOLD}{id}{BOLD:#} at {place}: {why}")
}

/// The words of a signal, on their line if they are few, and what they read as.
pub(crate) fn write_words(out: &mut impl Write, signal: &SignalShape) -> io::Result<()> {
    if let Some(words) = &signal.words {
        write_label(out, "words")?;
        match &signal.excerpt {
            Some(excerpt) => write_excerpt(out, excerpt)?,
            None => writeln!(out, "{FOUND}{}{FOUND:#}", shortened(words))?,
        }
    }
    if let Some(message) = &signal.reads {
        write_label(out, "reads")?;
        writeln!(out, "{REVEALED}{}{REVEALED:#}", shortened(message))?;
    }
    Ok(())
}

/// `path:line:column: chain: text`, the whole text on one line.
pub(crate) fn write_reveal(
    out: &mut impl Write,
    path: &str,
    finding: &FindingShape,
    reveal: &RevealShape,
) -> io::Result<()> {
    let (path, place) = (escape(path), Shown(finding.place));
    let (chain, text) = (reveal.chain(), escape(&reveal.text));
    writeln!(
        out,
        "{path}:{place}: {DIM}{chain}:{DIM:#} {REVEALED}{text}{REVEALED:#}"
    )
}

impl RevealShape {
    /// The steps, outermost first: `tag-block > base64`.
    fn chain(&self) -> String {
        self.chain.join(" > ")
    }
}

/// `line:column`.
struct Shown(Option<Place>);

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(Place { line, column }) => write!(f, "{line}:{column}"),
            None => f.write_str("1:1"),
        }
    }
}

/// `1 finding`, `2 findings`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.by_ref().take(MAX_REVEAL_CHARS).collect();
    match chars.count() {
        0 => escape(&start),
        more => format!(
            "{}… and {}",
            escape(&start),
            counted(more, "more character")
        ),
    }
}

/// `: E9`, the bytes that could not be decoded.
fn hex(bytes: &[u8], len: usize) -> String {
    let shown = bytes
        .iter()
        .take(MAX_ORIGIN_BYTES)
        .map(|byte| format!("{byte:02X}"));
    let list = shown.collect::<Vec<_>>().join(" ");
    match (list.is_empty(), len > MAX_ORIGIN_BYTES) {
        (true, _) => String::new(),
        (false, true) => format!(": {list} …"),
        (false, false) => format!(": {list}"),
    }
}
