//! The tables: those of Unicode, from the data files of the Unicode Character Database; special tokens, roles and rules over
//! words, from lists; the pairs of letters of some languages, from sentences.

use anyhow::Result;
use xshell::cmd;

use crate::{
    context::Context,
    log::{Log, Outcome},
};

/// The version that the tables are made from.
const VERSION: &str = "18.0.0";

/// What the pairs of letters are counted in.
const SENTENCES: &str = "../shared/eval/multilingual.jsonl";

pub(crate) fn run(context: &Context, log: &mut Log) {
    log.step("regen", || tables(context, &[]));
    log.step("regen-rules", || rules(context, &[]));
    log.step("regen-kin", || kin(context, &[]));
}

/// Fails if the tables are not what the generators make.
pub(crate) fn check(context: &Context) -> Result<Outcome> {
    rules(context, &["--check"])?;
    match (tables(context, &["--check"])?, kin(context, &["check"])?) {
        (Outcome::Skipped(one), Outcome::Skipped(other)) => {
            Ok(Outcome::Skipped(format!("{one}; {other}")))
        }
        (Outcome::Passed, outcome) | (outcome, _) => Ok(outcome),
    }
}

/// The pairs of letters that the trainer counts, which need no more than sentences.
fn kin(context: &Context, flags: &[&str]) -> Result<Outcome> {
    let sentences = context.root.join(SENTENCES);
    if !sentences.is_file() {
        return Ok(Outcome::Skipped(format!("no sentences in {SENTENCES}")));
    }
    cmd!(
        context.shell,
        "cargo run --quiet --package train -- kin {flags...}"
    )
    .run()?;
    Ok(Outcome::Passed)
}

fn rules(context: &Context, flags: &[&str]) -> Result<Outcome> {
    cmd!(
        context.shell,
        "cargo run --quiet --package rulegen -- --rules src/score {flags...}"
    )
    .run()?;
    Ok(Outcome::Passed)
}

fn tables(context: &Context, flags: &[&str]) -> Result<Outcome> {
    // these are made from the project's own lists, so they never need the data
    cmd!(
        context.shell,
        "cargo run --quiet --package tablegen -- --tokens src/stage/tables {flags...}"
    )
    .run()?;
    let ucd = context.unicode_data().join(VERSION);
    if !ucd.is_dir() {
        return Ok(Outcome::Skipped(format!(
            "no Unicode data in ../shared/unicode/{VERSION}"
        )));
    }
    if !context.root.join("src/unicode/tables").is_dir() {
        return Ok(Outcome::Skipped(
            "src/unicode/tables is not there yet".into(),
        ));
    }
    cmd!(
        context.shell,
        "cargo run --quiet --package tablegen -- --ucd {ucd} --out src/unicode/tables {flags...}"
    )
    .run()?;
    Ok(Outcome::Passed)
}
